import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { inspect } from 'node:util';
import {
  type FaultModelServer,
  type ModelBehaviour,
  startFaultModelServer,
} from '../../../test/support/fault-model-server.ts';
import { listen, modelRequest } from '../../../test/support/model-calls.ts';
import { ModelError } from './language-model.ts';
import { createOpenAiModel, type OpenAiModelOptions } from './openai.model.ts';

let server: FaultModelServer;
before(async () => {
  server = await startFaultModelServer();
});
after(() => server.close());
beforeEach(() => server.reset());

const KEY = 'sk-secret-canary-0123456789';
const adapter = (fields: Partial<OpenAiModelOptions> = {}) =>
  createOpenAiModel({ apiKey: KEY, baseUrl: server.baseUrl, provider: 'compatible', sleep: async () => {}, ...fields });
const bodies = () => server.requests.map(({ body }) => body);

const unsupported = (param: string): ModelBehaviour => ({
  kind: 'error',
  status: 400,
  error: {
    message: `Unsupported parameter: '${param}' is not supported with this model.`,
    param,
    code: 'unsupported_parameter',
  },
});

test('a model that refuses a temperature gets none, now and from then on; other models keep theirs', async () => {
  server.decide(({ model, temperature }) =>
    model === 'thinker' && temperature !== undefined ? unsupported('temperature') : undefined,
  );
  const model = adapter();
  for (const name of ['thinker', 'thinker', 'talker']) {
    const heard = await listen(model, modelRequest({ model: name }));
    assert.equal(heard.text, 'Hello there.');
  }
  assert.deepEqual(
    bodies().map(({ model, temperature }) => [model, temperature]),
    [
      ['thinker', 0.7],
      ['thinker', undefined],
      ['thinker', undefined],
      ['talker', 0.7],
    ],
  );
});

test('a model that wants its token limit under the other name gets it so, whichever came first', async () => {
  for (const [provider, first, second] of [
    ['compatible', 'max_tokens', 'max_completion_tokens'],
    ['openai', 'max_completion_tokens', 'max_tokens'],
  ] as const) {
    server.reset();
    server.decide((body) => (body[first] === undefined ? undefined : unsupported(first)));
    const heard = await listen(adapter({ provider }));
    assert.equal(heard.error, undefined);
    assert.deepEqual(
      bodies().map((body) => [body[first], body[second]]),
      [
        [1000, undefined],
        [undefined, 1000],
      ],
    );
  }
});

test('a server that refuses everything that may be left out is still talked to', async () => {
  server.decide((body) => {
    const extra = ['stream_options', 'temperature', 'max_tokens', 'max_completion_tokens', 'tools'].find(
      (name) => name in body,
    );
    if (extra === undefined) return { kind: 'reply', text: 'Five.' };
    const detail = [{ type: 'extra_forbidden', loc: ['body', extra], msg: 'Extra inputs are not permitted' }];
    return { kind: 'error', status: 422, error: { detail } };
  });
  const tools = [{ name: 'look', description: '', parameters: { type: 'object' } }];
  const heard = await listen(adapter(), modelRequest({ tools }));
  assert.equal(heard.text, 'Five.');
  assert.deepEqual(Object.keys(bodies().at(-1) ?? {}).toSorted(), ['messages', 'model', 'stream']);
});

test('where a schema is refused it is asked for in words', async () => {
  server.decide((body) =>
    'response_format' in body
      ? { kind: 'error', status: 400, error: { message: 'This response_format type is unavailable now' } }
      : { kind: 'reply', text: '{"score":7}' },
  );
  const schema = { type: 'object', properties: { score: { type: 'number' } } };
  const heard = await listen(adapter(), modelRequest({ responseSchema: { name: 'evaluation', schema } }));
  assert.equal(heard.text, '{"score":7}');
  assert.match(JSON.stringify(bodies().at(-1)?.messages), /You are a teacher\..*JSON Schema.*score/);
});

test('a bad request that only mentions a parameter is not mistaken for a refusal of it', async () => {
  for (const error of [
    {
      message: 'max_tokens is too large: 1000. This model takes at most 512.',
      param: 'max_tokens',
      code: 'invalid_value',
    },
    { message: 'Unsupported content in messages[0]', param: 'messages', code: 'unsupported_value' },
    { message: 'maximum context length exceeded', code: 'context_length_exceeded' },
  ]) {
    server.reset();
    server.play({ kind: 'error', status: 400, error });
    const heard = await listen(adapter());
    assert.ok(heard.error instanceof ModelError && heard.error.kind === 'bad request');
    assert.equal(server.requests.length, 1, error.message);
  }
});

