import type { AccountFields } from './account-fields.ts';
import { emailProblem, nameProblem } from './person-fields.ts';
import type { TooLong } from './too-long.ts';

export type FirstSchoolFault = 'missing' | 'email' | 'code';
export type FirstSchoolProblem = FirstSchoolFault | TooLong;
export type FirstSchoolProblems = Record<string, FirstSchoolProblem>;

export type FirstSchoolRead =
  | { ok: true; school: string; region: string; manager: AccountFields }
  | { ok: false; problems: FirstSchoolProblems };

/** Reads what was written about the first school and who manages it: all problems at once, each by the name of its field. */
export function readFirstSchool(sent: Record<string, string | undefined>): FirstSchoolRead {
  const text = (name: string) => (sent[name] ?? '').normalize('NFC').trim().replace(/\s+/g, ' ');
  const [school, firstName, lastName] = [text('school'), text('firstName'), text('lastName')];
  // Regions are told apart by their names, so that "North" and "north" are one.
  const region = text('region').toLowerCase();
  const email = text('email').toLowerCase() || null;
  const found = {
    school: nameProblem(school),
    region: nameProblem(region),
    firstName: nameProblem(firstName),
    lastName: nameProblem(lastName),
    email: email === null ? null : emailProblem(email),
  };
  const problems = Object.fromEntries(
    Object.entries(found).flatMap(([name, problem]) => (problem === null ? [] : [[name, problem]])),
  );
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const role = 'school manager' as const;
  const manager = { role, firstName, lastName, username: '', email, school, subjects: [], regions: [] };
  return { ok: true, school, region, manager };
}
