import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server behaves for one request. Everything a provider or the network is known to do wrong. */
export type ModelBehaviour =
  /**
   * A proper reply, word by word. `usage: false` sends no count even when asked; `linger` never says [DONE];
   * `endAfterMs` says it, and ends the answer so much later. `paceMs` waits before each word, as a model that thinks does.
   */
  | {
      kind: 'reply';
      text: string;
      usage?: { input: number; output: number } | false;
      linger?: boolean;
      endAfterMs?: number;
      paceMs?: number;
      finish?: string;
    }
  | { kind: 'tool calls'; calls: { id?: string; name: string; arguments: string }[]; finish?: string }
  | { kind: 'hang before headers' }
  | { kind: 'hang before first token' }
  | { kind: 'hang mid-stream'; text: string }
  | { kind: 'reset mid-stream'; text: string }
  | { kind: 'reset before headers' }
  | { kind: 'garbage'; text?: string }
  | { kind: 'no finish_reason'; text: string }
  | { kind: 'not a stream'; body: string; type?: string }
  /** Any events; `hang` leaves the stream open after them. */
  | { kind: 'events'; data: unknown[]; hang?: boolean }
  | { kind: 'error'; status: number; error: unknown; headers?: Record<string, string> }
  | { kind: 'refusal' }
  | { kind: 'content filter'; text?: string }
  | { kind: 'empty' };

export const RATE_LIMITED = (retryAfter?: string): ModelBehaviour => ({
  kind: 'error',
  status: 429,
  error: { message: 'Rate limit reached', type: 'requests', code: 'rate_limit_exceeded' },
  ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } }),
});
export const OUT_OF_QUOTA: ModelBehaviour = {
  kind: 'error',
  status: 429,
  error: { message: 'You exceeded your current quota', type: 'insufficient_quota', code: 'insufficient_quota' },
};
export const SERVER_ERROR: ModelBehaviour = {
  kind: 'error',
  status: 500,
  error: { message: 'The server had an error', type: 'server_error' },
};
export const BAD_TOOL_ARGUMENTS: ModelBehaviour = {
  kind: 'tool calls',
  calls: [{ id: 'call_bad', name: 'get_student_progress', arguments: '{"unit": "Fractions", "n": ' }],
};

/** A request as the server saw it; only the fields that tests ask for are named. */
export interface SeenRequest {
  headers: IncomingMessage['headers'];
  body: Record<string, unknown>;
  /** Port of the client: the same for requests that came over one connection. */
  fromPort: number | undefined;
  /** True once the answer was sent to its end. */
  answered: boolean;
  /** True once the client has hung up before the answer was complete. */
  aborted: boolean;
}

export interface FaultModelServer {
  /** What OPENAI_BASE_URL would be. */
  readonly baseUrl: string;
  readonly requests: SeenRequest[];
  /** The next requests behave like this, one after the other; the last one stays. */
  play(...behaviours: ModelBehaviour[]): void;
  /** Decides by the request; `undefined` goes on to what `play` was given. */
  decide(by: (body: Record<string, unknown>) => ModelBehaviour | undefined): void;
  /** Forgets requests and behaviours. */
  reset(): void;
  close(): Promise<void>;
}

