import assert from 'node:assert/strict';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { type Answer, type Client, login } from '../../../test/support/client.ts';
import { actorOf, publishAll, supervisedSchool } from '../../../test/support/curriculum.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { activeSession, END, newSession } from '../../../test/support/study.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';

const ROUNDS = 12;
const MOST_PUBLICATIONS = 200;

/** Publishes new names of both units, one of them archived and back, while the work is being done; answers with how often. */
async function whilePublishing(
  { app, actor, courseId }: { app: TestApp; actor: Actor; courseId: number },
  work: () => Promise<void>,
): Promise<number> {
  const { curriculumEditor: editor } = app.services;
  let [over, times] = [false, 0];
  const publish = async () => {
    times += 1;
    const { course } = await editor.open(actor, { courseId, kind: 'course', key: 'course' });
    for (const [at, { key }] of course.units.entries()) {
      const opened = await editor.open(actor, { courseId, kind: 'unit', key });
      const last = at === course.units.length - 1;
      const content = { ...opened.content, name: `Unit ${at} named ${times}`, archived: last && times % 2 === 1 };
      const saved = await editor.save(actor, opened.place, opened.token, { kind: 'unit', content });
      assert.equal(saved.outcome, 'saved', JSON.stringify(saved));
    }
    await publishAll(app, actor, courseId);
  };
  const publishing = (async () => {
    while (!over && times < MOST_PUBLICATIONS) await publish();
  })();
  try {
    await work();
  } finally {
    over = true;
    await publishing;
  }
  return times;
}

databaseTest(
  'units get other names and go to the archive while pupils answer, and not a word is lost',
  async (db, t) => {
    const { courseId, ruth } = await supervisedSchool(db);
    const app = await startTestApp(t, db);
    const actor = await actorOf(app, ruth);
    const answers: Answer[] = [];
    const study = async (pupil: Client): Promise<number> => {
      const session = await activeSession(pupil, courseId);
      for (let round = 0; round < ROUNDS; round += 1) {
        const message = { clientId: `m${round}`, content: String(1001 + (round % 8)) };
        answers.push(await pupil.post(`/api/v1/study-sessions/home/${session}/messages`, message));
      }
      return session;
    };
    let sessions: number[] = [];
    const times = await whilePublishing({ app, actor, courseId }, async () => {
      sessions = await Promise.all([study(await login(app, 'pupil')), study(await login(app, 'mate'))]);
    });
    assert.ok(times > 2, 'there were races');
    assert.deepEqual(
      answers.filter(({ status }) => status !== 200).map(({ status, text }) => `${status} ${text}`),
      [],
    );
    for (const session of sessions) {
      const { prompts, attempts, judged } = await db.run(async (handle) => ({
        prompts: await handle
          .selectFrom('messages')
          .select(['client_id', 'move'])
          .where('home_session_id', '=', session)
          .where('message_type', '=', 'prompt')
          .execute(),
        attempts: await handle.selectFrom('attempts').selectAll().where('home_session_id', '=', session).execute(),
        judged: await handle
          .selectFrom('attempts')
          .innerJoin('learning_units', (join) =>
            join
              .onRef('learning_units.course_id', '=', 'attempts.course_id')
              .onRef('learning_units.name', '=', 'attempts.unit_name'),
          )
          .innerJoin('qas', 'qas.id', 'attempts.qa_id')
          .whereRef('qas.unit_name', '=', 'attempts.unit_name')
          .select('attempts.id')
          .where('home_session_id', '=', session)
          .execute(),
      }));
      assert.equal(prompts.length, ROUNDS);
      assert.equal(new Set(prompts.map((row) => row.client_id)).size, ROUNDS);
      assert.equal(attempts.length, prompts.filter((row) => row.move === 'attempt').length);
      assert.ok(attempts.length > 0);
      assert.equal(judged.length, attempts.length, 'each attempt stands in the unit of its question');
    }
  },
);

databaseTest('a session begins while its units get other names', async (db, t) => {
  const { courseId, ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const actor = await actorOf(app, ruth);
  const pupil = await login(app, 'pupil');
  await whilePublishing({ app, actor, courseId }, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await newSession(pupil, courseId);
      assert.equal((await pupil.post(`/api/v1/study-sessions/home/${id}/start`)).status, 200);
      assert.equal((await pupil.post(`/api/v1/study-sessions/home/${id}/end`, END)).status, 200);
    }
  });
});
