import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { NAMED } from '../../src/data/sample/people/named-people.ts';
import { startTestApp } from '../support/app.ts';
import { type Client, login } from '../support/client.ts';
import { copyOfRegion, DATABASES, emptyMysql } from '../support/databases.ts';
import { bringRegion } from '../support/region.ts';
import { linesOn, picturesOn } from './lines.ts';
import { onlyFigures } from './no-figures.ts';
import { CLASS_FIGURES, SCHOOL_FIGURES } from './pages/analytics.ts';
import { CHILD, CHILDREN } from './pages/family.ts';
import { OWN_PROGRESS, PROGRESS_OF_CHILDREN } from './pages/progress.ts';
import { COURSES, HISTORY, TODAY } from './pages/pupil.ts';
import { CLASS_QUARTER } from './pages/quarters.ts';
import { SCHOOL, SCHOOL_AI } from './pages/school.ts';
import { SCHOOL_QUARTER } from './pages/school-quarter.ts';
import { ATTENTION_OF_CLASS, ATTENTION_OF_SCHOOL, CLASS, PUPILS_OF_CLASS } from './pages/staff.ts';
import { RawRows } from './raw-rows.ts';
import type { Counted, Expected, PageToCount, Recount } from './recount.ts';
import { addToRegion } from './seeds.ts';
import { figuresOn, filesOn, isWritten, numbersIn, type Shown } from './shown.ts';

/** Every page whose figures are held against a count of raw rows. */
const RECOUNTS: readonly Recount[] = [
  CLASS_FIGURES,
  SCHOOL_FIGURES,
  OWN_PROGRESS,
  PROGRESS_OF_CHILDREN,
  CLASS_QUARTER,
  TODAY,
  COURSES,
  HISTORY,
  CHILDREN,
  CHILD,
  CLASS,
  ATTENTION_OF_CLASS,
  ATTENTION_OF_SCHOOL,
  PUPILS_OF_CLASS,
  SCHOOL,
  SCHOOL_AI,
  SCHOOL_QUARTER,
];

async function openRegion(t: TestContext, database: 'sqlite' | 'mysql'): Promise<DatabaseManager> {
  const file = await copyOfRegion(t);
  if (database === 'sqlite') {
    const db = new DatabaseManager({ kind: 'sqlite', file, synchronous: 'OFF' });
    t.after(() => db.close());
    return db;
  }
  const settings = await emptyMysql();
  await bringRegion(file, settings);
  const db = new DatabaseManager(settings);
  t.after(() => db.close());
  return db;
}

for (const { database, skip } of DATABASES) {
  test(`every number on a page of figures, and in its files, is what the rows come to (${database})`, {
    skip,
  }, async (t) => {
    const db = await openRegion(t, database);
    const app = await startTestApp(t, db);
    await addToRegion(app);
    const rows = await RawRows.read(db, app.clock.now());
    const clients = new Map<string, Client>();
    for (const { page, who, count } of RECOUNTS) {
      const client = clients.get(who) ?? (await login(app, who, NAMED[who].password));
      clients.set(who, client);
      const pages = count(rows);
      assert.ok(pages.length > 0, `${page}: there is one to look at`);
      for (const one of pages) await t.test(`${one.path} of ${who}`, () => compare(client, rows, one));
    }
  });
}

async function compare(
  client: Client,
  rows: RawRows,
  { path, figures, lines, files = {} }: PageToCount,
): Promise<void> {
  const { status, text } = await client.get(path);
  assert.equal(status, 200, path);
  const bare = onlyFigures(rows);
  const said = lines ? linesOn(text).map((one) => ({ ...one, text: bare(one.text) })) : [];
  const shown = numbered([...figuresOn(text), ...said.filter((one) => /\d/.test(one.text))]);
  assert.ok([...figures.values()].some(isThere), 'there is something to count');
  assert.deepEqual(wrongIn(shown, figures, bare), [], path);
  for (const { picture, beside } of picturesOn(text)) {
    const there = new Set(numbersIn(bare(beside)).map(({ value }) => value));
    const other = numbersIn(bare(picture)).filter(({ value }) => !there.has(value));
    assert.deepEqual(other, [], `a picture says what stands nowhere beside it: ${picture}`);
  }
  for (const href of filesOn(text)) {
    const file = fileFor(href.replaceAll('&amp;', '&'), files);
    assert.ok(file, `${href} is a file that nobody counts`);
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
}

/** The file of an address: by its path, and by the table that it names after a space. */
function fileFor(href: string, files: NonNullable<PageToCount['files']>): ReadonlyMap<string, Counted> | undefined {
  const table = new URL(href, 'http://localhost').searchParams.get('table');
  const fits = (start: string): boolean => {
    const [path = '', named = null] = start.split(' ');
    return href.startsWith(path) && named === table;
  };
  return Object.entries(files).find(([start]) => fits(start))?.[1];
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
