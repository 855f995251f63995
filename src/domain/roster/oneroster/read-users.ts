import { ALLOWED, readDay, readEmail, readList, readPhone } from '../cells.ts';
import { foldWord } from '../fold-word.ts';
import type { RosterPerson, RosterRole, Spot } from '../roster.ts';
import { type Line, UNREAD } from '../table.ts';
import { type Entry, type OneRosterReading, wordOf } from './one-roster-reading.ts';

/** Every role of either version of the standard. */
const STANDARD_ROLES = [
  'administrator',
  'aide',
  'counselor',
  'districtAdministrator',
  'guardian',
  'parent',
  'principal',
  'proctor',
  'relative',
  'siteAdministrator',
  'student',
  'systemAdministrator',
  'teacher',
] as const;
type StandardRole = (typeof STANDARD_ROLES)[number];

/** What they are here. The others have nothing to do in this program. */
const OURS: Partial<Record<StandardRole, RosterRole>> = {
  student: 'student',
  guardian: 'parent',
  parent: 'parent',
  relative: 'parent',
  teacher: 'class manager',
  administrator: 'school manager',
  principal: 'school manager',
  siteAdministrator: 'school manager',
};

const ROLES_ALLOWED = `allowed is ${STANDARD_ROLES.join(', ')}.`;

/** What somebody is, and where; the main thing first. */
interface Post {
  role: StandardRole;
  org: string | undefined;
  active: boolean;
}

const USER_COLUMNS = [
  'enabledUser',
  'orgSourcedIds',
  'role',
  'username',
  'middleName',
  'email',
  'sms',
  'phone',
  'agentSourcedIds',
  'primaryOrgSourcedId',
  'preferredGivenName',
  'preferredFamilyName',
];

/** People with their roles, birth days, and the agents by which parents and children are linked, whichever of them says so. */
export function readUsers(reading: OneRosterReading): void {
  const posts = readRoles(reading);
  const births = readBirths(reading);
  const entries = reading.entries('users', ['givenName', 'familyName'], USER_COLUMNS);
  const agents: Agents[] = [];
  for (const entry of entries) {
    const person = readUser(entry, posts.get(entry.id), births.get(entry.id), reading);
    if (!person) continue;
    const to = readList(entry.line.text('agentSourcedIds', 4000));
    agents.push({ from: { ...person, saysLinks: to.length > 0 }, to, place: entry.line.spot('agentSourcedIds') });
  }
  const people = agents.map(({ from }) => from);
  reading.roster.people.push(...people);
  addLinks(agents, new Map(people.map((person) => [person.id, person])), reading);
}

/** Whom a line names as the parents or children of its person, and the cell in which it does. */
interface Agents {
  from: RosterPerson;
  to: string[];
  place: Spot;
}

function addLinks(
  agents: readonly Agents[],
  people: ReadonlyMap<string, RosterPerson>,
  { roster }: OneRosterReading,
): void {
  for (const { from, to, place } of agents) {
    for (const other of to) {
      const roles = [from.role, people.get(other)?.role];
      const odd = roles.some((role) => role !== undefined && role !== 'student' && role !== 'parent');
      const same = roles[0] !== undefined && roles[0] === roles[1];
      if (odd || same) {
        roster.leftOut.push({
          place,
          what: `the link between ${from.id} and ${other}`,
          why: 'allowed is a parent with a pupil',
        });
      } else if (roles[0] === 'parent' || roles[1] === 'student') {
        roster.links.push({ place, parent: from.id, child: other, status: 'verified' });
      } else roster.links.push({ place, parent: other, child: from.id, status: 'verified' });
    }
  }
}

