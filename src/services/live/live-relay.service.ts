import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { RedisBus } from '../../data/live/redis-bus.ts';
import type { LiveHub } from './live-hub.service.ts';
import type { LiveSignal, LiveSignals } from './live-signals.service.ts';
import type { PresenceService } from './presence.service.ts';

export interface LiveRelayDeps {
  bus: Pick<RedisBus, 'send' | 'subscribe' | 'close'>;
  signals: LiveSignals;
  presence: PresenceService;
  live: Pick<LiveHub, 'refresh'>;
}

const ids = z.array(z.number().int()).readonly();
const signal = z.object({
  lessonId: z.number().int().exactOptional(),
  classId: z.number().int().exactOptional(),
  sessionIds: ids.exactOptional(),
  studentIds: ids.exactOptional(),
  userIds: ids.exactOptional(),
  alertsOf: z.number().int().exactOptional(),
});
const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signal'), from: z.string(), signal }),
  /** All who are there in the process that says so. `asks`: it has just come and knows of nobody. */
  z.object({ kind: z.literal('there'), from: z.string(), ids, asks: z.boolean() }),
  z.object({ kind: z.literal('gone'), from: z.string() }),
]);
type Message = z.infer<typeof message>;
type Said = Message extends infer Each ? (Each extends Message ? Omit<Each, 'from'> : never) : never;

/** What changed and who is there, told to the other processes of this school and heard from them. */
export class LiveRelay {
  readonly #deps: LiveRelayDeps;
  readonly #name = randomUUID();

  constructor(deps: LiveRelayDeps) {
    this.#deps = deps;
    const { bus, signals, presence } = deps;
    signals.relayTo((own) => this.#say({ kind: 'signal', signal: copyOf(own) }));
    presence.onChange(() => this.announce());
    bus.subscribe(
      (text) => this.#hear(text),
      () => this.#comeBack(),
    );
  }

  /** Says who is there. To be repeated every few seconds: what was said half a minute ago counts no more. */
  announce(asks = false): void {
    this.#say({ kind: 'there', ids: this.#deps.presence.own(), asks });
  }

  /** This process goes, and with it those who were there. */
  async close(): Promise<void> {
    this.#say({ kind: 'gone' });
    await this.#deps.bus.close();
  }

  #comeBack(): void {
    this.#deps.live.refresh();
    this.announce(true);
  }

  #say(said: Said): void {
    this.#deps.bus.send(JSON.stringify({ ...said, from: this.#name }));
  }

  #hear(text: string): void {
    const heard = read(text);
    if (!heard || heard.from === this.#name) return;
    const { signals, presence, live } = this.#deps;
    if (heard.kind === 'signal') signals.deliver(heard.signal);
    else if (heard.kind === 'gone') presence.lose(heard.from);
    else {
      presence.hear(heard.from, heard.ids);
      if (!heard.asks) return;
      // It was away: what it had to say meanwhile has reached nobody.
      live.refresh();
      this.announce();
    }
  }
}

/** Nothing that somebody put beside it goes out. */
function copyOf({ lessonId, classId, sessionIds, studentIds, userIds, alertsOf }: LiveSignal): z.infer<typeof signal> {
  return {
    ...(lessonId === undefined ? {} : { lessonId }),
    ...(classId === undefined ? {} : { classId }),
    ...(sessionIds ? { sessionIds } : {}),
    ...(studentIds ? { studentIds } : {}),
    ...(userIds ? { userIds } : {}),
    ...(alertsOf === undefined ? {} : { alertsOf }),
  };
}

function read(text: string): Message | undefined {
  try {
    return message.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
