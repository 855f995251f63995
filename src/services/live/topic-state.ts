import { randomBytes } from 'node:crypto';
import type { Parts, Topic } from '../../shared/live.ts';

/** What is shown live: `id` is 0 for a topic that has none. */
export interface TopicPlace {
  topic: Topic;
  id: number;
}

/** How many changes somebody may have missed and still be told of them alone. */
const CHANGES_KEPT = 300;
const EPOCH_BYTES = 6;

/**
 * What a topic showed last, part by part as JSON, and which parts changed when: enough to bring up to date whoever saw any of its last
 * few hundred changes. Its epoch is its own: an event of another process or of an earlier time means nothing here.
 */
export class TopicState {
  readonly #epoch = randomBytes(EPOCH_BYTES).toString('base64url');
  readonly #place: string;
  readonly #kept: number;
  readonly #parts = new Map<string, string>();
  /** The keys of each change; the last one belongs to change number `#count`. */
  readonly #changes: string[][] = [];
  #count = 0;

  constructor({ topic, id }: TopicPlace, kept = CHANGES_KEPT) {
    this.#place = `"topic":"${topic}"${id === 0 ? '' : `,"id":${id}`}`;
    this.#kept = kept;
  }

  /** How many changes there were; 0 before the first reading. */
  get count(): number {
    return this.#count;
  }

  part(key: string): unknown {
    const json = this.#parts.get(key);
    return json === undefined ? undefined : JSON.parse(json);
  }

  /** Takes a reading and counts a change where it differs from the one before. */
  take(parts: Parts): void {
    const changed: string[] = [];
    const gone = new Set(this.#parts.keys());
    for (const [key, value] of Object.entries(parts)) {
      const json: string | undefined = JSON.stringify(value);
      if (json === undefined) continue;
      gone.delete(key);
      if (this.#parts.get(key) === json) continue;
      this.#parts.set(key, json);
      changed.push(key);
    }
    for (const key of gone) this.#parts.delete(key);
    if (changed.length + gone.size === 0 && this.#count > 0) return;
    this.#count += 1;
    this.#changes.push([...changed, ...gone]);
    if (this.#changes.length > this.#kept) this.#changes.shift();
  }

  /** Which change an event id names; null where it is none of those that can be gone on from. */
  positionOf(event: string | undefined): number | null {
    const [epoch, digits = ''] = event?.split(':') ?? [];
    if (epoch !== this.#epoch || !/^\d{1,15}$/.test(digits)) return null;
    const position = Number(digits);
    return position <= this.#count && position >= this.#count - this.#changes.length ? position : null;
  }

  /** The message that brings whoever saw change number `position` up to date; everything for null and for what is too long ago. */
  messageSince(position: number | null): string {
    const event = `"type":"event",${this.#place},"event":"${this.#epoch}:${this.#count}"`;
    if (position === null || position < this.#count - this.#changes.length) {
      return `{${event},"kind":"snapshot","parts":${this.#objectOf(this.#parts.keys())}}`;
    }
    const missed = new Set(position === this.#count ? [] : this.#changes.slice(position - this.#count).flat());
    const gone = [...missed].filter((key) => !this.#parts.has(key));
    return `{${event},"kind":"change","set":${this.#objectOf(missed)},"gone":${JSON.stringify(gone)}}`;
  }

  #objectOf(keys: Iterable<string>): string {
    const fields: string[] = [];
    for (const key of keys) {
      const json = this.#parts.get(key);
      if (json !== undefined) fields.push(`${JSON.stringify(key)}:${json}`);
    }
    return `{${fields.join(',')}}`;
  }
}
