import type { ProblemContent, StepContent } from '../../../shared/curriculum-content.ts';
import { asksTheSame } from '../../tutoring/judge-again.ts';
import type { QaKind } from '../curriculum.ts';

type KeyParts = Pick<StepContent, 'kind' | 'answer' | 'tolerance' | 'unit' | 'acceptedAnswers' | 'choices'>;

/** Whether what counts as right changed, so that answers given before have to be judged anew. */
export function keyChanged(before: KeyParts, after: KeyParts): boolean {
  return JSON.stringify(keyParts(before)) !== JSON.stringify(keyParts(after));
}

function keyParts({ kind, answer, tolerance, unit, acceptedAnswers, choices }: KeyParts): KeyParts {
  return { kind, answer, tolerance, unit, acceptedAnswers, choices };
}

/** A published question whose key changes, and what that means for answers that were given to it. */
export interface KeyChange {
  /** As it will stand in its problem, from 0. */
  step: number;
  kind: { before: QaKind; after: QaKind };
  /** The words and the choices stay, so that answers are judged again; else it is another question, and they keep their verdicts. */
  judgedAgain: boolean;
}

/** The questions of a published problem whose key changes with these contents. */
export function keyChangesIn(before: ProblemContent, after: ProblemContent): KeyChange[] {
  return after.steps.flatMap((fresh, step): KeyChange[] => {
    const old = before.steps.find(({ qaId }) => qaId !== null && qaId === fresh.qaId);
    if (!old || !keyChanged(old, fresh)) return [];
    const judgedAgain = asksTheSame(askedIn(before, old), askedIn(after, fresh));
    return [{ step, kind: { before: old.kind, after: fresh.kind }, judgedAgain }];
  });
}

const askedIn = ({ stem }: ProblemContent, { question, kind, choices }: StepContent) => {
  return { stem, question, key: { kind, choices } };
};
