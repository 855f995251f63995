import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { createRepositories } from '../../composition/repositories.ts';
import { CurriculumUploadRepo } from '../../data/curriculum/curriculum-upload.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import { AccessService } from '../access/access.service.ts';
import { JobWorker } from '../jobs/job-worker.service.ts';
import { createCurriculumImport } from './create-curriculum-import.ts';
import { CurriculumImportWork } from './curriculum-import-work.service.ts';
import { CurriculumUploadsService } from './curriculum-uploads.service.ts';

const FILE = { name: 'quiz.gift', bytes: Buffer.from('::a::What is 2 + 2? {#4}\n\n::b::What is 3 + 3? {#6}') };
const OPTIONS = { format: 'gift', course: 'Sums', subject: 'math', grade: '9th', licence: 'CC0' } as const;

/** The service of a process whose worker does nothing by itself, and workers of others that do. */
async function open(_: TestContext, db: DatabaseManager) {
  const { make } = await smallSchool(db);
  const userId = await make.supervisor('yossi', 'math', 'north');
  const clock = { time: Date.UTC(2026, 8, 1), now: () => clock.time };
  const rows = createRepositories(db);
  const checker = createAnswerChecker(await loadMathEngine());
  const log: string[] = [];
  const worker = (imports = createCurriculumImport(db, clock)) => {
    const deps = { ...rows, db, clock, uploads: rows.curriculumUploadRows, imports, checker: async () => checker };
    const handlers = [new CurriculumImportWork(deps)];
    return new JobWorker({ ...rows, clock, handlers, log: ({ what, error = '' }) => log.push(`${what}: ${error}`) });
  };
  const service = new CurriculumUploadsService({
    ...rows,
    db,
    clock,
    access: new AccessService(rows.relations),
    uploads: rows.curriculumUploadRows,
    wake: () => {},
    patience: 0,
  });
  const questions = async () =>
    (await db.run((handle) => handle.selectFrom('qas').select('question').orderBy('id').execute())).filter(
      ({ question }) => /\d \+ \d/.test(question),
    ).length;
  const person = { name: 'Yossi', firstName: 'Yossi', locale: 'en', schoolId: null };
  const actor = { ...person, userId, role: 'regional supervisor' } as const;
  return { service, worker, actor, clock, questions, log, db };
}

databaseTest(
  'a file that takes long is under way until a worker is done with it, whichever process that is',
  async (db, t) => {
    const { service, worker, actor, questions } = await open(t, db);
    const id = await service.take(actor, FILE, OPTIONS);
    assert.equal((await service.look(actor, id)).state, 'reading');
    assert.equal(await worker().runDue(), 1);
    const ready = await service.look(actor, id);
    assert.deepEqual([ready.state, ready.report?.courses[0]?.added.questions], ['ready', 2]);

    const saving = await service.confirm(actor, id, ready.report?.fingerprint ?? '');
    assert.deepEqual([saving.state, await questions()], ['saving', 0]);
    const next = { name: 'other.gift', bytes: FILE.bytes };
    await assert.rejects(service.take(actor, next, OPTIONS), /still being brought in/);
    await assert.rejects(service.drop(actor, id), /still being brought in/);
    assert.equal(await worker().runDue(), 1);
    assert.deepEqual([(await service.look(actor, id)).state, await questions()], ['done', 2]);
    assert.equal(await worker().runDue(), 0);
  },
);

databaseTest(
  'an import that breaks off half way has saved nothing, and is done once when it is tried again',
  async (db, t) => {
    const { service, worker, actor, clock, questions, log } = await open(t, db);
    const id = await service.take(actor, FILE, OPTIONS);
    await worker().runDue();
    const { report } = await service.look(actor, id);
    await service.confirm(actor, id, report?.fingerprint ?? '');
    const imports = createCurriculumImport(db, clock);
    const whole = imports.importCurriculum.bind(imports);
    t.mock.method(imports, 'importCurriculum', async (...args: Parameters<typeof whole>) => {
      await whole(...args);
      throw new Error('the disk is full');
    });
    await worker(imports).runDue();
    assert.deepEqual([(await service.look(actor, id)).state, await questions()], ['saving', 0]);
    assert.match(log.join(), /job failed: the disk is full/);
    clock.time += 60_000;
    await worker().runDue();
    assert.deepEqual([(await service.look(actor, id)).state, await questions()], ['done', 2]);

    // What breaks again and again is given up, and says so.
    const again = await service.take(actor, FILE, OPTIONS);
    for (let tries = 0; tries < 6; tries += 1) {
      await worker(imports).runDue();
      clock.time += 6 * 60_000;
    }
    assert.equal((await service.look(actor, again)).state, 'failed');
  },
);

databaseTest('what has changed since the trial is not brought in: the new trial is shown', async (db, t) => {
  const { service, worker, actor, clock, questions } = await open(t, db);
  const id = await service.take(actor, FILE, OPTIONS);
  await worker().runDue();
  const { report } = await service.look(actor, id);
  const first = await service.confirm(actor, id, 'of another trial');
  assert.deepEqual([first.state, first.changedMeanwhile], ['ready', true]);
  await service.confirm(actor, id, report?.fingerprint ?? '');
  await db.run((handle) =>
    handle
      .insertInto('courses')
      .values({
        name: 'Sums',
        grade_level: '9th',
        type: 'optional',
        level: 3,
        subject_name: 'math',
        description: '',
        source: 'by hand',
        content_version: 1,
      })
      .execute(),
  );
  await worker().runDue();
  const now = await service.look(actor, id);
  assert.deepEqual([now.state, now.changedMeanwhile, now.report?.courses[0]?.isNew], ['ready', true, false]);
  assert.equal(await questions(), 0);
  await service.confirm(actor, id, now.report?.fingerprint ?? '');
  clock.time += 1000;
  await worker().runDue();
  assert.equal(await questions(), 2);
});

databaseTest(
  'what nobody has looked at is not brought in, also where its trial ends in the same moment',
  async (db, t) => {
    const { service, worker, actor, questions } = await open(t, db);
    const id = await service.take(actor, FILE, OPTIONS);
    const whole = CurriculumUploadRepo.prototype.findStatus;
    const look = t.mock.method(
      CurriculumUploadRepo.prototype,
      'findStatus',
      async function (this: CurriculumUploadRepo, ...args: Parameters<typeof whole>) {
        const status = await whole.apply(this, args);
        if (status?.state === 'reading') await worker().runDue();
        return status;
      },
    );
    const early = await service.confirm(actor, id, '');
    assert.equal(early.state, 'ready');
    look.mock.restore();
    await worker().runDue();
    assert.deepEqual([(await service.look(actor, id)).state, await questions()], ['ready', 0]);
  },
);

databaseTest('a file that cannot be read says why when its page is looked at later', async (db, t) => {
  const { service, worker, actor } = await open(t, db);
  const id = await service.take(actor, { name: 'a.gift', bytes: Buffer.from('::a::What? {#4') }, OPTIONS);
  await worker().runDue();
  const refused = await service.look(actor, id);
  assert.equal(refused.state, 'refused');
  assert.match(refused.problem ?? '', /a\.gift, line 1/);
  await assert.rejects(
    service.look({ ...actor, userId: actor.userId + 999 }, id),
    (error) => error instanceof AppError && error.kind === 'not-found',
  );
});
