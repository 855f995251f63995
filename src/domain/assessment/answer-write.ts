/** An answer as it is kept. */
export interface KeptAnswer {
  answer: string;
  /** Grows with every change; 0 before the first. */
  seq: number;
  /** The device that wrote it; null before the first. */
  savedBy: string | null;
}

/** An answer on its way in. */
export interface AnswerWrite {
  answer: string;
  /** One more than the highest that the device has seen of this answer, and one more for each change that it makes. */
  seq: number;
  device: string;
}

export type WriteOutcome =
  | 'taken'
  /** It stands there already, or a later one of the same device does: what comes again or late changes nothing. */
  | 'there already'
  /** Another device changed it since this one last looked; nothing was overwritten. */
  | 'changed elsewhere';

/**
 * Last write wins, by the sequence that devices count; of two devices that did not know of each other the first wins. A later
 * write of what stands there is taken too: else one that it overtook on the way would still come after it.
 */
export function decideWrite(kept: KeptAnswer, write: AnswerWrite): WriteOutcome {
  if (write.seq > kept.seq) return 'taken';
  if (write.answer === kept.answer) return 'there already';
  return write.device === kept.savedBy ? 'there already' : 'changed elsewhere';
}
