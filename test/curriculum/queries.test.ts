import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QuestionReportRepo } from '../../src/data/curriculum/question-report.repo.ts';
import type { Actor } from '../../src/domain/access/permission-matrix.ts';
import { CURRICULUM_CASES } from '../authorization/curriculum-cases.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { login } from '../support/client.ts';
import { openCounted } from '../support/count-queries.ts';
import {
  actorOf,
  problemContent,
  publishAll,
  stepContent,
  supervisedSchool,
  unitContent,
} from '../support/curriculum.ts';
import { unitDraft } from '../support/factory.ts';
import { png } from '../support/png.ts';

const UNIT = encodeURIComponent('Adding');
/** A file is a page of its own, of which there is one. */
const OF_FILES = ['/region/curriculum/import/:id', '/region/curriculum/export/file'];

interface Ids {
  course: number;
  problem: number;
  test: number;
  publication: number;
}

/** Every page on which curricula are written, by its route. */
const pages = (ids: Ids): Record<string, string> => {
  const course = `/region/curriculum/courses/${ids.course}`;
  return {
    '/region/curriculum': '/region/curriculum',
    '/region/curriculum (search)': '/region/curriculum?q=number',
    '/region/curriculum (archive)': '/region/curriculum?archived=yes',
    '/region/curriculum/import': '/region/curriculum/import',
    '/region/curriculum/export': '/region/curriculum/export',
    '/region/curriculum/reports': '/region/curriculum/reports',
    '/region/curriculum/courses/new': '/region/curriculum/courses/new',
    '/region/curriculum/courses/:id': course,
    '/region/curriculum/courses/:id/edit': `${course}/edit`,
    '/region/curriculum/courses/:id/unit': `${course}/unit?name=${UNIT}`,
    '/region/curriculum/courses/:id/unit (archive)': `${course}/unit?name=${UNIT}&archived=yes`,
    '/region/curriculum/courses/:id/unit/edit': `${course}/unit/edit?name=${UNIT}`,
    '/region/curriculum/courses/:id/units/new': `${course}/units/new`,
    '/region/curriculum/courses/:id/problems/new': `${course}/problems/new?unit=${UNIT}`,
    '/region/curriculum/courses/:id/tests/new': `${course}/tests/new`,
    '/region/curriculum/courses/:id/publish': `${course}/publish`,
    '/region/curriculum/courses/:id/history': `${course}/history`,
    '/region/curriculum/publications/:id': `/region/curriculum/publications/${ids.publication}`,
    '/region/curriculum/problems/:id': `/region/curriculum/problems/${ids.problem}`,
    '/region/curriculum/problems/:id/history': `/region/curriculum/problems/${ids.problem}/history`,
    '/region/curriculum/tests/:id': `/region/curriculum/tests/${ids.test}`,
  };
};

test('however much a curriculum holds, each of its pages asks the database the same number of times', async (t) => {
  const routes = Object.keys(CURRICULUM_CASES).flatMap((route) => /^GET (\/region\/.*)$/.exec(route)?.[1] ?? []);
  const known = Object.keys(pages({ course: 0, problem: 0, test: 0, publication: 0 }));
  const missing = routes.filter((route) => !known.includes(route) && !OF_FILES.includes(route));
  assert.deepEqual(missing, [], 'every page is counted');

  const { db, count } = await openCounted(t);
  const { ruth, pupilId, mateId, make } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const [actor, client] = [await actorOf(app, ruth), await login(app, 'ruth')];
  const quiz = { name: 'Quiz', type: 'quiz', durationMinutes: 10, units: { Adding: 1 } } as const;
  const courseId = await make.course({ name: 'Written', units: [unitDraft('Adding', 1)], tests: [quiz] });
  const { id: testId } = await db.run((handle) =>
    handle.selectFrom('tests').select('id').where('course_id', '=', courseId).executeTakeFirstOrThrow(),
  );
  const writer = new Writer(app, actor, courseId);
  const report = async (qaIds: readonly number[], reporterId: number) => {
    const { byQa } = await app.services.banks.bankOf(courseId);
    for (const qaId of qaIds) {
      const { revisionId = 0 } = byQa.get(qaId) ?? {};
      const source = { origin: 'test', testId } as const;
      const said = { reason: 'other', comment: 'Odd', source, now: Date.UTC(2026, 8, 1) } as const;
      await new QuestionReportRepo(db).add({ qaId, revisionId, reporterId, ...said });
    }
  };
  const measured = async (ids: Ids) => {
    const found: Record<string, number> = {};
    for (const [route, path] of Object.entries(pages(ids))) {
      found[route] = await count(async () => assert.equal((await client.get(path)).status, 200, path));
    }
    return found;
  };
  await report(
    (await app.services.banks.bankOf(courseId)).items.map(({ qaId }) => qaId),
    pupilId,
  );
  const few = await measured(await writer.write(1));
  for (const name of ['More', 'And more', 'Most']) await make.course({ name });
  const many = await writer.write(9);
  const asked = (await app.services.banks.bankOf(courseId)).items.map(({ qaId }) => qaId);
  await report(asked, mateId);
  assert.deepEqual(await measured(many), few);
});

