import { ALLOWED, readActive, readCapacity, readGrade, readList, readYear } from '../cells.ts';
import { isPasswordHeader, refusePasswords } from '../password-column.ts';
import type { RosterProblems } from '../problem.ts';
import type { Roster } from '../roster.ts';
import { findColumns, type Line, linesOf, requireColumns, type Table } from '../table.ts';
import { CsvReading, classId } from './csv-reading.ts';
import { readPersonLine } from './person-lines.ts';
import { COLUMNS, type CsvKind, headersOf, kindOfFile, readLinkStatus } from './vocabulary.ts';

export interface CsvOptions {
  /** The day on which it is read. */
  today: string;
  /** The files hold everybody: who is missing in them is gone. */
  whole: boolean;
  /** Files that are there and could not be read. */
  unread?: readonly string[];
}

const NEEDED: Record<CsvKind, string[]> = {
  people: ['role', 'first name', 'last name'],
  pupils: ['first name', 'last name'],
  parents: ['first name', 'last name'],
  staff: ['first name', 'last name'],
  classes: ['class', 'grade'],
  links: ['parent', 'child'],
  schools: ['school'],
};

/** Without these it is still known who is meant, of which role and in which class. */
const NAMES = new Set(['first name', 'last name']);

/** Classes come before the pupils who name them. */
const ORDER: CsvKind[] = ['schools', 'classes', 'staff', 'pupils', 'parents', 'people', 'links'];

/**
 * Reads files of our own form, all that are there. What is wrong goes to `problems`; the roster is only whole without any. Yields where
 * the work can be left for a while.
 */
export function* readCsvRoster(
  tables: readonly Table[],
  options: CsvOptions,
  problems: RosterProblems,
): Generator<void, Roster> {
  const reading = new CsvReading(problems, options.today);
  const { roster } = reading;
  const known = tables.flatMap((table) => {
    refusePasswords(table, { unlessEmpty: false }, problems);
    const kind = kindOfFile(table.file) ?? (tables.length + (options.unread ?? []).length === 1 ? 'people' : undefined);
    if (kind === undefined) roster.notes.push(`${table.file} was not read: allowed are ${fileNames()}.`);
    return kind === undefined ? [] : [{ table, kind }];
  });
  const unread = options.unread ?? [];
  if (unread.length > 0 || tables.some(({ partial }) => partial)) roster.partial = true;
  if (known.length === 0 && unread.length === 0) {
    const [file = 'the folder'] = tables.map((table) => table.file);
    const allowed = `there is nothing to read; allowed are ${fileNames()}.`;
    problems.add({ file, row: 1, column: null, value: null, allowed });
  }
  known.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  for (const { table, kind } of known) yield* readTable(table, kind, reading);
  if (options.whole)
    claimWhole(
      roster,
      known.map(({ kind }) => kind),
    );
  return roster;
}

function fileNames(): string {
  return ORDER.map((kind) => `${kind}.csv`).join(', ');
}

function* readTable(table: Table, kind: CsvKind, reading: CsvReading): Generator<void> {
  const { problems, roster } = reading;
  const columns = findColumns(table, headersOf(kind), problems);
  // Of passwords more is said than that they are not read.
  const unknown = columns.unknown.filter((title) => !isPasswordHeader(title));
  if (unknown.length > 0) {
    const titles = unknown.map((title) => `“${title}”`).join(', ');
    const which = unknown.length === 1 ? `the column ${titles} was` : `the columns ${titles} were`;
    roster.notes.push(`${table.file}, row 1: ${which} not read; allowed are ${COLUMNS[kind].join(', ')}.`);
  }
  requireColumns(table, columns, NEEDED[kind], problems);
  if ([...columns.missing].some((column) => !NAMES.has(column))) roster.partial = true;
  const read = READERS[kind];
  for (const line of linesOf(table, columns, problems)) {
    yield;
    read(line, kind, reading);
  }
}

const READERS: Record<CsvKind, (line: Line, kind: CsvKind, reading: CsvReading) => void> = {
  people: readPersonLine,
  pupils: readPersonLine,
  parents: readPersonLine,
  staff: readPersonLine,
  classes: readClassLine,
  links: readLinkLine,
  schools: readSchoolLine,
};

function readClassLine(line: Line, _kind: CsvKind, reading: CsvReading): void {
  const name = line.need('class', 'allowed is the name of a class.');
  const grade = line.need('grade', ALLOWED.grade);
  const gradeLevel = grade === undefined ? undefined : line.read('grade', readGrade, ALLOWED.grade);
  const year = line.read('year', readYear, ALLOWED.year);
  const capacity = line.read('capacity', readCapacity, ALLOWED.capacity);
  const active = line.read('status', readActive, ALLOWED.active) ?? true;
  const school = line.text('school');
  const managers = readList(line.text('managers', 2000));
  if (name === undefined) return;
  const id = line.text('id') ?? classId({ school, name, gradeLevel, year });
  const saysManagers = managers.length > 0;
  const { place } = line;
  reading.addClass({ id, place, school, name, gradeLevel, year, capacity, active, implied: false, saysManagers }, line);
  for (const person of managers)
    reading.roster.memberships.push({ place: line.spot('managers'), class: id, person, as: 'manager', active: true });
}

function readLinkLine(line: Line, _kind: CsvKind, reading: CsvReading): void {
  const parent = line.need('parent', 'allowed is the id, username or e-mail address of a parent.');
  const child = line.need('child', 'allowed is the id or username of a pupil.');
  const status = line.read('status', readLinkStatus, 'allowed is verified or blocked.') ?? 'verified';
  if (parent !== undefined && child !== undefined) reading.addLink({ place: line.place, parent, child, status });
}

function readSchoolLine(line: Line, _kind: CsvKind, reading: CsvReading): void {
  const name = line.need('school', 'allowed is the name of a school.');
  const region = line.text('region');
  if (name === undefined) return;
  const regions = region === undefined ? [] : [region];
  reading.roster.schools.push({ id: name, place: line.place, name, regions, active: true });
}

/** What is claimed to be whole follows from the files that are there. */
function claimWhole({ whole }: Roster, kinds: readonly CsvKind[]): void {
  const has = (kind: CsvKind) => kinds.includes(kind) || kinds.includes('people');
  if (has('pupils')) whole.people.push('student');
  if (has('parents')) whole.people.push('parent');
  if (has('staff')) whole.people.push('class manager');
  whole.links = kinds.includes('links') && has('pupils') && has('parents');
}
