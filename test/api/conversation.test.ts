import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import type { MessageView, OpenItemView } from '../../src/shared/study-session.ts';
import { startTestApp, type TestAppOverrides } from '../support/app.ts';
import { type Client, login, readEvents } from '../support/client.ts';
import { databaseTest } from '../support/databases.ts';
import { smallSchool } from '../support/factory.ts';
import { type FaultModelServer, startFaultModelServer } from '../support/fault-model-server.ts';
import { activeSession, codeOf, detailsOf, END, field, newSession } from '../support/study.ts';
import { until } from '../support/until.ts';

let model: FaultModelServer;
before(async () => {
  model = await startFaultModelServer();
});
after(() => model.close());

/** Answered by the embedded tutor. */
async function studying(t: TestContext, db: DatabaseManager, overrides: TestAppOverrides = {}) {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db, overrides);
  const pupil = await login(app, 'pupil');
  return { ...school, app, pupil };
}

/** Answered by a model that does what the test says. */
async function withModel(t: TestContext, db: DatabaseManager) {
  model.reset();
  const remoteModel = { provider: 'compatible', apiKey: 'none', baseUrl: model.baseUrl } as const;
  const names = { model: 'scripted', evaluatorModel: 'scripted', requestsPerMinute: null };
  return studying(t, db, { config: { remoteModel: { ...remoteModel, ...names } } });
}

const messagesOf = async (client: Client, id: number, after = 0) =>
  (await client.get(`/api/v1/study-sessions/home/${id}/messages?after=${after}`)).json as MessageView[];
const say = (client: Client, id: number, clientId: string, content = 'help') =>
  client.post(`/api/v1/study-sessions/home/${id}/messages`, { clientId, content });
const responseOf = (answer: Parameters<typeof field>[0]) => field(answer, 'response') as MessageView;

const pupilIdOf = async (client: Client) =>
  (field(await client.get('/api/v1/me'), 'user') as { id: number } | undefined)?.id;

/** Waits until the last message of the session is in this state. */
async function lastIn(client: Client, id: number, state: MessageView['state']): Promise<MessageView> {
  for (let looks = 0; looks < 400; looks += 1) {
    const last = (await messagesOf(client, id)).at(-1);
    if (last?.from === 'teacher' && last.state === state) return last;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`No reply ever was ${state}.`);
}

databaseTest('fifty equal sends at once are one message with one reply, and all hear the same', async (db, t) => {
  const { pupil, courseId } = await studying(t, db);
  const id = await activeSession(pupil, courseId);
  const answers = await Promise.all(Array.from({ length: 50 }, () => say(pupil, id, 'the-same')));
  assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200]));
  assert.equal(new Set(answers.map((answer) => answer.text)).size, 1);
  const messages = await messagesOf(pupil, id);
  assert.deepEqual(
    messages.map(({ from, state }) => `${from} ${state}`),
    ['teacher complete', 'student complete', 'teacher complete'],
  );
});

databaseTest(
  'twelve different sends at once are answered one after the other, none lost, none doubled',
  async (db, t) => {
    const { pupil, courseId } = await studying(t, db);
    const id = await activeSession(pupil, courseId);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => say(pupil, id, `word-${index}`, `is it ${index}?`)),
    );
    assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200]));
    const [, ...talk] = await messagesOf(pupil, id);
    assert.deepEqual(
      talk.map(({ from }) => from),
      Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 'student' : 'teacher')),
    );
    assert.equal(new Set(talk.flatMap(({ clientId }) => clientId ?? [])).size, 12);
  },
);

databaseTest(
  'a streamed reply comes as events whose text is the saved message, and never holds the key',
  async (db, t) => {
    const { pupil, courseId } = await studying(t, db);
    const id = await activeSession(pupil, courseId);
    const path = `/api/v1/study-sessions/home/${id}/messages`;
    const events = await pupil.events(path, { method: 'POST', body: { clientId: 'a', content: 'a hint please' } });
    const names = events.map(({ event }) => event);
    assert.deepEqual(names.slice(0, 2), ['prompt', 'text-start']);
    assert.deepEqual(names.slice(-2), ['item', 'text-end']);
    const text = events.map((event) =>
      event.event === 'text-delta' ? String(field({ json: event.data }, 'text')) : '',
    );
    const last = events.at(-1);
    const message = field({ json: last?.data }, 'message') as MessageView;
    assert.equal(text.join(''), message.content);
    assert.equal(message.state, 'complete');
    const blocks = events.filter(({ event }) => event === 'block').map(({ data }) => field({ json: data }, 'html'));
    assert.equal(blocks.join(''), message.html);
    const item = field({ json: events.find(({ event }) => event === 'item')?.data }, 'openItem') as OpenItemView;
    assert.deepEqual([item.hintsUsed, item.hintsTotal], [1, 4]);
    const asked = Number(/<mn>(\d+)<\/mn>/.exec(item.questionHtml)?.[1]);
    assert.ok(!JSON.stringify(events).includes(String(1000 + asked)), 'the answer stands nowhere');
  },
);

