import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A process takes half a second before its first test, and the first of everything is slow. */
const IN_ONE_PROCESS = 24;
/** Folders whose files each have a process of their own. Any other file says so itself, with the reason. */
const APART = /^test\/(?:accessibility|journeys|reliability)\//;
const SAYS_APART = /^\/\/ A process of its own: \S/m;
/** What takes longest goes first: else it would run alone at the end. */
const LONGEST = [
  /^test\/accessibility\//,
  /^test\/authorization\//,
  /^test\/reliability\//,
  /^test\/(?:api|teaching)\//,
  /^test\//,
  /^src\/(?:data|web|cli)\//,
  /^src\/services\//,
];

/**
 * Which files of tests run in which processes: by what is run there, in the order in which they begin. Files that share a process
 * are run by a file that is written to the folder.
 */
export function intoProcesses(files: readonly string[], folder: string): Map<string, readonly string[]> {
  const sorted = files.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const apart = sorted.filter(isApart);
  const shared = sorted.filter((file) => !apart.includes(file));
  const processes = new Map<string, readonly string[]>(apart.map((file) => [file, [file]]));
  const parts = Math.ceil(shared.length / IN_ONE_PROCESS);
  for (let part = 0; part < parts; part += 1) {
    const start = (of: number) => Math.round((of * shared.length) / parts);
    const its = shared.slice(start(part), start(part + 1));
    processes.set(writeTogether(join(folder, `together-${part + 1}.mjs`), its), its);
  }
  return processes;
}

function rank(file: string): number {
  const found = LONGEST.findIndex((pattern) => pattern.test(file));
  return found < 0 ? LONGEST.length : found;
}

function isApart(file: string): boolean {
  return APART.test(file) || SAYS_APART.test(readFileSync(file, 'utf8'));
}

function writeTogether(into: string, files: readonly string[]): string {
  const by = pathToFileURL(join(import.meta.dirname, 'together.ts')).href;
  writeFileSync(into, `import { testTogether } from '${by}';\ntestTogether(${JSON.stringify(files, null, 2)});\n`);
  return into;
}
