import type { ReplyEvents } from '../../../shared/study-session.ts';
import type { ChatAction } from './chat-state.ts';
import { readEvents } from './event-stream.ts';

/** What a pupil sends. */
export interface Words {
  clientId: string;
  content: string;
  choiceId?: string;
}

const EVENTS: ReadonlySet<string> = new Set<keyof ReplyEvents>([
  'prompt',
  'text-start',
  'text-delta',
  'block',
  'item',
  'text-end',
  'error',
]);
const LONGEST_PAUSE = 15_000;

/** The way to the server: sends words and follows the reply, again and again until the server has answered. */
export class ChatLink {
  readonly #base: string;
  readonly #tell: (action: ChatAction) => void;

  constructor(session: { kind: string; id: number }, tell: (action: ChatAction) => void) {
    this.#base = `/api/v1/study-sessions/${session.kind}/${session.id}`;
    this.#tell = tell;
  }

  /** Sends a message. The same client id is tried until it has arrived, so nothing is lost and nothing comes twice. */
  async send(words: Words): Promise<void> {
    await this.#untilAnswered(() =>
      fetch(`${this.#base}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        body: JSON.stringify(words),
      }),
    );
  }

  /** Follows a reply that was being written when the page was loaded. */
  async follow(after: number): Promise<void> {
    this.#tell({ type: 'following' });
    await this.#untilAnswered(() =>
      fetch(`${this.#base}/stream?after=${after}`, { headers: { accept: 'text/event-stream' } }),
    );
  }

  async #untilAnswered(request: () => Promise<Response>): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        if (await this.#once(await request())) return;
      } catch {
        this.#tell({ type: 'lost' });
      }
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(LONGEST_PAUSE, 500 * 2 ** tries) * (0.5 + Math.random())),
      );
    }
  }

  /** True when the server has said its last word. */
  async #once(response: Response): Promise<boolean> {
    if (response.status >= 500 || response.status === 429) throw new Error(`The server answered ${response.status}.`);
    if (!response.ok || response.body === null) {
      const answer: { error?: { message?: string } } = await response.json().catch(() => ({}));
      this.#tell({ type: 'refused', message: answer.error?.message ?? String(response.status) });
      return true;
    }
    for await (const { event, data } of readEvents(response.body)) {
      if (!EVENTS.has(event)) continue;
      this.#tell({ type: event, data } as ChatAction);
      if (event === 'text-end' || event === 'error') return true;
    }
    throw new Error('The stream broke off.');
  }
}
