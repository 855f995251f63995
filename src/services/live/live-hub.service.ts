import type { Actor } from '../../domain/access/permission-matrix.ts';
import { Gate } from './gate.ts';
import { LiveChannel } from './live-channel.ts';
import { LiveClient } from './live-client.ts';
import type { LiveSignal, LiveSignals } from './live-signals.service.ts';
import type { PresenceService } from './presence.service.ts';
import type { TopicRegistration } from './topic-reader.ts';
import type { TopicPlace } from './topic-state.ts';

export interface LiveHubDeps {
  signals: LiveSignals;
  topics: readonly TopicRegistration[];
  presence: Pick<PresenceService, 'enter' | 'leave'>;
  log: (details: object, message: string) => void;
}

/** How many topics are read at once. Others who use the database are to find a connection too. */
const READ_AT_ONCE = 6;

/**
 * Keeps what is shown live, for the sockets of this process. A topic that somebody listens to is read anew when a signal concerns it, once
 * for all who are shown the same and not more often than every 150 ms; what differs goes out. Nothing is read for topics without
 * listeners, and a reading that fails is tried again.
 */
export class LiveHub {
  readonly #deps: LiveHubDeps;
  readonly #channels = new Map<string, LiveChannel>();
  readonly #gate = new Gate(READ_AT_ONCE);
  readonly #unsubscribe: () => void;

  constructor(deps: LiveHubDeps) {
    this.#deps = deps;
    this.#unsubscribe = deps.signals.subscribe((signal) => this.#hear(signal));
  }

  /** Somebody who may listen. `send` takes each message for them, as JSON, in order; it must not throw. */
  connect(actor: Actor, send: (message: string) => void): LiveClient {
    const { presence, log } = this.#deps;
    return new LiveClient({ actor, send, presence, log, channelOf: (place) => this.#channelOf(actor, place) });
  }

  /** Reads all that is listened to anew: signals may have been lost. */
  refresh(): void {
    for (const channel of this.#channels.values()) channel.refresh();
  }

  /** Hears and sends nothing any more. */
  close(): void {
    this.#unsubscribe();
    for (const channel of this.#channels.values()) channel.close();
    this.#channels.clear();
  }

  /** The reader of a topic for somebody of this role, and the channel that it is shown through; undefined where there is none. */
  #channelOf(actor: Actor, place: TopicPlace) {
    const { topics, log } = this.#deps;
    const index = topics.findIndex(({ topic, roles }) => topic === place.topic && roles.includes(actor.role));
    const reader = topics[index]?.reader;
    if (!reader) return undefined;
    const join = (): LiveChannel => {
      const key = `${index} ${place.id} ${reader.audience(actor, place.id)}`;
      let channel = this.#channels.get(key);
      if (!channel) {
        channel = new LiveChannel({ place, reader, gate: this.#gate, log, forget: () => this.#channels.delete(key) });
        this.#channels.set(key, channel);
      }
      return channel;
    };
    return { allows: () => this.#gate.run(() => reader.allows(actor, place.id)), join };
  }

  #hear(signal: LiveSignal): void {
    for (const channel of this.#channels.values()) {
      try {
        channel.hear(signal);
      } catch (error) {
        this.#deps.log({ err: error }, 'a live signal could not be heard');
      }
    }
  }
}
