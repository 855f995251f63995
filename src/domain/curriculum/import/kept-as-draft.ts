import type { QaDraft } from '../curriculum-draft.ts';
import { readsAs } from './twin-choices.ts';

/**
 * Why pupils cannot be asked a problem although everything of it was read; null where they can. Who picks among choices that all read
 * the same knows nothing by it: such a problem is kept as a draft, for somebody to mend.
 */
export function whyNotAsked(steps: readonly Pick<QaDraft, 'kind' | 'choices'>[]): string | null {
  const reasons = steps.flatMap((step, index) => {
    if (!allTheSame(step)) return [];
    return [`${steps.length > 1 ? `question ${index + 1}: ` : ''}its choices all read the same`];
  });
  return reasons.length === 0 ? null : reasons.join('; ');
}

/** Whether a question offers choices and leaves none. */
export function allTheSame({ kind, choices = [] }: Pick<QaDraft, 'kind' | 'choices'>): boolean {
  const offers = kind === 'choice' || kind === 'several choices';
  return offers && choices.length > 1 && new Set(choices.map(({ text }) => readsAs(text))).size === 1;
}

/** How a report says that a problem is kept as a draft. */
export const draftNote = (reason: string): string => `kept as a draft, which no pupil is asked: ${reason}`;
