import type { CsvColumn } from '../csv/vocabulary.ts';
import { wordOf } from '../plan/match-people.ts';
import type { KnownMember, KnownPerson } from '../plan/snapshot.ts';
import { type ExportTable, ofRole, type SchoolPeople } from './school-people.ts';

const PERSON: CsvColumn[] = [
  'id',
  'first name',
  'last name',
  'birth date',
  'username',
  'email',
  'phone',
  'status',
  'language',
];

/** The people of a school as files of our own form: brought in again they change nothing. */
export function toCsvTables(data: SchoolPeople): ExportTable[] {
  const usernames = new Map(data.people.map(({ id, username }) => [id, username]));
  const named = (ids: readonly number[]) => ids.flatMap((id) => usernames.get(id) ?? []).join('; ');
  const cells = (person: KnownPerson) => personCells(person, data.externalIds);
  const staff = ofRole(data, 'class manager', 'school manager');
  const links = data.links.map(({ parentId, childId, status }) => [named([parentId]), named([childId]), status]);
  return [
    { file: 'classes.csv', rows: classRows(data, named) },
    { file: 'staff.csv', rows: [['role', ...PERSON], ...staff.map((one) => [wordOf(one.role), ...cells(one)])] },
    { file: 'pupils.csv', rows: pupilRows(data, cells) },
    { file: 'parents.csv', rows: [PERSON, ...ofRole(data, 'parent').map(cells)] },
    { file: 'links.csv', rows: [['parent', 'child', 'status'], ...links] },
  ];
}

function classRows({ classes, members }: SchoolPeople, named: (ids: readonly number[]) => string): string[][] {
  const managersOf = Map.groupBy(membersAs(members, 'manager'), ({ classId }) => classId);
  const rows = classes.map(({ id, name, gradeLevel, year, capacity }) => {
    const managers = (managersOf.get(id) ?? []).map(({ personId }) => personId);
    return [`c${id}`, name, gradeLevel, String(year), String(capacity), named(managers)];
  });
  return [['id', 'class', 'grade', 'year', 'capacity', 'managers'], ...rows];
}

function pupilRows(data: SchoolPeople, cells: (person: KnownPerson) => string[]): string[][] {
  const classesOf = Map.groupBy(membersAs(data.members, 'pupil'), ({ personId }) => personId);
  const rows = ofRole(data, 'student').map((one) => {
    const classes = (classesOf.get(one.id) ?? []).map(({ classId }) => `c${classId}`);
    return [...cells(one), classes.join('; ')];
  });
  return [[...PERSON, 'class'], ...rows];
}

function membersAs(members: readonly KnownMember[], as: KnownMember['as']): KnownMember[] {
  return members.filter((member) => member.as === as);
}

function personCells(person: KnownPerson, externalIds: SchoolPeople['externalIds']): string[] {
  const { id, firstName, lastName, birthDate, username, email, phones, disabled, locale } = person;
  return [
    externalIds.get(id) ?? '',
    firstName,
    lastName,
    birthDate ?? '',
    username,
    email ?? '',
    phones[0] ?? '',
    disabled ? 'disabled' : 'active',
    locale,
  ];
}
