import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { actorOf, problemContent, publishAll, supervisedSchool } from '../../../test/support/curriculum.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { png } from '../../../test/support/png.ts';
import { FigureSweepRepo } from '../../data/curriculum/editing/figure-sweep.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { DAY, HOUR } from '../../shared/instant.ts';

async function setUp(db: DatabaseManager, t: Parameters<typeof startTestApp>[0]) {
  const { courseId, ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const actor = await actorOf(app, ruth);
  const { curriculumEditor: editor, figureUploads, figureSweeps } = app.services;
  const take = async (bytes: Uint8Array) => {
    const taken = await figureUploads.take(actor, bytes);
    assert.ok(taken.outcome === 'taken');
    return taken.hash;
  };
  const begin = async (...hashes: string[]) => {
    const figures = hashes.map((hash) => ({ hash, alt: 'A field' }));
    const made = await editor.create(actor, courseId, {
      kind: 'problem',
      content: problemContent('Adding', { figures }),
    });
    assert.ok(made.outcome === 'made', JSON.stringify(made));
    return { ...made.place, kind: 'problem' as const };
  };
  const kept = async () =>
    new Set((await db.handle().selectFrom('figures').select('hash').execute()).map(({ hash }) => hash));
  /** Two days on, all sweeps that there is work for. */
  const sweep = async (after = 2 * DAY) => {
    app.clock.advance(after);
    return figureSweeps.removeUnneeded();
  };
  return { courseId, app, actor, editor, take, begin, kept, sweep };
}

databaseTest('a picture that a form sent and nobody saved is gone two days later, and not before', async (db, t) => {
  const { take, begin, kept, sweep, editor, actor } = await setUp(db, t);
  const [sent, drafted] = [await take(png(1)), await take(png(2))];
  const place = await begin(drafted);
  assert.equal(await sweep(2 * DAY - HOUR), 0, 'its form may still be open');
  assert.equal(await take(png(1)), sent);
  assert.equal(await sweep(HOUR), 0, 'it was sent again just now');
  assert.equal(await sweep(), 1);
  assert.deepEqual(await kept(), new Set([drafted]));

  const opened = await editor.open(actor, place);
  assert.equal(await editor.discard(actor, place, opened.token), true);
  assert.equal(await sweep(), 1, 'the draft was thrown away');
  assert.deepEqual(await kept(), new Set());
});

databaseTest('a picture that pupils see, were asked with or that the history shows stays', async (db, t) => {
  const { app, courseId, take, begin, kept, sweep, editor, actor } = await setUp(db, t);
  const [first, second, third] = [await take(png(1)), await take(png(2)), await take(png(3))];
  const place = await begin(first);
  await publishAll(app, actor, courseId);
  const change = async (...hashes: string[]) => {
    const opened = await editor.open(actor, place);
    const content = { ...opened.content, figures: hashes.map((hash) => ({ hash, alt: 'A field' })) };
    assert.deepEqual(await editor.save(actor, place, opened.token, { kind: 'problem', content }), { outcome: 'saved' });
  };
  await change(second);
  await publishAll(app, actor, courseId);
  await change(third);
  for (let round = 0; round < 3; round += 1) assert.equal(await sweep(), 0);
  assert.deepEqual(await kept(), new Set([first, second, third]));

  await change(second);
  assert.equal(
    await sweep(),
    1,
    'the draft has the picture of before again, and nothing was ever published with the other',
  );
  assert.deepEqual(await kept(), new Set([first, second]));
});

databaseTest(
  'one sweep takes a hundred pictures at most, and pictures that stay keep none of the others',
  async (db, t) => {
    const { app, courseId, actor, take, begin, sweep, kept } = await setUp(db, t);
    const held: string[] = [];
    for (let value = 0; value < 90; value += 1) held.push(await take(png(value)));
    for (let from = 0; from < 90; from += 30) await begin(...held.slice(from, from + 30));
    app.clock.advance(HOUR);
    for (let value = 90; value < 230; value += 1) await take(png(value));
    assert.equal(await sweep(), 10, 'beside those that drafts name');
    assert.equal(await sweep(0), 100);
    assert.equal(await sweep(0), 30);
    assert.equal(await sweep(0), 0);
    assert.deepEqual(await kept(), new Set(held));
    await publishAll(app, actor, courseId);
    assert.equal(await sweep(), 0);
  },
);

databaseTest('a picture that is named while the sweep looks for names stays', async (db, t) => {
  const { app, take, begin, kept } = await setUp(db, t);
  const [hash, other] = [await take(png(1)), await take(png(2))];
  app.clock.advance(3 * DAY);
  const since = app.clock.now() - 2 * DAY;
  const sweep = new FigureSweepRepo(db);
  const forgotten = await sweep.listForgotten(since, 10);
  assert.deepEqual(new Set(forgotten), new Set([hash, other]));
  assert.deepEqual(await sweep.listNamed(forgotten), new Set());
  await begin(hash);
  assert.equal(await sweep.remove(forgotten, since), 1);
  assert.deepEqual(await kept(), new Set([hash]));
});

databaseTest('whoever saves a form whose picture was swept away is told at its row', async (db, t) => {
  const { courseId, actor, editor, take, sweep } = await setUp(db, t);
  const hash = await take(png(1));
  assert.equal(await sweep(), 1);
  const content = problemContent('Adding', { figures: [{ hash, alt: 'A field' }] });
  const made = await editor.create(actor, courseId, { kind: 'problem', content });
  assert.deepEqual(made, {
    outcome: 'problems',
    problems: [{ field: 'figure0', problem: 'This picture is not here any more.' }],
  });
});
