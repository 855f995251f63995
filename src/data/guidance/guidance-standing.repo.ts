import { sql } from 'kysely';
import type { GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, type StoredInstant, toStored } from '../db/instants.ts';
import { insertMissing } from '../db/sql.ts';
import type { Deed } from './guidance.repo.ts';

/** A class that is taught now, with its school. */
export interface RoomRecord {
  id: number;
  name: string;
  gradeLevel: GradeLevel;
  schoolId: number;
  schoolName: string;
  region: string;
}

/** What became of guidance in a class, as its class managers say. */
export interface Standing {
  guidanceId: number;
  classId: number;
  /** The version that was there when it was read last. */
  readNumber: number;
  readAt: Instant;
  takenUpAt: Instant | null;
  word: string;
}

/** Lessons of a class about something, since a moment. */
export interface Taught {
  lessons: number;
  first: Instant;
  last: Instant;
}

/** Which units: of a course, or of all courses of a subject. None named: all of them. */
export interface UnitsAsked {
  subject: string;
  courseId: number | null;
  unitNames: readonly string[];
}

/** Classes that guidance is for, and what became of it there. */
export class GuidanceStandingRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The classes of a class manager. */
  async roomsOfManager(managerId: number): Promise<RoomRecord[]> {
    return this.#db.run((db) =>
      rooms(db)
        .innerJoin('classess_class_managers as mine', 'mine.class_id', 'classes.id')
        .where('mine.class_manager_id', '=', managerId)
        .execute(),
    );
  }

  /** The classes of these regions, by school and name. */
  async roomsIn(regions: readonly string[]): Promise<RoomRecord[]> {
    if (regions.length === 0) return [];
    return this.#db.run((db) =>
      rooms(db)
        .where('schools.region', 'in', [...regions])
        .execute(),
    );
  }

  /** Whoever manages any of these classes. */
  async managersOf(classIds: readonly number[]): Promise<number[]> {
    if (classIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('classess_class_managers')
        .select('class_manager_id as id')
        .distinct()
        .where('class_id', 'in', [...classIds])
        .orderBy('class_manager_id')
        .execute(),
    );
    return rows.map(({ id }) => id);
  }

  /** In which courses of these subjects anybody of these classes is enrolled, by class. */
  async coursesOf(
    classIds: readonly number[],
    subjects: readonly string[],
  ): Promise<Map<number, { id: number; subject: string }[]>> {
    if (classIds.length === 0 || subjects.length === 0) return new Map();
    // The members first: left to itself SQLite goes through all pupils of a course for each class.
    const inOrder = this.#db.dialect === 'sqlite' ? sql`cross join` : sql`straight_join`;
    const { rows } = await this.#db.run((db) =>
      sql<{ classId: number; id: number; subject: string }>`
        select distinct member.class_id as ${sql.ref('classId')}, course.id, course.subject_name as subject
        from classes_students member ${inOrder} courses_students own on own.student_id = member.student_id
        ${inOrder} courses course on course.id = own.course_id
        where member.class_id in (${sql.join([...classIds])}) and course.subject_name in (${sql.join([...subjects])})`.execute(
        db,
      ),
    );
    return Map.groupBy(rows, ({ classId }) => classId);
  }

  /** What was said of guidance in classes, of those of these classes that said anything. */
  async standings(guidanceIds: readonly number[], classIds: readonly number[]): Promise<Standing[]> {
    if (guidanceIds.length === 0 || classIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('guidance_standings')
        .selectAll()
        .where('guidance_id', 'in', [...guidanceIds])
        .where('class_id', 'in', [...classIds])
        .execute(),
    );
    return rows.map((row) => ({
      guidanceId: row.guidance_id,
      classId: row.class_id,
      readNumber: row.read_number,
      readAt: fromStored(row.read_at),
      takenUpAt: fromStoredOrNull(row.taken_up_at),
      word: row.word,
    }));
  }

  /** Says that this version was read in these classes; what was taken up stays so. One statement. */
  async read(guidanceId: number, number: number, classIds: readonly number[], { byId, now }: Deed): Promise<void> {
    const read = { read_number: number, read_at: toStored(now), read_by: byId };
    const rows = classIds.map((class_id) => ({ guidance_id: guidanceId, class_id, ...read, word: '' }));
    await this.#db.tx(async (db) => {
      const there = await db
        .selectFrom('guidance_standings')
        .select('class_id')
        .where('guidance_id', '=', guidanceId)
        .where('class_id', 'in', [...classIds])
        .execute();
      const known = there.map(({ class_id }) => class_id);
      if (known.length > 0) {
        await db
          .updateTable('guidance_standings')
          .set(read)
          .where('guidance_id', '=', guidanceId)
          .where('class_id', 'in', known)
          .execute();
      }
      const first = rows.filter(({ class_id }) => !known.includes(class_id));
      await insertMissing(this.#db, 'guidance_standings', ['guidance_id', 'class_id'], first);
    });
  }

  /** Takes it up in a class, with a word; or takes that back. One that was not read is read with it. */
  async takeUp(
    guidanceId: number,
    { classId, number, word, takenUp }: { classId: number; number: number; word: string; takenUp: boolean },
    { byId, now }: Deed,
  ): Promise<void> {
    const at = toStored(now);
    await this.#db.tx(async () => {
      await this.read(guidanceId, number, [classId], { byId, now });
      await this.#db.run((db) =>
        db
          .updateTable('guidance_standings')
          .set(takenUp ? { taken_up_by: byId, word } : { taken_up_at: null, taken_up_by: null, word: '' })
          // Whoever only says more about it took it up when they did.
          .$if(takenUp, (query) => query.set({ taken_up_at: sql`coalesce(taken_up_at, ${at})` }))
          .where('guidance_id', '=', guidanceId)
          .where('class_id', '=', classId)
          .execute(),
      );
    });
  }

  /** Lessons that were held since a moment in which these units were studied, by class. */
  async taughtSince(classIds: readonly number[], units: UnitsAsked, since: Instant): Promise<Map<number, Taught>> {
    if (classIds.length === 0) return new Map();
    const { courseId, unitNames, subject } = units;
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('lessons')
        .innerJoin('school_hours_study_sessions as session', 'session.lesson_id', 'lessons.id')
        .innerJoin('learning_units_school_sessions as unit', 'unit.school_session_id', 'session.id')
        .innerJoin('courses', 'courses.id', 'unit.course_id')
        .select(['lessons.class_id as classId'])
        .select(({ fn }) => [
          fn.count<number>('lessons.id').distinct().as('lessons'),
          fn.min<StoredInstant>('lessons.start_time').as('first'),
          fn.max<StoredInstant>('lessons.start_time').as('last'),
        ])
        .where('lessons.class_id', 'in', [...classIds])
        .where('lessons.start_time', '>=', toStored(since))
        .where('courses.subject_name', '=', subject)
        .$if(courseId !== null, (query) => query.where('unit.course_id', '=', courseId ?? 0))
        .$if(unitNames.length > 0, (query) => query.where('unit.unit_name', 'in', [...unitNames]))
        .groupBy('lessons.class_id')
        .execute(),
    );
    return new Map(
      rows.map(({ classId, lessons, first, last }) => [
        classId,
        { lessons: Number(lessons), first: fromStored(first), last: fromStored(last) },
      ]),
    );
  }
}

function rooms(db: Handle) {
  return db
    .selectFrom('classes')
    .innerJoin('schools', 'schools.id', 'classes.school_id')
    .select(['classes.id', 'classes.name', 'classes.grade_level as gradeLevel'])
    .select(['schools.id as schoolId', 'schools.name as schoolName', 'schools.region'])
    .where('classes.archived_at', 'is', null)
    .orderBy('schools.name')
    .orderBy('schools.id')
    .orderBy('classes.name')
    .orderBy('classes.id');
}