function readUser(entry: Entry, posts: Post[] | undefined, birthDate: string | undefined, reading: OneRosterReading) {
  const { id, line } = entry;
  const firstName = line.need('givenName', 'allowed is a name.');
  const lastName = line.need('familyName', 'allowed is a name.');
  const enabled = line.read('enabledUser', readTrue, 'allowed is true or false.') ?? true;
  const email = line.readOrLeave('email', readEmail, (text) =>
    reading.leaveOut(line.spot('email'), `the e-mail address “${text}”`, ALLOWED.email),
  );
  const phone = phoneIn(line, 'phone', reading) ?? phoneIn(line, 'sms', reading);
  const username = line.text('username');
  const [post, ...others] = reading.manifest.version === '1.1' ? ownPosts(line) : (posts ?? []);
  const what = `${firstName ?? UNREAD} ${lastName ?? UNREAD} (${id})`;
  const role = post && OURS[post.role];
  if (post && role === undefined) {
    const why = `“${post.role}” is no role here`;
    reading.leaveOut(line.place, what, `${why}; allowed are ${Object.keys(OURS).join(', ')}`);
    reading.roster.outside.set(id, `${firstName ?? UNREAD} ${lastName ?? UNREAD} does not come in: ${why}`);
    return undefined;
  }
  const second = others.find((other) => other.active && OURS[other.role] !== role);
  if (post && second)
    reading.leaveOut(line.place, `${what} as ${second.role}`, `an account has one role here: ${post.role}`);
  const person: RosterPerson = {
    id,
    place: line.place,
    keyedBy: 'id',
    role,
    school: role === 'parent' ? undefined : (line.text('primaryOrgSourcedId') ?? post?.org),
    firstName: firstName ?? UNREAD,
    lastName: lastName ?? UNREAD,
    birthDate,
    email,
    phone,
    username,
    locale: undefined,
    employmentYear: undefined,
    active: entry.active && enabled && (post?.active ?? true),
    saysLinks: false,
    saysClasses: false,
    modified: entry.modified,
  };
  return person;
}

function phoneIn(line: Line, column: 'phone' | 'sms', reading: OneRosterReading): string | undefined {
  return line.readOrLeave(column, readPhone, (text) =>
    reading.leaveOut(line.spot(column), `the telephone number “${text}”`, ALLOWED.phone),
  );
}

/** Version 1.1 says role and organisations in the user's own line. */
function ownPosts(line: Line): Post[] {
  const word = line.need('role', ROLES_ALLOWED);
  const role = word === undefined ? undefined : line.read('role', wordOf(STANDARD_ROLES), ROLES_ALLOWED);
  const [org] = readList(line.text('orgSourcedIds', 4000));
  return role === undefined ? [] : [{ role, org, active: true }];
}

/** Version 1.2 says them in a file of their own. */
function readRoles(reading: OneRosterReading): Map<string, Post[]> {
  const posts = new Map<string, (Post & { primary: boolean })[]>();
  const more = ['beginDate', 'endDate', 'userProfileSourcedId'];
  for (const { active, line } of reading.entries(
    'roles',
    ['userSourcedId', 'roleType', 'role', 'orgSourcedId'],
    more,
  )) {
    const user = line.need('userSourcedId', 'allowed is the sourcedId of a user.');
    const type = line.read('roleType', wordOf(['primary', 'secondary']), 'allowed is primary or secondary.');
    const word = line.need('role', ROLES_ALLOWED);
    const role = word === undefined ? undefined : line.read('role', wordOf(STANDARD_ROLES), ROLES_ALLOWED);
    const ends = line.read('endDate', readDay, 'allowed is a day: 2026-09-01.');
    if (user === undefined || role === undefined) continue;
    const now = active && !(ends !== undefined && ends <= reading.today);
    const post = { role, org: line.text('orgSourcedId'), active: now, primary: type !== 'secondary' };
    posts.set(user, [...(posts.get(user) ?? []), post]);
  }
  const weight = (post: Post & { primary: boolean }) => 2 * Number(post.active) + Number(post.primary);
  for (const list of posts.values()) list.sort((a, b) => weight(b) - weight(a));
  return posts;
}

function readBirths(reading: OneRosterReading): Map<string, string> {
  const births = new Map<string, string>();
  for (const { id, active, line } of reading.entries('demographics', [], ['birthDate'])) {
    const day = line.read('birthDate', readDay, ALLOWED.date);
    if (active && day !== undefined) births.set(id, day);
  }
  return births;
}

function readTrue(text: string): boolean | undefined {
  const word = foldWord(text);
  return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : undefined;
}
