import type { Choice, QaUse, StudyState } from '../../domain/curriculum/curriculum.ts';

/*
 * What the teacher's tools may read. A service makes these for one pupil in one session: whose progress it is and which course
 * and units are open is fixed in the closure, never an argument. Every list is already limited to that course.
 */

export interface UnitStanding {
  unitName: string;
  state: StudyState;
  /** 0 … 1. */
  progress: number;
  /** Estimated probability of a right answer now, 0 … 1; null before any answer. */
  mastery: number | null;
  /** Judged answers so far. */
  answers: number;
  dueForReview: boolean;
}

export interface StudentProgress {
  courseName: string;
  /** 0 … 1. */
  progress: number;
  units: UnitStanding[];
}

export interface ProgressPort {
  getStudentProgress(): Promise<StudentProgress>;
}

/** A question of the bank as a tool may see it before withheld ones are taken out. */
export interface BankQuestion {
  qaId: number;
  unitName: string;
  use: QaUse;
  /** 1 (easy) … 4 (hard). */
  level: number;
  question: string;
  choices: Choice[];
  answer: string;
  explanation: string;
}

export interface UnitQuestionsPort {
  /** At most `limit` questions of a unit of the open course; undefined when it has no unit of that name. */
  findQuestionsOfUnit(unitName: string, limit: number): Promise<BankQuestion[] | undefined>;
}

export interface UpcomingTest {
  name: string;
  type: string;
  /** ISO 8601 date. */
  date: string;
  /** Whole days from today; 0 is today. */
  daysAway: number;
  unitNames: string[];
}

export interface UpcomingTestsPort {
  listUpcomingTests(): Promise<UpcomingTest[]>;
}

export interface QuestionSearchPort {
  /** The questions of the open course that are nearest to the query, best first. */
  searchQuestions(query: string, limit: number): Promise<(BankQuestion & { coverage: number })[]>;
}

export interface PrerequisiteStatus {
  unitName: string;
  prerequisites: UnitStanding[];
}

export interface PrerequisitesPort {
  /** Undefined when the open course has no unit of that name. */
  findPrerequisiteStatus(unitName: string): Promise<PrerequisiteStatus | undefined>;
}

export interface TeacherPorts
  extends ProgressPort,
    UnitQuestionsPort,
    UpcomingTestsPort,
    QuestionSearchPort,
    PrerequisitesPort {}
