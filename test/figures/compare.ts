import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { messagesFor } from '../../src/web/i18n/messages.ts';
import type { Client } from '../support/client.ts';
import { linesOn, picturesOn } from './lines.ts';
import { onlyFigures } from './no-figures.ts';
import type { RawRows } from './raw-rows.ts';
import type { Counted, Expected, Groups, PageToCount } from './recount.ts';
import { figuresOn, filesOn, isWritten, numbersIn, type Shown } from './shown.ts';
import { wronglyTold } from './told.ts';

/** What stands in the place of a number that is not told. */
const SAYS_FEW = [messagesFor('en').analytics.fewPupils, messagesFor('en').staff.small];

/** Opens a page and its files, and holds every figure in them against what was counted. Answers with the names of the groups that it tells of. */
export async function compare(client: Client, rows: RawRows, page: PageToCount): Promise<string[]> {
  const { path, lines, files = {} } = page;
  const { status, text } = await client.get(path);
  assert.equal(status, 200, path);
  const bare = onlyFigures(rows);
  const said = lines ? linesOn(text).map((one) => ({ ...one, text: bare(one.text) })) : [];
  const shown = numbered([...figuresOn(text), ...said.filter((one) => /\d/.test(one.text))]);
  for (const [place, said] of page.told ? shown : []) if (SAYS_FEW.includes(said)) shown.set(place, '');
  const figures = new Map(page.figures);
  const hidden = hiddenOn(page, shown);
  for (const place of hidden.flatMap(({ places }) => places)) figures.set(place, []);
  assert.ok([...figures.values()].some(isThere), 'there is something to count');
  assert.deepEqual(wrongIn(shown, figures, bare), [], path);
  for (const { picture, beside } of picturesOn(text)) {
    const there = new Set(numbersIn(bare(beside)).map(({ value }) => value));
    const other = numbersIn(bare(picture)).filter(({ value }) => !there.has(value));
    assert.deepEqual(other, [], `a picture says what stands nowhere beside it: ${picture}`);
  }
  for (const href of filesOn(text)) {
    const [key = '', counted] = fileFor(href.replaceAll('&amp;', '&'), files) ?? [];
    assert.ok(counted, `${href} is a file that nobody counts`);
    const file = new Map(counted);
    for (const place of hidden.flatMap(({ inFiles = {} }) => inFiles[key] ?? [])) file.set(place, []);
    const got = await client.get(href.replaceAll('&amp;', '&'));
    assert.equal(got.status, 200, href);
    const [titles = [], ...lines] = parse(got.text, { bom: true }) as string[][];
    const seen = new Map<string, number>();
    const cells = lines.flatMap((line) => {
      const times = (seen.get(line[0] ?? '') ?? 0) + 1;
      seen.set(line[0] ?? '', times);
      const row = times === 1 ? line[0] : `${line[0]} (${times})`;
      return line.slice(1).map((cell, at): [string, string] => [`${row} | ${titles[at + 1]}`, cell]);
    });
    assert.deepEqual(wrongIn(new Map(cells), file), [], href);
  }
  return (page.told ?? []).flatMap(({ groups }) => groups.flatMap((one) => (hidden.includes(one) ? [] : one.name)));
}

/** The file of an address: by its path, and by the table that it names after a space. */
function fileFor(
  href: string,
  files: NonNullable<PageToCount['files']>,
): [string, ReadonlyMap<string, Counted>] | undefined {
  const table = new URL(href, 'http://localhost').searchParams.get('table');
  const fits = (start: string): boolean => {
    const [path = '', named = null] = start.split(' ');
    return href.startsWith(path) && named === table;
  };
  return Object.entries(files).find(([start]) => fits(start));
}

/** The groups that a page does not tell of, which are those that it may not. */
function hiddenOn({ path, told = [] }: PageToCount, shown: ReadonlyMap<string, string>): Groups['groups'] {
  return told.flatMap((some) => {
    const isShown = (place: string) => numbersIn(shown.get(place) ?? '').length > 0;
    const isTold = some.groups.map(({ places }) => places.some(isShown));
    if (!some.isPart) assert.deepEqual(wronglyTold(some, isTold), [], path);
    return some.groups.filter(({ people }, at) => people > 0 && !isTold[at]);
  });
}

/** By place; the second of a place is `… (2)`. */
function numbered(found: readonly Shown[]): Map<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    found.map(({ place, text }) => {
      const times = (seen.get(place) ?? 0) + 1;
      seen.set(place, times);
      return [times === 1 ? place : `${place} (${times})`, text];
    }),
  );
}

const isThere = (expected: Expected): boolean =>
  typeof expected === 'object' ? expected.some((value) => value > 0) : expected !== '';

/** What is shown and not counted, counted and not shown, or another number. */
function wrongIn(
  shown: ReadonlyMap<string, string>,
  counted: ReadonlyMap<string, Expected>,
  bare: (text: string) => string = (text) => text,
): string[] {
  const all = new Set([...shown.keys(), ...counted.keys()]);
  return [...all].flatMap((place) => {
    const [text, expected] = [shown.get(place), counted.get(place)];
    if (typeof expected === 'string') {
      const isSaid = text !== undefined && squeezed(bare(text)) === squeezed(bare(expected));
      return isSaid ? [] : [`${place}: “${text}”, counted “${expected}”`];
    }
    const numbers = numbersIn(bare(text ?? ''));
    const values = typeof expected === 'function' ? expected(text ?? '') : expected;
    if (values === undefined) return numbers.length === 0 ? [] : [`${place}: “${text}” is counted by nobody`];
    if (text === undefined) return values.length === 0 ? [] : [`${place}: ${values.join(', ')} is not shown`];
    const isRight =
      numbers.length === values.length && numbers.every((one, at) => isWritten(one, values[at] ?? Number.NaN));
    return isRight ? [] : [`${place}: “${text}”, counted ${values.join(', ') || 'nothing'}`];
  });
}

const squeezed = (text: string): string => text.replace(/\s/g, '');
