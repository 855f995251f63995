import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import {
  type FaultModelServer,
  type ModelBehaviour,
  OUT_OF_QUOTA,
  RATE_LIMITED,
  SERVER_ERROR,
  startFaultModelServer,
} from '../../../test/support/fault-model-server.ts';
import { listen } from '../../../test/support/model-calls.ts';
import { until } from '../../../test/support/until.ts';
import { ModelError, type ModelErrorKind } from './language-model.ts';
import { createOpenAiModel, type OpenAiModelOptions } from './openai.model.ts';

let server: FaultModelServer;
before(async () => {
  server = await startFaultModelServer();
});
after(() => server.close());
beforeEach(() => server.reset());

const LONG = 60_000;
const PATIENT = { connectMs: LONG, firstTokenMs: LONG, totalMs: LONG };
const WALL = Date.UTC(2026, 10, 1, 8, 0, 0);

/** A model whose waits between tries take no time but are written down. */
function model(fields: Partial<OpenAiModelOptions> = {}) {
  const waits: number[] = [];
  const adapter = createOpenAiModel({
    apiKey: 'sk-secret-canary',
    baseUrl: server.baseUrl,
    provider: 'compatible',
    timeouts: PATIENT,
    random: () => 0,
    clock: { now: () => WALL },
    sleep: async (ms) => {
      waits.push(ms);
    },
    ...fields,
  });
  return { adapter, waits };
}

async function failsAs(kind: ModelErrorKind, tries: number, fields: Partial<OpenAiModelOptions> = {}) {
  const { adapter, waits } = model(fields);
  const heard = await listen(adapter);
  assert.ok(heard.error instanceof ModelError, `a ModelError, not ${heard.error}`);
  assert.equal(heard.error.kind, kind);
  assert.equal(heard.finish, undefined, 'a broken reply is never called finished');
  assert.equal(server.requests.length, tries, 'requests that the server saw');
  return { ...heard, error: heard.error, waits };
}

const FIVE: ModelBehaviour = { kind: 'reply', text: 'It is five.' };

test('429 with Retry-After in seconds: the wait that was asked for, then the reply', async () => {
  server.play(RATE_LIMITED('3'), FIVE);
  const { adapter, waits } = model();
  const heard = await listen(adapter);
  assert.equal(heard.text, 'It is five.');
  assert.deepEqual(waits, [3000]);
  assert.equal(server.requests.length, 2);
});

test('429 with Retry-After as a date: waited until then', async () => {
  server.play(RATE_LIMITED(new Date(WALL + 4000).toUTCString()), FIVE);
  const { adapter, waits } = model();
  assert.equal((await listen(adapter)).text, 'It is five.');
  assert.deepEqual(waits, [4000]);
});

test('429 that asks for a longer wait than a pupil can bear: told at once, with the wait', async () => {
  server.play(RATE_LIMITED('600'));
  const { error, waits } = await failsAs('rate limited', 1);
  assert.equal(error.retryAfterMs, 600_000);
  assert.equal(error.status, 429);
  assert.deepEqual(waits, []);
});

test('429 again and again: three tries, waiting longer each time', async () => {
  server.play(RATE_LIMITED());
  const { waits } = await failsAs('rate limited', 3);
  assert.deepEqual(waits, [250, 500]);
});

test('429 because the quota is used up is never retried', async () => {
  server.play(OUT_OF_QUOTA);
  const { error } = await failsAs('quota', 1);
  assert.equal(error.retryable, false);
});

test('402, as several compatible servers say it, is the quota too', async () => {
  server.play({ kind: 'error', status: 402, error: { message: 'Insufficient credits' } });
  await failsAs('quota', 1);
});

test('500: three tries, then said to be unavailable', async () => {
  server.play(SERVER_ERROR);
  await failsAs('unavailable', 3);
});

test('500 that passes: the second try answers', async () => {
  server.play(SERVER_ERROR, FIVE);
  const { adapter } = model();
  assert.equal((await listen(adapter)).text, 'It is five.');
  assert.equal(server.requests.length, 2);
});

