import { type TooLong, tooLong } from './too-long.ts';
import { LONGEST_USERNAME, normalizeUsername, type UsernameProblem, usernameProblem } from './username.ts';

/** Whom a school manager may make and change. School managers and supervisors come from the operator. */
export const MANAGED_ROLES = ['student', 'parent', 'class manager'] as const;
export type ManagedRole = (typeof MANAGED_ROLES)[number];

export const LANGUAGES = ['en', 'he'] as const;

export const LEARNING_STYLES = ['visual', 'auditory', 'kinesthetic', 'reading/writing', 'mixed'] as const;
export const ROUTINE_STYLES = ['structured', 'flexible', 'exploratory'] as const;
export const COLLABORATION_STYLES = ['collaborative', 'independent', 'mixed'] as const;

/** How a pupil likes to be taught. It changes how things are said, never what is taught or how it is scored. */
export interface Styles {
  learningStyle: string | null;
  routineStyle: string | null;
  collaborationStyle: string | null;
}

export interface Address {
  street: string;
  city: string;
  postalCode: string | null;
}

/** Everything about a person that a form can hold, read and found good. */
export interface Person {
  firstName: string;
  lastName: string;
  /** Normalized. */
  username: string;
  email: string | null;
  /** YYYY-MM-DD */
  birthDate: string | null;
  locale: string;
  phones: string[];
  addresses: Address[];
  /** Of a pupil. */
  styles: Styles;
  /** Of a class manager: the year in which the work began. */
  employmentYear: number;
}

/** What is wrong with a field, where it is not too long. */
export type PersonFault =
  | 'missing'
  | 'email'
  | 'date'
  | 'date ahead'
  | 'choice'
  | 'phones'
  | 'too many phones'
  | 'half an address'
  | 'year'
  | `username ${UsernameProblem}`
  | 'username taken'
  | 'email taken';
export type PersonProblem = PersonFault | TooLong;

export type PersonProblems = Record<string, PersonProblem>;

export const MOST_ADDRESSES = 3;
export const MOST_PHONES = 5;
export const LONGEST_NAME = 100;
const LONGEST_EMAIL = 180;
const LONGEST_STREET = 200;
const LONGEST_POSTAL_CODE = 20;
const FIRST_YEAR = 1950;

type Sent = Record<string, string | undefined>;

/**
 * Reads what was written about a person: all problems at once, each by the name of its field. An empty username stays empty:
 * whoever calls proposes one. A person with problems is as it
 * was written. `today` is YYYY-MM-DD.
 */
export function readPerson(
  sent: Sent,
  { role, today }: { role: ManagedRole; today: string },
): { ok: true; person: Person } | { ok: false; problems: PersonProblems; person: Person } {
  const problems: PersonProblems = {};
  const note = (name: string, problem: PersonProblem | null) => {
    if (problem !== null) problems[name] = problem;
  };
  const trimmed = (name: string) => (sent[name] ?? '').normalize('NFC').trim().replace(/\s+/g, ' ');
  const person: Person = {
    firstName: trimmed('firstName'),
    lastName: trimmed('lastName'),
    username: normalizeUsername(sent.username ?? ''),
    email: trimmed('email').toLowerCase() || null,
    birthDate: trimmed('birthDate') || null,
    locale: trimmed('locale') || 'en',
    phones: phonesIn(sent.phones ?? ''),
    addresses: addressesIn(trimmed),
    styles: { learningStyle: null, routineStyle: null, collaborationStyle: null },
    employmentYear: Number(today.slice(0, 4)),
  };
  note('firstName', nameProblem(person.firstName));
  note('lastName', nameProblem(person.lastName));
  const username = person.username === '' ? null : usernameProblem(person.username);
  note('username', tooLong(person.username, LONGEST_USERNAME) ?? (username && `username ${username}`));
  note('email', person.email === null ? null : emailProblem(person.email));
  note('birthDate', person.birthDate === null ? null : dateProblem(person.birthDate, today));
  note('locale', LANGUAGES.some((one) => one === person.locale) ? null : 'choice');
  note('phones', phonesProblem(person.phones));
  for (const [index, address] of person.addresses.entries()) noteAddress(address, index, note);
  person.addresses = person.addresses.filter(({ street, city }) => street !== '' || city !== '');
  if (role === 'student') person.styles = stylesIn(trimmed, note);
  if (role === 'class manager') {
    person.employmentYear = yearIn(trimmed('employmentYear'), person.employmentYear, note);
  }
  return Object.keys(problems).length === 0 ? { ok: true, person } : { ok: false, problems, person };
}

