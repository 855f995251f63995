import { isReadable } from '../../tutoring/answer-checking/kind-of-answer.ts';
import type { AnswerChecker } from '../../tutoring/verdict.ts';
import type { AnswerKey } from '../curriculum.ts';
import type { QaDraft } from '../curriculum-draft.ts';

/** The answer key of a question. */
export function keyOfQa(qa: QaDraft): AnswerKey {
  return {
    kind: qa.kind,
    answer: qa.answer,
    ...(qa.tolerance === undefined ? {} : { tolerance: qa.tolerance }),
    ...(qa.unit === undefined ? {} : { unit: qa.unit }),
    acceptedAnswers: qa.acceptedAnswers ?? [],
    choices: qa.choices ?? [],
  };
}

/**
 * Why no pupil could be right, in words of a teacher; null where the checker takes the key for its own answer. It takes the very
 * letters of a key whatever they are, so what is to be maths has to be readable besides.
 */
export function keyProblem(qa: QaDraft, checker: AnswerChecker): string | null {
  const key = keyOfQa(qa);
  const given = key.kind === 'choice' ? { text: '', choiceId: key.answer } : { text: key.answer };
  const { verdict } = checker.check(key, given);
  return verdict === 'correct' && isReadable(key.kind, key.answer)
    ? null
    : `its own answer, “${qa.answer.slice(0, 60)}”, is not taken as right: ${why(qa)}`;
}

function why({ kind }: QaDraft): string {
  if (kind === 'choice') return 'it must be the id of one of the choices';
  if (kind === 'several choices') return 'it must be ids of choices with commas between them';
  return `it cannot be read as an answer of the kind “${kind}”`;
}
