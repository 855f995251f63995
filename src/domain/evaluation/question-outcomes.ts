import type { AttemptRecord } from '../tutoring/dialogue.ts';

/** How questions ended. */
export interface QuestionOutcomes {
  /** Right at the first try and without help. */
  alone: number;
  /** Right after a hint or another try. */
  helped: number;
  /** The solution was shown. */
  shown: number;
  skipped: number;
}

export const NO_OUTCOMES: Readonly<QuestionOutcomes> = { alone: 0, helped: 0, shown: 0, skipped: 0 };

type Ending = Pick<AttemptRecord, 'verdict' | 'unaided' | 'revealed'>;

/** How the question of an attempt ended with it; null: it stayed open. */
export function outcomeOf({ verdict, unaided, revealed }: Ending): keyof QuestionOutcomes | null {
  if (verdict === 'correct') return unaided ? 'alone' : 'helped';
  if (revealed) return 'shown';
  return verdict === 'skipped' ? 'skipped' : null;
}

/** Questions by how they ended: each time that one was posed counts once, and one that stayed open not at all. */
export function countOutcomes(attempts: readonly Ending[]): QuestionOutcomes {
  const counts = { ...NO_OUTCOMES };
  for (const attempt of attempts) {
    const outcome = outcomeOf(attempt);
    if (outcome) counts[outcome] += 1;
  }
  return counts;
}

/** Questions that were worked on to an end: all but the skipped ones. */
export function finishedQuestions({ alone, helped, shown }: QuestionOutcomes): number {
  return alone + helped + shown;
}
