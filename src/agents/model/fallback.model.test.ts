import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import {
  type FaultModelServer,
  OUT_OF_QUOTA,
  RATE_LIMITED,
  SERVER_ERROR,
  startFaultModelServer,
} from '../../../test/support/fault-model-server.ts';
import { listen, modelRequest } from '../../../test/support/model-calls.ts';
import { CircuitBreaker, DEFAULT_CIRCUIT } from './circuit-breaker.ts';
import { type FallbackEvent, withFallback } from './fallback.model.ts';
import { type LanguageModel, ModelError } from './language-model.ts';
import { createOpenAiModel } from './openai.model.ts';
import { createOutboundLimiter } from './outbound-limiter.ts';

let server: FaultModelServer;
before(async () => {
  server = await startFaultModelServer();
});
after(() => server.close());
beforeEach(() => server.reset());

const inHouse: LanguageModel = {
  provider: 'embedded',
  async *stream() {
    yield { type: 'text-delta', text: 'Let us look at it together.' };
    yield {
      type: 'finish',
      reason: 'stop',
      usage: { inputTokens: 0, outputTokens: 0 },
      provider: 'embedded',
      model: 'in-house',
    };
  },
};

function school(primary?: LanguageModel) {
  const clock = { at: 0, now: () => clock.at };
  const breaker = new CircuitBreaker(clock, DEFAULT_CIRCUIT);
  const events: FallbackEvent[] = [];
  const remote =
    primary ?? createOpenAiModel({ apiKey: 'sk', baseUrl: server.baseUrl, provider: 'openai', sleep: async () => {} });
  const model = withFallback(remote, inHouse, breaker, (event) => events.push(event));
  return { model, breaker, clock, events };
}

test('while the provider is well it answers, and the other model is not heard', async () => {
  const { model, events } = school();
  const heard = await listen(model);
  assert.equal(heard.text, 'Hello there.');
  assert.equal(heard.finish?.provider, 'openai');
  assert.deepEqual(events, []);
});

test('when the provider fails before its first word the pupil gets an answer in the same stream', async () => {
  for (const behaviour of [SERVER_ERROR, OUT_OF_QUOTA, { kind: 'empty' }, { kind: 'refusal' }] as const) {
    server.play(behaviour);
    const { model, events } = school();
    const heard = await listen(model);
    assert.equal(heard.error, undefined);
    assert.equal(heard.text, 'Let us look at it together.');
    assert.equal(heard.finish?.provider, 'embedded', 'and it is honest about who spoke');
    assert.deepEqual(
      events.map(({ type }) => type),
      ['fell back'],
    );
  }
});

test('when the provider breaks off in the middle the caller is told, and no other voice goes on', async () => {
  server.play({ kind: 'reset mid-stream', text: 'First share ten' });
  const { model, events } = school();
  const heard = await listen(model);
  assert.equal(heard.text, 'First share ten');
  assert.ok(heard.error instanceof ModelError && heard.error.kind === 'unavailable');
  assert.deepEqual(
    events.map(({ type, reason }) => [type, reason]),
    [['interrupted', 'unavailable']],
  );
});

test('a provider that is down is not asked any more after five failures, and again when it is back', async () => {
  server.play(SERVER_ERROR);
  const { model, breaker, clock, events } = school();
  for (let n = 0; n < 5; n++) assert.equal((await listen(model)).finish?.provider, 'embedded');
  assert.equal(breaker.state, 'open');
  assert.equal(server.requests.length, 15, 'five calls of three tries');

  for (let n = 0; n < 20; n++) assert.equal((await listen(model)).text, 'Let us look at it together.');
  assert.equal(server.requests.length, 15, 'not one request while the circuit is open');
  assert.equal(events.at(-1)?.reason, 'circuit open');

  clock.at += 15_000;
  await listen(model);
  assert.equal(server.requests.length, 18, 'one trial, which fails');
  assert.equal(breaker.state, 'open');

  server.play({ kind: 'reply', text: 'I am back.' });
  clock.at += 30_000;
  assert.equal((await listen(model)).text, 'I am back.');
  assert.equal(breaker.state, 'closed');
});

test('a key that is not accepted opens the circuit; a request that is not accepted does not', async () => {
  for (const [status, state] of [
    [401, 'open'],
    [403, 'open'],
    [404, 'open'],
    [400, 'closed'],
    [413, 'closed'],
  ] as const) {
    server.play({ kind: 'error', status, error: { message: 'no' } });
    const { model, breaker } = school();
    for (let n = 0; n < 6; n++) await listen(model);
    assert.equal(breaker.state, state, `${status}`);
  }
});

test('the provider’s rate limit opens the circuit, our own does not: it is there to keep the model for as many as it carries', async () => {
  server.play(RATE_LIMITED());
  const limited = school();
  for (let n = 0; n < 5; n++) await listen(limited.model);
  assert.equal(limited.breaker.state, 'open');

  server.play({ kind: 'reply', text: 'One a minute.' });
  const clock = { now: () => 0 };
  const limiter = createOutboundLimiter(1, clock);
  const own = school(createOpenAiModel({ apiKey: 'sk', baseUrl: server.baseUrl, provider: 'openai', limiter }));
  const providers = [];
  for (let n = 0; n < 8; n++) providers.push((await listen(own.model)).finish?.provider);
  assert.deepEqual(providers, ['openai', ...Array(7).fill('embedded')]);
  assert.equal(own.breaker.state, 'closed');
});

test('an abort is nobody’s failure: it is thrown on, not answered by the other model, and does not count', async () => {
  server.play({ kind: 'hang before headers' });
  const { model, breaker, events } = school();
  for (let n = 0; n < 6; n++) {
    const heard = await listen(model, modelRequest({ signal: AbortSignal.timeout(20) }));
    assert.equal(heard.text, '');
    assert.equal((heard.error as Error).name, 'TimeoutError');
  }
  assert.equal(breaker.state, 'closed');
  assert.deepEqual(events, []);
});

test('a reader who leaves while the provider is being tried does not keep it locked', async () => {
  server.play(SERVER_ERROR);
  const { model, breaker, clock } = school();
  for (let n = 0; n < 5; n++) await listen(model);
  clock.at += 15_000;
  server.play({ kind: 'hang mid-stream', text: 'I am' }, { kind: 'reply', text: 'I am back.' });
  for await (const event of model.stream(modelRequest())) if (event.type === 'text-delta') break;
  assert.equal((await listen(model)).text, 'I am back.');
  assert.equal(breaker.state, 'closed');
});

test('a mistake in our own adapter still leaves the pupil with an answer, and shows in the log', async () => {
  const mistake = new TypeError('undefined is not a function');
  const broken: LanguageModel = {
    provider: 'openai',
    stream() {
      throw mistake;
    },
  };
  const { model, events, breaker } = school(broken);
  for (let n = 0; n < 6; n++) assert.equal((await listen(model)).text, 'Let us look at it together.');
  assert.equal(events[0]?.reason, 'unexpected');
  assert.equal(events[0]?.error, mistake);
  assert.equal(breaker.state, 'closed');
});
