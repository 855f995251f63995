import type { Metric } from '../../shared/analytics.ts';
import type { CivilDay } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/instant.ts';
import type { MetricValue } from '../analytics/metrics.ts';
import type { QuarterFacts, QuarterKind } from '../evaluation/quarter-evaluation.ts';
import type { NoScoreReason } from '../evaluation/quarter-given.ts';
import type { UnitWord } from '../mastery/unit-standing.ts';

/**
 * `pupils`: one of each pupil of a class, which hang on it. `subject`: in the classes of a school. `region subject`: in the schools
 * of a region. `region`: every subject of a supervisor there.
 */
export type ReportKind = 'pupil' | 'pupils' | 'class' | 'school' | 'subject' | 'region subject' | 'region';
/** `asked`: waits, or is being made. */
export type ReportState = 'asked' | 'done' | 'failed';

/** A report as paper: its pages as one file, or an archive of a file a pupil. */
export type PrintFormat = 'pdf' | 'zip';
export type PrintState = 'asked' | 'done' | 'failed';

/** What the rows of a table are. */
export type PartKind = 'pupil' | 'class' | 'school' | 'course' | 'subject';

export type Figures = Record<Metric, MetricValue>;

/** One of the things that a whole is made of. Pupils have an id and no name: theirs is looked up by whoever reads. */
export interface PartRow {
  id: number | null;
  name: string | null;
  metrics: Figures;
}

/** How well a pupil knew a unit when the report was made. */
export interface UnitRow {
  name: string;
  word: UnitWord;
  /** 0 … 1 */
  mastery: number;
  answers: number;
}

/** What a section is about, where the report is about several subjects. */
interface OfSubject {
  subject?: string;
}

/** A part of a report: its figures as they were, in no language and without the name of any pupil. */
export type ReportSection = OfSubject &
  (
    | { kind: 'together'; metrics: Figures; metricsBefore: Figures; daysBefore: { from: CivilDay; to: CivilDay } }
    | { kind: 'over time'; spanDays: number; spans: { days: { from: CivilDay; to: CivilDay }; metrics: Figures }[] }
    /** `hidden`: so many more were too small to be told of. */
    | { kind: 'parts'; of: PartKind; rows: PartRow[]; hidden: number }
    | { kind: 'units'; courses: { name: string; subject: string; progress: number; units: UnitRow[] }[] }
    | { kind: 'quarters'; rows: QuarterRow[] }
    | { kind: 'own tests'; rows: OwnTestRow[] }
    | { kind: 'tests'; rows: TestRow[] }
  );

export interface QuarterRow {
  subject: string;
  kind: QuarterKind;
  schoolYear: number;
  quarter: number;
  /** 1 … 10, or none. */
  score: number | null;
  /** What the class manager said, where theirs stands. */
  given: { reason: NoScoreReason | null; words: string } | null;
  /** What it was made of, where that stands. */
  made: { facts: QuarterFacts | null; description: string } | null;
}

/** A test of a pupil; without a grade where it is not released. */
export interface OwnTestRow {
  name: string;
  course: string;
  at: Instant;
  grade: number | null;
  phase: 'not begun' | 'begun' | 'submitted' | 'marked' | 'released';
}

/** A test that several took: who has a grade that was released, their mean, 0 … 100, and who of them passed. */
export interface TestRow {
  name: string;
  course: string;
  sittings: number;
  graded: number;
  average: number | null;
  passed: number;
}
