import type { HandedInBy, SittingFacts } from '../../domain/assessment/sitting.ts';
import type { TestType } from '../../domain/curriculum/curriculum.ts';
import { webAddressOf } from '../../domain/curriculum/web-address.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull } from '../db/instants.ts';

/** One sitting of a test by a pupil, with what decides about it. */
export interface SittingRecord extends SittingFacts {
  id: number;
  testId: number;
  courseId: number;
  courseName: string;
  subject: string;
  name: string;
  type: TestType;
  /** A page of another site that belongs to the test. */
  link: string | null;
  durationMinutes: number;
  questionCount: number | null;
  studentId: number;
  /** 1 for the first, 2 for a re-sit, … */
  sitting: number;
  extraMinutes: number;
  begunAt: Instant | null;
  submittedAt: Instant | null;
  submittedBy: HandedInBy | null;
  /** Everything is marked that needs no person. */
  checked: boolean;
  markedAt: Instant | null;
  releasedAt: Instant | null;
  /** When a correction of a question changed its marks. */
  regradedAt: Instant | null;
  delayReason: string | null;
  /** 0 … 100 */
  finalGrade: number | null;
  /** The teacher agent that examines. */
  teacherId: number | null;
}

/** Sittings with their tests and courses, to be narrowed down. */
export function selectSittings(db: Handle) {
  return db
    .selectFrom('tests_students')
    .innerJoin('tests', 'tests.id', 'tests_students.test_id')
    .innerJoin('courses', 'courses.id', 'tests.course_id')
    .select([
      'tests_students.id',
      'tests.id as testId',
      'tests.course_id as courseId',
      'courses.name as courseName',
      'courses.subject_name as subject',
      'tests.name',
      'tests.type',
      'tests.link',
      'tests.duration_minutes as durationMinutes',
      'tests.question_count as questionCount',
      'tests_students.student_id as studentId',
      'tests_students.sitting',
      'tests_students.status',
      'tests_students.phase',
      'tests_students.date',
      'tests_students.deadline',
      'tests_students.extra_minutes as extraMinutes',
      'tests_students.begun_at as begunAt',
      'tests_students.ends_at as endsAt',
      'tests_students.submitted_at as submittedAt',
      'tests_students.submitted_by as submittedBy',
      'tests_students.checked_at as checkedAt',
      'tests_students.marked_at as markedAt',
      'tests_students.released_at as releasedAt',
      'tests_students.regraded_at as regradedAt',
      'tests_students.delay_reason as delayReason',
      'tests_students.final_grade as finalGrade',
      'tests_students.teacher_id as teacherId',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSittings>['execute']>>[number];

export function toSitting({ checkedAt, ...row }: Row): SittingRecord {
  return {
    ...row,
    link: webAddressOf(row.link),
    checked: checkedAt !== null,
    date: fromStored(row.date),
    deadline: fromStoredOrNull(row.deadline),
    begunAt: fromStoredOrNull(row.begunAt),
    endsAt: fromStoredOrNull(row.endsAt),
    submittedAt: fromStoredOrNull(row.submittedAt),
    markedAt: fromStoredOrNull(row.markedAt),
    releasedAt: fromStoredOrNull(row.releasedAt),
    regradedAt: fromStoredOrNull(row.regradedAt),
  };
}