test('a provider that forbids to come back is obeyed', async () => {
  server.play({ kind: 'error', status: 500, error: {}, headers: { 'x-should-retry': 'false' } });
  await failsAs('unavailable', 1);
});

for (const status of [400, 401, 403, 404]) {
  test(`${status} is never retried`, async () => {
    server.play({ kind: 'error', status, error: { message: 'no', type: 'invalid_request_error' } });
    const { error } = await failsAs('bad request', 1);
    assert.equal(error.status, status);
    assert.equal(error.retryable, false);
  });
}

test('a redirect is not followed: a child’s words go to no address that nobody configured', async () => {
  const elsewhere = await startFaultModelServer();
  server.play({
    kind: 'error',
    status: 307,
    error: {},
    headers: { location: `${elsewhere.baseUrl}/chat/completions` },
  });
  const { error } = await failsAs('bad request', 1);
  assert.equal(error.status, 307);
  assert.equal(elsewhere.requests.length, 0);
  await elsewhere.close();
});

test('nobody listens at the address: unavailable, after three tries', async () => {
  const gone = await startFaultModelServer();
  await gone.close();
  const { adapter, waits } = model({ baseUrl: gone.baseUrl });
  const { error } = await listen(adapter);
  assert.ok(error instanceof ModelError);
  assert.equal(error.kind, 'unavailable');
  assert.match(error.message, /ECONNREFUSED/);
  assert.equal(waits.length, 2);
});

test('reset before the answer: three tries', async () => {
  server.play({ kind: 'reset before headers' });
  await failsAs('unavailable', 3);
});

test('no headers: given up after the connect time, tried three times', async () => {
  server.play({ kind: 'hang before headers' });
  const { error } = await failsAs('timeout', 3, { timeouts: { ...PATIENT, connectMs: 60 } });
  assert.match(error.message, /answer within 60 ms/);
});

test('headers but no word: given up when the first word is due, which no second try can meet', async () => {
  server.play({ kind: 'hang before first token' });
  const { error, text } = await failsAs('timeout', 1, { timeouts: { ...PATIENT, firstTokenMs: 80 } });
  assert.match(error.message, /begin to reply within 80 ms/);
  assert.equal(text, '');
});

test('a model that hangs in the middle: the words so far, and a timeout when the whole time is up', async () => {
  server.play({ kind: 'hang mid-stream', text: 'First share ten' });
  const { error, text } = await failsAs('timeout', 1, { timeouts: { ...PATIENT, totalMs: 1500 } });
  assert.match(error.message, /finish its reply within 1500 ms/);
  assert.equal(text, 'First share ten');
});

test('a model that falls silent in the middle is not waited for until the very end', async () => {
  server.play({ kind: 'hang mid-stream', text: 'First share ten' });
  const { error, text } = await failsAs('timeout', 1, { timeouts: { ...PATIENT, idleMs: 400 } });
  assert.match(error.message, /silent for 400 ms/);
  assert.equal(text, 'First share ten');
});

test('a model that thinks aloud has begun: it is not cut when the first word is due, but when it falls silent', async () => {
  const thought = { choices: [{ delta: { reasoning_content: 'The pupil wants five…' } }] };
  server.play({ kind: 'events', data: [thought], hang: true });
  const { error } = await failsAs('timeout', 3, { timeouts: { ...PATIENT, idleMs: 300 } });
  assert.match(error.message, /silent for 300 ms/);
});

test('a request that timed out is hung up, not left running at the provider', async () => {
  server.play({ kind: 'hang mid-stream', text: 'First' });
  await failsAs('timeout', 1, { timeouts: { ...PATIENT, idleMs: 300 } });
  await until(() => server.requests[0]?.aborted === true);
});

test('reset in the middle: the words so far, unavailable, no second try', async () => {
  server.play({ kind: 'reset mid-stream', text: 'First share ten into' });
  const { text } = await failsAs('unavailable', 1);
  assert.equal(text, 'First share ten into');
});