databaseTest('a pupil finds nothing under any id of another', async (db, t) => {
  const { app, pupil, courseId } = await studying(t, db);
  const id = await activeSession(pupil, courseId);
  const mate = await login(app, 'mate');
  const base = `/api/v1/study-sessions/home/${id}`;
  const answers = [
    await mate.get(base),
    await mate.get(`${base}/messages`),
    await mate.get(`${base}/stream`),
    await mate.get(`${base}/messages`, { accept: 'text/event-stream' }),
    await mate.get(`${base}/evaluations`),
    await say(mate, id, 'mine-now'),
    await mate.post(`${base}/messages`, { clientId: 'b', content: 'x' }, { accept: 'text/event-stream' }),
    ...(await Promise.all(['start', 'pause', 'resume', 'cancel'].map((event) => mate.post(`${base}/${event}`)))),
    await mate.post(`${base}/end`, END),
    await mate.get(`/api/v1/study-sessions/home/${id + 1000}`),
    await mate.get('/api/v1/study-sessions/home/nothing'),
    await mate.get(`/api/v1/study-sessions/school/${id}`),
  ];
  assert.deepEqual(
    answers.map((answer) => answer.status),
    answers.map(() => 404),
  );
  assert.equal((await messagesOf(pupil, id)).length, 1);
});

databaseTest(
  'pausing while the teacher answers marks the answer; after resuming it can be asked again',
  async (db, t) => {
    const { pupil, courseId } = await withModel(t, db);
    const id = await activeSession(pupil, courseId);
    model.play({ kind: 'hang mid-stream', text: 'Look at the first line. Then I would' });
    const waiting = say(pupil, id, 'p1', 'what now?');
    await lastIn(pupil, id, 'streaming');
    assert.equal((await pupil.post(`/api/v1/study-sessions/home/${id}/pause`)).status, 200);
    const broken = responseOf(await waiting);
    assert.equal(broken.state, 'interrupted');
    assert.equal(broken.retryClientId, 'p1');
    const refused = await say(pupil, id, 'p2');
    assert.equal(refused.status, 409);
    assert.deepEqual(detailsOf(refused), { status: 'paused' });
    assert.equal(responseOf(await say(pupil, id, 'p1', 'what now?')).state, 'interrupted', 'no asking while paused');
    assert.equal((await pupil.post(`/api/v1/study-sessions/home/${id}/resume`)).status, 200);
    model.play({ kind: 'reply', text: 'Look at the first line, and tell me what you see.' });
    const again = await say(pupil, id, 'p1', 'what now?');
    assert.equal(responseOf(again).state, 'complete');
    assert.equal(responseOf(again).id, broken.id, 'the same reply, whole now');
    assert.equal((await messagesOf(pupil, id)).filter(({ from }) => from === 'student').length, 1);
  },
);

databaseTest('ending while the teacher answers marks the answer and evaluates what there is', async (db, t) => {
  const { app, pupil, courseId } = await withModel(t, db);
  const id = await activeSession(pupil, courseId);
  model.play({ kind: 'hang mid-stream', text: 'Let me think about' });
  const waiting = say(pupil, id, 'e1', 'what now?');
  await lastIn(pupil, id, 'streaming');
  assert.equal((await pupil.post(`/api/v1/study-sessions/home/${id}/end`, END)).status, 200);
  assert.equal(responseOf(await waiting).state, 'interrupted');
  model.reset();
  assert.equal(await app.worker.runDue(), 1);
});

