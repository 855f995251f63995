import { EMOTIONAL_STATES, type EmotionalState } from '../../../domain/tutoring/brief.ts';
import type { Random } from '../random.ts';
import type { Lesson } from './lesson.ts';
import { FEEDBACK } from './sayings.ts';
import type { Traits } from './traits.ts';
import { typed } from './typing.ts';

export interface Feedback {
  feelingAfter: EmotionalState;
  difficulty: number;
  understanding: number;
  text: string | null;
}

const TO_TEN = (value: number): number => Math.min(10, Math.max(1, Math.round(value)));

/** What a pupil says at the end, which follows from how the questions went. */
export function feedbackOn({ state }: Lesson, feeling: EmotionalState, traits: Traits, random: Random): Feedback {
  const worked = state.done.filter((item) => item.outcome !== 'left' && item.outcome !== 'shown');
  const alone = worked.filter((item) => item.outcome === 'solved alone').length;
  const helped = worked.filter((item) => item.outcome === 'solved with hints').length;
  const share = worked.length === 0 ? 0.5 : (alone + 0.5 * helped) / worked.length;
  const tone = share > 0.7 ? 'good' : share > 0.4 ? 'fair' : 'hard';
  return {
    feelingAfter: feelingAfter(feeling, share, random),
    difficulty: TO_TEN(8.5 - 5.5 * share + random.normal(0, 1)),
    understanding: TO_TEN(3.2 + 6 * share + random.normal(0, 1)),
    text: random.chance(0.35) ? typed(random.pick(FEEDBACK[tone]), traits.typing, random) : null,
  };
}

/** A step up when it went well, a step down when it did not, mostly as before. */
function feelingAfter(before: EmotionalState, share: number, random: Random): EmotionalState {
  const at = EMOTIONAL_STATES.indexOf(before);
  if (random.chance(0.15 + 0.4 * share)) return EMOTIONAL_STATES[Math.max(0, at - 1)] ?? before;
  if (random.chance(0.3 * (1 - share))) return EMOTIONAL_STATES[Math.min(2, Math.max(at, at + 1))] ?? before;
  return before;
}
