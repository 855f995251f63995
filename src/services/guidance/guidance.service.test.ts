import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor } from '../../../test/support/past.ts';
import type { GuidanceContent } from '../../domain/guidance/guidance.ts';

const said = (more: Partial<GuidanceContent> = {}): GuidanceContent => ({
  title: 'Begin with adding',
  body: 'Let them **count on** first.',
  regions: ['north'],
  grades: [],
  courseId: null,
  unitNames: [],
  replacesOrder: false,
  testIds: [],
  ...more,
});

databaseTest(
  'guidance is a draft until it is published, and is told of to the classes that it is for',
  async (db, t) => {
    const { make, courseId, classManagerId, schoolId, classId } = await smallSchool(db);
    await make.region('south');
    const app = await startTestApp(t, db);
    const { guidance, classGuidance } = app.services;
    const writer = actor(await make.supervisor('writer', 'math', 'north'), 'regional supervisor');
    const manager = actor(classManagerId, 'class manager', schoolId);
    const told = async () => {
      const { items } = await app.services.notifications.list(manager);
      return items.flatMap(({ kind, data, readAt }) => (kind === 'guidance' && readAt === null ? [data] : []));
    };
    const id = await guidance.create(writer, 'math', said({ courseId, unitNames: ['Taking away', 'Adding'] }));
    assert.deepEqual(await classGuidance.list(manager), []);
    await assert.rejects(guidance.publish(writer, id, 2), { code: 'overtaken' });
    assert.deepEqual(await told(), []);
    await guidance.publish(writer, id, 1);
    assert.deepEqual(await told(), [{ guidanceId: id, number: 1 }]);
    const [seen] = await classGuidance.list(manager);
    assert.deepEqual(
      [seen?.id, seen?.news, seen?.version.unitNames, seen?.classes.map((room) => room.id)],
      [id, 'new', ['Taking away', 'Adding'], [classId]],
    );

    // Another version is a draft again; what is published stays until it is published too.
    await guidance.save(writer, id, 0, said({ courseId, title: 'Begin with taking away' }));
    await assert.rejects(guidance.save(writer, id, 0, said({ courseId })), { code: 'overtaken' });
    await classGuidance.read(manager, id);
    assert.equal((await classGuidance.find(manager, id)).news, null);
    assert.deepEqual(await told(), []);
    assert.equal((await classGuidance.find(manager, id)).version.title, 'Begin with adding');
    await guidance.publish(writer, id, 1);
    assert.deepEqual(await told(), [{ guidanceId: id, number: 2 }]);
    const changed = await classGuidance.find(manager, id);
    assert.deepEqual(
      [changed.news, changed.version.number, changed.version.title],
      ['changed', 2, 'Begin with taking away'],
    );

    await classGuidance.takeUp(manager, id, { classId, takenUp: true, word: ' Next week. ' });
    const [own] = (await classGuidance.find(manager, id)).classes;
    assert.deepEqual([own?.word, own?.takenUpAt], ['Next week.', app.clock.now()]);
    await assert.rejects(classGuidance.takeUp(manager, id, { classId: classId + 1, takenUp: true }), {
      kind: 'not-found',
    });

    await assert.rejects(guidance.withdraw(writer, id, ' '), { kind: 'invalid-input' });
    await guidance.withdraw(writer, id, 'It was wrong.');
    assert.deepEqual(await told(), []);
    assert.deepEqual(await classGuidance.list(manager), []);
    assert.equal((await classGuidance.find(manager, id)).withdrawn?.why, 'It was wrong.', 'whoever read it is told');
    await assert.rejects(classGuidance.takeUp(manager, id, { classId, takenUp: true }), { code: 'withdrawn' });
  },
);

