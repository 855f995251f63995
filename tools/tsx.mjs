// Lets Node run .tsx: .ts is stripped by Node itself, JSX needs this small transform. Development and tests only. With
// PLAIN_JSX set pages are left to Preact alone, for the tests that hold both ways against each other. What was transformed once
// is kept by its content: most processes of tests load all pages. With ALLAMDA_TEST_PROGRAM set
// the program's modules are taken from the few files that test/support/program.ts has made of them.
//
// In the processes of the tests, promises are not followed: Node's runner asks to be told of the beginning and the end of each,
// to say which test of a file a rejection came from that nobody handled. That costs about a tenth of the time that tests of services and routes take. The
// file still fails by such a rejection, and names the error.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const STRINGS = new URL('../src/web/strings.ts', import.meta.url).href;
const KEPT = fileURLToPath(new URL('../node_modules/.cache/tsx/', import.meta.url));
const require = createRequire(import.meta.url);
const MADE_BY = ['./tsx.mjs', './jsx-strings.mjs', '../node_modules/rolldown/package.json']
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  .join('\0');

const SOURCES = new URL('../src/', import.meta.url).href;
const PROGRAM = process.env.ALLAMDA_TEST_PROGRAM;
/** Pages by Preact alone are not in it; tests of the domain load few modules, and need no others. */
const IN_FEW_FILES =
  PROGRAM && !process.env.PLAIN_JSX && !/[/\\]src[/\\](?:domain|shared)[/\\]/.test(process.argv[1] ?? '')
    ? `${pathToFileURL(PROGRAM).href}/`
    : null;

if (process.env.NODE_TEST_CONTEXT) {
  const hooks = require('node:async_hooks');
  const { createHook } = hooks;
  hooks.createHook = (callbacks) => createHook({ ...callbacks, trackPromises: false });
}

mkdirSync(KEPT, { recursive: true });

if (IN_FEW_FILES)
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const found = nextResolve(specifier, context);
      if (!found.url.startsWith(SOURCES)) return found;
      const url = found.url.replace(SOURCES, IN_FEW_FILES).replace(/\.tsx?$/, '.mjs');
      return existsSync(new URL(url)) ? { ...found, url, format: 'module' } : found;
    },
  });

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const file = fileURLToPath(url);
    const source = readFileSync(file, 'utf8');
    const key = [MADE_BY, process.env.PLAIN_JSX ?? '', file, source].join('\0');
    const kept = join(KEPT, `${createHash('sha256').update(key).digest('base64url')}.mjs`);
    return { format: 'module', source: read(kept) ?? keep(kept, transform(file, source)), shortCircuit: true };
  },
});

function read(kept) {
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    return null;
  }
}

/** Others may be reading it, or writing the same. */
function keep(kept, code) {
  const own = `${kept}.${process.pid}`;
  writeFileSync(own, code);
  renameSync(own, kept);
  return code;
}

function transform(file, source) {
  // Loaded only where something is not kept yet.
  const { isPage, withStrings } = require('./jsx-strings.mjs');
  const { transformSync } = require('rolldown/utils');
  const rewritten = isPage(file) && !process.env.PLAIN_JSX ? withStrings(file, source, STRINGS) : null;
  const { code, map, errors } = transformSync(file, rewritten ?? source, {
    lang: 'tsx',
    sourcemap: true,
    jsx: { runtime: 'automatic', importSource: 'preact' },
  });
  if (errors.length > 0) throw errors[0];
  const inline = map
    ? `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`
    : '';
  return code + inline;
}
