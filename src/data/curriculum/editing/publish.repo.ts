import { inSequence } from '../../../domain/curriculum/editing/structure.ts';
import type { AnyContent, CourseContent, TestContent, UnitContent } from '../../../shared/curriculum-content.ts';
import type { Instant } from '../../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../../db/database-manager.ts';
import { toStored } from '../../db/instants.ts';

/** Writes what was drafted into what pupils see. Callers begin the transaction, and have checked what they write. */
export class PublishRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async course(courseId: number, course: CourseContent, now: Instant): Promise<void> {
    await this.#db.tx(async (db) => {
      await db
        .updateTable('courses')
        .set({
          name: course.name,
          subject_name: course.subject,
          grade_level: course.gradeLevel,
          type: course.type,
          level: course.level,
          description: course.description,
          draft_since: null,
          ...(await archiving(db, 'courses', courseId, course.archived, now)),
        })
        .where('id', '=', courseId)
        .execute();
      await db.deleteFrom('courses_prerequisites').where('course_id', '=', courseId).execute();
      if (course.prerequisites.length === 0) return;
      const rows = course.prerequisites.map((id) => ({ course_id: courseId, prerequisite_id: id }));
      await db.insertInto('courses_prerequisites').values(rows).execute();
    });
  }

  /** All of a unit but its name and what it builds on: see `prerequisites` and `rename`. */
  async unit(courseId: number, key: string, unit: UnitContent, now: Instant): Promise<void> {
    await this.#db.tx(async (db) => {
      const { archived_at: since } = await db
        .selectFrom('learning_units')
        .select('archived_at')
        .where('course_id', '=', courseId)
        .where('name', '=', key)
        .executeTakeFirstOrThrow();
      await db
        .updateTable('learning_units')
        .set({
          type: unit.type,
          weight: unit.weight,
          estimated_duration_minutes: unit.minutes,
          description: unit.description,
          draft_since: null,
          archived_at: unit.archived ? (since ?? toStored(now)) : null,
        })
        .where('course_id', '=', courseId)
        .where('name', '=', key)
        .execute();
    });
  }

  /** What a unit builds on; every unit that is named is there by now. */
  async prerequisites(courseId: number, key: string, names: readonly string[]): Promise<void> {
    await this.#db.tx(async (db) => {
      await db
        .deleteFrom('learning_unit_prerequisites')
        .where('course_id', '=', courseId)
        .where('unit_name', '=', key)
        .execute();
      if (names.length === 0) return;
      const rows = names.map((name) => ({ course_id: courseId, unit_name: key, prerequisite_name: name }));
      await db.insertInto('learning_unit_prerequisites').values(rows).execute();
    });
  }

  /** Gives units other names, and with them whatever refers to them. Two may change names with each other. */
  async rename(courseId: number, names: ReadonlyMap<string, string>): Promise<void> {
    const set = (from: string, to: string) =>
      this.#db.run((db) =>
        db
          .updateTable('learning_units')
          .set({ name: to })
          .where('course_id', '=', courseId)
          .where('name', '=', from)
          .execute(),
      );
    const between = [...names].map(([from, to], index) => ({ from, via: `\u0001${index}`, to }));
    for (const { from, via } of between) await set(from, via);
    for (const { via, to } of between) await set(via, to);
  }

  /** The teaching order of the units that are not archived; archived ones stand behind them. */
  async order(courseId: number, names: readonly string[], archived: readonly string[]): Promise<void> {
    await this.#db.tx(async (db) => {
      for (const [position, name] of [...names, ...archived].entries()) {
        const inRow = position < names.length;
        await db
          .updateTable('learning_units')
          .set({
            position,
            previous_learning_unit: inRow ? (names[position - 1] ?? null) : null,
            next_learning_unit: inRow ? (names[position + 1] ?? null) : null,
          })
          .where('course_id', '=', courseId)
          .where('name', '=', name)
          .execute();
      }
    });
  }

  /** The order of the problems of a unit; those that are not named stand behind them, as they stood. */
  async sequence(courseId: number, unit: string, ids: readonly number[]): Promise<void> {
    await this.#db.tx(async (db) => {
      const there = await db
        .selectFrom('problems')
        .select(['id', 'position'])
        .where('course_id', '=', courseId)
        .where('unit_name', '=', unit)
        .orderBy('position')
        .orderBy('id')
        .execute();
      for (const [position, row] of inSequence(there, ids).entries()) {
        if (row.position === position) continue;
        await db.updateTable('problems').set({ position }).where('id', '=', row.id).execute();
      }
    });
  }

  async test(courseId: number, testId: number, test: TestContent, now: Instant): Promise<void> {
    await this.#db.tx(async (db) => {
      await db
        .updateTable('tests')
        .set({
          name: test.name,
          type: test.type,
          duration_minutes: test.minutes,
          question_count: test.questionCount,
          link: test.link,
          draft_since: null,
          ...(await archiving(db, 'tests', testId, test.archived, now)),
        })
        .where('id', '=', testId)
        .execute();
      await db.deleteFrom('tests_learning_units').where('test_id', '=', testId).execute();
      const rows = test.units.map(({ unit, weight }) => ({
        test_id: testId,
        course_id: courseId,
        unit_name: unit,
        weight,
      }));
      if (rows.length > 0) await db.insertInto('tests_learning_units').values(rows).execute();
    });
  }

  /** Writes down what one thing was and became; null before its first publication. */
  async addChange(publicationId: number, change: PublishedChange): Promise<void> {
    await this.#db.run((db) =>
      db
        .insertInto('curriculum_publication_changes')
        .values({
          publication_id: publicationId,
          kind: change.after.kind,
          target_key: change.key,
          name: change.name.slice(0, 480),
          before_content: change.before === null ? null : JSON.stringify(change.before),
          after_content: JSON.stringify(change.after.content),
        })
        .execute(),
    );
  }
}

export interface PublishedChange {
  key: string;
  name: string;
  before: AnyContent['content'] | null;
  after: AnyContent;
}

/** The moment at which a thing was archived stays; what comes out of the archive has none. */
async function archiving(db: Handle, table: 'courses' | 'tests', id: number, archived: boolean, now: Instant) {
  if (!archived) return { archived_at: null };
  const row = await db.selectFrom(table).select('archived_at').where('id', '=', id).executeTakeFirstOrThrow();
  return { archived_at: row.archived_at ?? toStored(now) };
}
