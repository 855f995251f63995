import { foldWord } from '../fold-word.ts';
import type { RosterProblems } from '../problem.ts';
import type { Table } from '../table.ts';

/** The files that people and classes are read from. */
export const ROSTER_FILES = [
  'orgs',
  'academicSessions',
  'courses',
  'classes',
  'users',
  'roles',
  'enrollments',
  'demographics',
  'userProfiles',
] as const;
export type RosterFile = (typeof ROSTER_FILES)[number];

/** All of a thing, or only what changed. */
export type FileMode = 'bulk' | 'delta';

export interface Manifest {
  version: '1.1' | '1.2';
  modes: Partial<Record<RosterFile, FileMode>>;
  /** Whether the archive says so itself. */
  given: boolean;
  /** Files of the standard that are there and hold nothing about people and classes. */
  others: string[];
}

const VERSIONS = { '1.1': '1.1', '1.1.1': '1.1', '1.2': '1.2', '1.2.1': '1.2' } as const;

/** "users.csv", wherever in the archive it lies → "users". */
export function stemOf(file: string): string {
  return file.replace(/^.*[/\\]/, '').replace(/\.csv$/i, '');
}

/**
 * Reads manifest.csv: the version, and for each file whether it holds everything (bulk), what changed (delta) or nothing
 * (absent). Without a manifest every file counts as delta, so that nobody is taken for gone. `unread` are files that are there and
 * could not be read.
 */
export function readManifest(tables: readonly Table[], unread: readonly string[], problems: RosterProblems): Manifest {
  const named = new Map(tables.map((table) => [stemOf(table.file).toLowerCase(), table]));
  const rosterFile = (stem: string) => ROSTER_FILES.find((name) => name.toLowerCase() === stem.toLowerCase());
  const present = new Set([...named.keys(), ...unread.map((file) => stemOf(file).toLowerCase())]);
  const others = [...named.keys()].filter((stem) => stem !== 'manifest' && rosterFile(stem) === undefined);
  const manifest = named.get('manifest');
  if (!manifest) {
    const there = ROSTER_FILES.filter((name) => present.has(name.toLowerCase()));
    const modes = Object.fromEntries(there.map((name) => [name, 'delta' as const]));
    return { version: present.has('roles') ? '1.2' : '1.1', modes, given: present.has('manifest'), others };
  }
  const reader = new ManifestReader(manifest, problems);
  const version = reader.version();
  const modes: Manifest['modes'] = {};
  for (const name of ROSTER_FILES) {
    const mode = reader.mode(name, present.has(name.toLowerCase()));
    if (mode) modes[name] = mode;
  }
  return { version, modes, given: true, others };
}

class ManifestReader {
  readonly #table: Table;
  readonly #problems: RosterProblems;
  readonly #values = new Map<string, { value: string; row: number }>();

  constructor(table: Table, problems: RosterProblems) {
    this.#table = table;
    this.#problems = problems;
    const [nameAt, valueAt] = ['propertyname', 'value'].map((title) =>
      table.header.findIndex((cell) => foldWord(cell) === title),
    );
    if (nameAt === undefined || valueAt === undefined || nameAt < 0 || valueAt < 0) {
      this.#refuse(1, null, table.header.join(','), 'allowed are the columns propertyName and value.');
      return;
    }
    for (const { row, cells } of table.rows) {
      this.#values.set((cells[nameAt] ?? '').trim().toLowerCase(), { value: (cells[valueAt] ?? '').trim(), row });
    }
  }

  version(): Manifest['version'] {
    const said = this.#values.get('oneroster.version');
    const known = Object.entries(VERSIONS).find(([text]) => text === said?.value);
    if (known) return known[1];
    this.#refuse(said?.row ?? 1, 'oneroster.version', said?.value ?? null, 'allowed is 1.1 or 1.2.');
    return '1.1';
  }

  mode(name: RosterFile, present: boolean): FileMode | undefined {
    const said = this.#values.get(`file.${name.toLowerCase()}`);
    const word = said?.value.toLowerCase() ?? 'absent';
    if (word === 'absent') return undefined;
    if (word !== 'bulk' && word !== 'delta') {
      this.#refuse(said?.row ?? 1, `file.${name}`, said?.value ?? null, 'allowed is bulk, delta or absent.');
      return undefined;
    }
    if (!present) this.#refuse(said?.row ?? 1, `file.${name}`, word, `${name}.csv is not there; allowed is absent.`);
    return present ? word : undefined;
  }

  #refuse(row: number, column: string | null, value: string | null, allowed: string): void {
    this.#problems.add({ file: this.#table.file, row, column, value, allowed });
  }
}
