import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import type { District, DistrictPerson } from './district.ts';

/** One record: the text of each element by its path, `Name/FirstName`, and the references by theirs. */
type Fields = Map<string, string[]>;

/** The records of an interchange file, by the name of their element. */
function recordsIn(folder: string, file: string): Map<string, Fields[]> {
  const parser = new SaxesParser();
  const found = new Map<string, Fields[]>();
  const path: string[] = [];
  let record: Fields = new Map();
  let text = '';
  const keep = (key: string, value: string) => record.set(key, [...(record.get(key) ?? []), value]);
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length === 1) {
      record = new Map();
      const list = found.get(name) ?? [];
      list.push(record);
      found.set(name, list);
    }
    path.push(name);
    text = '';
    const inside = path.slice(2).join('/');
    for (const [key, value] of Object.entries(attributes)) keep(`${inside}@${key}`, String(value));
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', () => {
    if (path.length > 2 && text.trim() !== '') keep(path.slice(2).join('/'), text.trim());
    text = '';
    path.pop();
  });
  parser.write(readFileSync(`${folder}/${file}`, 'utf8')).close();
  return found;
}

const one = (record: Fields, key: string) => record.get(key)?.[0];
const last = (uri: string | undefined) => uri?.replace(/^.*#/, '');

const GRADES = [
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
  'Eleventh',
  'Twelfth',
];

/** Reads the district. It has no enrolments: pupils go to the schools in turn, and into the sections of those in turn. */
export function readEdFi(folder: string): District {
  const organisations = recordsIn(folder, 'EducationOrganization.xml');
  const schools = (organisations.get('School') ?? []).map((record) => ({
    id: one(record, 'SchoolId') ?? '',
    name: one(record, 'NameOfInstitution') ?? '',
  }));
  const pupils = (recordsIn(folder, 'Student.xml').get('Student') ?? []).map((record, index) => ({
    ...person(record, one(record, 'StudentUniqueId')),
    school: schools[index % schools.length]?.id ?? '',
  }));
  const contacts = recordsIn(folder, 'Contact.xml');
  const refs = new Map<string, string>();
  const parents = (contacts.get('Contact') ?? []).map((record) => {
    const id = one(record, 'ContactUniqueId') ?? '';
    refs.set(one(record, '@id') ?? '', id);
    return person(record, id);
  });
  const links = (contacts.get('StudentContactAssociation') ?? []).map((record) => ({
    pupil: one(record, 'StudentReference/StudentIdentity/StudentUniqueId') ?? '',
    parent:
      refs.get(one(record, 'ContactReference@ref') ?? '') ??
      one(record, 'ContactReference/ContactIdentity/ContactUniqueId') ??
      '',
  }));
  const staffFile = recordsIn(folder, 'StaffAssociation.xml');
  const schoolOf = new Map(
    (staffFile.get('StaffSchoolAssociation') ?? []).map((record) => [
      one(record, 'StaffReference/StaffIdentity/StaffUniqueId') ?? '',
      one(record, 'SchoolReference/SchoolIdentity/SchoolId') ?? '',
    ]),
  );
  const gradeOf = new Map(
    (staffFile.get('StaffSchoolAssociation') ?? []).map((record) => [
      one(record, 'StaffReference/StaffIdentity/StaffUniqueId') ?? '',
      GRADES.findIndex((word) => last(one(record, 'GradeLevel'))?.startsWith(word)) + 1,
    ]),
  );
  const staff = (staffFile.get('Staff') ?? []).flatMap((record) => {
    const id = one(record, 'StaffUniqueId') ?? '';
    const school = schoolOf.get(id);
    return school === undefined ? [] : [{ ...person(record, id), username: one(record, 'LoginId') ?? '', school }];
  });
  const teachers = new Map<string, string[]>();
  for (const record of staffFile.get('StaffSectionAssociation') ?? []) {
    const section = one(record, 'SectionReference/SectionIdentity/SectionIdentifier') ?? '';
    const id = one(record, 'StaffReference/StaffIdentity/StaffUniqueId') ?? '';
    if (schoolOf.has(id)) teachers.set(section, [...new Set([...(teachers.get(section) ?? []), id])]);
  }
  const sections = new Map(
    (recordsIn(folder, 'MasterSchedule.xml').get('Section') ?? []).map((record) => [
      one(record, 'SectionIdentifier') ?? '',
      one(record, 'LocationSchoolReference/SchoolIdentity/SchoolId') ??
        one(record, 'CourseOfferingReference/CourseOfferingIdentity/SchoolReference/SchoolIdentity/SchoolId') ??
        '',
    ]),
  );
  const classes = [...sections].map(([id, school]) => {
    const taught = (teachers.get(id) ?? []).filter((teacher) => schoolOf.get(teacher) === school);
    const grade = gradeOf.get(taught[0] ?? '') || 9;
    return { id, name: id, school, grade: String(grade).padStart(2, '0'), teachers: taught };
  });
  const rooms = Map.groupBy(classes, ({ school }) => school);
  const members = pupils.map(({ id, school }, index) => {
    const room = rooms.get(school) ?? [];
    return { pupil: id, class: room[index % room.length]?.id ?? '' };
  });
  return { name: 'Grand Bend ISD', schools, pupils, parents, staff, links, classes, members };
}

function person(record: Fields, id = ''): DistrictPerson {
  const birthDate = one(record, 'BirthData/BirthDate') ?? one(record, 'BirthDate');
  const email = one(record, 'ElectronicMail/ElectronicMailAddress');
  const phone = one(record, 'Telephone/TelephoneNumber');
  return {
    id,
    firstName: one(record, 'Name/FirstName') ?? '',
    lastName: one(record, 'Name/LastSurname') ?? '',
    ...(birthDate ? { birthDate } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
  };
}
