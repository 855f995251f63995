import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type FaultModelServer, startFaultModelServer } from '../../../test/support/fault-model-server.ts';
import { listen, modelRequest } from '../../../test/support/model-calls.ts';
import { until } from '../../../test/support/until.ts';
import { createOpenAiModel } from './openai.model.ts';

let server: FaultModelServer;
before(async () => {
  server = await startFaultModelServer();
});
after(() => server.close());
beforeEach(() => server.reset());

const adapter = () =>
  createOpenAiModel({
    apiKey: 'sk',
    baseUrl: server.baseUrl,
    provider: 'compatible',
    onRetry: () => assert.fail('an abort is nothing to retry'),
  });

test('an abort before the first word throws the reader’s reason and hangs up', async () => {
  server.play({ kind: 'hang before headers' });
  const controller = new AbortController();
  const reply = listen(adapter(), modelRequest({ signal: controller.signal }));
  await until(() => server.requests.length === 1);
  const reason = new Error('the pupil paused');
  controller.abort(reason);
  assert.equal((await reply).error, reason);
  await until(() => server.requests[0]?.aborted === true);
  assert.equal(server.requests.length, 1, 'an abort is not retried');
});

test('an abort in the middle of a reply throws too, it does not look like an end', async () => {
  server.play({ kind: 'hang mid-stream', text: 'First share ten' });
  const controller = new AbortController();
  const reason = new Error('the session ended');
  let text = '';
  await assert.rejects(
    async () => {
      for await (const event of adapter().stream(modelRequest({ signal: controller.signal }))) {
        if (event.type === 'text-delta') text += event.text;
        if (text === 'First share ten') controller.abort(reason);
      }
    },
    (error) => error === reason,
  );
});

test('an abort that came before the call sends nothing', async () => {
  const heard = await listen(adapter(), modelRequest({ signal: AbortSignal.abort(new Error('too late')) }));
  assert.match(String(heard.error), /too late/);
  assert.equal(server.requests.length, 0);
});

test('a caller that stops listening hangs up at the provider', async () => {
  server.play({ kind: 'hang mid-stream', text: 'One two three' });
  for await (const event of adapter().stream(modelRequest())) if (event.type === 'text-delta') break;
  await until(() => server.requests[0]?.aborted === true);
});

test('words that had already arrived are not handed on after an abort', async () => {
  const word = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
  server.play({ kind: 'not a stream', body: word('one') + word(' two') + word(' three'), type: 'text/event-stream' });
  const controller = new AbortController();
  const reason = new Error('the pupil left');
  const heard: string[] = [];
  await assert.rejects(
    async () => {
      for await (const event of adapter().stream(modelRequest({ signal: controller.signal }))) {
        if (event.type === 'text-delta') heard.push(event.text);
        controller.abort(reason);
      }
    },
    (error) => error === reason,
  );
  assert.deepEqual(heard, ['one']);
});

test('a reply that is complete is not hung up: its connection carries the next call, without a new handshake', async () => {
  server.play({ kind: 'reply', text: 'It is five.', endAfterMs: 30 });
  const heard = await listen(adapter());
  assert.equal(heard.finish?.reason, 'stop', 'and nobody waits for the end of the connection');
  await until(() => server.requests[0]?.answered === true);
  assert.equal(server.requests[0]?.aborted, false);
});
