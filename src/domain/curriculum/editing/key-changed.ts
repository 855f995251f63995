import type { StepContent } from '../../../shared/curriculum-content.ts';

/** Whether what counts as right changed, so that answers given before have to be judged anew. */
export function keyChanged(before: StepContent, after: StepContent): boolean {
  return JSON.stringify(keyParts(before)) !== JSON.stringify(keyParts(after));
}

function keyParts({ kind, answer, tolerance, unit, acceptedAnswers, choices }: StepContent) {
  return { kind, answer, tolerance, unit, acceptedAnswers, choices };
}
