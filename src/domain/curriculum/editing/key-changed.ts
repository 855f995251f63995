import type { StepContent } from '../../../shared/curriculum-content.ts';

type KeyParts = Pick<StepContent, 'kind' | 'answer' | 'tolerance' | 'unit' | 'acceptedAnswers' | 'choices'>;

/** Whether what counts as right changed, so that answers given before have to be judged anew. */
export function keyChanged(before: KeyParts, after: KeyParts): boolean {
  return JSON.stringify(keyParts(before)) !== JSON.stringify(keyParts(after));
}

function keyParts({ kind, answer, tolerance, unit, acceptedAnswers, choices }: KeyParts): KeyParts {
  return { kind, answer, tolerance, unit, acceptedAnswers, choices };
}
