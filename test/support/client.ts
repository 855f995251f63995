import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import type { TestApp } from './app.ts';
import { PASSWORD } from './factory.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  text: string;
  /** The body as JSON; undefined when it is none. */
  json: unknown;
}

export interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  body?: unknown;
  /** A body that is sent as it is, named JSON. */
  bytes?: Uint8Array;
  headers?: Record<string, string>;
}

/** One event of a stream. */
export interface SeenEvent {
  event: string;
  data: unknown;
  id: string | null;
}

/** A browser as far as the server can tell: keeps its cookie, says where its requests come from. */
export class Client {
  readonly #server: FastifyInstance;
  cookie: string | null = null;

  constructor(app: Pick<TestApp, 'server'>) {
    this.#server = app.server;
  }

  async send(path: string, { method = 'GET', body, bytes, headers = {} }: Request = {}): Promise<Answer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const payload = bytes === undefined ? text : Buffer.from(bytes);
    const answer = await this.#server.inject({
      method,
      url: path,
      headers: {
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    // Like a browser: of several the last one counts.
    const set = answer.cookies.at(-1);
    if (set) this.cookie = `${set.name}=${encodeURIComponent(set.value)}`;
    return { status: answer.statusCode, headers: answer.headers, text: answer.payload, json: parsed(answer.payload) };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers });
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { method: 'POST', headers, ...(body === undefined ? {} : { body }) });
  }

  /** Sends and reads the answer as a stream of events, to its end. */
  async events(path: string, request: Request = {}): Promise<SeenEvent[]> {
    const answer = await this.send(path, { ...request, headers: { accept: 'text/event-stream', ...request.headers } });
    assert.equal(answer.status, 200, answer.text);
    return readEvents(answer.text);
  }
}

/** Logs in with the password that the factory gives everybody. */
export async function login(app: TestApp, username: string, password = PASSWORD): Promise<Client> {
  const client = new Client(app);
  const answer = await client.post('/api/v1/auth/login', { username, password });
  assert.equal(answer.status, 200, answer.text);
  return client;
}

export function readEvents(text: string): SeenEvent[] {
  return text.split('\n\n').flatMap((block) => {
    const lines = block.split('\n').filter((line) => line !== '' && !line.startsWith(':'));
    if (lines.length === 0) return [];
    const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
    return [{ event: field('event') ?? 'message', data: JSON.parse(field('data') ?? 'null'), id: field('id') }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
