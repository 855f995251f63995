import type { TestUnit } from '../../../domain/assessment/draw-questions.ts';
import type { GradeLevel, Item } from '../../../domain/curriculum/curriculum.ts';
import type { Crisis } from '../../../domain/safety/crisis.ts';
import type { TeachingBrief } from '../../../domain/tutoring/brief.ts';
import type { Found } from '../../../domain/tutoring/dialogue.ts';
import { type SearchIndex, search } from '../../../domain/tutoring/retrieval/search-index.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { DAY, type Instant } from '../../../shared/instant.ts';
import type { UnitRecord } from '../../curriculum/curriculum.repo.ts';
import type { PlannedPupil } from '../people/people-plan.ts';
import type { HistoryRows } from './history-rows.ts';
import type { Knowledge } from './knowledge.ts';
import type { MasteryLedger } from './mastery-ledger.ts';
import type { Traits } from './traits.ts';

/** A course with all that a lesson needs of it. */
export interface SampleCourse {
  id: number;
  name: string;
  subject: string;
  gradeLevel: GradeLevel;
  teacher: { id: number; name: string };
  units: UnitRecord[];
  items: Item[];
  index: SearchIndex;
}

/** A simulated pupil. */
export interface Pupil {
  plan: PlannedPupil;
  traits: Traits;
  knowledge: Knowledge;
  courses: SampleCourse[];
  /** When each question was last answered in a session that is over, by qa id. */
  lastAnswered: Map<number, Instant>;
}

/** A test that the pupils of a class sit. */
export interface PlannedTest {
  testId: number;
  course: SampleCourse;
  classId: number;
  /** The class manager. */
  managerId: number;
  durationMinutes: number;
  questionCount: number | null;
  units: TestUnit[];
  /** The questions that are kept for it. */
  items: Item[];
  at: Instant;
}

export interface World {
  now: Instant;
  pupils: Pupil[];
  tests: PlannedTest[];
  ledger: MasteryLedger;
  rows: HistoryRows;
  checker: AnswerChecker;
  /** What the crisis screen said of a text. */
  screened: Map<string, Crisis | null>;
  words: (brief: TeachingBrief) => string | Promise<string>;
}

/** Questions of the course near to what was asked, best first. */
export function findIn({ items, index }: SampleCourse, question: string, limit: number): Found[] {
  return search(index, question, limit).flatMap(({ id, ...nearness }) => {
    const item = items.find((one) => one.qaId === id);
    return item === undefined ? [] : [{ item, ...nearness }];
  });
}

/** How long the classes have been at their courses when the history ends. */
const TERM = 100 * DAY;

/** The units that the classes had at school by then; the last unit is still ahead at the end. */
export function unitsTaught({ units }: SampleCourse, at: Instant, now: Instant): UnitRecord[] {
  const share = Math.min(1, Math.max(0, 1 - (now - at) / TERM));
  return units.slice(0, 1 + Math.floor(share * (units.length - 1.5)));
}
