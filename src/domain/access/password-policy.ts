import type { GradeLevel } from '../curriculum/curriculum.ts';
import { GRADE_LEVELS } from '../curriculum/curriculum.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import type { Role } from './permission-matrix.ts';

/** Stands where a password hash would: no password matches it, so nobody logs in with one until the person has set it. */
export const NO_PASSWORD = '!';

/** Longer ones are cut by nobody and refused: hashing them would be work for nothing. */
export const LONGEST_PASSWORD = 512;

export interface PasswordOwner {
  role: Role;
  /** Of a pupil's present class; null for everybody else and where there is none. */
  gradeLevel: GradeLevel | null;
  username: string;
  firstName: string;
  lastName: string;
}

export type PasswordProblem =
  | { kind: 'short'; least: number }
  | { kind: 'long' }
  | { kind: 'common' }
  | { kind: 'own' };

/** Up to this grade pupils are small enough to be glad of short passwords. */
const LAST_SMALL_GRADE = 5;
const LEAST = { staff: 12, parent: 10, pupil: 8, small: 6 } as const;

/**
 * The fewest characters that a person's password may have (docs/decisions, "Accounts and ways in"): the more children somebody can
 * read about, the longer.
 */
export function leastLength({ role, gradeLevel }: Pick<PasswordOwner, 'role' | 'gradeLevel'>): number {
  if (role === 'parent') return LEAST.parent;
  if (role !== 'student') return LEAST.staff;
  return gradeLevel !== null && GRADE_LEVELS.indexOf(gradeLevel) <= LAST_SMALL_GRADE ? LEAST.small : LEAST.pupil;
}

/**
 * Why a password cannot be taken, or null. As NIST SP 800-63B has it: length counts, what everybody guesses first and what is made
 * of the own name is refused, and nobody is made to mix in digits and signs.
 */
export function passwordProblem(password: string, owner: PasswordOwner): PasswordProblem | null {
  const text = password.normalize('NFKC');
  const least = leastLength(owner);
  if ([...text].length < least) return { kind: 'short', least };
  if (password.length > LONGEST_PASSWORD || text.length > LONGEST_PASSWORD) return { kind: 'long' };
  const bare = bareOf(text);
  if (isOwn(bare, owner)) return { kind: 'own' };
  return isGuessedFirst(text, bare) ? { kind: 'common' } : null;
}

/** In lower case, without the digits and signs around it: "Password2026!" is "password". */
function bareOf(text: string): string {
  return text.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

function isOwn(bare: string, { username, firstName, lastName }: PasswordOwner): boolean {
  const letters = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, '');
  const [first, last, user] = [letters(firstName), letters(lastName), letters(username)];
  const own = [first, last, user, first + last, last + first].filter((word) => word !== '');
  return own.includes(letters(bare));
}

const ROWS = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', '0987654321'];

function isGuessedFirst(text: string, bare: string): boolean {
  const lower = text.toLowerCase();
  if (COMMON_PASSWORDS.has(bare) || COMMON_PASSWORDS.has(lower)) return true;
  if (new Set(lower).size <= 2) return true;
  return ROWS.some(
    (row) => repeated(row, lower.length).includes(lower) || (repeated(row, 40).includes(bare) && bare.length >= 5),
  );
}

function repeated(row: string, length: number): string {
  return row.repeat(Math.ceil(length / row.length) + 1);
}
