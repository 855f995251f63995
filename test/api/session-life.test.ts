import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import type { SessionStatus } from '../../src/domain/study-session/study-session.ts';
import { HOUR, MINUTE } from '../../src/shared/instant.ts';
import { startTestApp } from '../support/app.ts';
import { type Client, login } from '../support/client.ts';
import { databaseTest } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { codeOf, detailsOf, END, field, newSession } from '../support/study.ts';

async function studying(t: TestContext, db: DatabaseManager) {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const pupil = await login(app, 'pupil');
  return { ...school, app, pupil };
}

const EVENTS = ['start', 'pause', 'resume', 'end', 'cancel'] as const;
type Event = (typeof EVENTS)[number];

/** How to get a fresh session into each state. */
const WAY: Record<SessionStatus, Event[]> = {
  pending: [],
  active: ['start'],
  paused: ['start', 'pause'],
  completed: ['start', 'end'],
  cancelled: ['cancel'],
};

/** state → event → the state that follows; 409 is refused. Typed by hand from the specification, not derived. */
const TABLE: Record<SessionStatus, Record<Event, SessionStatus | 409>> = {
  pending: { start: 'active', pause: 409, resume: 409, end: 409, cancel: 'cancelled' },
  active: { start: 'active', pause: 'paused', resume: 'active', end: 'completed', cancel: 409 },
  paused: { start: 409, pause: 'paused', resume: 'active', end: 'completed', cancel: 409 },
  completed: { start: 409, pause: 409, resume: 409, end: 'completed', cancel: 409 },
  cancelled: { start: 409, pause: 409, resume: 409, end: 409, cancel: 'cancelled' },
};

function apply(client: Client, id: number, event: Event) {
  return client.post(`/api/v1/study-sessions/home/${id}/${event}`, event === 'end' ? END : undefined);
}

databaseTest('every event in every state leads where the table says, or is refused with the state', async (db, t) => {
  const { pupil, courseId } = await studying(t, db);
  for (const [from, row] of Object.entries(TABLE) as [SessionStatus, Record<Event, SessionStatus | 409>][]) {
    for (const event of EVENTS) {
      const id = await newSession(pupil, courseId);
      for (const step of WAY[from]) assert.equal((await apply(pupil, id, step)).status, 200);
      const answer = await apply(pupil, id, event);
      const wanted = row[event];
      const now = await pupil.get(`/api/v1/study-sessions/home/${id}`);
      if (wanted === 409) {
        assert.equal(answer.status, 409, `${event} of a session that is ${from}`);
        assert.equal(codeOf(answer), 'invalid-session-state');
        assert.deepEqual(detailsOf(answer), { status: from });
        assert.equal(field(now, 'status'), from);
      } else {
        assert.equal(answer.status, 200, `${event} of a session that is ${from}: ${answer.text}`);
        assert.equal(field(answer, 'status'), wanted);
        assert.equal(field(now, 'status'), wanted);
      }
      // Leave room for the next one.
      for (const last of ['cancel', 'end'] as const) await apply(pupil, id, last);
    }
  }
});

databaseTest('repeating what has been reached changes nothing: one pause row, one end', async (db, t) => {
  const { app, pupil, courseId } = await studying(t, db);
  const id = await newSession(pupil, courseId);
  await apply(pupil, id, 'start');
  app.clock.advance(10 * MINUTE);
  await apply(pupil, id, 'pause');
  app.clock.advance(5 * MINUTE);
  const again = await apply(pupil, id, 'pause');
  assert.equal((field(again, 'pauses') as unknown[]).length, 1);
  await apply(pupil, id, 'resume');
  app.clock.advance(2 * MINUTE);
  const ended = await apply(pupil, id, 'end');
  app.clock.advance(MINUTE);
  const repeated = await pupil.post(`/api/v1/study-sessions/home/${id}/end`, { ...END, difficulty: 10 });
  assert.equal(field(repeated, 'endTime'), field(ended, 'endTime'));
  assert.equal(field(ended, 'activeMinutes'), 12, 'the pause does not count');
});

