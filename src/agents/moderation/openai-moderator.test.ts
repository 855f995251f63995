import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { createOpenAiModerator } from './openai-moderator.ts';

async function provider(
  t: TestContext,
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    answer(request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`;
  return createOpenAiModerator({ apiKey: 'sk-test', baseUrl, model: 'omni-moderation-latest', timeout: 300 });
}

const says = (response: ServerResponse, result: object, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(result));

test('a text is asked about once, by the model of the settings, and the categories are ours', async (t) => {
  const seen: unknown[] = [];
  const moderator = await provider(t, (request, response, body) => {
    seen.push([request.url, request.headers.authorization, JSON.parse(body)]);
    const categories = {
      violence: true,
      'self-harm/intent': true,
      'self-harm': true,
      sexual: false,
      'brand-new': true,
    };
    says(response, { results: [{ flagged: true, categories }] });
  });
  assert.deepEqual(await moderator.check('a text'), [
    { category: 'violence', severity: 2, source: 'provider' },
    { category: 'self-harm', severity: 3, source: 'provider' },
    { category: 'other', severity: 2, source: 'provider' },
  ]);
  assert.deepEqual(seen, [['/v1/moderations', 'Bearer sk-test', { model: 'omni-moderation-latest', input: 'a text' }]]);
});

test('a text that nobody minds has no flags', async (t) => {
  const moderator = await provider(t, (_, response) =>
    says(response, { results: [{ flagged: false, categories: { violence: false } }] }),
  );
  assert.deepEqual(await moderator.check('a text'), []);
});

test('what is late, broken or no answer is an error that does not repeat the text', async (t) => {
  const answers: ((response: ServerResponse) => void)[] = [
    (response) => says(response, { error: { message: 'no: secret words' } }, 500),
    (response) => says(response, {}, 404),
    (response) => says(response, { results: [] }),
    (response) => response.end('garbage'),
    (response) => response.destroy(),
    () => {},
  ];
  for (const answer of answers) {
    const moderator = await provider(t, (_, response) => answer(response));
    await assert.rejects(moderator.check('secret words'), (error: Error) => !error.message.includes('secret words'));
  }
});
