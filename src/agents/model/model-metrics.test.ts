import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listen, modelRequest } from '../../../test/support/model-calls.ts';
import { type LanguageModel, ModelError, type ModelEvent } from './language-model.ts';
import { type ModelCall, withMetrics } from './model-metrics.ts';

/** Plays events and ends with an error where one stands; each takes 10 ms of a clock of its own. */
function scripted(...script: (ModelEvent | Error)[]) {
  const clock = { at: 0, now: () => clock.at };
  const calls: ModelCall[] = [];
  const inner: LanguageModel = {
    provider: 'compatible',
    async *stream() {
      for (const event of script) {
        clock.at += 10;
        if (event instanceof Error) throw event;
        yield event;
      }
    },
  };
  return { model: withMetrics(inner, (call) => calls.push(call), clock), calls };
}

const word = (text: string): ModelEvent => ({ type: 'text-delta', text });
const finish: ModelEvent = {
  type: 'finish',
  reason: 'stop',
  usage: { inputTokens: 7, outputTokens: 2 },
  provider: 'compatible',
  model: 'test-model-0001',
};

test('a call is reported once, with its times, its tokens and who answered', async () => {
  const { model, calls } = scripted(word('It is'), word(' five.'), finish);
  assert.equal((await listen(model)).text, 'It is five.');
  assert.deepEqual(calls, [
    {
      purpose: 'teach',
      provider: 'compatible',
      model: 'test-model',
      answeredBy: 'test-model-0001',
      ms: 30,
      firstTokenMs: 10,
      usage: { inputTokens: 7, outputTokens: 2 },
      outcome: 'ok',
    },
  ]);
});

test('a call that fails before a word has no tokens and no first word', async () => {
  const { model, calls } = scripted(new ModelError('quota', 'used up'));
  await listen(model);
  assert.deepEqual(calls[0], {
    purpose: 'teach',
    provider: 'compatible',
    model: 'test-model',
    answeredBy: null,
    ms: 10,
    firstTokenMs: null,
    usage: null,
    outcome: 'quota',
  });
});

test('a reply that breaks off is paid for too: its tokens are estimated and marked so', async () => {
  const { model, calls } = scripted(word('First share ten'), new ModelError('unavailable', 'gone'));
  assert.ok((await listen(model)).error instanceof ModelError);
  assert.equal(calls[0]?.outcome, 'unavailable');
  assert.equal(calls[0]?.usage?.estimated, true);
  assert.equal(calls[0]?.usage?.outputTokens, 4);
});

test('a reader who leaves, or aborts, has abandoned the call', async () => {
  const left = scripted(word('First'), word(' share'), finish);
  for await (const _ of left.model.stream(modelRequest())) break;
  assert.equal(left.calls[0]?.outcome, 'abandoned');

  const aborted = scripted(word('First'), new Error('paused'));
  await listen(aborted.model, modelRequest({ signal: AbortSignal.abort() }));
  assert.equal(aborted.calls[0]?.outcome, 'abandoned');
});

test('a mistake in our own code is not put down to the provider', async () => {
  const { model, calls } = scripted(new TypeError('oops'));
  await listen(model);
  assert.equal(calls[0]?.outcome, 'unexpected');
});

test('a reply does not depend on the books: an error in them becomes a warning', async (t) => {
  const warnings: unknown[] = [];
  t.mock.method(process, 'emitWarning', (warning: unknown) => warnings.push(warning));
  const full = new Error('disk full');
  const inner = scripted(word('It is five.'), finish);
  const model = withMetrics(inner.model, () => {
    throw full;
  });
  const heard = await listen(model);
  assert.equal(heard.text, 'It is five.');
  assert.equal(heard.error, undefined);
  assert.deepEqual(warnings, [full]);
});

test('nothing that anybody said is in a report', async () => {
  const { model, calls } = scripted(
    word('canary'),
    { type: 'tool-call', call: { id: 'canary', name: 'canary', arguments: 'canary' } },
    finish,
  );
  await listen(model, modelRequest({ system: 'canary', messages: [{ role: 'user', content: 'canary' }] }));
  assert.doesNotMatch(JSON.stringify(calls), /canary/);
});