databaseTest(
  'a second session is refused and leads to the first; it can be had once the first has ended',
  async (db, t) => {
    const { pupil, courseId } = await studying(t, db);
    const id = await newSession(pupil, courseId);
    const body = { type: 'homework', courseId, emotionalStateBefore: 'neutral' };
    const second = await pupil.post('/api/v1/study-sessions/home', body);
    assert.equal(second.status, 409);
    assert.equal(codeOf(second), 'active-session-exists');
    assert.deepEqual(detailsOf(second), { kind: 'home', id, status: 'pending' });
    await apply(pupil, id, 'start');
    assert.deepEqual(detailsOf(await pupil.post('/api/v1/study-sessions/home', body)), {
      kind: 'home',
      id,
      status: 'active',
    });
    await apply(pupil, id, 'end');
    assert.equal((await pupil.post('/api/v1/study-sessions/home', body)).status, 201);
  },
);

databaseTest('two tabs create and start at once: one wins, the other is told how it stands', async (db, t) => {
  const { pupil, courseId } = await studying(t, db);
  const body = { type: 'homework', courseId, emotionalStateBefore: 'neutral' };
  const created = await Promise.all(Array.from({ length: 8 }, () => pupil.post('/api/v1/study-sessions/home', body)));
  const won = created.filter((answer) => answer.status === 201);
  assert.equal(won.length, 1);
  assert.ok(created.every((answer) => answer.status === 201 || codeOf(answer) === 'active-session-exists'));
  const id = Number(field(won[0], 'id'));
  const started = await Promise.all(Array.from({ length: 8 }, () => apply(pupil, id, 'start')));
  assert.deepEqual(new Set(started.map((answer) => answer.status)), new Set([200]));
  const messages = (await pupil.get(`/api/v1/study-sessions/home/${id}/messages`)).json as unknown[];
  assert.equal(messages.length, 1, 'one welcome');
});

databaseTest(
  'twenty windows pull at one session: every answer is a state or a refusal, and the pauses add up',
  async (db, t) => {
    const { pupil, courseId } = await studying(t, db);
    const id = await newSession(pupil, courseId);
    await apply(pupil, id, 'start');
    const events = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 'pause' : 'resume') as Event);
    const answers = await Promise.all(events.map((event) => apply(pupil, id, event)));
    for (const answer of answers) assert.ok(answer.status === 200 || answer.status === 409, answer.text);
    const session = await pupil.get(`/api/v1/study-sessions/home/${id}`);
    const open = (field(session, 'pauses') as { end: string | null }[]).filter((pause) => pause.end === null);
    assert.equal(open.length, field(session, 'status') === 'paused' ? 1 : 0);
    const ended = await apply(pupil, id, 'end');
    assert.ok((field(ended, 'pauses') as { end: string | null }[]).every((pause) => pause.end !== null));
  },
);

databaseTest('the server cancels, pauses and ends what is left alone, and evaluates what it ended', async (db, t) => {
  const { app, pupil, courseId } = await studying(t, db);
  const statusOf = async (id: number) => field(await pupil.get(`/api/v1/study-sessions/home/${id}`), 'status');
  const left = await newSession(pupil, courseId);
  app.clock.advance(5 * MINUTE - 1);
  assert.equal(await app.services.studySessions.expireSessions(), 0);
  app.clock.advance(1);
  assert.equal(await app.services.studySessions.expireSessions(), 1);
  assert.equal(await statusOf(left), 'cancelled');

  const idle = await newSession(pupil, courseId);
  await apply(pupil, idle, 'start');
  app.clock.advance(29 * MINUTE);
  await pupil.post(`/api/v1/study-sessions/home/${idle}/messages`, { clientId: 'still-here', content: 'help' });
  app.clock.advance(30 * MINUTE - 1);
  assert.equal(await app.services.studySessions.expireSessions(), 0, 'a message is a sign of life');
  app.clock.advance(1);
  assert.equal(await app.services.studySessions.expireSessions(), 1);
  assert.equal(await statusOf(idle), 'paused');

  app.clock.advance(11 * HOUR + MINUTE);
  const again = await login(app, 'pupil');
  assert.equal(await app.services.studySessions.expireSessions(), 1, 'twelve hours after its start');
  const past = (await again.get('/api/v1/history')).json as { id: number; status: string; expired: boolean }[];
  assert.deepEqual(
    past.map(({ id, status, expired }) => ({ id, status, expired })),
    [{ id: idle, status: 'completed', expired: true }],
  );
  assert.equal(await app.worker.runDue(), 1);
  assert.equal(field(await again.get(`/api/v1/study-sessions/home/${idle}/evaluations`), 'status'), 'done');
});

