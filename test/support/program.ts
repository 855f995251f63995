import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { isPage, withStrings } from '../../tools/jsx-strings.mjs';

const root = join(import.meta.dirname, '../..');
const KEPT = join(root, 'node_modules/.cache/program');
const STRINGS = join(root, 'src/web/strings.ts');

/** Run when they are loaded, or made for browsers. */
const LEFT_OUT = /\.test\.tsx?$|\.d\.ts$|^main\.ts$|^cli\/main\.ts$|^web\/islands\//;
/** Packages of many small files. The others are few and keep their own way of being loaded. */
const BROUGHT =
  /^(?:kysely|zod|mathjs|fastify|fastify-type-provider-zod|avvio|find-my-way|semver|@fastify\/(?!static|swagger))(?:$|[/-])/;

/**
 * The program in a few large files, and beside them one small file for each of its modules, which names what the module exports:
 * each process of tests reads these in half the time that its 1,400 modules take. Answers the folder; made
 * anew only when something of it is newer. tools/tsx.mjs leads there.
 */
export async function programInFewFiles(): Promise<string> {
  const modules = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !LEFT_OUT.test(file))
    .toSorted();
  const folder = join(KEPT, stateOf(modules));
  if (!existsSync(folder)) {
    const made = await bundle(modules);
    rmSync(KEPT, { recursive: true, force: true });
    write(folder, made);
  }
  return folder;
}

/** What the bundle depends on: sizes and times of the sources, and the packages. */
function stateOf(modules: readonly string[]): string {
  const hash = createHash('sha256');
  const others = ['package-lock.json', 'tools/jsx-strings.mjs', 'test/support/program.ts'];
  for (const file of [...modules.map((name) => join('src', name)), ...others]) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('base64url');
}

async function bundle(modules: readonly string[]): Promise<OutputChunk[]> {
  const building = await rolldown({
    input: Object.fromEntries(modules.map((file) => [file.replace(/\.tsx?$/, ''), join(root, 'src', file)])),
    platform: 'node',
    preserveEntrySignatures: 'strict',
    external: (id) => !/^[./]/.test(id) && !BROUGHT.test(id),
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [{ name: 'pages-as-strings', transform: (source, file) => asStrings(file, source) }],
    checks: { configurationFieldConflict: false },
  });
  const { output } = await building.generate({
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunks/[name].mjs',
    codeSplitting: {
      groups: [
        { name: 'mathjs', test: /node_modules\/(?:mathjs|decimal|typed-function|complex|fraction)/, priority: 3 },
        { name: 'packages', test: /node_modules/, priority: 2 },
        { name: 'program', test: /./, priority: 1 },
      ],
    },
  });
  await building.close();
  return output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
}

function asStrings(file: string, source: string): { code: string } | null {
  const code = isPage(file) ? withStrings(file, source, STRINGS) : null;
  return code === null ? null : { code };
}

/** Whole or not at all. */
function write(folder: string, chunks: readonly OutputChunk[]): void {
  const own = `${folder}.${process.pid}`;
  for (const { fileName, code } of chunks) {
    mkdirSync(dirname(join(own, fileName)), { recursive: true });
    writeFileSync(join(own, fileName), code);
  }
  renameSync(own, folder);
}
