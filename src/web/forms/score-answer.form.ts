import * as z from 'zod';
import type { EvaluationKind } from '../../domain/evaluation/evaluation.ts';
import { ANSWERS, isScore, LONGEST_WORDS, type ReviewAnswer } from '../../domain/evaluation/score-review.ts';
import type { Messages } from '../i18n/messages.ts';
import { lines } from './lines.ts';

/** A class manager's answer to a score, as it was written. */
export interface ScoreAnswerForm {
  kind: EvaluationKind;
  action: string;
  score: string;
  words: string;
  problems: { action?: string; score?: string; words?: string };
}

export type ScoreAnswerRead =
  | { ok: true; answer: { action: ReviewAnswer; score: number | null; words: string } }
  | { ok: false; form: ScoreAnswerForm };

const word = z.string().max(20).catch('');

/** Reads the answer; the fields are named by the kind, of which a page has two. All problems at once. */
export function readScoreAnswer(body: unknown, kind: EvaluationKind, words: Messages['scores']): ScoreAnswerRead {
  const sent = z
    .object({ [`${kind}-action`]: word, [`${kind}-score`]: word, [`${kind}-words`]: lines.catch('') })
    .catch({})
    .parse(body ?? {});
  const [chosen = '', typed = '', said = ''] = ['action', 'score', 'words'].map((name) => sent[`${kind}-${name}`]);
  const action = ANSWERS[kind].find((one) => one === chosen);
  const score = action === 'scored' ? Number(typed) : null;
  const problems: ScoreAnswerForm['problems'] = {
    ...(action === undefined ? { action: words.problems.action } : {}),
    ...(score !== null && !(typed !== '' && isScore(score)) ? { score: words.problems.score } : {}),
    ...(areWords(said) ? {} : { words: words.problems.words(LONGEST_WORDS) }),
  };
  if (action === undefined || Object.keys(problems).length > 0) {
    return { ok: false, form: { kind, action: chosen, score: typed, words: said, problems } };
  }
  return { ok: true, answer: { action, score, words: said } };
}

/** Why somebody contests a score. */
export const contestForm = z.object({ words: lines.catch('') }).catch({ words: '' });

function areWords(text: string): boolean {
  const { length } = text.trim();
  return length > 0 && length <= LONGEST_WORDS;
}
