import { GRADE_LEVELS } from '../../curriculum/curriculum.ts';
import type { RosterRole } from '../roster.ts';
import type { ExportTable, SchoolPeople } from './school-people.ts';

const ROLES: Record<RosterRole, string> = {
  student: 'student',
  parent: 'parent',
  'class manager': 'teacher',
  'school manager': 'siteAdministrator',
};

/** The columns of each file, in the order of the standard. */
const COLUMNS = {
  orgs: 'name,type,identifier,parentSourcedId',
  academicSessions: 'title,type,startDate,endDate,parentSourcedId,schoolYear',
  courses: 'schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes',
  classes:
    'title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
  users:
    'enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns',
  roles: 'userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId',
  enrollments: 'classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
  demographics: 'birthDate,sex',
} as const;
type Stem = keyof typeof COLUMNS;

/** What else the standard has and this program has nothing of. */
const ABSENT =
  'categories,classResources,courseResources,lineItemLearningObjectiveIds,lineItems,lineItemScoreScales,resources,resultLearningObjectiveIds,results,resultScoreScales,scoreScales,userProfiles,userResources'.split(
    ',',
  );

/** The people of a school as OneRoster 1.2, everything in it (bulk). Guardians who are blocked are no agents. */
export function toOneRosterTables(data: SchoolPeople): ExportTable[] {
  const stems = Object.keys(COLUMNS);
  const modes = [...stems.map((stem) => [`file.${stem}`, 'bulk']), ...ABSENT.map((stem) => [`file.${stem}`, 'absent'])];
  const manifest = [
    ['propertyName', 'value'],
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.2'],
    ...modes.sort(([a = ''], [b = '']) => a.localeCompare(b)),
    ['source.systemName', 'λllamda'],
    ['source.systemCode', 'allamda'],
  ];
  return [
    { file: 'manifest.csv', rows: manifest },
    table('orgs', [
      { sourcedId: 'region', name: data.school.region, type: 'district' },
      { sourcedId: schoolId(data), name: data.school.name, type: 'school', parentSourcedId: 'region' },
    ]),
    table('academicSessions', years(data)),
    table('courses', [{ sourcedId: 'homeroom', title: 'Homeroom', orgSourcedId: schoolId(data) }]),
    table('classes', rooms(data)),
    table('users', users(data)),
    table('roles', roles(data)),
    table('enrollments', enrollments(data)),
    table('demographics', births(data)),
  ];
}

type Cells = Record<string, string>;

/** A file of the standard; what a row does not say stays empty, and so do status and date, since the file is bulk. */
function table(stem: Stem, rows: readonly Cells[]): ExportTable {
  const columns = ['sourcedId', 'status', 'dateLastModified', ...COLUMNS[stem].split(',')];
  return { file: `${stem}.csv`, rows: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))] };
}

const schoolId = ({ school }: SchoolPeople) => `school-${school.id}`;
const userId = ({ externalIds }: SchoolPeople, id: number) => externalIds.get(id) ?? `user-${id}`;

/** School years from September to June. */
function years({ classes }: SchoolPeople): Cells[] {
  return [...new Set(classes.map(({ year }) => year))].sort().map((year) => ({
    sourcedId: `year-${year}`,
    title: `${year}/${year + 1}`,
    type: 'schoolYear',
    startDate: `${year}-09-01`,
    endDate: `${year + 1}-06-30`,
    schoolYear: String(year + 1),
  }));
}

function rooms(data: SchoolPeople): Cells[] {
  return data.classes.map(({ id, name, gradeLevel, year }) => ({
    sourcedId: `class-${id}`,
    title: name,
    grades: String(GRADE_LEVELS.indexOf(gradeLevel) + 1).padStart(2, '0'),
    courseSourcedId: 'homeroom',
    classType: 'homeroom',
    schoolSourcedId: schoolId(data),
    termSourcedIds: `year-${year}`,
  }));
}

function users(data: SchoolPeople): Cells[] {
  const verified = data.links.filter(({ status }) => status === 'verified');
  const both = verified.flatMap(({ parentId, childId }) => [
    { from: parentId, to: childId },
    { from: childId, to: parentId },
  ]);
  const agents = Map.groupBy(both, ({ from }) => from);
  return data.people.map(({ id, role, username, firstName, lastName, email, phones, disabled }) => ({
    sourcedId: userId(data, id),
    enabledUser: String(!disabled),
    username,
    givenName: firstName,
    familyName: lastName,
    email: email ?? '',
    phone: phones[0] ?? '',
    agentSourcedIds: (agents.get(id) ?? []).map(({ to }) => userId(data, to)).join(','),
    primaryOrgSourcedId: role === 'parent' ? '' : schoolId(data),
  }));
}

function roles(data: SchoolPeople): Cells[] {
  return data.people.map(({ id, role }) => ({
    sourcedId: `role-${id}`,
    userSourcedId: userId(data, id),
    roleType: 'primary',
    role: ROLES[role],
    orgSourcedId: schoolId(data),
  }));
}

function enrollments(data: SchoolPeople): Cells[] {
  return data.members.map(({ classId, personId, as }) => ({
    sourcedId: `enrollment-${classId}-${personId}`,
    classSourcedId: `class-${classId}`,
    schoolSourcedId: schoolId(data),
    userSourcedId: userId(data, personId),
    role: as === 'pupil' ? 'student' : 'teacher',
  }));
}

function births(data: SchoolPeople): Cells[] {
  return data.people.flatMap(({ id, birthDate }) =>
    birthDate === null ? [] : [{ sourcedId: userId(data, id), birthDate }],
  );
}
