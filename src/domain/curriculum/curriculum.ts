/** The vocabulary of a curriculum: what a course, a unit and a question are made of. */

export const GRADE_LEVELS = [
  '1st',
  '2nd',
  '3rd',
  '4th',
  '5th',
  '6th',
  '7th',
  '8th',
  '9th',
  '10th',
  '11th',
  '12th',
] as const;
export type GradeLevel = (typeof GRADE_LEVELS)[number];

export const SUBJECTS = [
  'math',
  'english',
  'literature',
  'hebrew',
  'music',
  'history',
  'civics',
  'science',
  'computer science',
  'physical education',
  'art',
  'bible studies',
] as const;

export const COURSE_TYPES = ['mandatory', 'optional'] as const;
export type CourseType = (typeof COURSE_TYPES)[number];

export const UNIT_TYPES = ['intro', 'chapter', 'summary'] as const;
export type UnitType = (typeof UNIT_TYPES)[number];

export const QA_USES = ['for study', 'for test'] as const;
/** "for test" questions are never shown, searched or hinted outside a test. */
export type QaUse = (typeof QA_USES)[number];

export const QA_KINDS = ['number', 'expression', 'set', 'interval', 'choice', 'several choices', 'text'] as const;
export type QaKind = (typeof QA_KINDS)[number];

export const TEST_TYPES = ['quiz', 'mid term', 'final exam', 'meitzav', 'bagrut', 'final project'] as const;
export type TestType = (typeof TEST_TYPES)[number];

/** State of a course or a unit for one pupil. */
export const STUDY_STATES = ['not started', 'in progress', 'completed'] as const;
export type StudyState = (typeof STUDY_STATES)[number];

export interface Choice {
  /** "a", "b", … unique in its question. */
  id: string;
  text: string;
}

/** A step on the way up the hint ladder. A hint may be a scaffold: a smaller question with an answer of its own. */
export interface Hint {
  text: string;
  scaffold?: { question: string; kind: QaKind; answer: string; choices?: Choice[] };
}

/** A wrong answer that pupils often give, and what to say about it. The feedback never contains the right answer. */
export interface WrongAnswer {
  answer: string;
  feedback: string;
}

/** What right means for one question; all that the answer checker needs. */
export interface AnswerKey {
  kind: QaKind;
  /**
   * The answer as a pupil would write it: "3/4", "2x + 6", "{-2, 3}", "(−∞, 4]", a word or a sentence.
   * For a choice the id of the right choice; for several choices their ids, comma-separated ("a,c").
   */
  answer: string;
  /** Relative tolerance, 0 ≤ tolerance < 1, for numbers; absent means exact up to rounding of the key. */
  tolerance?: number;
  /** The unit that the number is in ("cm", "m/s"); an answer without any unit is read in this one. */
  unit?: string;
  /** Other answers that are right as well, in the form of `answer`. */
  acceptedAnswers: string[];
  choices: Choice[];
}

export interface Figure {
  /** Content hash (SHA-256, hex); the figure is served as /figures/<hash>. */
  hash: string;
  mediaType: string;
  alt: string;
}

/** One question as the tutor holds it: an immutable revision. */
export interface Item {
  qaId: number;
  revisionId: number;
  problemId: number;
  courseId: number;
  unitName: string;
  use: QaUse;
  /** 1 (easy) … 4 (hard). */
  level: number;
  /** What several steps share: a story, a table. Markdown with $TeX$. May be empty. */
  stem: string;
  /** The question itself. Markdown with $TeX$. */
  question: string;
  /** Position of this step in its problem, from 0, and how many steps the problem has. */
  stepIndex: number;
  stepCount: number;
  figures: Figure[];
  key: AnswerKey;
  aliases: string[];
  /** In order: a pointer, the concept, …, the next step. None of them is the answer. */
  hints: Hint[];
  /** A worked look-alike: a similar problem solved with other numbers. May be empty. */
  workedExample: string;
  /** Why the answer is what it is; shown after the item is done. */
  explanation: string;
  wrongAnswers: WrongAnswer[];
  source: string;
  licence: string;
}
