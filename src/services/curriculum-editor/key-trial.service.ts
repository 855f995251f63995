import { keyOf } from '../../domain/curriculum/editing/check-step.ts';
import type { AnswerChecker, Verdict } from '../../domain/tutoring/verdict.ts';
import type { StepContent } from '../../shared/curriculum-content.ts';

/** Trying a key before it is saved: what the checker would say to a pupil's answer. */
export class KeyTrialService {
  readonly #tutoring: () => Promise<{ checker: AnswerChecker }>;

  constructor(tutoring: () => Promise<{ checker: AnswerChecker }>) {
    this.#tutoring = tutoring;
  }

  /** The verdict on an answer, as it would be in a session: with the question, the wrong answers that are foreseen, and choices. */
  async tryAnswer(step: StepContent, stem: string, text: string): Promise<Verdict> {
    const { checker } = await this.#tutoring();
    const question = [stem, step.question].filter(Boolean).join('\n');
    const wrong = step.wrongAnswers.filter(({ answer }) => answer.trim() !== '');
    return checker.check(keyOf(step), { text, question }, wrong);
  }
}
