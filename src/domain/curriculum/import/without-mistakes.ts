import { isReadable } from '../../tutoring/answer-checking/kind-of-answer.ts';
import type { AnswerChecker } from '../../tutoring/verdict.ts';
import type { AnswerKey, Hint } from '../curriculum.ts';
import type { ProblemDraft, QaDraft } from '../curriculum-draft.ts';
import { keyOfQa } from './check-key.ts';

const LONGEST = 60;
const shown = (text: string): string => `“${text.slice(0, LONGEST)}”`;

/** Which part of a question is meant, by its place from 1: "also right 1", "wrong 2", the answer of the smaller question of hint 3. */
export interface MistakenPart {
  list: 'also right' | 'wrong' | 'hint answer';
  number: number;
}

/** What an author would be told of a question in the editor. */
export interface Mistake extends MistakenPart {
  /** What was read. */
  value: string;
  /** What is wrong with it and what is allowed, as the rest of a sentence. */
  problem: string;
}

/**
 * A problem that can be asked, without what an author would be told in the editor: answers that are foreseen as wrong and are right,
 * further right answers that cannot be read as what the key is, and smaller questions that nobody could answer, which stay as
 * plain hints. Says in words of a teacher what was left out.
 */
export function withoutMistakes(
  problem: ProblemDraft,
  checker: AnswerChecker,
  headingOf: HeadingOf = (_, part) => headingOfPart(part),
): { problem: ProblemDraft; left: string[] } {
  const left: string[] = [];
  const steps = problem.steps.map((step, index) => {
    const found = mistakesIn(step, checker);
    const where = problem.steps.length > 1 ? `question ${index + 1}: ` : '';
    for (const mistake of found) {
      const of = `${where}${headingOf(index, mistake)}: ${shown(mistake.value)} ${mistake.problem}`;
      left.push(mistake.list === 'hint answer' ? of : `${of}. Left out`);
    }
    return found.length === 0 ? step : stepWithout(step, found);
  });
  return left.length === 0 ? { problem, left } : { problem: { ...problem, steps }, left };
}

/** As a column of a table is called: "also right 1", "wrong 2", "hint 3 answer". */
export const headingOfPart = ({ list, number }: MistakenPart): string =>
  list === 'hint answer' ? `hint ${number} answer` : `${list} ${number}`;

/** How a part of a question is called in its file; of the step at this place. */
export type HeadingOf = (step: number, part: MistakenPart) => string;

/** All mistakes in a question that can be asked. */
export function mistakesIn(step: QaDraft, checker: AnswerChecker): Mistake[] {
  const key = keyOfQa(step);
  const found: Mistake[] = [];
  for (const [index, value] of (step.acceptedAnswers ?? []).entries()) {
    if (canBeMet({ ...key, answer: value, acceptedAnswers: [] }, checker)) continue;
    const problem = `cannot be read; allowed is an answer of the kind “${key.kind}”`;
    found.push({ list: 'also right', number: index + 1, value, problem });
  }
  for (const [index, { answer: value }] of (step.wrongAnswers ?? []).entries()) {
    if (!isMet(key, value, checker)) continue;
    found.push({
      list: 'wrong',
      number: index + 1,
      value,
      problem: 'is right by the key; allowed is an answer that is not',
    });
  }
  for (const [index, { scaffold }] of step.hints.entries()) {
    if (!scaffold) continue;
    const { kind = 'text', answer: value, choices = [], question } = scaffold;
    if (canBeMet({ kind, answer: value, choices, acceptedAnswers: [] }, checker)) continue;
    const problem = `cannot be read; allowed is an answer of the kind “${kind}”. It stays as a plain hint, without ${shown(question)}`;
    found.push({ list: 'hint answer', number: index + 1, value, problem });
  }
  return found;
}

function stepWithout(step: QaDraft, mistakes: readonly Mistake[]): QaDraft {
  const isMistaken = (list: Mistake['list'], index: number) =>
    mistakes.some((one) => one.list === list && one.number === index + 1);
  const { acceptedAnswers, wrongAnswers } = step;
  return {
    ...step,
    hints: step.hints.map((hint, index) => (isMistaken('hint answer', index) ? plainHint(hint) : hint)),
    ...(acceptedAnswers && { acceptedAnswers: acceptedAnswers.filter((_, index) => !isMistaken('also right', index)) }),
    ...(wrongAnswers && { wrongAnswers: wrongAnswers.filter((_, index) => !isMistaken('wrong', index)) }),
  };
}

const plainHint = ({ text, scaffold }: Hint): Hint => ({
  text: text.trim() === '' ? (scaffold?.question ?? '') : text,
});

/** Words can always be compared with words. */
const canBeMet = (key: AnswerKey, checker: AnswerChecker): boolean =>
  key.kind === 'text' || isMet(key, key.answer, checker);

/** Whether the checker takes an answer for right, and not only because it is the key's own letters. A choice is itself only. */
function isMet(key: AnswerKey, answer: string, checker: AnswerChecker): boolean {
  if (key.kind === 'choice') return answer === key.answer && key.choices.some(({ id }) => id === answer);
  return checker.check(key, { text: answer }).verdict === 'correct' && isReadable(key.kind, answer);
}
