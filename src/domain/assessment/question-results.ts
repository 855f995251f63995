import type { MarkVerdict } from './mark-answer.ts';

/** A marked answer of some pupil. */
export interface ResultAnswer {
  qaId: number;
  unitName: string;
  answer: string;
  /** What was written is kept no longer. */
  removed: boolean;
  understood: string | null;
  verdict: MarkVerdict;
  share: number;
}

/** How a class did on one question. */
export interface QuestionResult {
  qaId: number;
  unitName: string;
  /** Sittings in which it was asked and marked. */
  asked: number;
  /** Mean share of the points, 0 … 1. */
  share: number;
  right: number;
  unanswered: number;
  /** The commonest answers that were not right, the most frequent first. */
  wrong: { answer: string; times: number }[];
}

const WRONG_SHOWN = 3;

/** Results by question, the hardest first. */
export function questionResults(answers: readonly ResultAnswer[]): QuestionResult[] {
  return [...Map.groupBy(answers, ({ qaId }) => qaId)]
    .map(([qaId, own]): QuestionResult => {
      return {
        qaId,
        unitName: own[0]?.unitName ?? '',
        asked: own.length,
        share: own.reduce((sum, { share }) => sum + share, 0) / own.length,
        right: own.filter(({ verdict }) => verdict === 'correct').length,
        unanswered: own.filter(({ verdict }) => verdict === 'unanswered').length,
        wrong: commonest(
          own.filter(({ verdict, removed }) => !removed && (verdict === 'incorrect' || verdict === 'partly')),
        ),
      };
    })
    .sort((a, b) => a.share - b.share || b.asked - a.asked || a.qaId - b.qaId);
}

/** The same however it was written: as the checker read it, where it did. */
function commonest(answers: readonly ResultAnswer[]): QuestionResult['wrong'] {
  const alike = Map.groupBy(answers, ({ answer, understood }) => (understood ?? answer).trim().toLowerCase());
  return [...alike.values()]
    .map((own) => ({ answer: own[0]?.answer ?? '', times: own.length }))
    .sort((a, b) => b.times - a.times || a.answer.localeCompare(b.answer))
    .slice(0, WRONG_SHOWN);
}
