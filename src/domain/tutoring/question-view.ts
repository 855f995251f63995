import type { Choice, Figure, Item, QaKind } from '../curriculum/curriculum.ts';
import type { OpenItem } from './dialogue.ts';
import { ladderOf } from './ladder.ts';
import type { AnswerChecker } from './verdict.ts';

/** A question as a pupil may see it: never its key, hints or explanation. Texts are markdown with $TeX$. */
export interface QuestionView {
  revisionId: number;
  unitName: string;
  kind: QaKind;
  stem: string;
  question: string;
  choices: Choice[];
  figures: Figure[];
  /** Position of this step, from 1, and how many steps the problem has. */
  step: number;
  steps: number;
}

/** The question that is open, and how far its help has come. */
export interface OpenQuestionView extends QuestionView {
  /** Which item of the session it is, from 1. */
  number: number;
  /** Rungs of the hint ladder that were shown, and how many there are besides the answer. */
  hintsUsed: number;
  hintsTotal: number;
  /** Done alone, at the end. */
  exit: boolean;
}

/** What a pupil may see of an item. Written out field by field, so that a new field of an item is not shown by accident. */
export function questionView(item: Item): QuestionView {
  return {
    revisionId: item.revisionId,
    unitName: item.unitName,
    kind: item.key.kind,
    stem: item.stem,
    question: item.question,
    choices: item.key.choices.map(({ id, text }) => ({ id, text })),
    figures: item.figures,
    step: item.stepIndex + 1,
    steps: item.stepCount,
  };
}

export function openQuestionView(item: Item, open: OpenItem, done: number, checker: AnswerChecker): OpenQuestionView {
  const hintsTotal = ladderOf(open, item, checker).length - 1;
  return {
    ...questionView(item),
    number: done + 1,
    hintsUsed: Math.min(open.rung, hintsTotal),
    hintsTotal,
    exit: open.exit,
  };
}
