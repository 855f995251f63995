import assert from 'node:assert/strict';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { actorOf, problemContent, publishAll, supervisedSchool } from '../../../test/support/curriculum.ts';
import { databaseTest } from '../../../test/support/databases.ts';

databaseTest('units change places, and pupils see it when it is published', async (db, t) => {
  const { courseId, ruth, pupilId } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumOrder: order, courses } = app.services;
  const [actor, pupil] = [await actorOf(app, ruth), await actorOf(app, pupilId)];
  const names = async () => (await courses.getOwn(pupil, courseId)).units.map(({ name }) => name);
  assert.equal(await order.moveUnit(actor, courseId, 'Taking away', -1), 0);
  assert.equal(await order.moveUnit(actor, courseId, 'Taking away', -1), 0, 'there it stays');
  assert.deepEqual(await names(), ['Adding', 'Taking away']);
  await publishAll(app, actor, courseId);
  assert.deepEqual(await names(), ['Taking away', 'Adding']);
});

/** The problems of a unit in the order in which pupils have them. */
async function asked(app: TestApp, courseId: number, unit: string): Promise<number[]> {
  const { items } = await app.services.banks.bankOf(courseId);
  return items.filter(({ unitName }) => unitName === unit).map(({ problemId }) => problemId);
}

databaseTest('questions of a unit change places, and pupils meet them so when it is published', async (db, t) => {
  const { courseId, ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumOrder: order, curriculumCatalogue: catalogue, curriculumPublishing: publishing } = app.services;
  const actor = await actorOf(app, ruth);
  const before = await asked(app, courseId, 'Adding');
  const [first = 0, second = 0, third = 0, ...rest] = before;
  const after = [second, third, first, ...rest];
  assert.equal((await order.moveProblem(actor, first, 1)).at, 1);
  assert.deepEqual(await order.moveProblem(actor, first, 1), { courseId, unit: 'Adding', at: 2 });
  assert.equal((await order.moveProblem(actor, second, -1)).at, 0, 'the first one stays where it is');
  assert.deepEqual(await asked(app, courseId, 'Adding'), before, 'a draft is not asked');
  const desk = await catalogue.unit(actor, courseId, 'Adding', { archived: false, page: 1 });
  assert.equal(desk.orderIsDrafted, true);
  assert.deepEqual(
    desk.problems.map(({ id }) => id),
    after,
  );

  const { drafts } = await publishing.review(actor, courseId);
  const said = (place: number) => `Adding: which number comes $${place}$ after $1000$?`;
  const difference = {
    step: null,
    field: 'sequence',
    index: null,
    before: `1. ${said(1)}\n2. ${said(2)}\n3. ${said(3)}`,
    after: `1. ${said(2)}\n2. ${said(3)}\n3. ${said(1)}`,
  };
  assert.deepEqual(
    drafts.map(({ name, differences }) => ({ name, differences })),
    [{ name: 'Adding', differences: [difference] }],
  );
  const publication = await publishAll(app, actor, courseId);
  assert.deepEqual(await asked(app, courseId, 'Adding'), after);
  const { changes } = await publishing.publication(actor, publication);
  assert.deepEqual(
    changes.map(({ kind, name, differences }) => ({ kind, name, differences })),
    [{ kind: 'sequence', name: 'Adding', differences: [difference] }],
  );
  const later = await catalogue.unit(actor, courseId, 'Adding', { archived: false, page: 1 });
  assert.equal(later.orderIsDrafted, false);
});

databaseTest('a question that goes back to its place leaves no draft behind', async (db, t) => {
  const { courseId, ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumOrder: order, curriculumPublishing: publishing } = app.services;
  const actor = await actorOf(app, ruth);
  const [first = 0] = await asked(app, courseId, 'Adding');
  await order.moveProblem(actor, first, 1);
  await order.moveProblem(actor, first, -1);
  assert.deepEqual((await publishing.review(actor, courseId)).drafts, []);
});

databaseTest(
  'a new question takes its place before it is published, and one that moves in stands last',
  async (db, t) => {
    const { courseId, ruth } = await supervisedSchool(db);
    const app = await startTestApp(t, db);
    const { curriculumEditor: editor, curriculumOrder: order } = app.services;
    const actor = await actorOf(app, ruth);
    const before = await asked(app, courseId, 'Adding');
    const [guest = 0] = await asked(app, courseId, 'Taking away');
    const made = await editor.create(actor, courseId, { kind: 'problem', content: problemContent('Adding') });
    assert.ok(made.outcome === 'made');
    const fresh = Number(made.place.key);
    assert.equal((await order.moveProblem(actor, fresh, -1)).at, before.length - 1);
    const opened = await editor.openById(actor, 'problem', guest);
    const content = { ...opened.content, unit: 'Adding' };
    await editor.save(actor, opened.place, opened.token, { kind: 'problem', content });
    await publishAll(app, actor, courseId);
    assert.deepEqual(await asked(app, courseId, 'Adding'), [...before.slice(0, -1), fresh, before.at(-1), guest]);
  },
);

databaseTest('drafted orders go with their units when these change names with each other', async (db, t) => {
  const { courseId, ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumEditor: editor, curriculumOrder: order, curriculumPublishing: publishing } = app.services;
  const actor = await actorOf(app, ruth);
  const [adding, taking] = [await asked(app, courseId, 'Adding'), await asked(app, courseId, 'Taking away')];
  await order.moveProblem(actor, adding[0] ?? 0, 1);
  await order.moveProblem(actor, taking[1] ?? 0, 1);
  const names = [
    ['Adding', 'Between'],
    ['Taking away', 'Adding'],
    ['Adding', 'Taking away'],
  ] as const;
  for (const [key, name] of names) {
    const opened = await editor.open(actor, { courseId, kind: 'unit', key });
    const draft = { kind: 'unit', content: { ...opened.content, name } } as const;
    assert.deepEqual(await editor.save(actor, opened.place, opened.token, draft), { outcome: 'saved' });
  }
  const { drafts } = await publishing.review(actor, courseId);
  const units = drafts
    .filter(({ draft }) => draft.kind === 'unit')
    .map(({ draft: { id, version } }) => ({ id, version }));
  const published = await publishing.publish(actor, courseId, { note: '', chosen: units });
  assert.equal(published.outcome, 'published');
  await publishAll(app, actor, courseId);
  const [a = 0, b = 0, ...others] = adding;
  assert.deepEqual(await asked(app, courseId, 'Taking away'), [b, a, ...others]);
  const [c = 0, d = 0, e = 0, ...more] = taking;
  assert.deepEqual(await asked(app, courseId, 'Adding'), [c, e, d, ...more]);
});

databaseTest('two supervisors who move questions at once both get their way', async (db, t) => {
  const { courseId, ruth, sami } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumOrder: order, curriculumPublishing: publishing } = app.services;
  const [first, second] = [await actorOf(app, ruth), await actorOf(app, sami)];
  const [a = 0, b = 0, c = 0, d = 0, ...rest] = await asked(app, courseId, 'Adding');
  await Promise.all([order.moveProblem(first, a, 1), order.moveProblem(second, c, 1)]);
  const { drafts } = await publishing.review(first, courseId);
  assert.equal(drafts.length, 1);
  await publishAll(app, first, courseId);
  assert.deepEqual(await asked(app, courseId, 'Adding'), [b, a, d, c, ...rest]);
});
