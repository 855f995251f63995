import {
  ALLOWED,
  readActive,
  readDay,
  readEmail,
  readGrade,
  readList,
  readLocale,
  readPhone,
  readYear,
} from '../cells.ts';
import { foldName } from '../fold-word.ts';
import type { RosterPerson, RosterRole } from '../roster.ts';
import { type Line, UNREAD } from '../table.ts';
import type { CsvReading } from './csv-reading.ts';
import { type CsvKind, ROLES_ALLOWED, readRole } from './vocabulary.ts';

const NEEDS_KEY = 'give an id, a username or an e-mail address, by which a later file can mean the same person.';

const ROLE_OF: Partial<Record<CsvKind, RosterRole>> = { pupils: 'student', parents: 'parent', staff: 'class manager' };

/** Reads the line of one person, and the classes and links that it names, however much of it is wrong: all of it shall be said. */
export function readPersonLine(line: Line, kind: CsvKind, reading: CsvReading): void {
  const role = roleOf(line, kind);
  const email = line.readOrLeave('email', readEmail, (text) =>
    reading.roster.leftOut.push({
      place: line.spot('email'),
      what: `the e-mail address “${text}”`,
      why: ALLOWED.email,
    }),
  );
  const key = keyOf(line, email);
  const isFirst = reading.claim(key, line);
  const school = line.text('school');
  const firstName = line.need('first name', 'allowed is a name.');
  const lastName = line.need('last name', 'allowed is a name.');
  const birthDate = line.read('birth date', (text) => past(readDay(text), reading.today), ALLOWED.date);
  const parents = readList(line.text('parents', 2000));
  const children = readList(line.text('children', 2000));
  const classes = readList(line.text('class', 2000));
  const locale = line.read('language', readLocale, ALLOWED.locale);
  const employmentYear = line.read('employment year', readYear, ALLOWED.year);
  const active = line.read('status', readActive, ALLOWED.active) ?? true;
  const room = {
    gradeLevel: line.read('grade', readGrade, ALLOWED.grade),
    year: line.read('year', readYear, ALLOWED.year),
  };
  const phone = line.readOrLeave('phone', readPhone, (text) =>
    reading.roster.leftOut.push({
      place: line.spot('phone'),
      what: `the telephone number “${text}”`,
      why: ALLOWED.phone,
    }),
  );
  const username = line.text('username');
  const person: RosterPerson = {
    ...key,
    place: line.place,
    role,
    school: role === 'parent' ? undefined : school,
    firstName: firstName ?? UNREAD,
    lastName: lastName ?? UNREAD,
    birthDate,
    email,
    phone,
    username,
    locale,
    employmentYear,
    active,
    saysLinks: (role === 'student' && parents.length > 0) || (role === 'parent' && children.length > 0),
    saysClasses: role === 'student' && classes.length > 0,
    modified: undefined,
  };
  if (isFirst) reading.roster.people.push(person);
  if (role === 'student') {
    for (const parent of parents)
      reading.addLink({ place: line.spot('parents'), parent, child: person.id, status: 'verified' });
    // Whether the class has to be there already, only the grade says.
    if (!line.isWrong('grade'))
      for (const name of classes) reading.addMembership(person, { name, ...room }, line.spot('class'));
  }
  if (role === 'parent') {
    for (const child of children)
      reading.addLink({ place: line.spot('children'), parent: person.id, child, status: 'verified' });
  }
}

function roleOf(line: Line, kind: CsvKind): RosterRole | undefined {
  const usual = ROLE_OF[kind];
  if (usual === undefined) {
    const word = line.need('role', ROLES_ALLOWED);
    return word === undefined ? undefined : line.read('role', readRole, ROLES_ALLOWED);
  }
  if (kind !== 'staff') return usual;
  const staff = (text: string) => {
    const role = readRole(text);
    return role === 'student' || role === 'parent' ? undefined : role;
  };
  return line.read('role', staff, 'allowed is class manager or school manager.') ?? usual;
}

/** By what a later file can mean the same person; where nothing says it, which is a problem, the line itself. */
function keyOf(line: Line, email: string | undefined): Pick<RosterPerson, 'id' | 'keyedBy'> {
  const id = line.text('id');
  if (id !== undefined) return { id, keyedBy: 'id' };
  const username = line.text('username');
  if (username !== undefined) return { id: `username:${foldName(username)}`, keyedBy: 'username' };
  if (email !== undefined) return { id: `email:${email}`, keyedBy: 'email' };
  if (!line.isWrong('id') && !line.isWrong('username')) line.refuse('id', NEEDS_KEY);
  return { id: `row:${line.place.file}:${line.place.row}`, keyedBy: 'id' };
}

const past = (day: string | undefined, today: string) => (day !== undefined && day <= today ? day : undefined);
