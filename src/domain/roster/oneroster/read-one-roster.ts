import { refusePasswords } from '../password-column.ts';
import type { RosterProblems } from '../problem.ts';
import type { Roster } from '../roster.ts';
import type { Table } from '../table.ts';
import { readManifest } from './manifest.ts';
import { OneRosterReading } from './one-roster-reading.ts';
import { readClasses, readEnrollments, readSessions } from './read-classes.ts';
import { readOrgs } from './read-orgs.ts';
import { readUsers } from './read-users.ts';

export interface OneRosterOptions {
  /** The day on which it is read. */
  today: string;
  /** Files that are there and could not be read. */
  unread?: readonly string[];
}

/**
 * Reads the CSV binding of OneRoster 1.1 and 1.2 (1EdTech; roles are in a file of their own since 1.2). What is wrong goes to
 * `problems`; the roster is only whole without any. Yields between the files.
 */
export function* readOneRoster(
  tables: readonly Table[],
  { today, unread = [] }: OneRosterOptions,
  problems: RosterProblems,
): Generator<void, Roster> {
  for (const table of tables) refusePasswords(table, { unlessEmpty: true }, problems);
  const manifest = readManifest(tables, unread, problems);
  const reading = new OneRosterReading(tables, manifest, problems, today);
  const { roster } = reading;
  if (unread.length > 0) roster.partial = true;
  if (manifest.modes.users === undefined) {
    roster.partial = true;
    const [file = 'manifest.csv'] = tables.map((table) => table.file);
    problems.add({
      file,
      row: 1,
      column: null,
      value: null,
      allowed: 'there is no users.csv to read; it has to be there, bulk or delta.',
    });
  }
  noteWhatIsNotRead(reading);
  readOrgs(reading);
  readClasses(reading, readSessions(reading));
  yield;
  readUsers(reading);
  yield;
  readEnrollments(reading);
  yield;
  const whole = manifest.modes.users === 'bulk' && (manifest.version === '1.1' || manifest.modes.roles === 'bulk');
  roster.whole = {
    people: whole ? ['student', 'parent', 'class manager'] : [],
    memberships: manifest.modes.enrollments === 'bulk',
    links: whole,
  };
  return roster;
}

function noteWhatIsNotRead({ manifest, roster }: OneRosterReading): void {
  if (!manifest.given) {
    roster.notes.push('There is no manifest.csv, so every file counts as what changed: nobody is taken for gone.');
  }
  if (manifest.others.length > 0) {
    roster.notes.push(
      `Not read: ${manifest.others.map((name) => `${name}.csv`).join(', ')}. Only people and classes are.`,
    );
  }
}
