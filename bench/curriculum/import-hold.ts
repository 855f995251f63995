import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type App, buildApp } from '../../src/app.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { isUnderWay } from '../../src/domain/curriculum/import/upload-state.ts';
import { createCurriculumImport } from '../../src/services/curriculum-import/create-curriculum-import.ts';
import { OATUTOR } from '../../src/services/curriculum-import/oatutor-format.ts';
import { stepContent } from '../../test/support/curriculum.ts';
import { type BenchResult, type Figure, meets } from '../teaching/bench.ts';
import { fill } from './fill.ts';
import { FILES, writeOatutor } from './import-files.ts';
import { watchThread } from './watch-thread.ts';

const MOST_MS = 200;

type Actor = NonNullable<Awaited<ReturnType<App['services']['accounts']['findActor']>>>;

/**
 * How long the one thread is held at a time while large files are tried and brought in beside a curriculum as large as it gets: for so
 * long nobody else is served. Held to the floor is the time that the thread itself worked without a break; the same by the clock,
 * which on a shared machine holds the turns of others too, is told beside it.
 */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'allamda-imports-'));
  const db = new DatabaseManager({ kind: 'sqlite', file: join(folder, 'bench.sqlite') });
  await db.createTables();
  await fill(db);
  const config = {
    secretKey: 'the key of a benchmark, of no other use',
    trustProxy: false,
    remoteModel: null,
  } as const;
  const app = await buildApp({ config: { ...config, logLevel: 'silent', production: false }, db });
  try {
    // The algebra is loaded soon after a start, whether files come or not.
    await app.services.keyTrial.tryAnswer(stepContent(), '', '42');
    await app.startWork();
    const actor = await app.services.accounts.findActor(1);
    if (!actor) throw new Error('The supervisor is missing.');
    const figures: Figure[] = [];
    for (const [name, { name: file, format, make }] of Object.entries(FILES)) {
      figures.push(...(await sent(app, actor, name, { name: file, format, bytes: make() })));
    }
    writeOatutor(folder);
    figures.push(...(await folderOf(db, folder)));
    return {
      id: 'imports',
      title: 'Large files of questions, tried and brought in',
      figures,
      floor: `the thread is held for less than ${MOST_MS} ms at a time`,
      pass: figures.every(meets),
    };
  } finally {
    await app.stop(1000);
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sent(
  { services: { curriculumUploads } }: App,
  actor: Actor,
  name: string,
  { bytes, format, ...file }: { name: string; format: string; bytes: Buffer },
): Promise<Figure[]> {
  const settled = async (id: number) => {
    for (;;) {
      const look = await curriculumUploads.look(actor, id);
      if (!isUnderWay(look.state)) return look;
      await setTimeout(50);
    }
  };
  const options = { format, course: `Course of ${format}`, subject: 'math', grade: '9th', licence: 'CC0' } as const;
  const [tried, first] = await watched(`${name}: tried`, async () =>
    settled(await curriculumUploads.take(actor, { ...file, bytes }, options)),
  );
  if (tried.state !== 'ready') throw new Error(`${name} was not taken: ${tried.problem}`);
  const questions = tried.report?.taken.questions ?? 0;
  const [done, second] = await watched(`${name}: brought in`, async () => {
    await curriculumUploads.confirm(actor, tried.id, tried.report?.fingerprint ?? '');
    return settled(tried.id);
  });
  if (done.state !== 'done') throw new Error(`${name} was not brought in: ${done.problem}`);
  return [...first, ...second, { name: `${name}: questions`, value: questions }];
}

/** A folder goes by the command, in a process of its own; the work is the same. */
async function folderOf(db: DatabaseManager, folder: string): Promise<Figure[]> {
  const { createAnswerChecker } = await import('../../src/domain/tutoring/answer-checking/answer-checker.ts');
  const { loadMathEngine } = await import('../../src/domain/tutoring/answer-checking/math-engine.ts');
  const checker = createAnswerChecker(await loadMathEngine());
  const imports = createCurriculumImport(db, Date);
  const name = 'OATutor of 5 MB';
  const bring = async (dryRun: boolean) => {
    const { draft, origin } = await OATUTOR.read({ kind: 'folder', path: folder }, { checker });
    return imports.importCurriculum(draft, { source: origin, dryRun });
  };
  const [tried, first] = await watched(`${name}: tried`, () => bring(true));
  const [, second] = await watched(`${name}: brought in`, () => bring(false));
  return [...first, ...second, { name: `${name}: questions`, value: tried.taken.questions }];
}

async function watched<Result>(name: string, work: () => Promise<Result>): Promise<[Result, Figure[]]> {
  const stop = watchThread();
  const began = performance.now();
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  const { held, waited } = stop();
  return [
    result,
    [
      { name: `${name}: longest hold, ms of the thread`, value: held.longest, most: MOST_MS },
      { name: `${name}: p99, ms of the thread`, value: held.p99 },
      { name: `${name}: longest, ms by the clock`, value: waited.longest },
      { name: `${name}: p99, ms by the clock`, value: waited.p99 },
      { name: `${name}: s`, value: seconds },
    ],
  ];
}
