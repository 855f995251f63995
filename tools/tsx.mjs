// Lets Node run .tsx: .ts is stripped by Node itself, JSX needs this small transform. Development and tests only. With
// PLAIN_JSX set pages are left to Preact alone, for the tests that hold both ways against each other.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'rolldown/utils';
import { isPage, withStrings } from './jsx-strings.mjs';

const STRINGS = new URL('../src/web/strings.ts', import.meta.url).href;

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const file = fileURLToPath(url);
    const source = readFileSync(file, 'utf8');
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
    return { format: 'module', source: code + inline, shortCircuit: true };
  },
});
