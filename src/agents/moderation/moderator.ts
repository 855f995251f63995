import type { ModerationFlag } from '../../domain/safety/moderation.ts';

/** A provider's own moderation, besides our lists. */
export interface Moderator {
  /** What it notices in a text. Throws where it cannot say in time: then nothing may go to or come from a remote model. */
  check(text: string, signal?: AbortSignal): Promise<ModerationFlag[]>;
}
