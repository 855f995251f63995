import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * An OpenAI-compatible server for measuring, in a process of its own: the first token at once, then one for each stream every
 * few milliseconds, each in a write of its own, as a model sends them. Prints its port; ends with its standard input.
 */
const TOKENS = Number(process.argv[2]);
const PACE_MS = Number(process.argv[3]);

const live = new Map<ServerResponse, number>();

function chunk(delta: Record<string, unknown>, finish: string | null = null): string {
  const choices = [{ index: 0, delta, logprobs: null, finish_reason: finish }];
  const head = { id: 'chatcmpl-Bx7k2', object: 'chat.completion.chunk', created: 1, model: 'bench-model' };
  return `data: ${JSON.stringify({ ...head, system_fingerprint: 'fp_1', choices, usage: null })}\n\n`;
}

function end(response: ServerResponse): void {
  live.delete(response);
  const usage = { prompt_tokens: 40, completion_tokens: TOKENS, total_tokens: 40 + TOKENS };
  response.write(chunk({}, 'stop'));
  response.end(
    `data: ${JSON.stringify({ id: 'chatcmpl-Bx7k2', model: 'bench-model', choices: [], usage })}\n\ndata: [DONE]\n\n`,
  );
}

setInterval(() => {
  for (const [response, sent] of live) {
    if (sent >= TOKENS) end(response);
    else {
      response.write(chunk({ content: ` token${sent}` }));
      live.set(response, sent + 1);
    }
  }
}, PACE_MS);

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(chunk({ role: 'assistant', content: 'token' }));
    live.set(response, 1);
  });
  response.on('close', () => live.delete(response));
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.stdin.on('end', () => process.exit(0)).resume();