type Note = (name: string, problem: PersonProblem | null) => void;

/** A name that people are called by: something, and not a whole page. */
export function nameProblem(name: string): 'missing' | TooLong | null {
  return name === '' ? 'missing' : tooLong(name, LONGEST_NAME);
}

/** Whether mail could arrive there, nobody knows before it is sent: one @, no spaces, a dot in the host. */
export function emailProblem(email: string): 'email' | TooLong | null {
  const isAddress = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@.<>"(),;:\\]{2,}$/.test(email);
  return tooLong(email, LONGEST_EMAIL) ?? (isAddress ? null : 'email');
}

function dateProblem(date: string, today: string): 'date' | 'date ahead' | null {
  const [year = 0, month = 0, day = 0] = /^\d{4}-\d{2}-\d{2}$/.test(date) ? date.split('-').map(Number) : [];
  if (year < 1900 || day < 1 || day > daysOf(year, month)) return 'date';
  return date > today ? 'date ahead' : null;
}

/** How many days a month has; 0 for one that there is not. */
function daysOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

const SEPARATORS = /[\n,;]/;

function phonesIn(text: string): string[] {
  const numbers = text.split(SEPARATORS).map((line) => line.trim().replace(/\s+/g, ' '));
  return [...new Set(numbers.filter((line) => line !== ''))];
}

function phonesProblem(phones: readonly string[]): PersonProblem | null {
  if (phones.length > MOST_PHONES) return 'too many phones';
  return phones.every(isPhone) ? null : 'phones';
}

/** Whether it could be dialled. */
export function isPhone(phone: string): boolean {
  return /^\+?[\d ()/.-]{3,30}$/.test(phone) && phone.replace(/\D/g, '').length >= 3;
}

function addressesIn(text: (name: string) => string): Address[] {
  return Array.from({ length: MOST_ADDRESSES }, (_, index) => ({
    street: text(`street${index}`),
    city: text(`city${index}`),
    postalCode: text(`postalCode${index}`) || null,
  }));
}

function noteAddress({ street, city, postalCode }: Address, index: number, note: Note): void {
  const isEmpty = street === '' && city === '' && postalCode === null;
  const isHalf = !isEmpty && (street === '' || city === '');
  note(`street${index}`, tooLong(street, LONGEST_STREET) ?? (isHalf ? 'half an address' : null));
  note(`city${index}`, tooLong(city, LONGEST_NAME));
  note(`postalCode${index}`, tooLong(postalCode ?? '', LONGEST_POSTAL_CODE));
}

/** The styles that were chosen; nothing chosen is nothing known. */
export function stylesIn(text: (name: string) => string, note: Note): Styles {
  const choice = (name: string, allowed: readonly string[]) => {
    const value = text(name);
    if (value === '') return null;
    if (!allowed.includes(value)) note(name, 'choice');
    return value;
  };
  return {
    learningStyle: choice('learningStyle', LEARNING_STYLES),
    routineStyle: choice('routineStyle', ROUTINE_STYLES),
    collaborationStyle: choice('collaborationStyle', COLLABORATION_STYLES),
  };
}

function yearIn(text: string, thisYear: number, note: Note): number {
  if (text === '') return thisYear;
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  if (year < FIRST_YEAR || year > thisYear + 1) note('employmentYear', 'year');
  return year;
}
