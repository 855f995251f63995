import type {
  Choice,
  CourseType,
  GradeLevel,
  Hint,
  QaKind,
  QaUse,
  TestType,
  UnitType,
  WrongAnswer,
} from './curriculum.ts';

/**
 * A curriculum on its way in: what an importer or the sample region hands to the curriculum service, which checks it as a
 * whole and saves it in one transaction. Names refer to each other inside the draft; nothing here has an id yet.
 */
export interface CurriculumDraft {
  courses: CourseDraft[];
}

export interface CourseDraft {
  /** What the source says nothing about: there, a course that exists already stays as it is. `order`: of its units. */
  unsaid?: readonly ('type' | 'level' | 'description' | 'prerequisites' | 'order')[];
  /** Where the course comes from; that of the whole import when absent. */
  source?: string;
  name: string;
  subject: string;
  gradeLevel: GradeLevel;
  type: CourseType;
  /** 1 … 5 (study units of the Israeli matriculation, or difficulty). */
  level: number;
  description: string;
  /** Names of courses, in the draft or already there. */
  prerequisites?: string[];
  /** In teaching order. */
  units: UnitDraft[];
  tests?: TestDraft[];
}

export interface UnitDraft {
  /** What the source says nothing about: there, a unit that exists already stays as it is. */
  unsaid?: readonly ('type' | 'weight' | 'estimatedDurationMinutes' | 'description' | 'prerequisites')[];
  name: string;
  type: UnitType;
  /** Weight in the course's progress, 0 … 1. */
  weight: number;
  estimatedDurationMinutes: number;
  description: string;
  /** Names of units of the same course that should be known first; absent means the unit before it. */
  prerequisites?: string[];
  problems: ProblemDraft[];
}

/** A stem with one or more steps; a question that stands alone is a problem with one step and no stem. */
export interface ProblemDraft {
  /** What the source says nothing about: there, a problem that exists already stays as it is. */
  unsaid?: readonly ('title' | 'stem' | 'figures' | 'source' | 'licence')[];
  /** Where it comes from, unique in its source, so that importing twice adds nothing. */
  sourceKey?: string;
  /** It left from here and comes back in another program's words: what looks as it does here is not changed. */
  restated?: true;
  /** How its source writes it, where two ways of writing may come to the same here: those are two problems. */
  written?: string;
  /** Why pupils cannot be asked it: it is kept as a draft. Absent: it is published. */
  draft?: string;
  title?: string;
  stem?: string;
  figures?: FigureDraft[];
  source: string;
  licence: string;
  steps: QaDraft[];
}

export interface FigureDraft {
  fileName: string;
  mediaType: string;
  alt: string;
  bytes: Uint8Array;
}

/** One question. Markdown with inline maths as $TeX$ (money is written \$5). See `AnswerKey` for the form of `answer`. */
export interface QaDraft {
  /** What the source says nothing about: there, a question that exists already stays as it is. */
  unsaid?: readonly Exclude<keyof QaDraft, 'unsaid' | 'question' | 'answer' | 'kind' | 'choices'>[];
  use: QaUse;
  /** 1 (easy) … 4 (hard). */
  level: number;
  kind: QaKind;
  question: string;
  answer: string;
  tolerance?: number;
  unit?: string;
  acceptedAnswers?: string[];
  choices?: Choice[];
  aliases?: string[];
  hints: Hint[];
  workedExample?: string;
  explanation: string;
  wrongAnswers?: WrongAnswer[];
}

export interface TestDraft {
  name: string;
  type: TestType;
  durationMinutes: number;
  /** How many questions are drawn; null: as many as fit into the time. Where a source does not say it, it stays as it is. */
  questionCount?: number | null;
  /** Where the test is, if it is on another site. Where a source does not say it, it stays as it is. */
  link?: string | null;
  /** Unit name → weight, 0 … 1. */
  units: Record<string, number>;
}
