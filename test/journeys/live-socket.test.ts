import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { visit } from '../support/browser.ts';
import { logInAs } from '../support/pupil.ts';
import { startServer } from '../support/running-server.ts';

/** Opens a socket from the page that is shown, asks for the pupil's own topic and answers with what comes first after the hello. */
function firstEvent(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://${location.host}/live`);
        socket.onerror = () => resolve('refused');
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(data);
          if (message.type === 'hello') socket.send(JSON.stringify({ type: 'watch', topic: 'me' }));
          else resolve(message);
        };
      }),
  );
}

test('a browser that is logged in is shown its own topic, by the policy of our pages; one that is not is refused', async (t) => {
  const server = await startServer(t);
  const { page, expect } = await visit(t, server.url);
  expect(/WebSocket connection to .* failed|401/);
  await page.goto('/login');
  assert.equal(await firstEvent(page), 'refused');
  await logInAs(page, 'noa');
  const event = (await firstEvent(page)) as { kind: string; parts: unknown };
  assert.deepEqual([event.kind, event.parts], ['snapshot', { place: null }]);
});