databaseTest('many paused sessions do not keep the server from looking after the others', async (db, t) => {
  const { app, pupil, courseId } = await studying(t, db);
  const id = await newSession(pupil, courseId);
  await apply(pupil, id, 'start');
  await apply(pupil, id, 'pause');
  app.clock.advance(6 * MINUTE);
  const mate = await login(app, 'mate');
  const waiting = await newSession(mate, courseId);
  app.clock.advance(5 * MINUTE);
  const { HomeSessionRepo } = await import('../../src/data/study-session/home-session.repo.ts');
  const now = app.clock.now();
  const due = await new HomeSessionRepo(db).listDue(
    { pending: now - 5 * MINUTE, idle: now - 30 * MINUTE, total: now - 12 * HOUR },
    1,
  );
  assert.deepEqual(
    due.map((session) => session.id),
    [waiting],
  );
});

databaseTest('an ended session is evaluated once, however often the end is repeated', async (db, t) => {
  const { app, pupil, courseId } = await studying(t, db);
  const id = await newSession(pupil, courseId);
  await apply(pupil, id, 'start');
  await Promise.all(Array.from({ length: 10 }, () => apply(pupil, id, 'end')));
  const before = await pupil.get(`/api/v1/study-sessions/home/${id}/evaluations`);
  assert.deepEqual(before.json, { status: 'pending', evaluations: [] });
  assert.equal(await app.worker.runDue(), 1);
  await apply(pupil, id, 'end');
  assert.equal(await app.worker.runDue(), 0);
  const after = await pupil.get(`/api/v1/study-sessions/home/${id}/evaluations`);
  const kinds = (field(after, 'evaluations') as { kind: string }[]).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['proficiency', 'investment']);
});

databaseTest('crisis words in the feedback reach the staff, and the pupil reads where to turn', async (db, t) => {
  const { pupil, courseId, pupilId } = await studying(t, db);
  const id = await newSession(pupil, courseId);
  await apply(pupil, id, 'start');
  const feedback = 'I want to kill myself';
  const ended = await pupil.post(`/api/v1/study-sessions/home/${id}/end`, { ...END, feedback });
  assert.equal(ended.status, 200);
  assert.match(String(field(ended, 'care')), /./);
  const alerts = await db.run((handle) => handle.selectFrom('safety_alerts').selectAll().execute());
  assert.deepEqual(
    alerts.map((alert) => ({ student: alert.student_id, message: alert.message_id, session: alert.home_session_id })),
    [{ student: pupilId, message: null, session: id }],
  );
});

