import type { CourseContent, ProblemContent, TestContent, UnitContent } from '../../../shared/curriculum-content.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { DatabaseManager } from '../../db/database-manager.ts';
import { toStored } from '../../db/instants.ts';
import { insertedId } from '../../db/sql.ts';
import { lastPlace } from './publish-problem.repo.ts';

/**
 * Things that exist but were never published: they have an identity that drafts and addresses can name, and no pupil meets them.
 * Only such things are ever deleted, and courses that nothing refers to.
 */
export class StubRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Throws the database's refusal when the name is taken in this subject and grade. */
  async addCourse(course: CourseContent, now: Instant): Promise<number> {
    return this.#db.run(async (db) => {
      const result = await db
        .insertInto('courses')
        .values({
          name: course.name,
          subject_name: course.subject,
          grade_level: course.gradeLevel,
          type: course.type,
          level: course.level,
          description: course.description,
          source: '',
          content_version: 1,
          draft_since: toStored(now),
        })
        .executeTakeFirstOrThrow();
      return insertedId(result);
    });
  }

  async addUnit(courseId: number, unit: UnitContent, position: number, now: Instant): Promise<void> {
    await this.#db.run((db) =>
      db
        .insertInto('learning_units')
        .values({
          course_id: courseId,
          name: unit.name,
          type: unit.type,
          weight: unit.weight,
          estimated_duration_minutes: unit.minutes,
          description: unit.description,
          position,
          draft_since: toStored(now),
        })
        .execute(),
    );
  }

  /** Behind the last problem of its unit. */
  async addProblem(courseId: number, problem: ProblemContent, now: Instant): Promise<number> {
    return this.#db.tx(async (db) => {
      const result = await db
        .insertInto('problems')
        .values({
          course_id: courseId,
          unit_name: problem.unit,
          title: problem.title,
          source: problem.source,
          licence: problem.licence,
          position: await lastPlace(db, courseId, problem.unit),
          draft_since: toStored(now),
        })
        .executeTakeFirstOrThrow();
      return insertedId(result);
    });
  }

  async addTest(courseId: number, test: TestContent, now: Instant): Promise<number> {
    return this.#db.run(async (db) => {
      const result = await db
        .insertInto('tests')
        .values({
          course_id: courseId,
          name: test.name,
          type: test.type,
          link: test.link,
          duration_minutes: test.minutes,
          question_count: test.questionCount,
          draft_since: toStored(now),
        })
        .executeTakeFirstOrThrow();
      return insertedId(result);
    });
  }

  /** Takes away what was never published. False: it was by now. */
  async removeUnit(courseId: number, name: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db.run((db) =>
      db
        .deleteFrom('learning_units')
        .where('course_id', '=', courseId)
        .where('name', '=', name)
        .where('draft_since', 'is not', null)
        .executeTakeFirst(),
    );
    return numDeletedRows === 1n;
  }

  /** Takes away what was never published. False: it was by now. */
  async remove(table: 'problems' | 'tests', id: number): Promise<boolean> {
    const { numDeletedRows } = await this.#db.run((db) =>
      db.deleteFrom(table).where('id', '=', id).where('draft_since', 'is not', null).executeTakeFirst(),
    );
    return numDeletedRows === 1n;
  }

  /** What refers to a course, so that it can only be archived: how many of each. Five queries. */
  async referencesTo(
    courseId: number,
  ): Promise<{ enrolments: number; sessions: number; attempts: number; tests: number }> {
    return this.#db.run(async (db) => {
      const enrolments = await db
        .selectFrom('courses_students')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('course_id', '=', courseId)
        .executeTakeFirstOrThrow();
      const home = await db
        .selectFrom('home_hours_study_sessions')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('course_id', '=', courseId)
        .executeTakeFirstOrThrow();
      const school = await db
        .selectFrom('lessons')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('course_id', '=', courseId)
        .executeTakeFirstOrThrow();
      const attempts = await db
        .selectFrom('attempts')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('course_id', '=', courseId)
        .executeTakeFirstOrThrow();
      const tests = await db
        .selectFrom('tests_students')
        .innerJoin('tests', 'tests.id', 'tests_students.test_id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('tests.course_id', '=', courseId)
        .executeTakeFirstOrThrow();
      return {
        enrolments: Number(enrolments.count),
        sessions: Number(home.count) + Number(school.count),
        attempts: Number(attempts.count),
        tests: Number(tests.count),
      };
    });
  }

  /** Takes a course away with all that is in it. The database refuses while anything refers to it. */
  async removeCourse(courseId: number): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('courses').where('id', '=', courseId).execute());
  }
}
