import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { HOUR } from '../../shared/instant.ts';

const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };

databaseTest(
  'all that is wrong with an answer to a report is said at once, and no word of it is lost',
  async (db, t) => {
    const { make, pupilId, courseId, teacherId, schoolId } = await smallSchool(db);
    await make.supervisor('yossi', 'math', 'north');
    const app = await startTestApp(t, db);
    const { qaId, revisionId } = await db.run((handle) =>
      handle
        .selectFrom('qas')
        .select(['id as qaId', 'revision_id as revisionId'])
        .where('course_id', '=', courseId)
        .orderBy('id')
        .executeTakeFirstOrThrow(),
    );
    const past = { studentId: pupilId, courseId, teacherId, minutes: 20, start: app.clock.now() - HOUR };
    const attempts = [{ verdict: 'incorrect' as const, qaId, revisionId: revisionId ?? 0, unitName: 'Adding' }];
    const session = await addPast(db, { ...past, attempts, talk: [{ from: 'teacher', content: 'Look.' }] });
    await db.run((handle) => handle.updateTable('messages').set({ posed_revision_id: revisionId }).execute());
    const { questionReports } = app.services;
    const pupil = actor(pupilId, 'student', schoolId);
    const asked = await questionReports.asked(pupil, { at: 'home session', sessionId: session.id }, revisionId ?? 0);
    await questionReports.report(pupil, asked, { reason: 'unclear', comment: '' });
    const yossi = await login(app, 'yossi');
    const answer = (fields: Record<string, string>) =>
      yossi.post(`/region/curriculum/reports/${qaId}`, new URLSearchParams(fields).toString(), form);
    const field = `reply-${qaId}`;

    const long = 'Thank you. '.repeat(100);
    const wrong = await answer({ [field]: long, state: 'perhaps' });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /At most 1000 characters, please; these are 1100\./);
    assert.match(wrong.text, /Please say whether it is corrected or stays as it is/);
    assert.ok(wrong.text.includes(long));
    const early = await answer({ [field]: ' ', state: 'corrected' });
    assert.equal(early.status, 400);
    assert.match(early.text, /Please write something/);
    assert.match(early.text, /Nothing newer of this question has been published/);

    assert.equal((await answer({ [field]: 'The second one is meant.', state: 'dismissed' })).status, 303);
    const late = await answer({ [field]: 'It was I who read it.', state: 'dismissed' });
    assert.equal(late.status, 409);
    assert.match(late.text, /somebody else has answered them[\s\S]*It was I who read it\./);
    const [own] = await questionReports.ownReports(pupil);
    assert.equal(own?.answer, 'The second one is meant.');
  },
);
