import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { LOGIN, type LoadOrder, type LoadReport } from './exchange.ts';

/** Pupils at their browsers, in a process of their own: they log in, begin a session, and send and read, each at their pace. */
interface Pupil {
  cookie: string;
  sessionId: number;
}

const SAYINGS = [
  'A hint, please',
  '42',
  'What does that mean?',
  'I give up on this one. Show me how.',
  'Why is that so?',
];
const LOGINS_AT_ONCE = 4;

class ClassRoom {
  readonly #order: LoadOrder;
  readonly #report: LoadReport = { acknowledged: [], firstWords: [], whole: [], failed: 0, failures: [] };

  constructor(order: LoadOrder) {
    this.#order = order;
  }

  async run(pupils: readonly Pupil[]): Promise<LoadReport> {
    const { messages, thinkMs } = this.#order;
    await Promise.all(
      pupils.map(async (pupil, place) => {
        if (thinkMs > 0) await pause(Math.random() * thinkMs);
        for (let sent = 0; sent < messages; sent += 1) {
          await this.#send(pupil, SAYINGS[(sent + place) % SAYINGS.length] ?? '');
          if (thinkMs > 0) await pause(thinkMs * (0.5 + Math.random()));
        }
      }),
    );
    return this.#report;
  }

  async #send({ cookie, sessionId }: Pupil, content: string): Promise<void> {
    const { origin } = this.#order;
    const began = performance.now();
    try {
      const answer = await fetch(`${origin}/api/v1/study-sessions/home/${sessionId}/messages`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify({ clientId: randomUUID(), content }),
      });
      if (!answer.ok || answer.body === null) throw new Error(`${answer.status}: ${await answer.text()}`);
      await this.#read(answer.body, began);
    } catch (error) {
      this.#report.failed += 1;
      const text = String(error);
      if (!this.#report.failures.includes(text) && this.#report.failures.length < 5) this.#report.failures.push(text);
    }
  }

  async #read(body: ReadableStream<Uint8Array>, began: number): Promise<void> {
    let text = '';
    let [acknowledged, firstWords] = [false, false];
    const decoder = new TextDecoder();
    for await (const part of body) {
      text += decoder.decode(part, { stream: true });
      const now = performance.now() - began;
      if (!acknowledged && text.includes('event: prompt')) {
        this.#report.acknowledged.push(now);
        acknowledged = true;
      }
      if (!firstWords && text.includes('event: text-delta')) {
        this.#report.firstWords.push(now);
        firstWords = true;
      }
    }
    if (!text.includes('"state":"complete"') || !text.includes('event: text-end'))
      throw new Error('The reply broke off.');
    this.#report.whole.push(performance.now() - began);
  }
}

async function begin(origin: string, username: string): Promise<Pupil> {
  const login = await call(origin, '/auth/login', '', { username, password: LOGIN.password });
  const cookie = login.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const courses: { id: number }[] = await (await call(origin, '/courses', cookie)).json();
  const wish = { type: 'homework', courseId: courses[0]?.id, minutes: 240, emotionalStateBefore: 'neutral' };
  const { id }: { id: number } = await (await call(origin, '/study-sessions/home', cookie, wish)).json();
  await call(origin, `/study-sessions/home/${id}/start`, cookie, {});
  await (await call(origin, `/study-sessions/home/${id}/stream`, cookie)).text();
  return { cookie, sessionId: id };
}

async function call(origin: string, path: string, cookie: string, body?: unknown): Promise<Response> {
  const headers = { cookie, accept: path.endsWith('/stream') ? 'text/event-stream' : 'application/json' };
  const answer = await fetch(`${origin}/api/v1${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
  });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
  return answer;
}

const waiting = new Map<string, Pupil>();

async function obey(order: LoadOrder): Promise<LoadReport> {
  const rest = order.usernames.filter((username) => !waiting.has(username));
  await Promise.all(
    Array.from({ length: LOGINS_AT_ONCE }, async () => {
      for (let next = rest.pop(); next !== undefined; next = rest.pop())
        waiting.set(next, await begin(order.origin, next));
    }),
  );
  process.send?.('ready');
  return new ClassRoom(order).run(order.usernames.flatMap((username) => waiting.get(username) ?? []));
}

process.on('message', (order: LoadOrder) => {
  obey(order).then(
    (report) => process.send?.(report),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
