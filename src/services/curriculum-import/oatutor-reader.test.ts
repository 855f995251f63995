import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { addProblem, makeFolder, PNG } from '../../../test/support/oatutor-folder.ts';
import { LIMITS, type ReadEntry, type ReadLimits, readOatutor } from './oatutor-reader.ts';

async function readAll(folder: string, limits?: ReadLimits): Promise<ReadEntry[]> {
  const entries: ReadEntry[] = [];
  for await (const entry of readOatutor(folder, limits)) entries.push(entry);
  return entries;
}

async function reasonOf(folder: string, id: string, limits?: ReadLimits): Promise<string> {
  const entry = (await readAll(folder, limits)).find((one) => !one.ok && one.id === id);
  assert.ok(entry && !entry.ok, `${id} was read`);
  return entry.reason;
}

test('problems are read in alphabetical order with steps, hints and figures', async (t) => {
  const root = makeFolder(t, { b1: { steps: [{}, {}] }, a1: { figures: { 'figure1.gif': PNG } } });
  const [first, second] = await readAll(root);
  assert.ok(first?.ok && second?.ok);
  assert.deepEqual([first.raw.id, second.raw.id], ['a1', 'b1']);
  assert.deepEqual(
    second.raw.steps.map((step) => step.id),
    ['b1a', 'b1b'],
  );
  assert.ok(Array.isArray(second.raw.steps[0]?.pathway));
  assert.deepEqual(first.raw.figures, [{ name: 'figure1.gif', bytes: PNG }]);
});

test('the content pool itself may be named', async (t) => {
  const root = makeFolder(t, { a1: {} });
  assert.equal((await readAll(path.join(root, 'content-pool'))).length, 1);
});

test('a folder without such content is named as the trouble', async (t) => {
  const root = makeFolder(t, {});
  await assert.rejects(readAll(root), /has no OATutor content/);
  await assert.rejects(readAll(path.join(root, 'nowhere')), /has no OATutor content/);
});

test('damaged JSON, text that is no UTF-8 and missing files are reasons, and the others are read', async (t) => {
  const root = makeFolder(t, { a1: {}, b1: {}, c1: {}, d1: {}, e1: {} });
  const pool = path.join(root, 'content-pool');
  writeFileSync(path.join(pool, 'a1', 'a1.json'), '{"title": ');
  writeFileSync(path.join(pool, 'b1', 'steps', 'b1a', 'b1a.json'), Buffer.from([0x22, 0xff, 0xfe, 0x22]));
  rmSync(path.join(pool, 'c1', 'c1.json'));
  writeFileSync(path.join(pool, 'd1', 'steps', 'd1a', 'tutoring', 'd1aDefaultPathway.json'), '[');
  assert.match(await reasonOf(root, 'a1'), /a1.json is damaged/);
  assert.match(await reasonOf(root, 'b1'), /b1a.json is damaged/);
  assert.match(await reasonOf(root, 'c1'), /c1.json is missing/);
  assert.match(await reasonOf(root, 'd1'), /d1aDefaultPathway.json is damaged/);
  assert.deepEqual((await readAll(root)).filter((entry) => entry.ok).length, 1);
});

test('a step without hints has none', async (t) => {
  const root = makeFolder(t, { a1: {} });
  rmSync(path.join(root, 'content-pool', 'a1', 'steps', 'a1a', 'tutoring'), { recursive: true });
  const [entry] = await readAll(root);
  assert.ok(entry?.ok);
  assert.equal(entry.raw.steps[0]?.pathway, null);
});

test('huge files are not read', async (t) => {
  const root = makeFolder(t, { a1: {}, b1: { figures: { 'figure1.gif': PNG } } });
  const pool = path.join(root, 'content-pool');
  truncateSync(path.join(pool, 'a1', 'a1.json'), 8 * 1024 ** 3);
  truncateSync(path.join(pool, 'b1', 'figures', 'figure1.gif'), 3 * 1024 ** 2);
  assert.match(await reasonOf(root, 'a1'), /a1.json is larger than 512 kB/);
  const b1 = (await readAll(root)).find((entry) => entry.ok);
  assert.deepEqual(b1?.ok && b1.raw.figures, [{ name: 'figure1.gif', refused: 'figure1.gif is larger than 2 MB' }]);
});

test('links are followed nowhere: to a problem, a file, a figure or a folder', async (t) => {
  const root = makeFolder(t, { a1: {}, b1: { figures: { 'figure1.gif': PNG } }, c1: {} });
  const pool = path.join(root, 'content-pool');
  symlinkSync(path.join(pool, 'a1'), path.join(pool, 'z1'));
  rmSync(path.join(pool, 'a1', 'a1.json'));
  symlinkSync('/etc/passwd', path.join(pool, 'a1', 'a1.json'));
  symlinkSync('/etc/passwd', path.join(pool, 'b1', 'figures', 'figure2.gif'));
  rmSync(path.join(pool, 'c1', 'steps'), { recursive: true });
  symlinkSync(path.join(pool, 'b1', 'steps'), path.join(pool, 'c1', 'steps'));
  assert.match(await reasonOf(root, 'z1'), /is a link/);
  assert.match(await reasonOf(root, 'a1'), /a1.json is a link/);
  const entries = await readAll(root);
  const b1 = entries.find((entry) => entry.ok && entry.raw.id === 'b1');
  assert.deepEqual(b1?.ok && b1.raw.figures.map((figure) => figure.name), ['figure1.gif']);
  const c1 = entries.find((entry) => entry.ok && entry.raw.id === 'c1');
  assert.deepEqual(c1?.ok && c1.raw.steps, []);
});

test('a pipe in the place of a file is refused instead of waited for', async (t) => {
  const root = makeFolder(t, { a1: {}, b1: {} });
  const file = path.join(root, 'content-pool', 'a1', 'a1.json');
  rmSync(file);
  execFileSync('mkfifo', [file]);
  assert.match(await reasonOf(root, 'a1'), /a1.json is no file/);
});

test('odd names lead nowhere', async (t) => {
  const root = makeFolder(t, { a1: {} });
  for (const name of ['x%2f..%2fetc', 'a\\..\\b', '-rf', 'x\ny']) mkdirSync(path.join(root, 'content-pool', name));
  mkdirSync(path.join(root, 'content-pool', '.hidden'));
  const left = (await readAll(root)).filter((entry) => !entry.ok);
  assert.equal(left.length, 4);
  for (const entry of left) assert.match(entry.ok ? '' : entry.reason, /its name has characters/);
});

test('more than the limit is refused: problems, steps, figures together', async (t) => {
  const root = makeFolder(t, { a1: { steps: [{}, {}, {}] }, b1: { figures: { 'figure1.gif': PNG } } });
  assert.match(await reasonOf(root, 'a1', { ...LIMITS, stepsEach: 2 }), /more than 2 folders/);
  const small = (await readAll(root, { ...LIMITS, figureBytes: 10 })).find(
    (entry) => entry.ok && entry.raw.id === 'b1',
  );
  assert.ok(small?.ok && small.raw.figures.every((figure) => 'refused' in figure));
  addProblem(root, 'c1', {});
  await assert.rejects(readAll(root, { ...LIMITS, problems: 2 }), /more than 2 folders/);
});
