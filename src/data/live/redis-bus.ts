import type { Redis } from 'ioredis';

export interface RedisBusOptions {
  url: string;
  /** Processes with the same name hear each other, and nobody else on the same server. */
  name: string;
  log: (details: object, message: string) => void;
}

/** Longest pause between two tries to reach Redis again, in ms. */
const LONGEST_WAIT = 2000;
/** What Redis has not taken by then is given up, in ms. */
const TAKES_WITHIN = 2000;

/**
 * Carries messages between processes by Redis. Whoever is not there misses them, and none is sent again: `onBack` says when something may
 * have been missed. While Redis is away sending does nothing; it is written down once, and once more when it is back.
 */
export class RedisBus {
  readonly #options: RedisBusOptions;
  readonly #sender: Redis;
  readonly #hearer: Redis;
  #standing: 'new' | 'there' | 'away' | 'closed' = 'new';
  #onBack: () => void = () => {};

  /** Begins to connect, without waiting for it. */
  static async open(options: RedisBusOptions): Promise<RedisBus> {
    // Loaded where it is used alone: most schools have one process and no Redis.
    const { Redis } = await import('ioredis');
    const retryStrategy = (times: number) => Math.min(LONGEST_WAIT, 100 * times) * (0.5 + Math.random() / 2);
    const settings = {
      retryStrategy,
      connectTimeout: TAKES_WITHIN,
      maxRetriesPerRequest: null,
      autoResubscribe: false,
    };
    const sender = new Redis(options.url, { ...settings, enableOfflineQueue: false, commandTimeout: TAKES_WITHIN });
    return new RedisBus(options, sender, new Redis(options.url, settings));
  }

  private constructor(options: RedisBusOptions, sender: Redis, hearer: Redis) {
    this.#options = options;
    this.#sender = sender;
    this.#hearer = hearer;
    for (const connection of [sender, hearer]) {
      connection.on('error', (error: Error) => this.#goneAway(error));
      connection.on('close', () => this.#goneAway());
    }
  }

  /** Listens to everybody, this process included. `onBack` is called when both ways are open, at the beginning and after each fault. */
  subscribe(onMessage: (text: string) => void, onBack: () => void): void {
    this.#onBack = onBack;
    this.#hearer.on('message', (_channel, text) => onMessage(text));
    this.#sender.on('ready', () => this.#look());
    this.#hearer.on('ready', () => {
      this.#hearer.subscribe(this.#options.name).then(
        () => this.#look(),
        (error: Error) => this.#goneAway(error),
      );
    });
  }

  send(text: string): void {
    if (this.#sender.status !== 'ready') return;
    this.#sender.publish(this.#options.name, text).then(
      () => this.#look(),
      (error: Error) => this.#goneAway(error),
    );
  }

  async close(): Promise<void> {
    this.#standing = 'closed';
    await this.#sender.quit().catch(() => {});
    this.#sender.disconnect();
    this.#hearer.disconnect();
  }

  /** Whether all is well again. */
  #look(): void {
    if (this.#standing === 'there' || this.#standing === 'closed') return;
    if (this.#sender.status !== 'ready' || this.#hearer.status !== 'ready') return;
    if (this.#standing === 'away') this.#options.log({}, 'Redis is back: all processes show the same live again');
    this.#standing = 'there';
    this.#onBack();
  }

  #goneAway(error?: Error): void {
    if (this.#standing === 'away' || this.#standing === 'closed') return;
    this.#standing = 'away';
    const details = error ? { err: error } : {};
    this.#options.log(details, 'Redis does not answer: each process shows live only what goes on in it');
  }
}
