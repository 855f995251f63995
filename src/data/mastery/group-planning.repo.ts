import type { UnitMemory } from '../../domain/mastery/memory.ts';
import type { StudentTerm, StudentUnitTerm } from '../../domain/mastery/terms.ts';
import type { Instant } from '../../shared/instant.ts';
import type { CourseStanding } from '../curriculum/curriculum.repo.ts';
import type { ListedSitting } from '../curriculum/test.repo.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import type { StudiedSession } from '../study-session/home-session.repo.ts';

type OfPupil<Row> = Row & { studentId: number };

/** What is known of a pupil in a unit that was practised. */
export interface PractisedUnit {
  unitName: string;
  term: StudentUnitTerm;
  memory: UnitMemory;
}

/** What plans for several pupils at once rest on: each of these is one query, however many pupils. */
export class GroupPlanningRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The courses that each of them can study; without those that are archived. */
  async standings(studentIds: readonly number[]): Promise<OfPupil<Omit<CourseStanding, 'contentVersion'>>[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('courses_students as own')
        .innerJoin('courses', 'courses.id', 'own.course_id')
        .select(['own.student_id as studentId', 'own.course_id as id', 'own.state', 'own.progress'])
        .where('own.student_id', 'in', [...studentIds])
        .where('courses.archived_at', 'is', null)
        .where('courses.draft_since', 'is', null)
        .execute(),
    );
  }

  /** All sittings of each by date, past and coming. */
  async sittings(studentIds: readonly number[]): Promise<OfPupil<ListedSitting>[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('tests_students as own')
        .innerJoin('tests', 'tests.id', 'own.test_id')
        .select(['own.student_id as studentId', 'own.id', 'tests.course_id as courseId', 'tests.name', 'tests.type'])
        .select(['own.phase', 'own.date', 'own.deadline', 'own.final_grade as finalGrade'])
        .where('own.student_id', 'in', [...studentIds])
        .orderBy('own.date')
        .execute(),
    );
    return rows.map((row) => ({ ...row, date: fromStored(row.date), deadline: fromStoredOrNull(row.deadline) }));
  }

  /** Sessions of each that were completed and began since then. */
  async completedSince(studentIds: readonly number[], since: Instant): Promise<OfPupil<StudiedSession>[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('home_sessions_students as own')
        .innerJoin('home_hours_study_sessions as s', 's.id', 'own.home_session_id')
        .select(['own.student_id as studentId', 's.id', 's.course_id as courseId', 's.start_time', 's.end_time'])
        .select(['own.understanding_feedback as understanding', 'own.difficulty_feedback as difficulty'])
        .where('own.student_id', 'in', [...studentIds])
        .where('s.status', '=', 'completed')
        .where('s.start_time', '>=', toStored(since))
        .orderBy('s.id')
        .execute(),
    );
    return rows.flatMap(({ start_time: start, end_time: end, ...row }) =>
      start === null || end === null ? [] : [{ ...row, start: fromStored(start), end: fromStored(end) }],
    );
  }

  /** How far each is in the units of a course; units without a row are not started. */
  async unitProgress(
    studentIds: readonly number[],
    courseId: number,
  ): Promise<{ studentId: number; unitName: string; progress: number }[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('learning_units_students')
        .select(['student_id as studentId', 'unit_name as unitName', 'progress'])
        .where('student_id', 'in', [...studentIds])
        .where('course_id', '=', courseId)
        .execute(),
    );
  }

  /** What the tests of a course that they have not handed in are about. */
  async testedUnits(
    studentIds: readonly number[],
    courseId: number,
  ): Promise<{ sittingId: number; name: string; weight: number }[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('tests_students as own')
        .innerJoin('tests', 'tests.id', 'own.test_id')
        .innerJoin('tests_learning_units as part', 'part.test_id', 'tests.id')
        .select(['own.id as sittingId', 'part.unit_name as name', 'part.weight'])
        .where('own.student_id', 'in', [...studentIds])
        .where('own.phase', 'in', ['not begun', 'begun'])
        .where('tests.course_id', '=', courseId)
        .execute(),
    );
  }

  /** How strong each is in general; those of whom nothing is known are left out. */
  async students(studentIds: readonly number[]): Promise<Map<number, StudentTerm>> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('mastery_students')
        .select(['student_id', 'mean', 'variance', 'ewma'])
        .where('student_id', 'in', [...studentIds])
        .execute(),
    );
    return new Map(rows.map(({ student_id, ...term }) => [student_id, term]));
  }

  /** The units of a course that each has answered something in. */
  async practisedUnits(studentIds: readonly number[], courseId: number): Promise<OfPupil<PractisedUnit>[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('mastery_student_units')
        .selectAll()
        .where('student_id', 'in', [...studentIds])
        .where('course_id', '=', courseId)
        .execute(),
    );
    return rows.map((row) => {
      const { mean, variance, successes, failures, ewma, unaided, recent } = row;
      return {
        studentId: row.student_id,
        unitName: row.unit_name,
        term: { mean, variance, successes, failures, ewma, unaided, recent },
        memory: { stability: row.stability, practisedAt: fromStoredOrNull(row.practised_at) },
      };
    });
  }
}