databaseTest('crisis words are heard in every state of a session, and leave it as it is', async (db, t) => {
  const { pupil, courseId, pupilId } = await studying(t, db);
  const alerts = () => db.run((handle) => handle.selectFrom('safety_alerts').selectAll().orderBy('id').execute());
  const id = await newSession(pupil, courseId);
  const say = (content: string, clientId: string) =>
    pupil.post(`/api/v1/study-sessions/home/${id}/messages`, { clientId, content });
  const status = async () => field(await pupil.get(`/api/v1/study-sessions/home/${id}`), 'status');
  for (const [state, change] of [
    ['pending', []],
    ['paused', ['start', 'pause']],
    ['completed', ['end']],
  ] as const) {
    for (const one of change) {
      const done = one === 'end' ? pupil.post(`/api/v1/study-sessions/home/${id}/end`, END) : apply(pupil, id, one);
      assert.equal((await done).status, 200);
    }
    assert.equal(await status(), state);
    assert.equal((await say('when is lunch?', `small talk ${state}`)).status, 409);
    const before = (await alerts()).length;
    const heard = await say('I want to kill myself', `need ${state}`);
    assert.equal(heard.status, 200, heard.text);
    const { prompt, response } = heard.json as { prompt: { id: number }; response: { content: string; state: string } };
    assert.match(response.content, /adult/);
    assert.equal(response.state, 'complete');
    assert.deepEqual(
      (await say('I want to kill myself', `need ${state}`)).json,
      heard.json,
      'a repeat finds the first',
    );
    const [alert, ...more] = (await alerts()).slice(before);
    assert.deepEqual([alert?.student_id, alert?.message_id, more], [pupilId, prompt.id, []]);
    assert.equal(await status(), state);
  }
  const talk = (await pupil.get(`/api/v1/study-sessions/home/${id}/messages`)).json as { type: string }[];
  assert.deepEqual(
    talk.map((message) => message.type),
    ['prompt', 'response', 'response', 'prompt', 'response', 'prompt', 'response'],
    'the teacher still speaks first in the lesson',
  );
});

databaseTest('words of need that were refused are answered kindly, and reach the staff once', async (db, t) => {
  const { pupil, courseId, pupilId } = await studying(t, db);
  const alerts = () => db.run((handle) => handle.selectFrom('safety_alerts').selectAll().execute());
  const id = await newSession(pupil, courseId);
  await apply(pupil, id, 'start');
  const feedback = 'I want to kill myself';
  const unfinished = await pupil.post(`/study/home/${id}/end`, new URLSearchParams({ feedback }).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });
  assert.equal(unfinished.status, 400);
  assert.match(unfinished.text, /adult/);
  assert.match(unfinished.text, /<textarea[^>]*>I want to kill myself/);
  assert.equal((await pupil.post(`/api/v1/study-sessions/home/${id}/end`, { ...END, feedback })).status, 200);
  assert.deepEqual(
    (await alerts()).map((alert) => [alert.student_id, alert.home_session_id]),
    [[pupilId, id]],
    'the same words sent again are one alert',
  );
  const again = await pupil.post(`/api/v1/study-sessions/home/${id}/end`, { ...END, feedback: 'my uncle hurts me' });
  assert.equal(again.status, 200);
  assert.deepEqual((await alerts()).map((alert) => alert.category).sort(), ['abuse', 'self-harm']);
  const long = await pupil.post(`/api/v1/study-sessions/home/${id}/messages`, {
    clientId: 'long',
    content: `${'so much is wrong. '.repeat(300)} i want to die`,
  });
  assert.equal(long.status, 400);
  assert.match(long.text, /adult/);
  assert.equal((await alerts()).filter((alert) => alert.home_session_id === null).length, 1);
});

databaseTest('only pupils study at home, and only in courses of theirs', async (db, t) => {
  const { app, pupil, make, courseId } = await studying(t, db);
  const foreign = await make.course({ name: 'Of others' });
  const body = { type: 'homework', courseId: foreign, emotionalStateBefore: 'neutral' };
  assert.equal((await pupil.post('/api/v1/study-sessions/home', body)).status, 404);
  assert.equal((await pupil.post('/api/v1/study-sessions/home', { ...body, courseId: 999_999 })).status, 404);
  const manager = await login(app, 'class-manager');
  assert.equal((await manager.post('/api/v1/study-sessions/home', { ...body, courseId })).status, 403);
  const unknown = await pupil.post('/api/v1/study-sessions/home', {
    ...body,
    courseId,
    learningUnitNames: ['Nothing'],
  });
  assert.equal(unknown.status, 400);
  assert.match(unknown.text, /learningUnitNames/);
  const chosen = await pupil.post('/api/v1/study-sessions/home', {
    ...body,
    courseId,
    learningUnitNames: ['Taking away'],
  });
  assert.deepEqual(
    (field(chosen, 'units') as { name: string }[]).map(({ name }) => name),
    ['Taking away'],
  );
});
