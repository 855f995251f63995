import { relative, resolve } from 'node:path';
import type { TestEvent } from 'node:test/reporters';

/** What the runner says of a test, as far as it is looked at here. `entryFile` is what its process runs. */
interface OfTest {
  name: string;
  nesting: number;
  file?: string;
  line?: number;
  column?: number;
  entryFile?: string;
  details?: { type?: string };
}

/**
 * The events of a run, where a failure stands in its file of tests even when a helper has called `test`, and with a word for each
 * file from which no test came: it registers none, or its process ended before. `missing` is told their number before the end.
 */
export async function* byFile(
  source: AsyncIterable<TestEvent>,
  processes: ReadonlyMap<string, readonly string[]>,
  missing: (files: readonly string[]) => void,
): AsyncGenerator<TestEvent> {
  const filesOf = new Map([...processes].map(([run, files]) => [resolve(run), files]));
  const open = new Map<string, string>();
  const heard = new Set<string>();
  for await (const event of source) {
    if (event.type === 'test:start' || event.type === 'test:pass' || event.type === 'test:fail') {
      const data = event.data as OfTest;
      const file = fileOf(data, filesOf, open);
      if (file !== undefined && event.type !== 'test:start' && data.details?.type !== 'suite') heard.add(file);
      if (file !== undefined && event.type === 'test:fail') placeIn(data, file);
    }
    if (event.type === 'test:summary' && event.data.file === undefined) {
      const silent = [...processes.values()].flat().filter((file) => !heard.has(file));
      missing(silent);
      for (const file of silent) yield { type: 'test:diagnostic', data: complaint(file) };
    }
    yield event;
  }
}

/** Where files share a process, each is a suite of its name, and the tests in it follow its beginning. */
function fileOf(
  { nesting, name, entryFile }: OfTest,
  filesOf: ReadonlyMap<string, readonly string[]>,
  open: Map<string, string>,
): string | undefined {
  const files = entryFile === undefined ? undefined : filesOf.get(entryFile);
  if (entryFile === undefined || !files) return undefined;
  if (files.length === 1 && files[0] === relative('', entryFile)) return files[0];
  if (nesting === 0 && files.includes(name)) open.set(entryFile, name);
  return open.get(entryFile);
}

function placeIn(data: OfTest, file: string): void {
  if (data.file !== undefined && relative('', data.file) === file) return;
  Object.assign(data, { file: resolve(file), line: 1, column: 1 });
}

function complaint(file: string) {
  return { nesting: 0, message: `no test came from ${file}`, level: 'error' as const, file: resolve(file) };
}
