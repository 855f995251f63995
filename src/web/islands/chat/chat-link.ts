import type { ReplyEvents } from '../../../shared/study-session.ts';
import type { ChatAction } from './chat-state.ts';
import { readEvents } from './event-stream.ts';

/** What a pupil sends. */
export interface Words {
  clientId: string;
  content: string;
  choiceId?: string;
}

/** Why the server did not take the words. */
export interface Refusal {
  code: string;
  message: string;
}

const EVENTS: ReadonlySet<string> = new Set<keyof ReplyEvents>([
  'prompt',
  'kept',
  'text-start',
  'text-delta',
  'block',
  'item',
  'text-end',
  'error',
]);
/** After these the server has nothing more to say. */
const LAST: ReadonlySet<string> = new Set<keyof ReplyEvents>(['text-end', 'kept', 'error']);
const LONGEST_PAUSE = 15_000;

/** The way to the server: sends words and follows the reply, again and again until the server has answered. */
export class ChatLink {
  readonly #base: string;
  readonly #tell: (action: ChatAction) => void;

  constructor(session: { kind: string; id: number }, tell: (action: ChatAction) => void) {
    this.#base = `/api/v1/study-sessions/${session.kind}/${session.id}`;
    this.#tell = tell;
  }

  /**
   * Sends a message. The same client id is tried until it has arrived, so nothing is lost and nothing comes twice. Answers why,
   * when the server refused it.
   */
  send(words: Words): Promise<Refusal | null> {
    return this.#untilAnswered(() =>
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

  /** Reads what was said after this message by whomever, with the reply that is being written, to its end. */
  async catchUp(after: number): Promise<void> {
    try {
      const response = await fetch(`${this.#base}/stream?after=${after}`, { headers: { accept: 'text/event-stream' } });
      if (response.status !== 200 || response.body === null) return;
      for await (const { event, data } of readEvents(response.body)) {
        if (EVENTS.has(event)) this.#tell({ type: event, data } as ChatAction);
      }
    } catch {
      // The next thing that is said brings another try.
    }
  }

  async #untilAnswered(request: () => Promise<Response>): Promise<Refusal | null> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.#once(await request());
      } catch {
        this.#tell({ type: 'lost' });
      }
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(LONGEST_PAUSE, 500 * 2 ** tries) * (0.5 + Math.random())),
      );
    }
  }

  /** Hears the server out: null when it has said its last word. Throws when that did not come. */
  async #once(response: Response): Promise<Refusal | null> {
    if (response.status >= 500 || response.status === 429) throw new Error(`The server answered ${response.status}.`);
    if (response.status === 204) {
      this.#tell({ type: 'nothing new' });
      return null;
    }
    if (!response.ok || response.body === null) {
      const answer: { error?: Partial<Refusal> } = await response.json().catch(() => ({}));
      const { code = '', message = String(response.status) } = answer.error ?? {};
      this.#tell({ type: 'refused', message });
      return { code, message };
    }
    for await (const { event, data } of readEvents(response.body)) {
      if (!EVENTS.has(event)) continue;
      this.#tell({ type: event, data } as ChatAction);
      if (LAST.has(event)) return null;
    }
    throw new Error('The stream broke off.');
  }
}
