import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import {
  BAD_TOOL_ARGUMENTS,
  type FaultModelServer,
  startFaultModelServer,
} from '../../../test/support/fault-model-server.ts';
import { listen } from '../../../test/support/model-calls.ts';
import { ModelError, type ModelErrorKind } from './language-model.ts';
import { createOpenAiModel } from './openai.model.ts';

let server: FaultModelServer;
before(async () => {
  server = await startFaultModelServer();
});
after(() => server.close());
beforeEach(() => server.reset());

const adapter = () =>
  createOpenAiModel({ apiKey: 'sk', baseUrl: server.baseUrl, provider: 'compatible', sleep: async () => {} });

test('bad tool arguments reach the caller as they are, to be checked there', async () => {
  server.play(BAD_TOOL_ARGUMENTS);
  const heard = await listen(adapter());
  assert.equal(heard.error, undefined);
  assert.deepEqual(heard.calls, [
    { id: 'call_bad', name: 'get_student_progress', arguments: '{"unit": "Fractions", "n": ' },
  ]);
});

test('tool calls whose pieces arrive interleaved are put together', async () => {
  const calls = [
    { id: 'a', name: 'one', arguments: '{"unit":"Fractions and decimals"}' },
    { id: 'b', name: 'two', arguments: '{"n":3}' },
    { id: 'c', name: 'three', arguments: '' },
  ];
  server.play({ kind: 'tool calls', calls, finish: 'stop' });
  const heard = await listen(adapter());
  assert.deepEqual(heard.calls, calls);
  assert.equal(heard.finish?.reason, 'tool-calls', 'whatever reason the server gave');
});

test('servers that send tool calls without index, id or text form are understood', async () => {
  const delta = (tool_calls: unknown[]) => ({ choices: [{ delta: { tool_calls } }] });
  server.play({
    kind: 'events',
    data: [
      delta([{ id: 'x', function: { name: 'one', arguments: '{"a"' } }]),
      delta([{ function: { arguments: ':1}' } }]),
      delta([{ id: 'y', function: { name: 'two', arguments: { b: 2 } } }]),
      { choices: [{ delta: {}, finish_reason: 'tool_calls' }] },
    ],
  });
  const heard = await listen(adapter());
  assert.deepEqual(heard.calls, [
    { id: 'x', name: 'one', arguments: '{"a":1}' },
    { id: 'y', name: 'two', arguments: '{"b":2}' },
  ]);
});

test('calls that the server gave no id are told apart all the same', async () => {
  const named = (index: number, name: string) => ({ index, function: { name, arguments: '{}' } });
  server.play({
    kind: 'events',
    data: [
      { choices: [{ delta: { tool_calls: [named(0, 'one'), named(1, 'two')] } }] },
      { choices: [{ delta: {}, finish_reason: 'tool_calls' }] },
    ],
  });
  const { calls } = await listen(adapter());
  assert.deepEqual(
    calls.map(({ id, name }) => [id, name]),
    [
      ['call_1', 'one'],
      ['call_2', 'two'],
    ],
  );
});

test('a count of tokens that is none is not believed', async () => {
  for (const usage of [
    { prompt_tokens: 1 },
    { prompt_tokens: '7', completion_tokens: 2 },
    { prompt_tokens: -1, completion_tokens: 2 },
    { prompt_tokens: 0.5, completion_tokens: 2 },
  ]) {
    server.play({
      kind: 'events',
      data: [{ choices: [{ delta: { content: 'Five.' }, finish_reason: 'stop' }] }, { choices: [], usage }],
    });
    const { finish } = await listen(adapter());
    assert.equal(finish?.usage.estimated, true, JSON.stringify(usage));
  }
});

test('a reply that never ends is cut', async () => {
  const endless = { choices: [{ delta: { content: 'and so on '.repeat(20_000) } }] };
  server.play({ kind: 'events', data: Array(8).fill(endless), hang: true });
  const { error } = await listen(adapter());
  assert.ok(error instanceof ModelError && error.kind === 'malformed');
});

test('an error inside the stream is told by its code', async () => {
  const cases: [unknown, ModelErrorKind, number][] = [
    [{ message: 'overloaded', type: 'server_error' }, 'unavailable', 3],
    [{ message: 'slow down', code: 'rate_limit_exceeded' }, 'rate limited', 3],
    [{ message: 'pay', code: 'insufficient_quota' }, 'quota', 1],
    [{ message: 'too long', code: 'context_length_exceeded' }, 'bad request', 1],
  ];
  for (const [error, kind, tries] of cases) {
    server.reset();
    server.play({ kind: 'events', data: [{ error }] });
    const heard = await listen(adapter());
    assert.ok(heard.error instanceof ModelError);
    assert.equal(heard.error.kind, kind);
    assert.equal(server.requests.length, tries);
  }
});

test('thinking aloud counts as a sign of life and is never shown', async () => {
  server.play({
    kind: 'events',
    data: [
      { choices: [{ delta: { reasoning_content: 'The pupil wants five…' } }] },
      { choices: [{ delta: { content: 'Share ten.' } }] },
      { choices: [{ delta: {}, finish_reason: 'stop' }] },
    ],
  });
  assert.equal((await listen(adapter())).text, 'Share ten.');
});
