import type { CourseDraft, ProblemDraft, QaDraft, TestDraft, UnitDraft } from '../curriculum-draft.ts';

/** One question with nothing left open: absent lists are empty, and absent numbers null. */
export interface CompleteQa extends Required<Omit<QaDraft, 'unsaid' | 'tolerance' | 'unit'>> {
  tolerance: number | null;
  unit: string | null;
}

/** A step that was taken out of its problem stands from here on: its place is free for another. */
export const STEP_REMOVED = 1_000_000;

/** A question as it is published. */
export interface StoredStep extends CompleteQa {
  qaId: number;
  /** Number of the published revision. */
  revision: number;
  stepIndex: number;
  archived: boolean;
}

export interface StoredFigure {
  hash: string;
  mediaType: string;
  alt: string;
}

export interface StoredProblem extends Required<Pick<ProblemDraft, 'title' | 'stem' | 'source' | 'licence'>> {
  id: number;
  /** Its key in its source. */
  key: string;
  archived: boolean;
  position: number;
  figures: StoredFigure[];
  /** By step, those that were taken out last. */
  steps: StoredStep[];
}

export interface StoredDraftProblem extends Omit<StoredProblem, 'archived' | 'figures' | 'steps'> {
  unitName: string;
  figures: Pick<StoredFigure, 'hash' | 'alt'>[];
  steps: CompleteQa[];
}

export interface StoredUnit extends Required<Omit<UnitDraft, 'unsaid' | 'problems'>> {
  archived: boolean;
  problems: StoredProblem[];
}

export interface StoredTest extends Required<TestDraft> {
  id: number;
  archived: boolean;
}

/** A course as it is published, with what it takes to change it. */
export interface StoredCourse extends Required<Omit<CourseDraft, 'unsaid' | 'units' | 'tests'>> {
  id: number;
  archived: boolean;
  /** In teaching order. */
  units: StoredUnit[];
  tests: StoredTest[];
  /** Problems that an import kept as drafts, as somebody may have mended them since. */
  drafts: StoredDraftProblem[];
}

/** Fills in what a draft of a question leaves open. */
export function completeQa(qa: QaDraft): CompleteQa {
  return {
    use: qa.use,
    level: qa.level,
    kind: qa.kind,
    question: qa.question,
    answer: qa.answer,
    tolerance: qa.tolerance ?? null,
    unit: qa.unit ?? null,
    acceptedAnswers: qa.acceptedAnswers ?? [],
    choices: (qa.choices ?? []).map(({ id, text }) => ({ id, text })),
    aliases: qa.aliases ?? [],
    hints: qa.hints.map(completeHint),
    workedExample: qa.workedExample ?? '',
    explanation: qa.explanation,
    wrongAnswers: (qa.wrongAnswers ?? []).map(({ answer, feedback }) => ({ answer, feedback })),
  };
}

/** With its fields in one order, so that equal hints are equal as JSON. */
function completeHint({ text, scaffold }: QaDraft['hints'][number]): QaDraft['hints'][number] {
  if (!scaffold) return { text };
  const { question, kind, answer, choices } = scaffold;
  const some = choices?.map(({ id, text: choice }) => ({ id, text: choice }));
  return { text, scaffold: { question, kind, answer, ...(some ? { choices: some } : {}) } };
}