databaseTest('a broken reply after which the talk went on stays as it is', async (db, t) => {
  const { pupil, courseId } = await withModel(t, db);
  const id = await activeSession(pupil, courseId);
  model.play({ kind: 'hang mid-stream', text: 'Let me think about' });
  const waiting = say(pupil, id, 'old', 'what now?');
  await lastIn(pupil, id, 'streaming');
  await pupil.post(`/api/v1/study-sessions/home/${id}/pause`);
  await pupil.post(`/api/v1/study-sessions/home/${id}/resume`);
  await waiting;
  model.play({ kind: 'reply', text: 'Count on from the thousand, one by one.' });
  assert.equal((await say(pupil, id, 'new', 'and now?')).status, 200);
  const old = responseOf(await say(pupil, id, 'old', 'what now?'));
  assert.deepEqual([old.state, old.retryClientId], ['interrupted', null]);
  assert.equal((await messagesOf(pupil, id)).length, 5);
});

databaseTest('a second message waits while the teacher answers, and is answered after', async (db, t) => {
  const { pupil, courseId } = await withModel(t, db);
  const id = await activeSession(pupil, courseId);
  model.play({ kind: 'reply', text: 'Count on from the thousand. Try it on paper first. Then tell me what you get.' });
  const [first, second] = await Promise.all([say(pupil, id, 'w1', 'how?'), say(pupil, id, 'w2', 'and why?')]);
  assert.deepEqual([first.status, second.status], [200, 200]);
  const talk = (await messagesOf(pupil, id)).slice(1);
  assert.deepEqual(
    talk.map(({ from, state }) => `${from} ${state}`),
    ['student complete', 'teacher complete', 'student complete', 'teacher complete'],
  );
});

databaseTest('the welcome comes once, and is begun anew when a pause broke it off', async (db, t) => {
  const { pupil, courseId } = await withModel(t, db);
  const id = await newSession(pupil, courseId);
  model.play({ kind: 'hang mid-stream', text: 'Welcome to this' });
  assert.equal((await pupil.post(`/api/v1/study-sessions/home/${id}/start`)).status, 200);
  await lastIn(pupil, id, 'streaming');
  await pupil.post(`/api/v1/study-sessions/home/${id}/pause`);
  await lastIn(pupil, id, 'interrupted');
  model.play({ kind: 'reply', text: 'Welcome. Start with the question below.' });
  await pupil.post(`/api/v1/study-sessions/home/${id}/resume`);
  await lastIn(pupil, id, 'complete');
  await pupil.post(`/api/v1/study-sessions/home/${id}/start`);
  assert.equal((await messagesOf(pupil, id)).length, 1);
});

databaseTest('words that are quicker than the welcome are answered after it', async (db, t) => {
  const { app, pupil, courseId } = await studying(t, db);
  const id = await newSession(pupil, courseId);
  const actor = await app.services.accounts.findActor((await pupilIdOf(pupil)) ?? 0);
  assert.ok(actor);
  // Started, and then the process died before the welcome.
  await app.services.studySessions.startSession(actor, id);
  assert.equal((await say(pupil, id, 'quick', 'help')).status, 200);
  assert.deepEqual(
    (await messagesOf(pupil, id)).map(({ from }) => from),
    ['teacher', 'student', 'teacher'],
  );
});

databaseTest('a reader who leaves breaks nothing, and finds the whole reply when coming back', async (db, t) => {
  const { app, pupil, courseId } = await withModel(t, db);
  const id = await activeSession(pupil, courseId);
  const address = `${await app.listen()}/api/v1/study-sessions/home/${id}`;
  const headers = { cookie: pupil.cookie ?? '', accept: 'text/event-stream' };
  model.play({ kind: 'hang mid-stream', text: 'Count on from the thousand. Then' });
  const leaving = new AbortController();
  const answer = await fetch(`${address}/messages`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: 'l1', content: 'how?' }),
    signal: leaving.signal,
  });
  assert.match(answer.headers.get('content-type') ?? '', /^text\/event-stream/);
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  const reader = answer.body?.getReader();
  await reader?.read();
  const running = await lastIn(pupil, id, 'streaming');
  leaving.abort();
  const follower = fetch(`${address}/stream`, { headers: { ...headers, 'last-event-id': String(running.id - 1) } });
  await pupil.post(`/api/v1/study-sessions/home/${id}/pause`);
  const events = readEvents(await (await follower).text());
  assert.equal(events.at(-1)?.event, 'text-end');
  assert.equal(events.at(-1)?.id, String(running.id));
  const nothing = await fetch(`${address}/stream?after=${running.id}`, { headers });
  assert.equal(nothing.status, 204, 'a browser stops asking');
});

