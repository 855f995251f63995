import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { LLMock } from '@copilotkit/aimock';
import { listen, modelRequest } from '../../../test/support/model-calls.ts';
import { ModelError, type ModelRequest } from './language-model.ts';
import { createOpenAiModel } from './openai.model.ts';

const mock = new LLMock({ port: 0, chunkSize: 4, latency: 1 });
before(() => mock.start());
after(() => mock.stop());
beforeEach(() => mock.reset());

const model = (waits: number[] = []) =>
  createOpenAiModel({
    apiKey: 'sk-test',
    baseUrl: `${mock.url}/v1`,
    provider: 'openai',
    random: () => 0.5,
    sleep: async (ms) => {
      waits.push(ms);
    },
  });

/** The body of the last request. */
const sent = () => mock.getLastRequest()?.body as Record<string, unknown>;

const PROGRESS = {
  name: 'get_student_progress',
  description: 'How far the pupil is.',
  parameters: { type: 'object', properties: { unit: { type: 'string' } } },
};

test('a reply arrives word for word, in pieces, with the tokens that the provider counted', async () => {
  const text = 'A half of ten is five: ½ × 10 = 5. שלום, 👋!';
  mock.onMessage('half', {
    content: text,
    model: 'gpt-test-2026',
    usage: { prompt_tokens: 31, completion_tokens: 17 },
  });

  const heard = await listen(model());

  assert.equal(heard.error, undefined);
  assert.equal(heard.text, text);
  assert.ok(heard.events.length > 5, 'it came in several pieces');
  assert.deepEqual(heard.finish, {
    type: 'finish',
    reason: 'stop',
    usage: { inputTokens: 31, outputTokens: 17 },
    provider: 'openai',
    model: 'gpt-test-2026',
  });
});

test('two rounds of tools: both calls come whole, and the answer is made of their results', async () => {
  mock.onToolResult('call_2', { content: 'You know fractions well.' });
  mock.onMessage('half', {
    toolCalls: [
      { id: 'call_1', name: 'get_student_progress', arguments: '{"unit":"Fractions, decimals and \\"percent\\""}' },
      { id: 'call_2', name: 'get_upcoming_tests', arguments: '{}' },
    ],
  });
  const request = modelRequest({ tools: [PROGRESS, { ...PROGRESS, name: 'get_upcoming_tests' }] });

  const first = await listen(model(), request);

  assert.equal(first.finish?.reason, 'tool-calls');
  assert.deepEqual(first.calls, [
    { id: 'call_1', name: 'get_student_progress', arguments: '{"unit":"Fractions, decimals and \\"percent\\""}' },
    { id: 'call_2', name: 'get_upcoming_tests', arguments: '{}' },
  ]);

  const second = await listen(model(), {
    ...request,
    messages: [
      ...request.messages,
      { role: 'assistant', content: '', toolCalls: first.calls },
      { role: 'tool', toolCallId: 'call_1', content: '{"mastery":0.8}' },
      { role: 'tool', toolCallId: 'call_2', content: '[]' },
    ],
  });

  assert.equal(second.text, 'You know fractions well.');
  assert.equal(second.finish?.reason, 'stop');
});

test('the provider is sent the prompt, the tools and the limits, and nothing of the brief behind them', async () => {
  mock.onMessage('half', { content: 'Five.' });
  const brief = { teacherName: 'Canary-4711' } as NonNullable<ModelRequest['brief']>;

  await listen(model(), modelRequest({ brief, tools: [PROGRESS] }));

  const body = sent();
  assert.deepEqual(body.messages, [
    { role: 'system', content: 'You are a teacher.' },
    { role: 'user', content: 'What is a half of ten?' },
  ]);
  assert.equal(body.temperature, 0.7);
  assert.equal(body.max_completion_tokens, 1000);
  assert.equal(body.store, false, 'a child’s words are not kept by the provider');
  assert.deepEqual(body.tools, [{ type: 'function', function: PROGRESS }]);
  assert.doesNotMatch(JSON.stringify(body), /Canary-4711/);
});

test('a reply that must follow a schema is asked for with that schema, strictly where the schema allows it', async () => {
  mock.on({ responseFormat: 'json_schema' }, { content: '{"score":7}' });
  const closed = {
    type: 'object',
    properties: { score: { type: 'number' } },
    required: ['score'],
    additionalProperties: false,
  };

  const heard = await listen(model(), modelRequest({ responseSchema: { name: 'evaluation', schema: closed } }));

  assert.deepEqual(JSON.parse(heard.text), { score: 7 });
  assert.deepEqual(sent().response_format, {
    type: 'json_schema',
    json_schema: { name: 'evaluation', schema: closed, strict: true },
  });

  const open = { type: 'object', properties: { score: { type: 'number' } } };
  await listen(model(), modelRequest({ responseSchema: { name: 'evaluation', schema: open } }));
  assert.deepEqual(sent().response_format, {
    type: 'json_schema',
    json_schema: { name: 'evaluation', schema: open, strict: false },
  });
});

for (const status of [429, 500, 503]) {
  test(`after a passing ${status} the pupil gets the reply all the same`, async () => {
    mock.onMessage('half', { content: 'Five.' });
    mock.nextRequestError(status, { message: 'not now', type: 'server_error' });
    const waits: number[] = [];

    const heard = await listen(model(waits));

    assert.equal(heard.text, 'Five.');
    assert.equal(mock.getRequests().length, 2);
    assert.equal(waits.length, 1);
  });
}

test('a provider that drops the connection in the middle leaves the words so far and says that it broke off', async () => {
  const text = 'One half of ten is found by sharing ten into two equal parts.';
  mock.onMessage('half', { content: text }, { truncateAfterChunks: 5, latency: 20 });

  const heard = await listen(model());

  assert.ok(heard.error instanceof ModelError);
  assert.equal(heard.error.kind, 'unavailable');
  assert.ok(heard.text.length > 0 && text.startsWith(heard.text));
  assert.equal(mock.getRequests().length, 1, 'never asked again once words were out');
});

test('garbage instead of a reply is asked for three times and no more', async () => {
  mock.onMessage('half', { content: 'Five.' }, { chaos: { malformedRate: 1 } });

  const heard = await listen(model());

  assert.ok(heard.error instanceof ModelError);
  assert.equal(heard.error.kind, 'malformed');
  assert.equal(heard.text, '');
  assert.equal(mock.getRequests().length, 3);
});
