import type { CourseDraft, FigureDraft, TestDraft, UnitDraft } from '../curriculum-draft.ts';
import type { CompleteQa } from './stored-course.ts';

/** One attribute that gets another value, both in words. */
export interface Change {
  /** "level", "question", "hints". */
  what: string;
  before: string;
  after: string;
}

/** What happens to one question: a first revision, the next one, or that it is taken out of its problem. */
export type StepPlan =
  | { does: 'add'; stepIndex: number; qa: CompleteQa }
  | {
      does: 'change';
      qaId: number;
      revision: number;
      qa: CompleteQa;
      changes: Change[];
      /** What counts as right is another thing than before. */
      keyChanged: boolean;
    }
  | { does: 'take out'; qaId: number; question: string };

export interface ProblemPlan {
  /** Null: it is new. */
  id: number | null;
  key: string;
  unitName: string;
  title: string;
  stem: string;
  source: string;
  licence: string;
  /** Null: those that are there stay. */
  figures: FigureDraft[] | null;
  /** It is kept as a draft: new, with nothing published of it. */
  isDraft: boolean;
  /** Of the problem itself; also that it moves to another unit. */
  changes: Change[];
  steps: StepPlan[];
}

export interface UnitPlan {
  name: string;
  /** All attributes as they will be. */
  unit: Required<Omit<UnitDraft, 'unsaid' | 'problems'>>;
  isNew: boolean;
  changes: Change[];
}

export interface TestPlan {
  /** Null: it is new. */
  id: number | null;
  test: TestDraft;
  changes: Change[];
}

/** Everything that importing a course does: what is not in it stays as it is. */
export interface CoursePlan {
  /** Null: it is new. */
  id: number | null;
  /** All attributes as they will be. */
  course: Required<Omit<CourseDraft, 'unsaid' | 'units' | 'tests'>>;
  changes: Change[];
  units: UnitPlan[];
  /** All units of the course in their old and new order; null where it stays. */
  order: { before: string[]; after: string[] } | null;
  problems: ProblemPlan[];
  tests: TestPlan[];
  /** What of the draft is left as it is here, and why. */
  left: { id: string; reason: string }[];
}

/** Whether there is anything to do. */
export function changesAnything({ id, changes, units, order, problems, tests }: CoursePlan): boolean {
  return id === null || changes.length + units.length + problems.length + tests.length > 0 || order !== null;
}
