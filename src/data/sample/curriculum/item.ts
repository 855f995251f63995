import type { Choice, QaKind } from '../../../domain/curriculum/curriculum.ts';
import type { ProblemDraft, QaDraft } from '../../../domain/curriculum/curriculum-draft.ts';

/** What an author of the sample curriculum writes for one question; the rest is filled in by `item`. */
export interface Authored {
  /** 1 (easy) … 4 (hard); 2 when absent. */
  level?: number;
  kind: QaKind;
  q: string;
  a: string;
  tolerance?: number;
  unit?: string;
  also?: string[];
  /** Texts of the choices in order; they get the ids a, b, c, … */
  choices?: string[];
  aliases?: string[];
  /** A pointer, the concept, the next step: three hints, none of which is the answer. */
  hints: string[];
  /** A similar problem solved with other numbers or another case. */
  example?: string;
  why: string;
  /** Wrong answers that pupils give, each with what to say. */
  wrong?: Record<string, string>;
}

const SOURCE = 'λllamda sample region';
const LICENCE = 'Apache-2.0';

function toChoices(texts: string[] = []): Choice[] {
  return texts.map((text, index) => ({ id: String.fromCharCode(97 + index), text }));
}

function toQa(authored: Authored, use: QaDraft['use']): QaDraft {
  return {
    use,
    level: authored.level ?? 2,
    kind: authored.kind,
    question: authored.q,
    answer: authored.a,
    ...(authored.tolerance === undefined ? {} : { tolerance: authored.tolerance }),
    ...(authored.unit === undefined ? {} : { unit: authored.unit }),
    acceptedAnswers: authored.also ?? [],
    choices: toChoices(authored.choices),
    aliases: authored.aliases ?? [],
    hints: authored.hints.map((text) => ({ text })),
    workedExample: authored.example ?? '',
    explanation: authored.why,
    wrongAnswers: Object.entries(authored.wrong ?? {}).map(([answer, feedback]) => ({ answer, feedback })),
  };
}

/** A question for study that stands alone. */
export function item(authored: Authored): ProblemDraft {
  return { source: SOURCE, licence: LICENCE, steps: [toQa(authored, 'for study')] };
}

/** A question that is kept for tests. */
export function testItem(authored: Authored): ProblemDraft {
  return { source: SOURCE, licence: LICENCE, steps: [toQa(authored, 'for test')] };
}

/** A story with several questions about it, asked in order. */
export function story(stem: string, steps: Authored[]): ProblemDraft {
  return { stem, source: SOURCE, licence: LICENCE, steps: steps.map((step) => toQa(step, 'for study')) };
}
