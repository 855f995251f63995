import * as z from 'zod';
import type { AnswerInput, PaperQuestion } from '../../services/tests/taking.service.ts';
import { answerMark } from '../pages/tests/answer-mark.ts';
import { lines } from './lines.ts';

const texts = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(lines).max(30)).catch([]);
const count = z.coerce.number().int().min(0).max(1_000_000_000).catch(0);
const word = z.string().max(100).catch('');

/** Where the form leads after its answers are saved. */
export type Next = { to: 'hand in' } | { to: 'question'; position: number } | { to: 'paper' };

export interface AnswersForm {
  input: AnswerInput;
  /** What was written for each question that was sent and changed. */
  written: ReadonlyMap<number, string>;
  /** The one question that the page showed; null: all. */
  only: number | null;
  next: Next;
}

/**
 * Reads the paper as a form. It holds every question that the page showed; only those are saved that were changed on it, so that
 * an old page does not take back what another device wrote since.
 */
export function readAnswersForm(body: unknown, questions: readonly Pick<PaperQuestion, 'position'>[]): AnswersForm {
  const sent = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(body ?? {});
  const only = count.parse(sent.question);
  const answers = questions.flatMap(({ position }) => {
    const shown = word.parse(sent[`was-${position}`]);
    const values = texts.parse(sent[`answer-${position}`]);
    const given = values.length > 1 ? values.join(',') : (values[0] ?? '').trim();
    if (shown === '' || answerMark(given) === shown) return [];
    return [{ position, seq: count.parse(sent[`seq-${position}`]) + 1, values, given }];
  });
  const go = word.parse(sent.go);
  return {
    input: {
      device: word.parse(sent.device) || 'form',
      answers: answers.map(({ position, seq, values }) => ({ position, seq, values })),
    },
    written: new Map(answers.map(({ position, given }) => [position, given])),
    only: only > 0 ? only : null,
    next: nextOf(go),
  };
}

function nextOf(go: string): Next {
  if (go === 'hand-in') return { to: 'hand in' };
  const position = Number(go);
  return Number.isInteger(position) && position > 0 ? { to: 'question', position } : { to: 'paper' };
}
