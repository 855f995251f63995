import type { Actor } from '../../domain/access/permission-matrix.ts';
import { AppError, notFound } from '../../domain/errors/app-error.ts';
import { type LiveMessage, OWN_TOPICS, type Topic } from '../../shared/live.ts';
import { type LiveChannel, refusalOf, type Watcher } from './live-channel.ts';
import type { PresenceService } from './presence.service.ts';
import type { TopicPlace } from './topic-state.ts';

export interface LiveClientDeps {
  actor: Actor;
  send: (message: string) => void;
  presence: Pick<PresenceService, 'enter' | 'leave'>;
  log: (details: object, message: string) => void;
  channelOf: (place: TopicPlace) => { allows: () => Promise<void>; join: () => LiveChannel } | undefined;
}

/** How many topics one listener may follow at once. */
const MOST_TOPICS = 30;
/** Where pupils and class managers work: who listens to one of these is there. */
const PRESENT: readonly Topic[] = ['session', 'lesson', 'me', 'talk'];

interface Wish {
  /** Undefined until it is known that they may. */
  channel?: LiveChannel;
  watcher: Watcher;
}

/** One listener: what they wish to be shown, and what they may. */
export class LiveClient {
  readonly #deps: LiveClientDeps;
  readonly #wishes = new Map<string, Wish>();

  constructor(deps: LiveClientDeps) {
    this.#deps = deps;
  }

  /**
   * Shows a topic from now on, from the event `last` on where that is possible. Answered by its parts, or by an error. False: it was
   * refused because they follow too many.
   */
  async watch(topic: Topic, id: number | undefined, last?: string): Promise<boolean> {
    const place = { topic, id: id ?? 0 };
    const key = keyOf(place);
    const before = this.#wishes.get(key);
    if (before?.channel) {
      before.channel.join(before.watcher, last);
      return true;
    }
    if (!before && this.#wishes.size >= MOST_TOPICS) {
      const message = `No more than ${MOST_TOPICS} topics can be followed at once.`;
      this.#say(new AppError('too-many', 'too-many', message), place);
      return false;
    }
    const wish = { watcher: this.#watcherOf(place) };
    this.#wishes.set(key, wish);
    await this.#begin(place, wish, last);
    return true;
  }

  leave(topic: Topic, id: number | undefined): void {
    this.#end(keyOf({ topic, id: id ?? 0 }));
  }

  /** Ends all of it. */
  close(): void {
    for (const key of this.#wishes.keys()) this.#end(key);
  }

  async #begin(place: TopicPlace, wish: Wish, last: string | undefined): Promise<void> {
    const key = keyOf(place);
    const wished = () => this.#wishes.get(key) === wish;
    try {
      const way = OWN_TOPICS.includes(place.topic) === (place.id === 0) ? this.#deps.channelOf(place) : undefined;
      if (!way) throw notFound('topic');
      await way.allows();
      if (!wished()) return;
      wish.channel = way.join();
      if (PRESENT.includes(place.topic)) this.#deps.presence.enter(this.#deps.actor.userId);
      wish.channel.join(wish.watcher, last);
    } catch (error) {
      if (!wished()) return;
      this.#wishes.delete(key);
      this.#say(refusalOf(error) ?? this.#unavailable(error), place);
    }
  }

  #end(key: string): void {
    const wish = this.#wishes.get(key);
    if (!wish) return;
    this.#wishes.delete(key);
    if (!wish.channel) return;
    wish.channel.leave(wish.watcher);
    if (PRESENT.some((topic) => key.startsWith(topic))) this.#deps.presence.leave(this.#deps.actor.userId);
  }

  #watcherOf(place: TopicPlace): Watcher {
    const { actor, send } = this.#deps;
    return {
      actor,
      send,
      refuse: (error) => {
        this.#end(keyOf(place));
        this.#say(error, place);
      },
    };
  }

  #unavailable(error: unknown): AppError {
    this.#deps.log({ err: error }, 'a live topic could not be opened');
    return new AppError('unavailable', 'unavailable', 'This cannot be shown just now. Please try again in a moment.');
  }

  #say({ code, message }: AppError, { topic, id }: TopicPlace): void {
    const said: LiveMessage = { type: 'error', code, message, topic, ...(id === 0 ? {} : { id }) };
    this.#deps.send(JSON.stringify(said));
  }
}

const keyOf = ({ topic, id }: TopicPlace): string => `${topic} ${id}`;