databaseTest(
  'somebody else’s guidance does not exist, and nothing is taken that is not there to choose',
  async (db, t) => {
    const { make, courseId } = await smallSchool(db);
    await make.region('south');
    await make.subject('history');
    const app = await startTestApp(t, db);
    const { guidance, classGuidance } = app.services;
    const writer = actor(await make.supervisor('writer', 'math', 'north'), 'regional supervisor');
    const id = await guidance.create(writer, 'math', said({ courseId }));
    const colleague = actor(await make.supervisor('colleague', 'math', 'north'), 'regional supervisor');
    const elsewhere = actor(await make.supervisor('elsewhere', 'math', 'south'), 'regional supervisor');
    const historian = actor(await make.supervisor('historian', 'history', 'north'), 'regional supervisor');
    await guidance.publish(writer, id, 1);
    for (const other of [elsewhere, historian]) {
      await assert.rejects(guidance.find(other, id), { kind: 'not-found' });
      await assert.rejects(guidance.withdraw(other, id, 'Mine.'), { kind: 'not-found' });
      assert.deepEqual(await guidance.list(other), []);
    }
    assert.equal((await guidance.find(colleague, id)).isOwn, true, 'all its regions are theirs');
    const far = await make.school('Far', 'south');
    const farClass = await make.class(far, '9z');
    const farManager = actor(await make.classManager('far', far, [farClass]), 'class manager', far);
    await make.enrol(await make.student('far-pupil', far, { classId: farClass }), courseId);
    await assert.rejects(classGuidance.find(farManager, id), { kind: 'not-found' });
    const wrong: Partial<GuidanceContent>[] = [
      { title: ' ' },
      { body: 'x'.repeat(20_001) },
      { regions: ['south'] },
      { regions: [] },
      { courseId: courseId + 99 },
      { courseId, unitNames: ['Nothing'] },
      { unitNames: ['Adding'] },
      { courseId, unitNames: ['Adding'], replacesOrder: true },
      { courseId, testIds: [1] },
    ];
    for (const one of wrong) {
      await assert.rejects(guidance.create(writer, 'math', said(one)), { kind: 'invalid-input' }, JSON.stringify(one));
    }
    await assert.rejects(guidance.create(writer, 'history', said()), { kind: 'not-found' });
    await assert.rejects(guidance.create(historian, 'history', said({ courseId })), { kind: 'invalid-input' });
  },
);

databaseTest(
  'a supervisor writes and publishes it by forms, and a class manager plans a lesson from it',
  async (db, t) => {
    const { make, courseId, classId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    await make.supervisor('writer', 'math', 'north');
    const page = await login(app, 'writer');
    const form = { subject: 'math', edits: '0', title: 'Count on', body: '# Slowly', regions: 'north' };
    const units = {
      unitsOf: String(courseId),
      'unit-0': 'Adding',
      'place-0': '2',
      'unit-1': 'Taking away',
      'place-1': '1',
    };
    const bad = await page.post('/region/guidance/new', { ...form, title: '' });
    assert.equal(bad.status, 400);
    assert.ok(bad.text.includes('# Slowly'), 'nothing that was written is lost');
    const shown = await page.post('/region/guidance/new', { ...form, course: String(courseId), step: 'course' });
    assert.ok(shown.text.includes('Place of Taking away'), 'the units of the course that is chosen');
    const saved = await page.post('/region/guidance/new', { ...form, course: String(courseId), ...units });
    assert.equal(saved.status, 303);
    const [, id] = /guidance\/(\d+)/.exec(String(saved.headers.location)) ?? [];
    assert.equal((await page.post(`/region/guidance/${id}/publish`, { edits: '1' })).status, 303);
    const manager = await login(app, 'class-manager');
    assert.ok((await manager.get('/class')).text.includes('There is new guidance'));
    const read = await manager.get(`/class/guidance/${id}`);
    const [, href] = /href="(\/classroom\/new\?[^"]+)"/.exec(read.text) ?? [];
    const lesson = await manager.get((href ?? '').replaceAll('&amp;', '&'));
    assert.match(lesson.text, /value="Taking away" checked/);
    const took = { said: 'take up', class: String(classId), [`word-${classId}`]: 'From Sunday on.' };
    assert.equal((await manager.post(`/class/guidance/${id}`, took)).status, 303);
    const seen = await page.get(`/region/guidance/${id}`);
    assert.ok(seen.text.includes('From Sunday on.'));
    assert.ok((await page.get(`/region/guidance/${id}/classes.csv`)).text.includes('From Sunday on.'));
  },
);

test('pages of guidance take as many queries for much of it as for little', async (t) => {
  const { db, count } = await openCounted(t);
  const { make, courseId, classManagerId, schoolId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { guidance, guidanceAdoption, classGuidance } = app.services;
  const writer = actor(await make.supervisor('writer', 'math', 'north'), 'regional supervisor');
  const manager = actor(classManagerId, 'class manager', schoolId);
  const publish = async () => {
    const id = await guidance.create(writer, 'math', said({ courseId, unitNames: ['Adding'] }));
    await guidance.publish(writer, id, 1);
    await classGuidance.read(manager, id);
    return id;
  };
  const id = await publish();
  const inTurn = async () => {
    const listed = await count(async () => guidanceAdoption.counts(writer, await guidance.list(writer)));
    const ofClass = await count(() => classGuidance.list(manager));
    const single = await count(async () => {
      const one = await guidance.find(writer, id);
      await guidanceAdoption.effect(one, await guidanceAdoption.classes(writer, one), 4);
    });
    return [listed, ofClass, single];
  };
  const few = await inTurn();
  for (let n = 0; n < 5; n += 1) {
    await publish();
    const school = await make.school(`School ${n}`, 'north');
    const room = await make.class(school, '9b');
    await make.enrol(await make.student(`more-${n}`, school, { classId: room }), courseId);
  }
  assert.deepEqual(await inTurn(), few);
  assert.ok(
    few.every((queries) => queries <= 14),
    String(few),
  );
});