test('reset before the first word: tried again, and the pupil notices nothing', async () => {
  server.play({ kind: 'reset mid-stream', text: '' }, FIVE);
  const { adapter } = model();
  assert.equal((await listen(adapter)).text, 'It is five.');
});

const MALFORMED: [string, ModelBehaviour][] = [
  ['an event that is cut off', { kind: 'garbage' }],
  ['a JSON answer that is no stream', { kind: 'not a stream', body: '{"choices": []}' }],
  ['a web page', { kind: 'not a stream', body: '<html><body>Welcome</body></html>', type: 'text/html' }],
  ['nothing at all', { kind: 'not a stream', body: '' }],
  ['no body', { kind: 'error', status: 204, error: null }],
  ['events that are no chunks', { kind: 'events', data: [42, 'x', null] }],
  ['chunks of something else', { kind: 'events', data: [{ hello: 1 }, { choices: 'x' }, { choices: [null] }] }],
  ['a reply without a reason to stop', { kind: 'no finish_reason', text: '' }],
  ['an empty reply', { kind: 'empty' }],
  ['a reply of white space', { kind: 'reply', text: ' \n\n ' }],
  ['a tool call without a name', { kind: 'tool calls', calls: [{ name: '', arguments: '{}' }] }],
];
for (const [what, behaviour] of MALFORMED) {
  test(`${what} is malformed: three tries, no word shown`, async () => {
    server.play(behaviour);
    const { events } = await failsAs('malformed', 3);
    assert.deepEqual(events, []);
  });
}

test('garbage after words: the words so far, malformed, no second try', async () => {
  server.play({ kind: 'garbage', text: 'First share' });
  const { text } = await failsAs('malformed', 1);
  assert.equal(text, 'First share');
});

test('a stream that ends without saying why is malformed, however complete it looks', async () => {
  server.play({ kind: 'no finish_reason', text: 'It is five.' });
  const { text } = await failsAs('malformed', 1);
  assert.equal(text, 'It is five.');
});

test('a refusal is never retried', async () => {
  server.play({ kind: 'refusal' });
  const { events } = await failsAs('refused', 1);
  assert.deepEqual(events, [], 'and its words are not shown as the teacher’s');
});

test('the content filter of the provider stops a reply: refused, before or after words', async () => {
  server.play({ kind: 'content filter' }, { kind: 'content filter', text: 'Well' });
  await failsAs('refused', 1);
  const { adapter } = model();
  const heard = await listen(adapter);
  assert.equal(heard.text, 'Well');
  assert.ok(heard.error instanceof ModelError && heard.error.kind === 'refused');
});

test('a prompt that the content filter of the provider rejects is refused, not a bad request', async () => {
  server.play({ kind: 'error', status: 400, error: { message: 'filtered', code: 'content_filter' } });
  await failsAs('refused', 1);
});

test('a token limit that is used up by thinking is not tried again: it would cost the same and say nothing', async () => {
  server.play({ kind: 'reply', text: '', finish: 'length' });
  const { error } = await failsAs('bad request', 1);
  assert.match(error.message, /token limit/);
});

test('a reply that was cut at the token limit arrives and says so', async () => {
  server.play({ kind: 'reply', text: 'First share ten', finish: 'length' });
  const heard = await listen(model().adapter);
  assert.equal(heard.error, undefined);
  assert.equal(heard.finish?.reason, 'length');
});

test('a retry never begins when the first word would be due before it', async () => {
  server.play(RATE_LIMITED('5'));
  const { waits } = await failsAs('rate limited', 1, { timeouts: { ...PATIENT, firstTokenMs: 4000 } });
  assert.deepEqual(waits, []);
});

test('retries are told as they happen', async () => {
  server.play(SERVER_ERROR, RATE_LIMITED('1'), FIVE);
  const told: unknown[] = [];
  await listen(model({ onRetry: (retry) => told.push(retry) }).adapter);
  assert.deepEqual(told, [
    { tried: 1, waitMs: 250, kind: 'unavailable', status: 500 },
    { tried: 2, waitMs: 1000, kind: 'rate limited', status: 429 },
  ]);
});
