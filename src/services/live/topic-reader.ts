import type { Actor, Role } from '../../domain/access/permission-matrix.ts';
import type { Parts, Topic } from '../../shared/live.ts';
import type { LiveSignal } from './live-signals.service.ts';

/** What the listeners of a topic have been shown last. */
export interface Shown {
  /** One of them. */
  actor: Actor;
  part(key: string): unknown;
}

/** How a topic that is shown live is read. `id` is 0 for a topic that has none. */
export interface TopicReader {
  /** Who is shown the same: listeners with the same audience share one reading. */
  audience(actor: Actor, id: number): string;
  /** Throws what is said to whoever may not see it: at the beginning, and before every delivery. */
  allows(actor: Actor, id: number): Promise<void>;
  read(actor: Actor, id: number): Promise<Parts>;
  /** Whether what has changed is shown there. Asked for every topic that somebody listens to: it may only compare. */
  concerns(signal: LiveSignal, id: number, shown: Shown): boolean;
  /** Read anew this often without any signal, in ms, where something changes by time alone. */
  every?: number;
}

/** Whom a reader is for. A topic that no reader gives to a role does not exist for it. */
export interface TopicRegistration {
  topic: Topic;
  roles: readonly Role[];
  reader: TopicReader;
}
