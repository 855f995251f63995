import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import { SAMPLE_LOGINS } from '../../src/data/sample/people/named-people.ts';
import { SittingRepo } from '../../src/data/tests/sitting.repo.ts';
import { HOUR, MINUTE } from '../../src/shared/instant.ts';
import { DATABASES } from '../support/databases.ts';
import { type RunningServer, startServer } from '../support/running-server.ts';
import { until } from '../support/until.ts';

/** How often the server is killed while the pupil writes. */
const KILLS = 3;
const PUPIL = 'noa';
const PASSWORD = SAMPLE_LOGINS.find(({ username }) => username === PUPIL)?.password;

/** A test of one of the pupil's courses that can be begun now. */
async function setForNow(db: DatabaseManager): Promise<{ sittingId: number }> {
  const { studentId, testId } = await db.run((handle) =>
    handle
      .selectFrom('users')
      .innerJoin('courses_students', 'courses_students.student_id', 'users.id')
      .innerJoin('tests', 'tests.course_id', 'courses_students.course_id')
      .innerJoin('tests_learning_units', 'tests_learning_units.test_id', 'tests.id')
      .select(['users.id as studentId', 'tests.id as testId'])
      .where('users.username', '=', PUPIL)
      .orderBy('tests.id')
      .executeTakeFirstOrThrow(),
  );
  const now = Date.now();
  const sitting = { studentId, testId, sitting: 99, extraMinutes: 0, teacherId: null, scheduledBy: studentId };
  await new SittingRepo(db).create([{ ...sitting, date: now - MINUTE, deadline: now + 5 * HOUR }]);
  const { id } = await db.run((handle) =>
    handle
      .selectFrom('tests_students')
      .select('id')
      .where('student_id', '=', studentId)
      .where('sitting', '=', 99)
      .executeTakeFirstOrThrow(),
  );
  return { sittingId: id };
}

interface Desk {
  state: string;
  endsAt: string;
  questions: { position: number; answer: string; seq: number; choices: { id: string }[] }[];
}

/** A pupil's browser: keeps its cookie over the deaths of the server. */
class Browser {
  readonly #server: RunningServer;
  #cookie = '';

  constructor(server: RunningServer) {
    this.#server = server;
  }

  async send(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.#server.url}/api/v1${path}`, {
      method,
      headers: { cookie: this.#cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
    const [cookie] = answer.headers.getSetCookie();
    if (cookie) this.#cookie = cookie.split(';')[0] ?? '';
    return answer.status === 204 ? null : answer.json();
  }
}

for (const { database, skip } of DATABASES) {
  test(`the program killed while a pupil takes a test: what was acknowledged is handed in, in time, once (${database})`, {
    skip,
  }, async (t) => {
    const server = await startServer(t, { database });
    const { sittingId } = await setForNow(server.db);
    const pupil = new Browser(server);
    await pupil.send('POST', '/auth/login', { username: PUPIL, password: PASSWORD });
    const begun = (await pupil.send('POST', `/tests/${sittingId}/begin`)) as Desk;
    const { length } = begun.questions;
    assert.ok(length >= 3);

    /** By position: the highest sequence that the server has said to be saved. */
    const acknowledged = new Map<number, number>();
    const valueAt = ({ choices }: Desk['questions'][number], at: number) =>
      choices[at % choices.length]?.id ?? `answer ${at}`;
    let seq = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const writing = begun.questions.map(async (question) => {
        for (;;) {
          seq += 1;
          const own = seq;
          const answers = [{ position: question.position, seq: own, values: [valueAt(question, own)] }];
          try {
            await pupil.send('PUT', `/tests/${sittingId}/answers`, { device: 'phone', answers });
          } catch {
            return;
          }
          acknowledged.set(question.position, own);
        }
      });
      const before = acknowledged.size === 0 ? 0 : Math.max(...acknowledged.values());
      await until(() => Math.max(0, ...acknowledged.values()) > before + 2 * length);
      await server.kill();
      await Promise.all(writing);
      await server.start();
      const again = (await pupil.send('GET', `/tests/${sittingId}`)) as Desk;
      assert.deepEqual([again.state, again.endsAt], ['under way', begun.endsAt], 'it goes on, with the time it had');
      for (const question of again.questions) {
        const least = acknowledged.get(question.position) ?? 0;
        assert.ok(question.seq >= least, `${question.position}: ${question.seq} where ${least} was acknowledged`);
        assert.equal(question.answer, question.seq === 0 ? '' : valueAt(question, question.seq));
      }
    }

    const handingIn = [1, 2, 3].map(() => pupil.send('POST', `/tests/${sittingId}/submit`).catch(() => null));
    await Promise.race(handingIn);
    await server.kill();
    await Promise.all(handingIn);
    await server.start();
    await pupil.send('POST', `/tests/${sittingId}/submit`);
    const rows = await server.db.run((db) =>
      db
        .selectFrom('jobs')
        .select('id')
        .where('kind', '=', 'mark-test')
        .where('subject_key', '=', `sitting:${sittingId}`)
        .execute(),
    );
    assert.equal(rows.length, 1, 'handed in once');
    const { ends_at: endsAt, submitted_by: by } = await server.db.run((db) =>
      db.selectFrom('tests_students').selectAll().where('id', '=', sittingId).executeTakeFirstOrThrow(),
    );
    assert.deepEqual([endsAt, by], [toStored(Date.parse(begun.endsAt)), 'pupil']);
  });
}