test('a server that keeps refusing what is no longer sent is not asked for ever', async () => {
  server.play(unsupported('temperature'));
  const heard = await listen(adapter());
  assert.ok(heard.error instanceof ModelError && heard.error.kind === 'bad request');
  assert.equal(server.requests.length, 2);
});

test('a server that does not count tokens: the usage is an estimate, and says so', async () => {
  server.play({ kind: 'reply', text: 'It is five.', usage: false });
  const { finish } = await listen(adapter());
  assert.equal(finish?.usage.estimated, true);
  assert.equal(finish.usage.outputTokens, 3, '11 bytes of reply');
  assert.ok(finish.usage.inputTokens > 10);
});

test('a reply that is complete is not spoilt by a connection that breaks, or hangs, before the count of tokens', async () => {
  const done = { choices: [{ delta: { content: 'Five.' } }, { delta: {}, finish_reason: 'stop' }] };
  const chunk = (choice: unknown) => ({ choices: [choice] });
  server.play({ kind: 'events', data: [...done.choices.map(chunk), { error: { message: 'late' } }] });
  const broken = await listen(adapter());
  assert.equal(broken.error, undefined);
  assert.equal(broken.text, 'Five.');
  assert.equal(broken.finish?.usage.estimated, true);

  server.play({ kind: 'reply', text: 'Five.', usage: false, linger: true });
  const hanging = await listen(adapter());
  assert.equal(hanging.error, undefined);
  assert.equal(hanging.finish?.reason, 'stop');
});

test('without a key no key is sent; with one it goes into the header only', async () => {
  await listen(adapter({ apiKey: null }));
  await listen(adapter());
  assert.equal(server.requests[0]?.headers.authorization, undefined);
  assert.equal(server.requests[1]?.headers.authorization, `Bearer ${KEY}`);
  assert.doesNotMatch(JSON.stringify(bodies()), /canary/);
});

test('whatever a server answers, neither key nor words of a child reach an error, a log or the console', async (t) => {
  const lines: unknown[] = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    t.mock.method(console, method, (...args: unknown[]) => lines.push(args));
  }
  const WORDS = 'my-dog-is-called-Canary';
  const echo = {
    message: `Incorrect API key ${KEY}, you said ${WORDS}`,
    code: `bad_${KEY}`,
    type: WORDS,
    param: WORDS,
  };
  const behaviours: ModelBehaviour[] = [
    ...[400, 401, 404, 422, 429, 500].map((status) => ({ kind: 'error', status, error: echo }) as const),
    { kind: 'error', status: 500, error: echo, headers: { 'x-request-id': `req ${KEY}` } },
    { kind: 'events', data: [{ error: echo }] },
    { kind: 'garbage', text: '' },
    { kind: 'not a stream', body: `${KEY} ${WORDS}` },
    { kind: 'reset mid-stream', text: WORDS },
    { kind: 'hang before headers' },
  ];
  for (const behaviour of behaviours) {
    server.play(behaviour);
    const model = adapter({ timeouts: { connectMs: 200, firstTokenMs: 5000, totalMs: 5000 } });
    const { error } = await listen(model, modelRequest({ messages: [{ role: 'user', content: WORDS }] }));
    assert.ok(error instanceof ModelError, behaviour.kind);
    assert.doesNotMatch(inspect(error, { depth: 10, showHidden: true }), /canary/i, behaviour.kind);
  }
  assert.deepEqual(lines, []);
});

test('settings of the SDK in the environment change nothing: config.ts is the only reader', async (t) => {
  const names = {
    OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
    OPENAI_ORG_ID: 'org-canary',
    OPENAI_PROJECT_ID: 'proj-canary',
    OPENAI_LOG: 'debug',
  };
  for (const [name, value] of Object.entries(names)) {
    const before = process.env[name];
    process.env[name] = value;
    t.after(() => {
      if (before === undefined) delete process.env[name];
      else process.env[name] = before;
    });
  }
  const heard = await listen(adapter());
  assert.equal(heard.text, 'Hello there.');
  assert.doesNotMatch(JSON.stringify(server.requests[0]?.headers), /org-canary|proj-canary/);
});