/** Writes so many of everything, and leaves as many drafts. */
class Writer {
  readonly #app: TestApp;
  readonly #actor: Actor;
  readonly #courseId: number;
  #written = 0;

  constructor(app: TestApp, actor: Actor, courseId: number) {
    this.#app = app;
    this.#actor = actor;
    this.#courseId = courseId;
  }

  async write(times: number): Promise<Ids> {
    let publication = 0;
    const ids = { problem: 0, test: 0 };
    for (let time = 0; time < times; time += 1) {
      ids.problem = await this.#add('problem');
      ids.test = await this.#add('test');
      await this.#add('archived problem');
      await this.#add('unit');
      publication = await publishAll(this.#app, this.#actor, this.#courseId);
    }
    for (let time = 0; time < times; time += 1) await this.#drafts();
    await this.#change(ids.problem);
    return { ...ids, publication, course: this.#courseId };
  }

  async #add(what: 'unit' | 'test' | 'problem' | 'archived problem'): Promise<number> {
    this.#written += 1;
    const name = `${what} ${this.#written}`;
    const { curriculumEditor: editor, figureUploads } = this.#app.services;
    const picture = await figureUploads.take(this.#actor, png(this.#written));
    const figures = picture.outcome === 'taken' ? [{ hash: picture.hash, alt: name }] : [];
    const steps = [stepContent({ question: `The number of ${name}` }), stepContent({ use: 'for test' })];
    const units = [{ unit: 'Adding', weight: 1 }];
    const test = { name, type: 'quiz', minutes: 20, questionCount: 1, link: null, units, archived: false } as const;
    const drafts = {
      unit: { kind: 'unit', content: unitContent(name, { prerequisites: ['Adding'] }) },
      test: { kind: 'test', content: test },
      problem: { kind: 'problem', content: problemContent('Adding', { steps, figures }) },
      'archived problem': { kind: 'problem', content: problemContent('Adding', { archived: true }) },
    } as const;
    const made = await editor.create(this.#actor, this.#courseId, drafts[what]);
    assert.ok(made.outcome === 'made', JSON.stringify(made));
    return Number(made.place.key) || 0;
  }

  /** Drafts of every kind that stay drafts. */
  async #drafts(): Promise<void> {
    const { curriculumOrder: order, curriculumCatalogue: catalogue } = this.#app.services;
    await this.#add('unit');
    await this.#add('problem');
    await this.#add('test');
    const desk = await catalogue.course(this.#actor, this.#courseId);
    await order.moveUnit(this.#actor, this.#courseId, desk.units[0]?.key ?? '', 1);
    const { problems } = await catalogue.unit(this.#actor, this.#courseId, 'Adding', { archived: false, page: 1 });
    await order.moveProblem(this.#actor, problems[1]?.id ?? 0, 1);
  }

  async #change(problemId: number): Promise<void> {
    const { curriculumEditor: editor } = this.#app.services;
    const opened = await editor.openById(this.#actor, 'problem', problemId);
    const content = { ...opened.content, title: 'Changed' };
    await editor.save(this.#actor, opened.place, opened.token, { kind: 'problem', content });
  }
}
