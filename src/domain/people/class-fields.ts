import { GRADE_LEVELS, type GradeLevel } from '../curriculum/curriculum.ts';
import { type TooLong, tooLong } from './too-long.ts';

export interface ClassFields {
  name: string;
  /** The calendar year in which the school year begins. */
  year: number;
  gradeLevel: GradeLevel;
  capacity: number;
}

/** What is wrong with a field, where it is not too long. */
export type ClassFault = 'missing' | 'year' | 'grade' | 'capacity' | 'name taken';
export type ClassProblem = ClassFault | TooLong;
export type ClassProblems = Record<string, ClassProblem>;

export const LARGEST_CLASS = 200;
const LONGEST_NAME = 60;
const YEARS_AHEAD = 2;
const FIRST_YEAR = 2000;

/** What no two classes of a school have in common. */
export type ClassIdentity = Pick<ClassFields, 'name' | 'year' | 'gradeLevel'>;

/**
 * Reads what was written about a class: all problems at once, each by the name of its field. `identity`: what can be looked up
 * already, whatever is wrong with the rest; null where it cannot be read.
 */
export function readClass(
  sent: Record<string, string | undefined>,
  { thisYear }: { thisYear: number },
): ({ ok: true; fields: ClassFields } | { ok: false; problems: ClassProblems }) & { identity: ClassIdentity | null } {
  const problems: ClassProblems = {};
  const text = (name: string) => (sent[name] ?? '').normalize('NFC').trim().replace(/\s+/g, ' ');
  const whole = (name: string) => (/^\d{1,6}$/.test(text(name)) ? Number(text(name)) : Number.NaN);
  const [name, year, capacity] = [text('name'), whole('year'), whole('capacity')];
  const gradeLevel = GRADE_LEVELS.find((one) => one === text('gradeLevel'));
  if (name === '') problems.name = 'missing';
  const long = tooLong(name, LONGEST_NAME);
  if (long) problems.name = long;
  if (!(year >= FIRST_YEAR && year <= thisYear + YEARS_AHEAD)) problems.year = 'year';
  if (!(capacity >= 1 && capacity <= LARGEST_CLASS)) problems.capacity = 'capacity';
  if (gradeLevel === undefined) problems.gradeLevel = 'grade';
  if (gradeLevel === undefined) return { ok: false, problems, identity: null };
  const identity = problems.name || problems.year ? null : { name, year, gradeLevel };
  if (Object.keys(problems).length > 0) return { ok: false, problems, identity };
  return { ok: true, fields: { name, year, gradeLevel, capacity }, identity };
}
