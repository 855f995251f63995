import { setImmediate as turn } from 'node:timers/promises';
import type { Actor } from '../../src/domain/access/permission-matrix.ts';
import { notFound } from '../../src/domain/errors/app-error.ts';
import type { LiveHub } from '../../src/services/live/live-hub.service.ts';
import type { LiveSignal } from '../../src/services/live/live-signals.service.ts';
import type { TopicReader } from '../../src/services/live/topic-reader.ts';
import type { Parts } from '../../src/shared/live.ts';
import { actor } from './past.ts';

export const pupil = (userId: number): Actor => actor(userId, 'student', 1);

/** A topic without a database: shows `parts` to everybody but those who are refused. */
export class FakeTopic implements TopicReader {
  parts: Parts;
  reads = 0;
  failing = false;
  /** Answers only after some turns, with what there was at the beginning. */
  slow = false;
  readonly refused = new Set<number>();

  constructor(parts: Parts = {}) {
    this.parts = parts;
  }

  audience(_actor: Actor): string {
    return 'all';
  }

  async allows({ userId }: Actor): Promise<void> {
    if (this.refused.has(userId)) throw notFound('lesson');
  }

  async read(_actor: Actor): Promise<Parts> {
    this.reads += 1;
    const { parts } = this;
    if (this.slow) for (let turns = 0; turns < 2; turns += 1) await turn();
    if (this.failing) throw new Error('the database does not answer');
    return parts;
  }

  concerns({ lessonId }: LiveSignal, id: number): boolean {
    return lessonId === id;
  }
}

type Message = Record<string, unknown> & { set?: Parts; parts?: Parts; gone?: string[] };

/** What a browser makes of the messages about lesson 7. */
export class Screen {
  readonly messages: Message[] = [];
  parts: Parts = {};
  last: string | undefined;
  dropped = false;
  readonly #client;

  constructor(hub: LiveHub, who: Actor, last?: string) {
    this.last = last;
    this.#client = hub.connect(who, (text) => this.#take(JSON.parse(text)));
    void this.#client.watch('lesson', 7, last);
  }

  kinds(): unknown[] {
    return this.messages.map((message) => message.kind ?? message.type);
  }

  /** The connection is gone. */
  drop(): void {
    this.dropped = true;
    this.#client.close();
  }

  #take(message: Message): void {
    this.messages.push(message);
    if (message.type !== 'event') return;
    this.last = String(message.event);
    this.parts = message.parts ?? { ...this.parts, ...message.set };
    for (const key of message.gone ?? []) delete this.parts[key];
  }
}
