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
import { erasePerson } from '../../data/erasure/erase-person.ts';
import { Printer } from '../../data/printing/printer.ts';
import { DAY, HOUR } from '../../shared/instant.ts';

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

/** Prints what the page says, without a program. */
const printWords = async ({ html }: { html: string }) => Buffer.from(html);

databaseTest('what was printed is for whoever asked, and of pupils who are theirs when they take it', async (db, t) => {
  t.mock.method(Printer.prototype, 'print', printWords);
  const { app, manager, make, classId, mateId, managerId, schoolId } = await printingApp(t, db, '/nowhere/chromium');
  const { reportPrinting, reportReading } = app.services;
  const head = actor(managerId, 'school manager', schoolId);
  const id = await make({ kind: 'pupils', classId });
  const printed = async (who: typeof manager) => {
    await reportPrinting.ask(who, id, 'zip');
    await app.reportWorker.runDue();
    return (await openArchive(await reportPrinting.take(who, id, 'zip'))).names.length;
  };
  assert.equal(await printed(head), 2);
  assert.deepEqual((await reportReading.openSet(manager, id)).prints, []);
  await assert.rejects(reportPrinting.take(manager, id, 'zip'), { kind: 'not-found' });
  assert.equal(await printed(manager), 2);
  await db.handle().deleteFrom('classes_students').where('student_id', '=', mateId).execute();
  await assert.rejects(reportPrinting.take(manager, id, 'zip'), { kind: 'not-found' });
  assert.deepEqual((await reportReading.openSet(manager, id)).prints, []);
  assert.equal((await openArchive(await reportPrinting.take(head, id, 'zip'))).names.length, 2);
  assert.equal(await printed(manager), 1);
});

databaseTest(
  'a print under way while somebody is erased keeps nothing of them, nor does one from before',
  async (db, t) => {
    const { app, manager, make, classId, pupilId } = await printingApp(t, db, '/nowhere/chromium');
    const { reportPrinting } = app.services;
    const id = await make({ kind: 'pupils', classId });
    const print = t.mock.method(Printer.prototype, 'print', printWords);
    await reportPrinting.ask(manager, id, 'zip');
    await app.reportWorker.runDue();
    assert.ok(await reportPrinting.take(manager, id, 'zip'));
    const options = { timeZone: 'Asia/Jerusalem', now: app.clock.now(), wasDisabled: false };
    print.mock.mockImplementation(async (document: { html: string }) => {
      assert.match(document.html, /Noa/);
      await erasePerson(db, pupilId, { ...options, former: { firstName: 'Former', lastName: 'staff' } });
      return printWords(document);
    });
    await reportPrinting.ask(manager, id, 'pdf');
    await app.reportWorker.runDue();
    assert.ok(print.mock.callCount() >= 3);
    assert.deepEqual(await db.handle().selectFrom('report_prints').select('id').execute(), []);
    await assert.rejects(reportPrinting.take(manager, id, 'pdf'), { kind: 'not-found' });
    await assert.rejects(reportPrinting.take(manager, id, 'zip'), { kind: 'not-found' });
  },
);

databaseTest(
  'whoever of the staff reads, prints or takes reports of pupils is written down, once a day',
  async (db, t) => {
    t.mock.method(Printer.prototype, 'print', printWords);
    const { app, make, classId, pupilId, mateId } = await printingApp(t, db, '/nowhere/chromium');
    const [page, family] = [await login(app, 'class-manager'), await login(app, 'parent')];
    const [ofPupil, ofClass, all] = [
      await make({ kind: 'pupil', studentId: pupilId }),
      await make({ kind: 'class', classId }),
      await make({ kind: 'pupils', classId }),
    ];
    const noted = async () => {
      const rows = await db
        .handle()
        .selectFrom('audit_log')
        .select(['student_id', 'school_id'])
        .where('action', '=', 'view a pupil')
        .orderBy('id')
        .execute();
      assert.ok(rows.every(({ school_id: school }) => school !== null));
      return rows.map(({ student_id: student }) => student ?? 0).sort((a, b) => a - b);
    };
    const anew = async () => {
      const found = await noted();
      app.clock.advance(DAY);
      return { found, page: await login(app, 'class-manager') };
    };
    const ways: [string, number[]][] = [
      [`${ofPupil}`, [pupilId]],
      [`${ofPupil}/report.pdf`, [pupilId]],
      [`${ofPupil}/table.csv?section=0`, [pupilId]],
      [`${ofClass}`, [pupilId, mateId]],
      [`${ofClass}/table.csv?section=0`, [pupilId, mateId]],
      [`${all}`, [pupilId, mateId]],
    ];
    assert.deepEqual(await noted(), []);
    await family.get(`/children/${pupilId}/reports/${ofPupil}`);
    assert.deepEqual(await noted(), [], "what parents read of their child is nobody's reading");
    let reader = page;
    const told: number[] = [];
    for (const [way, pupils] of ways) {
      for (let times = 0; times < 2; times += 1)
        assert.equal((await reader.get(`/class/reports/${way}`)).status, 200, way);
      told.push(...pupils);
      const next = await anew();
      assert.deepEqual(
        next.found,
        told.toSorted((a, b) => a - b),
        way,
      );
      reader = next.page;
    }
    assert.equal((await reader.post(`/class/reports/${all}/print`, { format: 'zip' })).status, 303);
    await app.reportWorker.runDue();
    assert.equal((await reader.get(`/class/reports/${all}/reports.zip`)).status, 200);
    told.push(pupilId, mateId);
    assert.deepEqual(
      await noted(),
      told.toSorted((a, b) => a - b),
      'taken',
    );
    assert.match((await (await login(app, 'parent')).get(`/children/${pupilId}/looked`)).text, /class-manager Tester/);
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
