import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Which files share processes, and how many one. Those that take longest come first: else they would run alone at the end, beside
 * cores that have nothing left to do.
 */
const GROUPS = [
  { name: 'long', of: /^test\/(?:accessibility|reliability)\//, inOne: 1 },
  { name: 'journeys', of: /^test\/(?:journeys|pages)\//, inOne: 6 },
  { name: 'test', of: /^test\//, inOne: 8 },
  { name: 'outside', of: /^src\/(?:data|web|cli)\//, inOne: 20 },
  { name: 'services', of: /^src\/services\//, inOne: 20 },
  { name: 'inside', of: /(?:)/, inOne: 40 },
];
/** What stands in a file that shares a process with none. */
const SAYS_APART = /^\/\/ A process of its own: \S/m;

/**
 * Which files of tests run in which processes: by what is run there, in the order in which they begin. Files that share a process
 * are run by a file that is written to the folder.
 */
export function intoProcesses(files: readonly string[], folder: string): Map<string, readonly string[]> {
  const processes = new Map<string, readonly string[]>();
  let left = files.toSorted();
  for (const { name, of, inOne } of GROUPS) {
    const its = left.filter((file) => of.test(file));
    left = left.filter((file) => !its.includes(file));
    const apart = its.filter((file) => inOne === 1 || SAYS_APART.test(readFileSync(file, 'utf8')));
    for (const file of apart) processes.set(file, [file]);
    const shared = its.filter((file) => !apart.includes(file));
    for (const [part, those] of inParts(shared, inOne).entries()) {
      processes.set(writeTogether(join(folder, `${name}-${part + 1}.mjs`), those), those);
    }
  }
  return processes;
}

/** As few parts as it takes, of about the same length. */
function inParts<T>(all: readonly T[], inOne: number): T[][] {
  const parts = Math.ceil(all.length / inOne);
  const start = (part: number) => Math.round((part * all.length) / parts);
  return Array.from({ length: parts }, (_, part) => all.slice(start(part), start(part + 1)));
}

function writeTogether(into: string, files: readonly string[]): string {
  const by = pathToFileURL(join(import.meta.dirname, 'together.ts')).href;
  writeFileSync(into, `import { testTogether } from '${by}';\ntestTogether(${JSON.stringify(files, null, 2)});\n`);
  return into;
}
