import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

type Theme = 'light' | 'dark';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name, light, dark]): [string, Record<Theme, string>] => [name ?? '', { light: light ?? '', dark: dark ?? '' }],
  ),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string, theme: Theme): number {
  const [a, b] = [one, other].map((name) => {
    const token = tokens.get(name);
    assert.ok(token, `there is no token --${name}`);
    return luminance(token[theme]);
  });
  assert.ok(a !== undefined && b !== undefined);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const TEXT: Record<string, string[]> = {
  ink: ['paper', 'sheet', 'sunk', 'iris-wash', 'apricot-wash', 'leaf-wash', 'rose-wash'],
  'ink-2': ['paper', 'sheet', 'sunk', 'iris-wash', 'apricot-wash', 'leaf-wash', 'rose-wash'],
  iris: ['paper', 'sheet', 'sunk', 'iris-wash'],
  'iris-deep': ['paper', 'sheet', 'iris-wash'],
  'on-iris': ['iris', 'iris-deep'],
  apricot: ['apricot-wash'],
  leaf: ['leaf-wash'],
  rose: ['rose-wash', 'sheet', 'paper'],
  sheet: ['leaf'],
};

const SHAPES: Record<string, string[]> = {
  edge: ['paper', 'sheet'],
  iris: ['track', 'sheet', 'paper'],
  leaf: ['track', 'sheet'],
  apricot: ['track'],
};

for (const theme of ['light', 'dark'] as const) {
  test(`text can be read in the ${theme} theme (AA: 4.5 to 1)`, () => {
    for (const [text, grounds] of Object.entries(TEXT)) {
      for (const ground of grounds) {
        const ratio = contrast(text, ground, theme);
        assert.ok(ratio >= 4.5, `${text} on ${ground}: ${ratio.toFixed(2)}`);
      }
    }
  });

  test(`edges of fields and fillings of bars can be seen in the ${theme} theme (AA: 3 to 1)`, () => {
    for (const [shape, grounds] of Object.entries(SHAPES)) {
      for (const ground of grounds) {
        const ratio = contrast(shape, ground, theme);
        assert.ok(ratio >= 3, `${shape} on ${ground}: ${ratio.toFixed(2)}`);
      }
    }
  });
}