databaseTest(
  'words of need are answered at once, in the middle of a reply, and hidden from the parents',
  async (db, t) => {
    const { app, pupil, pupilId, courseId, schoolId } = await withModel(t, db);
    await db.run((handle) =>
      handle.updateTable('schools').set({ transcript_policy: 'full' }).where('id', '=', schoolId).execute(),
    );
    const id = await activeSession(pupil, courseId);
    model.play({ kind: 'hang mid-stream', text: 'Let me think about' });
    const before = model.requests.length;
    const waiting = say(pupil, id, 'c1', 'what now?');
    await lastIn(pupil, id, 'streaming');
    await until(() => model.requests.length > before);
    const asked = model.requests.length;
    const answer = await say(pupil, id, 'c2', 'I want to kill myself');
    assert.equal(responseOf(answer).state, 'complete');
    assert.equal(model.requests.length, asked, 'no model saw it');
    assert.equal(responseOf(await waiting).state, 'interrupted');
    assert.deepEqual(
      (await say(pupil, id, 'c2', 'I want to kill myself')).json,
      answer.json,
      'a repeat raises nothing new',
    );
    const alerts = await db.run((handle) => handle.selectFrom('safety_alerts').selectAll().execute());
    assert.equal(alerts.length, 1);
    const parent = await login(app, 'parent');
    const transcript = await parent.get(`/api/v1/children/${pupilId}/sessions/${id}/transcript`);
    assert.equal(transcript.status, 200);
    assert.ok(!transcript.text.includes('kill'), transcript.text);
    assert.ok(!transcript.text.includes(responseOf(answer).content.slice(0, 30)));
    assert.match(transcript.text, /what now/);
  },
);

databaseTest('words of need are heard in the place of a choice too', async (db, t) => {
  const { pupil, courseId } = await studying(t, db);
  const id = await activeSession(pupil, courseId);
  const path = `/api/v1/study-sessions/home/${id}/messages`;
  const answer = await pupil.post(path, { clientId: 'a', content: '', choiceId: 'kill myself' });
  assert.equal(answer.status, 200, answer.text);
  const alerts = await db.run((handle) => handle.selectFrom('safety_alerts').selectAll().execute());
  assert.equal(alerts.length, 1);
});

databaseTest('when the model fails, the embedded tutor answers and the pupil’s words are kept', async (db, t) => {
  const { pupil, courseId } = await withModel(t, db);
  const id = await activeSession(pupil, courseId);
  model.play({ kind: 'error', status: 401, error: { message: 'no such key' } });
  const answer = await say(pupil, id, 'f1', 'help');
  assert.equal(responseOf(answer).state, 'complete');
  const session = await pupil.get(`/api/v1/study-sessions/home/${id}`);
  assert.equal((field(session, 'teacher') as { tutor: string }).tutor, 'embedded');
});

databaseTest('what cannot be a message is refused with the reason, and nothing is kept of it', async (db, t) => {
  const { pupil, courseId } = await studying(t, db);
  const id = await activeSession(pupil, courseId);
  const bad: unknown[] = [
    {},
    { clientId: 'x' },
    { clientId: '', content: 'x' },
    { clientId: 'x', content: '   ' },
    { clientId: 'x', content: 'y'.repeat(4001) },
    { clientId: 'x', content: 'y', attachmentIds: ['1'] },
    { clientId: 'x', content: 'y', modality: 'telepathy' },
    [],
    'x',
    null,
  ];
  for (const body of bad) {
    const answer = await pupil.post(`/api/v1/study-sessions/home/${id}/messages`, JSON.stringify(body));
    assert.equal(answer.status, 400, `${JSON.stringify(body).slice(0, 80)}: ${answer.text}`);
    assert.equal(codeOf(answer), 'invalid-input');
  }
  const meddling = { clientId: 'x', content: 'help', studentId: 1, sessionId: 2, from: 'teacher', verdict: 'correct' };
  const answer = await pupil.post(`/api/v1/study-sessions/home/${id}/messages`, meddling);
  assert.equal((field(answer, 'prompt') as MessageView).from, 'student');
  assert.equal((await messagesOf(pupil, id)).length, 3);
});
