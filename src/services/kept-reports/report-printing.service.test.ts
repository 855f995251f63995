// A process of its own: it starts Chromium.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { chromiumPath } from '../../../test/support/chromium.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor } from '../../../test/support/past.ts';
import { openArchive } from '../../data/archives/archive.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { Printer } from '../../data/printing/printer.ts';
import { HOUR } from '../../shared/instant.ts';

async function printingApp(t: TestContext, db: DatabaseManager, path?: string) {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db, { config: { chromiumPath: path ?? (await chromiumPath()) } });
  const manager = actor(school.classManagerId, 'class manager', school.schoolId);
  const [period = ''] = (await app.services.keptReports.choices(manager)).periods;
  const make = async (wish: { kind: 'pupils' | 'pupil' | 'class'; classId?: number; studentId?: number }) => {
    const [id = 0] = await app.services.keptReports.ask(manager, { ...wish, period, locale: 'he' });
    await app.reportWorker.runDue();
    return id;
  };
  return { ...school, app, manager, make };
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** How many pages a PDF says that it has. */
const pagesOf = (bytes: Uint8Array) => textOf(bytes).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

databaseTest('a report is printed as a tagged PDF that says its title and its language', async (db, t) => {
  const { app, manager, make, pupilId } = await printingApp(t, db);
  const id = await make({ kind: 'pupil', studentId: pupilId });
  const page = await login(app, 'class-manager');
  const answer = await page.get(`/class/reports/${id}/report.pdf`);
  assert.deepEqual([answer.status, answer.headers['content-type']], [200, 'application/pdf']);
  assert.match((await page.get(`/class/reports/${id}`, { accept: 'text/html' })).text, /report\.pdf/);
  const pdf = await app.services.reportPrinting.print(manager, id);
  const text = textOf(pdf);
  assert.match(text, /^%PDF-1\./);
  assert.match(text, /\/Lang \(en\)/);
  assert.match(text, /\/StructTreeRoot/);
  assert.match(text, /\/Title \(Noa /);
  assert.ok(pagesOf(pdf) >= 1 && pagesOf(pdf) <= 2, `${pagesOf(pdf)} pages`);
  const hebrew = await app.services.reportPrinting.print({ ...manager, locale: 'he' }, id);
  assert.match(textOf(hebrew), /\/Lang \(he\)/);
});

databaseTest(
  'the reports of a class are printed once, as one file and as an archive, and kept for an hour',
  async (db, t) => {
    const { app, manager, make, classId } = await printingApp(t, db);
    const { reportPrinting, reportReading } = app.services;
    const id = await make({ kind: 'pupils', classId });
    await reportPrinting.ask(manager, id, 'zip');
    await reportPrinting.ask(manager, id, 'zip');
    await reportPrinting.ask(manager, id, 'pdf');
    await app.reportWorker.runDue();
    const { prints } = await reportReading.openSet(manager, id);
    assert.deepEqual(
      prints.map(({ format, state }) => `${format} ${state}`),
      ['pdf done', 'zip done'],
    );
    const archive = await openArchive(await reportPrinting.take(manager, id, 'zip'));
    assert.equal(archive.names.length, 2);
    for (const name of archive.names) assert.match(textOf(await archive.read(name)), /\/Lang \(he\)/);
    const one = await reportPrinting.take(manager, id, 'pdf');
    assert.ok(pagesOf(one) >= 2);
    const jobs = await db.handle().selectFrom('jobs').select('id').where('kind', '=', 'print-report').execute();
    assert.equal(jobs.length, 2);
    app.clock.advance(HOUR + 1000);
    await assert.rejects(reportPrinting.take(manager, id, 'pdf'), { kind: 'not-found' });
    await reportPrinting.removeExpired();
    assert.deepEqual(await db.handle().selectFrom('report_prints').select('id').execute(), []);
  },
);

test('without a program to print with the page says how to print, and asking for a PDF is answered', async (t) => {
  const db = await openSqlite(t);
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const manager = actor(school.classManagerId, 'class manager', school.schoolId);
  const [period = ''] = (await app.services.keptReports.choices(manager)).periods;
  const [id = 0] = await app.services.keptReports.ask(manager, {
    kind: 'class',
    classId: school.classId,
    period,
    locale: 'en',
  });
  await app.reportWorker.runDue();
  const page = await login(app, 'class-manager');
  const { text } = await page.get(`/class/reports/${id}`, { accept: 'text/html' });
  assert.match(text, /print command of your browser/);
  assert.doesNotMatch(text, /report\.pdf/);
  assert.equal((await page.get(`/class/reports/${id}/report.pdf`)).status, 409);
});

/** A program that is called like Chromium and does what the script says. */
function impostor(t: TestContext, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-impostor-'));
  const path = join(folder, 'chromium');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return path;
}

const DOCUMENT = { html: '<!doctype html><html lang="en"><title>One</title><p>Words</p></html>' };

test('a program that ends, hangs, or is none fails one print in time, and the next is tried again', async (t) => {
  for (const [name, path] of [
    ['ends', impostor(t, 'exit 1')],
    ['hangs', impostor(t, 'exec sleep 60')],
    ['is none', '/nowhere/chromium'],
  ] as const) {
    const printer = new Printer({ path, patience: 700 });
    t.after(() => printer.close());
    const before = performance.now();
    for (let tries = 0; tries < 2; tries += 1) {
      await assert.rejects(printer.print(DOCUMENT), { kind: 'unavailable', code: 'printer-failed' }, name);
    }
    assert.ok(performance.now() - before < 10_000);
  }
});

test('a print that fails on the way leaves the reports as they are, is said, and can be asked for again', async (t) => {
  const { app, manager, make, classId } = await printingApp(t, await openSqlite(t), impostor(t, 'exit 1'));
  const { reportPrinting, reportReading } = app.services;
  const id = await make({ kind: 'pupils', classId });
  await reportPrinting.ask(manager, id, 'pdf');
  const stateOf = async () => (await reportReading.openSet(manager, id)).prints[0]?.state;
  for (let tries = 0; tries < 6; tries += 1) {
    await app.reportWorker.runDue();
    app.clock.advance(HOUR / 10);
  }
  assert.equal(await stateOf(), 'failed');
  assert.equal((await reportReading.openAll(manager, id)).length, 2);
  await reportPrinting.ask(manager, id, 'pdf');
  assert.equal(await stateOf(), 'asked');
});

test('what is printed fetches nothing and runs nothing, and nothing stays of the program', async (t) => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const there = `http://127.0.0.1:${port}`;
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('allamda-print-'));
  const before = new Set(folders());
  const printer = new Printer({ path: await chromiumPath() });
  const html = `<!doctype html><html lang="en"><link rel="stylesheet" href="${there}/a.css"><title>T</title>
    <img src="${there}/b.png"><iframe src="${there}/c"></iframe><script src="${there}/d.js"></script>
    <script>fetch('${there}/e'); document.title = 'changed'</script><p>Words</p></html>`;
  const pdf = textOf(await printer.print({ html }));
  assert.equal(asked, 0);
  assert.match(pdf, /\/Title \(T\)/);
  // Several at once come out one after the other.
  const all = await Promise.all([1, 2, 3].map(() => printer.print(DOCUMENT)));
  assert.deepEqual(all.map(pagesOf), [1, 1, 1]);
  const own = folders().filter((name) => !before.has(name));
  assert.ok(own.length > 0);
  const stays = () => folders().filter((name) => own.includes(name));
  await assert.rejects(printer.print({ html: 'x'.repeat(25 * 1024 * 1024) }), { code: 'too-long-to-print' });
  const crowd = Array.from({ length: 25 }, () =>
    printer.print(DOCUMENT).then(
      () => 'printed',
      ({ code }) => code,
    ),
  );
  assert.ok((await Promise.all(crowd)).includes('printer-busy'));
  printer.close();
  await assert.rejects(printer.print(DOCUMENT), { kind: 'unavailable' });
  for (let waits = 0; stays().length > 0 && waits < 50; waits += 1) await new Promise((next) => setTimeout(next, 100));
  assert.deepEqual(stays(), []);
});
