import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { pupil } from '../../../test/support/studied.ts';
import { ActiveSessionExistsError } from '../../domain/study-session/study-session.errors.ts';
import { MINUTE } from '../../shared/instant.ts';

const WISH = { type: 'homework', emotionalStateBefore: 'neutral', minutes: 30 } as const;

databaseTest('one click leads to a session in which the teacher has greeted', async (db, t) => {
  const { pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const session = await app.services.studyStart.begin(pupil(pupilId), { ...WISH, courseId });
  assert.equal(session.status, 'active');
  assert.equal(session.courseId, courseId);
  assert.equal(session.feelingBefore, 'neutral');
  const messages = await app.services.conversation.listMessages(pupil(pupilId), session.id, 0);
  assert.equal(messages.length, 1);
});

databaseTest('a double click makes one session and one greeting', async (db, t) => {
  const { pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const begin = () => app.services.studyStart.begin(pupil(pupilId), { ...WISH, courseId });
  const [first, second] = await Promise.all([begin(), begin()]);
  const third = await begin();
  assert.deepEqual([second?.id, third.id], [first?.id, first?.id]);
  const messages = await app.services.conversation.listMessages(pupil(pupilId), third.id, 0);
  assert.equal(messages.length, 1);
});

databaseTest('while a session goes on, another is refused and the first one is named', async (db, t) => {
  const { pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { id } = await app.services.studyStart.begin(pupil(pupilId), { ...WISH, courseId });
  app.clock.advance(MINUTE);
  await assert.rejects(app.services.studyStart.begin(pupil(pupilId), { ...WISH, courseId }), (error) => {
    assert.ok(error instanceof ActiveSessionExistsError);
    assert.deepEqual(error.details, { kind: 'home', id, status: 'active' });
    return true;
  });
});

databaseTest('a session that was never started makes room for the one that is wanted now', async (db, t) => {
  const { make, pupilId, courseId } = await smallSchool(db);
  const other = await make.course({ name: 'Shapes' });
  await make.enrol(pupilId, other);
  const app = await startTestApp(t, db);
  const abandoned = await app.services.studySessions.createHomeStudySession(pupil(pupilId), { ...WISH, courseId });
  const session = await app.services.studyStart.begin(pupil(pupilId), { ...WISH, courseId: other });
  assert.equal(session.courseId, other);
  const before = await app.services.studySessions.getSession(pupil(pupilId), abandoned.id);
  assert.equal(before.status, 'cancelled');
});

databaseTest('nobody begins a session in a course that they are not in', async (db, t) => {
  const { make, pupilId } = await smallSchool(db);
  const other = await make.course({ name: 'Not theirs' });
  const app = await startTestApp(t, db);
  await assert.rejects(app.services.studyStart.begin(pupil(pupilId), { ...WISH, courseId: other }), {
    code: 'not-found',
  });
});
