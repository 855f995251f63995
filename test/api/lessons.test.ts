import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { HOUR } from '../../src/shared/instant.ts';
import { lesson, pastLessons } from '../../src/shared/lessons.ts';
import { startTestApp } from '../support/app.ts';
import { login } from '../support/client.ts';
import { databaseTest } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { addSchoolLesson } from '../support/school-lesson.ts';

/** Two lessons of a pupil, alone with the teacher, and everybody who may ask for them. */
async function taught(db: DatabaseManager, t: TestContext) {
  const school = await smallSchool(db);
  const { classId, classManagerId, teacherId, courseId, pupilId } = school;
  const app = await startTestApp(t, db);
  const about = { classId, classManagerId, teacherId, courseId, unitName: 'Adding', studentIds: [pupilId] };
  const talk = [
    { by: null, content: 'How much is $3 + 4$?' },
    { by: pupilId, content: 'I say **seven**' },
  ];
  const start = app.clock.now() - 3 * HOUR;
  const first = await addSchoolLesson(db, { ...about, start, talk, feedback: 'It was loud.' });
  const second = await addSchoolLesson(db, { ...about, start: start + HOUR, talk });
  const as = (username: string) => login(app, username);
  return { ...school, first, second, as };
}

databaseTest(
  'a pupil reads the own lessons page by page, with what was said and what was written about them',
  async (db, t) => {
    const { as, first, second } = await taught(db, t);
    const pupil = await as('pupil');
    const newest = await pupil.get('/api/v1/lessons?limit=1');
    assert.deepEqual(
      pastLessons.parse(newest.json).map(({ id }) => id),
      [second],
    );
    assert.equal(newest.headers.link, `</api/v1/lessons?limit=1&before=${second}>; rel="next"`);
    const older = await pupil.get(`/api/v1/lessons?limit=1&before=${second}`);
    assert.deepEqual(
      pastLessons.parse(older.json).map(({ id }) => id),
      [first],
    );
    assert.equal(older.headers.link, undefined);
    assert.doesNotMatch(older.text, /It was loud/, 'the list says nothing of it');
    const read = lesson.parse((await pupil.get(`/api/v1/lessons/${first}`)).json);
    assert.deepEqual([read.feedback, read.attended, read.units], ['It was loud.', true, ['Adding']]);
    assert.ok(read.conversation.open);
    assert.match(read.conversation.messages.at(-1)?.html ?? '', /<strong>seven<\/strong>/);
    assert.equal((await pupil.get('/api/v1/lessons/999999')).status, 404);
  },
);

databaseTest(
  'parents read of a lesson what the school lets them, and never what their child wrote about it',
  async (db, t) => {
    const { as, first, pupilId, parentId } = await taught(db, t);
    const parent = await as('parent');
    const one = `/api/v1/children/${pupilId}/lessons/${first}`;
    const policy = (transcript_policy: 'off' | 'full') =>
      db.run((handle) => handle.updateTable('schools').set({ transcript_policy }).execute());
    await policy('off');
    const closed = await parent.get(one);
    assert.deepEqual(lesson.parse(closed.json).conversation, { open: false, because: 'policy' });
    assert.doesNotMatch(closed.text, /seven|It was loud/);
    await policy('full');
    const open = await parent.get(one);
    assert.match(open.text, /seven/);
    assert.doesNotMatch(open.text, /It was loud/);
    const listed = await parent.get(`/api/v1/children/${pupilId}/lessons`);
    assert.equal(pastLessons.parse(listed.json).length, 2);
    assert.doesNotMatch(listed.text, /It was loud/);
    const noted = await db.run((handle) =>
      handle.selectFrom('audit_log').select('actor_id').where('action', '=', 'read a transcript').execute(),
    );
    assert.deepEqual(noted, [{ actor_id: parentId }]);
  },
);

databaseTest('the class manager reads a lesson whole, the school manager how it went', async (db, t) => {
  const { as, first, pupilId } = await taught(db, t);
  const one = `/api/v1/class/students/${pupilId}/lessons/${first}`;
  const whole = lesson.parse((await (await as('class-manager')).get(one)).json);
  assert.deepEqual([whole.feedback, whole.conversation.open], ['It was loud.', true]);
  const manager = await as('manager');
  const part = lesson.parse((await manager.get(one)).json);
  assert.deepEqual([part.feedback, part.conversation], [null, { open: false, because: 'staff of the class' }]);
  assert.equal(pastLessons.parse((await manager.get(`/api/v1/class/students/${pupilId}/lessons`)).json).length, 2);
});
