import { foldWord } from '../fold-word.ts';
import type { RosterRole } from '../roster.ts';

/** What a file of ours may hold. */
export type CsvKind = 'people' | 'pupils' | 'parents' | 'staff' | 'classes' | 'links' | 'schools';

const words = (text: string) => text.split(',').map(foldWord);

const FILES: Record<CsvKind, string[]> = {
  people: words('people, persons, users, everybody, אנשים'),
  pupils: words('pupils, students, children, תלמידים'),
  parents: words('parents, guardians, contacts, הורים'),
  staff: words('staff, teachers, class managers, צוות, מורים'),
  classes: words('classes, homerooms, כיתות'),
  links: words('links, families, guardianships, קשרים, משפחות'),
  schools: words('schools, בתי ספר'),
};

/** What the name of a file says that it holds: "Pupils 2026.csv" holds pupils. */
export function kindOfFile(file: string): CsvKind | undefined {
  const name = foldWord(file.replace(/^.*[/\\]/, '').replace(/\.(csv|tsv|txt)$/i, '')).replace(/\d+$/, '');
  return (Object.keys(FILES) as CsvKind[]).find((kind) => FILES[kind].includes(name));
}

const HEADERS = {
  id: words(
    'id, number, external id, pupil id, student id, parent id, staff id, class id, person id, pupil number, מזהה, מספר, תז, תעודת זהות, מספר זהות',
  ),
  role: words('role, type, kind, תפקיד, סוג'),
  'first name': words('first name, given name, forename, name, שם פרטי, שם'),
  'last name': words('last name, family name, surname, שם משפחה'),
  'birth date': words('birth date, date of birth, birthday, born, dob, תאריך לידה'),
  username: words('username, user name, login, user, שם משתמש'),
  email: words('email, e-mail, mail, email address, דואל, דוא"ל, אימייל, מייל, דואר אלקטרוני'),
  phone: words('phone, mobile, telephone, cell, phone number, טלפון, נייד, טלפון נייד'),
  school: words('school, school name, בית ספר'),
  class: words('class, classes, class name, homeroom, כיתה, כיתות, כתה'),
  grade: words('grade, grade level, level, שכבה, דרגה'),
  year: words('year, school year, שנה, שנת לימודים'),
  capacity: words('capacity, seats, size, קיבולת, תפוסה'),
  managers: words(
    'managers, class managers, manager, class manager, teacher, teachers, מחנך, מחנכת, מחנכים, מורה, מורים',
  ),
  parents: words('parents, parent ids, guardians, הורים'),
  children: words('children, child ids, pupils, ילדים'),
  parent: words('parent, guardian, contact, הורה'),
  child: words('child, pupil, student, ילד, ילדה, תלמיד, תלמידה'),
  status: words('status, active, state, סטטוס, מצב'),
  language: words('language, locale, שפה'),
  'employment year': words('employment year, employed since, שנת העסקה, תחילת עבודה'),
  region: words('region, district, אזור, מחוז'),
} as const satisfies Record<string, string[]>;

export type CsvColumn = keyof typeof HEADERS;

const PERSON: CsvColumn[] = [
  'id',
  'first name',
  'last name',
  'birth date',
  'username',
  'email',
  'phone',
  'school',
  'status',
  'language',
];

/** The columns of each kind of file, as they are documented and exported. */
export const COLUMNS: Record<CsvKind, CsvColumn[]> = {
  people: ['role', ...PERSON, 'class', 'grade', 'year', 'parents', 'children', 'employment year'],
  pupils: [...PERSON, 'class', 'grade', 'year', 'parents'],
  parents: [...PERSON, 'children'],
  staff: ['role', ...PERSON, 'employment year'],
  classes: ['id', 'class', 'grade', 'year', 'capacity', 'school', 'managers', 'status'],
  links: ['parent', 'child', 'status'],
  schools: ['id', 'school', 'region'],
};

/** Names that a class and a school go by in their own file. */
const OWN_NAMES: Partial<Record<CsvKind, Partial<Record<string, CsvColumn>>>> = {
  classes: { name: 'class' },
  schools: { name: 'school' },
  links: { parentid: 'parent', childid: 'child', pupilid: 'child', studentid: 'child' },
};

/** Folded header → our name of the column, for a kind of file. */
export function headersOf(kind: CsvKind): ReadonlyMap<string, CsvColumn> {
  const names = new Map<string, CsvColumn>();
  for (const column of COLUMNS[kind]) for (const word of HEADERS[column]) names.set(word, column);
  for (const [word, column] of Object.entries(OWN_NAMES[kind] ?? {})) if (column) names.set(word, column);
  return names;
}

const ROLES: Record<RosterRole, string[]> = {
  student: words('student, pupil, child, learner, תלמיד, תלמידה'),
  parent: words('parent, guardian, relative, mother, father, contact, הורה, אם, אב, אמא, אבא, אפוטרופוס'),
  'class manager': words('class manager, teacher, homeroom teacher, staff, מורה, מחנך, מחנכת, מנהל כיתה, מנהלת כיתה'),
  'school manager': words(
    'school manager, principal, headteacher, head teacher, מנהל, מנהלת, מנהל בית ספר, מנהלת בית ספר',
  ),
};

export const ROLES_ALLOWED = 'allowed is pupil, parent, class manager or school manager.';

export function readRole(text: string): RosterRole | undefined {
  const word = foldWord(text);
  return (Object.keys(ROLES) as RosterRole[]).find((role) => ROLES[role].includes(word));
}

const LINK_STATES = { verified: words('verified, active, yes, מאומת, פעיל'), blocked: words('blocked, חסום') };

export function readLinkStatus(text: string): 'verified' | 'blocked' | undefined {
  const word = foldWord(text);
  return LINK_STATES.verified.includes(word) ? 'verified' : LINK_STATES.blocked.includes(word) ? 'blocked' : undefined;
}
