import type { AnswerKey } from '../curriculum/curriculum.ts';
import { AppError } from '../errors/app-error.ts';
import { chosenIn, isChoice, LONGEST_ANSWER, tidyAnswer } from './mark-answer.ts';

/** Why an answer on its way in cannot be kept as it was sent: nothing of it is cut or left out in silence. */
export type AnswerProblem =
  | { why: 'too long'; length: number }
  /** `read`: what was sent and is none of the question's choices; `allowed`: their ids. */
  | { why: 'no such choice'; read: string[]; allowed: string[] }
  /** Several were sent where one is taken. */
  | { why: 'more than one'; given: number };

/** An answer that cannot be kept: where it stands in what was sent, and to which question. */
export interface RefusedAnswer {
  index: number;
  position: number;
  problem: AnswerProblem;
}

/** What was sent is said back no longer than this. */
const LONGEST_READ = 40;

/** What is wrong with an answer, or null. An empty one is always taken: it takes back what was there. */
export function problemOf(key: Pick<AnswerKey, 'kind' | 'choices'>, sent: readonly string[]): AnswerProblem | null {
  if (!isChoice(key.kind)) {
    if (sent.length > 1) return { why: 'more than one', given: sent.length };
    const { length } = tidyAnswer(key, sent);
    return length > LONGEST_ANSWER ? { why: 'too long', length } : null;
  }
  const named = chosenIn(sent);
  const allowed = key.choices.map(({ id }) => id);
  const read = named.filter((id) => !allowed.includes(id)).map(shown);
  if (read.length > 0) return { why: 'no such choice', read, allowed };
  return key.kind === 'choice' && named.length > 1 ? { why: 'more than one', given: named.length } : null;
}

/** Answers that cannot be kept as they were sent, so that none of this save was; `details` say of each what is allowed. */
export class AnswersRefusedError extends AppError {
  readonly refused: readonly RefusedAnswer[];
  /** What to read after words that the crisis screen caught. */
  readonly care: string | null;

  constructor(refused: readonly RefusedAnswer[], care: string | null) {
    const fields = Object.fromEntries(refused.map((one) => [`answers.${one.index}.values`, allowedOf(one.problem)]));
    const details = { fields, ...(care === null ? {} : { care }) };
    super('invalid-input', 'invalid-input', `${refused.map(sentenceOf).join(' ')} Nothing was saved.`, { details });
    this.refused = refused;
    this.care = care;
  }
}

function sentenceOf({ position, problem }: RefusedAnswer): string {
  switch (problem.why) {
    case 'too long':
      return `An answer has at most ${LONGEST_ANSWER} characters; the one to question ${position} has ${problem.length}.`;
    case 'more than one':
      return `Question ${position} takes one answer; ${problem.given} were sent.`;
    case 'no such choice':
      return `Question ${position} has no choice ${problem.read.map((id) => JSON.stringify(id)).join(', ')}.`;
  }
}

function allowedOf(problem: AnswerProblem): string {
  switch (problem.why) {
    case 'too long':
      return `at most ${LONGEST_ANSWER} characters`;
    case 'more than one':
      return 'one answer, or none to take it back';
    case 'no such choice':
      return `of ${problem.allowed.map((id) => JSON.stringify(id)).join(', ')}, or none to take it back`;
  }
}

function shown(text: string): string {
  return text.length > LONGEST_READ ? `${text.slice(0, LONGEST_READ)}…` : text;
}
