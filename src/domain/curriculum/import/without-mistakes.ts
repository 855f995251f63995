import { isReadable } from '../../tutoring/answer-checking/kind-of-answer.ts';
import type { AnswerChecker } from '../../tutoring/verdict.ts';
import type { AnswerKey, Hint } from '../curriculum.ts';
import type { ProblemDraft, QaDraft } from '../curriculum-draft.ts';
import { keyOfQa } from './check-key.ts';

const LONGEST = 60;
const shown = (text: string): string => `“${text.slice(0, LONGEST)}”`;

/**
 * A problem that can be asked, without what an author would be told in the editor: answers that are foreseen as wrong and are right,
 * further right answers that cannot be read as what the key is, and smaller questions that nobody could answer, which stay as
 * plain hints. Says in words of a teacher what was left out.
 */
export function withoutMistakes(
  problem: ProblemDraft,
  checker: AnswerChecker,
): { problem: ProblemDraft; left: string[] } {
  const left: string[] = [];
  const steps = problem.steps.map((step, index) => {
    const say = (what: string) => left.push(problem.steps.length > 1 ? `question ${index + 1}: ${what}` : what);
    return stepWithout(step, checker, say);
  });
  return left.length === 0 ? { problem, left } : { problem: { ...problem, steps }, left };
}

function stepWithout(step: QaDraft, checker: AnswerChecker, say: (what: string) => void): QaDraft {
  const key = keyOfQa(step);
  const acceptedAnswers = step.acceptedAnswers?.filter((answer, index) => {
    const reads = canBeMet({ ...key, answer, acceptedAnswers: [] }, checker);
    if (!reads)
      say(
        `also right ${index + 1}: ${shown(answer)} cannot be read; allowed is an answer of the kind “${key.kind}”. Left out`,
      );
    return reads;
  });
  const wrongAnswers = step.wrongAnswers?.filter(({ answer }, index) => {
    const right = isMet(key, answer, checker);
    if (right)
      say(`wrong ${index + 1}: ${shown(answer)} is right by the key; allowed is an answer that is not. Left out`);
    return !right;
  });
  const hints = step.hints.map((hint, index) =>
    hintWithout(hint, checker, (what) => say(`hint ${index + 1} answer: ${what}`)),
  );
  return { ...step, hints, ...(acceptedAnswers ? { acceptedAnswers } : {}), ...(wrongAnswers ? { wrongAnswers } : {}) };
}

function hintWithout(hint: Hint, checker: AnswerChecker, say: (what: string) => void): Hint {
  const { text, scaffold } = hint;
  if (!scaffold) return hint;
  const { kind = 'text', answer, choices = [] } = scaffold;
  if (canBeMet({ kind, answer, choices, acceptedAnswers: [] }, checker)) return hint;
  say(
    `${shown(answer)} cannot be read; allowed is an answer of the kind “${kind}”. It stays as a plain hint, without ${shown(scaffold.question)}`,
  );
  return { text: text.trim() === '' ? scaffold.question : text };
}

/** Words can always be compared with words. */
const canBeMet = (key: AnswerKey, checker: AnswerChecker): boolean =>
  key.kind === 'text' || isMet(key, key.answer, checker);

/** Whether the checker takes an answer for right, and not only because it is the key's own letters. A choice is itself only. */
function isMet(key: AnswerKey, answer: string, checker: AnswerChecker): boolean {
  if (key.kind === 'choice') return answer === key.answer && key.choices.some(({ id }) => id === answer);
  return checker.check(key, { text: answer }).verdict === 'correct' && isReadable(key.kind, answer);
}