/** An OpenAI-compatible Chat Completions server on the loopback that does exactly what it is told, faults above all. */
export async function startFaultModelServer(): Promise<FaultModelServer> {
  const requests: SeenRequest[] = [];
  let script: ModelBehaviour[] = [];
  let chooser: (body: Record<string, unknown>) => ModelBehaviour | undefined = () => undefined;
  const server = createServer(async (request, response) => {
    const body = await readJson(request);
    const seen: SeenRequest = {
      headers: request.headers,
      body,
      fromPort: request.socket.remotePort,
      answered: false,
      aborted: false,
    };
    requests.push(seen);
    response.on('close', () => {
      seen.answered = response.writableFinished;
      seen.aborted = !response.writableFinished;
    });
    const scripted = script.length > 1 ? script.shift() : script[0];
    await behave(chooser(body) ?? scripted ?? { kind: 'reply', text: 'Hello there.' }, body, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    play: (...behaviours) => {
      script = behaviours;
    },
    decide: (by) => {
      chooser = by;
    },
    reset: () => {
      requests.length = 0;
      script = [];
      chooser = () => undefined;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const part of request) text += part;
  return JSON.parse(text);
}

async function behave(behaviour: ModelBehaviour, body: Record<string, unknown>, response: ServerResponse) {
  const stream = new Events(response, body);
  switch (behaviour.kind) {
    case 'hang before headers':
      return;
    case 'reset before headers':
      return response.destroy();
    case 'error':
      response.writeHead(behaviour.status, { 'content-type': 'application/json', ...behaviour.headers });
      return response.end(JSON.stringify({ error: behaviour.error }));
    case 'not a stream':
      response.writeHead(200, { 'content-type': behaviour.type ?? 'application/json' });
      return response.end(behaviour.body);
    case 'hang before first token':
      return stream.delta({ role: 'assistant', content: '' });
    case 'hang mid-stream':
      return stream.words(behaviour.text);
    case 'reset mid-stream':
      await stream.words(behaviour.text);
      return response.destroy();
    case 'garbage':
      await stream.words(behaviour.text ?? '');
      return stream.raw('data: {"choices": [{"index": 0, "delta": {"con\n\n', true);
    case 'no finish_reason':
      await stream.words(behaviour.text);
      return stream.raw('data: [DONE]\n\n', true);
    case 'events':
      for (const data of behaviour.data) await stream.raw(`data: ${JSON.stringify(data)}\n\n`);
      if (behaviour.hang) return;
      return stream.raw('data: [DONE]\n\n', true);
    case 'refusal':
      await stream.delta({ role: 'assistant', refusal: "I'm sorry, I can't help with that." });
      return stream.finish('stop');
    case 'content filter':
      await stream.words(behaviour.text ?? '');
      return stream.finish('content_filter');
    case 'empty':
      await stream.delta({ role: 'assistant', content: '' });
      return stream.finish('stop');
    case 'tool calls':
      await stream.toolCalls(behaviour.calls);
      return stream.finish(behaviour.finish ?? 'tool_calls');
    case 'reply':
      await stream.words(behaviour.text, behaviour.paceMs);
      return stream.finish(behaviour.finish ?? 'stop', behaviour);
  }
}

/** Writes chunks as the Chat Completions API streams them. */
class Events {
  readonly #response: ServerResponse;
  readonly #body: Record<string, unknown>;

  constructor(response: ServerResponse, body: Record<string, unknown>) {
    this.#response = response;
    this.#body = body;
  }

  raw(text: string, last = false): Promise<void> {
    if (!this.#response.headersSent) this.#response.writeHead(200, { 'content-type': 'text/event-stream' });
    return new Promise((resolve) => {
      if (last) this.#response.end(text, () => resolve());
      else this.#response.write(text, () => resolve());
    });
  }

  #chunk(fields: Record<string, unknown>): Promise<void> {
    const chunk = {
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      created: 1,
      model: `${this.#body.model}-0001`,
      ...fields,
    };
    return this.raw(`data: ${JSON.stringify(chunk)}\n\n`);
  }

  delta(delta: Record<string, unknown>, finish: string | null = null): Promise<void> {
    return this.#chunk({ choices: [{ index: 0, delta, finish_reason: finish }] });
  }

  async words(text: string, paceMs = 0): Promise<void> {
    await this.delta({ role: 'assistant', content: '' });
    for (const word of text.match(/\s*\S+|\s+$/g) ?? []) {
      if (paceMs > 0) await new Promise((resolve) => setTimeout(resolve, paceMs));
      if (this.#response.destroyed) return;
      await this.delta({ content: word });
    }
  }

  /** Name first, then the arguments in pieces, the calls interleaved: the hardest that providers do. */
  async toolCalls(calls: { id?: string; name: string; arguments: string }[]): Promise<void> {
    for (const [index, call] of calls.entries()) {
      const id = call.id ?? `call_${index + 1}`;
      await this.delta({ tool_calls: [{ index, id, type: 'function', function: { name: call.name, arguments: '' } }] });
    }
    const longest = Math.max(0, ...calls.map((call) => call.arguments.length));
    for (let at = 0; at < longest; at += 3) {
      for (const [index, call] of calls.entries()) {
        const piece = call.arguments.slice(at, at + 3);
        if (piece !== '') await this.delta({ tool_calls: [{ index, function: { arguments: piece } }] });
      }
    }
  }

  async finish(
    reason: string,
    { usage, linger, endAfterMs }: Omit<ModelBehaviour & { kind: 'reply' }, 'kind' | 'text' | 'finish'> = {},
  ): Promise<void> {
    await this.delta({}, reason);
    const options = this.#body.stream_options;
    const asked = typeof options === 'object' && options !== null && 'include_usage' in options;
    if (asked && usage !== false) {
      const { input, output } = usage ?? { input: 20, output: 10 };
      await this.#chunk({
        choices: [],
        usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
      });
    }
    if (linger) return;
    if (endAfterMs !== undefined) {
      await this.raw('data: [DONE]\n\n');
      await new Promise((resolve) => setTimeout(resolve, endAfterMs));
    }
    await this.raw(endAfterMs === undefined ? 'data: [DONE]\n\n' : '\n', true);
  }
}
