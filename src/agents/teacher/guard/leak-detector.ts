import type { TeachingBrief } from '../../../domain/tutoring/brief.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';

export interface LeakDetector {
  /** Whether this sentence, after those that were said, gives a withheld answer. */
  leaks(sentence: string): boolean;
  /** The sentence was shown. */
  said(sentence: string): void;
}

export function createLeakDetector(brief: TeachingBrief, checker: AnswerChecker): LeakDetector {
  return {
    leaks(sentence) {
      const numbers = sentence.match(/-?\d+(?:\.\d+)?/g) ?? [];
      return brief.withheld.some((each) => {
        const shown = [each.visible, ...each.pupilWords].join(' ');
        return numbers.some((number) => checker.sameAnswer(each.key, number) && !shown.includes(number));
      });
    },
    said() {},
  };
}
