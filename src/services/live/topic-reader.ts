import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { Parts } from '../../shared/live.ts';
import type { LiveSignal } from './live-signals.service.ts';

/** How a topic that is shown live is read. `id` is 0 for a topic that has none. */
export interface TopicReader {
  /** Who is shown the same: listeners with the same audience share one reading. */
  audience(actor: Actor, id: number): string;
  /** Throws what is said to whoever may not see it: at the beginning, and before every delivery. */
  allows(actor: Actor, id: number): Promise<void>;
  read(actor: Actor, id: number): Promise<Parts>;
  /** Whether what has changed is shown there. */
  concerns(signal: LiveSignal, id: number): boolean;
}
