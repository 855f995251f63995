import { stringify } from 'csv-stringify/sync';
import type { District, DistrictPerson } from './district.ts';

/** Files by name. */
export type Files = Record<string, string>;

type Cells = (string | undefined)[];

const csv = (header: string, rows: Cells[]) =>
  stringify([header.split(','), ...rows.map((row) => row.map((cell) => cell ?? ''))]);

export interface WriteOptions {
  version?: '1.1' | '1.2';
  mode?: 'bulk' | 'delta';
  /** On which side the agents stand. */
  agents?: 'both' | 'pupils' | 'parents';
}

const cells = (...parts: Cells[]): Cells => parts.flat();

const FILES = ['academicSessions', 'classes', 'courses', 'demographics', 'enrollments', 'orgs', 'users'];
const ABSENT = ['categories', 'classResources', 'courseResources', 'lineItems', 'resources', 'results'];
const STAMP = 'sourcedId,status,dateLastModified';

/** The district as the CSV files of OneRoster. */
export function toOneRoster(
  district: District,
  { version = '1.1', mode = 'bulk', agents = 'both' }: WriteOptions = {},
): Files {
  const status = mode === 'bulk' ? ['', ''] : ['active', '2026-09-01T00:00:00.000Z'];
  const people = peopleOf(district, agents);
  const present = [...FILES, ...(version === '1.2' ? ['roles'] : [])];
  const absent = [...ABSENT, ...(version === '1.2' ? ['userProfiles', 'userResources'] : [])];
  return {
    'manifest.csv': csv('propertyName,value', [
      ['manifest.version', '1.0'],
      ['oneroster.version', version],
      ...present.map((name) => [`file.${name}`, mode]),
      ...absent.map((name) => [`file.${name}`, 'absent']),
      ['source.systemName', 'Tests'],
    ]),
    ...placesAndTimes(district, status),
    ...rooms(district, status),
    'demographics.csv': csv(
      `${STAMP},birthDate,sex`,
      district.pupils.map(({ id, birthDate }) => [id, ...status, birthDate, '']),
    ),
    ...(version === '1.1' ? users11(people, status) : users12(people, status)),
  };
}

interface User {
  one: DistrictPerson;
  role: string;
  agents: string[];
}

function peopleOf(district: District, agents: WriteOptions['agents']): User[] {
  const parentsOf = Map.groupBy(district.links, ({ pupil }) => pupil);
  const childrenOf = Map.groupBy(district.links, ({ parent }) => parent);
  return [
    ...district.pupils.map((one) => ({
      one,
      role: 'student',
      agents: agents === 'parents' ? [] : (parentsOf.get(one.id) ?? []).map(({ parent }) => parent),
    })),
    ...district.parents.map((one) => ({
      one,
      role: 'guardian',
      agents: agents === 'pupils' ? [] : (childrenOf.get(one.id) ?? []).map(({ pupil }) => pupil),
    })),
    ...district.staff.map((one) => ({ one, role: 'teacher', agents: [] })),
  ];
}

function placesAndTimes(district: District, status: Cells): Files {
  return {
    'orgs.csv': csv(`${STAMP},name,type,identifier,parentSourcedId`, [
      ['D1', ...status, district.name, 'district', '', ''],
      ...district.schools.map(({ id, name }) => [id, ...status, name, 'school', '', 'D1']),
    ]),
    'academicSessions.csv': csv(`${STAMP},title,type,startDate,endDate,parentSourcedId,schoolYear`, [
      ['Y', ...status, '2026/27', 'schoolYear', '2026-09-01', '2027-06-30', '', '2027'],
      ['Y1', ...status, 'First half', 'semester', '2026-09-01', '2027-01-31', 'Y', '2027'],
    ]),
  };
}

function rooms(district: District, status: Cells): Files {
  const schoolOf = new Map(district.classes.map(({ id, school }) => [id, school]));
  return {
    'courses.csv': csv(`${STAMP},schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes`, [
      ['K', ...status, 'Y', 'Homeroom', 'HR', '', 'D1', '', ''],
    ]),
    'classes.csv': csv(
      `${STAMP},title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods`,
      district.classes.map(({ id, name, grade, school }) =>
        cells([id, ...status, name, grade, 'K', '', 'homeroom', '', school, 'Y1', '', '', '']),
      ),
    ),
    'enrollments.csv': csv(`${STAMP},classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate`, [
      ...district.members.map(({ pupil, class: one }) =>
        cells([`E-${pupil}-${one}`, ...status, one, schoolOf.get(one), pupil, 'student', '', '', '']),
      ),
      ...district.classes.flatMap(({ id, school, teachers }) =>
        teachers.map((teacher) => [`E-${teacher}-${id}`, ...status, id, school, teacher, 'teacher', 'true', '', '']),
      ),
    ]),
  };
}

const orgOf = ({ school }: DistrictPerson) => school ?? 'D1';

function users11(people: User[], status: Cells): Files {
  const header = `${STAMP},enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password`;
  const rows = people.map(({ one, role, agents }) =>
    cells(
      [one.id, ...status, 'true', orgOf(one), role, one.username, '', one.firstName, one.lastName, '', ''],
      [one.email, '', one.phone, agents.join(','), '', ''],
    ),
  );
  return { 'users.csv': csv(header, rows) };
}

function users12(people: User[], status: Cells): Files {
  const header = `${STAMP},enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns`;
  const rows = people.map(({ one, agents }) =>
    cells(
      [one.id, ...status, 'true', one.username, '', one.firstName, one.lastName, '', '', one.email, '', one.phone],
      [agents.join(','), '', '', '', '', '', '', '', one.school, ''],
    ),
  );
  return {
    'users.csv': csv(header, rows),
    'roles.csv': csv(
      `${STAMP},userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId`,
      people.map(({ one, role }) => [`R-${one.id}`, ...status, one.id, 'primary', role, '', '', orgOf(one), '']),
    ),
  };
}

/** The district as files of our own form. */
export function toCsv(district: District): Files {
  const nameOf = new Map(district.schools.map(({ id, name }) => [id, name]));
  const classOf = Map.groupBy(district.members, ({ pupil }) => pupil);
  const person = (one: DistrictPerson) =>
    cells([one.id, one.firstName, one.lastName, one.birthDate, one.username, one.email, one.phone]);
  const header = 'id,first name,last name,birth date,username,email,phone';
  return {
    'schools.csv': csv(
      'school,region',
      district.schools.map(({ name }) => [name, district.name]),
    ),
    'pupils.csv': csv(
      `${header},school,class`,
      district.pupils.map((one) => {
        const classes = (classOf.get(one.id) ?? []).map((member) => member.class);
        return [...person(one), nameOf.get(one.school ?? ''), classes.join(';')];
      }),
    ),
    'parents.csv': csv(header, district.parents.map(person)),
    'staff.csv': csv(
      `${header},school`,
      district.staff.map((one) => [...person(one), nameOf.get(one.school)]),
    ),
    'classes.csv': csv(
      'id,class,grade,year,school,managers',
      district.classes.map((one) =>
        cells([one.id, one.name, one.grade, '2026', nameOf.get(one.school), one.teachers.join(';')]),
      ),
    ),
    'links.csv': csv(
      'parent,child',
      district.links.map(({ parent, pupil }) => [parent, pupil]),
    ),
  };
}
