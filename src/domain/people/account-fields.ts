import { ROLES, type Role } from '../access/permission-matrix.ts';
import { emailProblem, nameProblem } from './person-fields.ts';
import { normalizeUsername, usernameProblem } from './username.ts';

/** Somebody whom the operator of an installation makes an account for. */
export interface AccountFields {
  role: Role;
  firstName: string;
  lastName: string;
  /** Normalized; empty: one is made from the name. */
  username: string;
  email: string | null;
  /** Of everybody but a regional supervisor. */
  school: string | null;
  /** Of a regional supervisor. */
  subjects: string[];
  regions: string[];
}

const words = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Reads what was written on the command line: every problem is a sentence with what was read and what is allowed. */
export function readAccount(
  sent: Record<string, string | undefined>,
): { ok: true; account: AccountFields } | { ok: false; problems: string[] } {
  const text = (name: string) => (sent[name] ?? '').normalize('NFC').trim().replace(/\s+/g, ' ');
  const role = ROLES.find((one) => one === text('role').replaceAll('-', ' '));
  const username = normalizeUsername(sent.username ?? '');
  const account = {
    firstName: text('first-name'),
    lastName: text('last-name'),
    username,
    email: text('email').toLowerCase() || null,
    school: text('school') || null,
    subjects: words(sent.subjects),
    regions: words(sent.regions),
  };
  const problems: string[] = [];
  const refuse = (wrong: boolean, name: string, allowed: string) => {
    if (wrong) problems.push(`--${name}: read ${JSON.stringify(sent[name] ?? '')}; allowed is ${allowed}.`);
  };
  refuse(role === undefined, 'role', `one of ${ROLES.join(', ')}`);
  refuse(nameProblem(account.firstName) !== null, 'first-name', 'a name of up to 100 characters');
  refuse(nameProblem(account.lastName) !== null, 'last-name', 'a name of up to 100 characters');
  refuse(
    username !== '' && usernameProblem(username) !== null,
    'username',
    'letters and digits, with single . _ - between',
  );
  refuse(account.email !== null && emailProblem(account.email) !== null, 'email', 'an address like name@school.org');
  const supervisor = role === 'regional supervisor';
  refuse(!supervisor && account.school === null, 'school', 'the name of a school');
  refuse(supervisor && account.subjects.length === 0, 'subjects', 'subjects, comma-separated');
  refuse(supervisor && account.regions.length === 0, 'regions', 'regions, comma-separated');
  return role === undefined || problems.length > 0
    ? { ok: false, problems }
    : { ok: true, account: { role, ...account } };
}
