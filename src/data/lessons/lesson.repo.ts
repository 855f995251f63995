import { EMPTY_PLAN, type LessonClock, type LessonPlan } from '../../domain/lessons/lesson.ts';
import type { SchoolSessionType, SessionStatus } from '../../domain/study-session/study-session.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, fromStoredOrNull, toStored } from '../db/instants.ts';
import { insertedId, locking } from '../db/sql.ts';

/** A lesson as a class manager plans, gives and looks back on it. */
export interface Lesson extends LessonClock {
  id: number;
  classId: number;
  className: string;
  schoolId: number;
  classManagerId: number;
  createdAt: Instant;
  course: { id: number; name: string } | null;
  start: Instant | null;
  end: Instant | null;
  endReason: 'class manager' | 'time' | null;
  /** Paused, with "eyes up" on every screen. */
  eyesUp: boolean;
  plan: LessonPlan;
}

export interface NewLesson {
  classId: number;
  classManagerId: number;
  type: SchoolSessionType;
  courseId: number | null;
  minutes: number;
  plannedStart: Instant | null;
  plannedEnd: Instant | null;
  plan: LessonPlan;
  now: Instant;
}

/** What a change of state sets besides. */
export interface LessonChange {
  start?: Instant;
  plannedEnd?: Instant;
  end?: Instant;
  endReason?: 'class manager' | 'time';
  eyesUp?: boolean;
  plan?: LessonPlan;
}

/** Lessons: what class managers start and schedule. Their sessions are those of `LessonSessionRepo`. */
export class LessonRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async create(lesson: NewLesson): Promise<number> {
    const result = await this.#db.run((db) =>
      db
        .insertInto('lessons')
        .values({
          class_id: lesson.classId,
          class_manager_id: lesson.classManagerId,
          created_at: toStored(lesson.now),
          type: lesson.type,
          state: 'pending',
          course_id: lesson.courseId,
          planned_duration_minutes: lesson.minutes,
          planned_start: lesson.plannedStart === null ? null : toStored(lesson.plannedStart),
          planned_end: lesson.plannedEnd === null ? null : toStored(lesson.plannedEnd),
          plan: JSON.stringify(lesson.plan),
        })
        .executeTakeFirstOrThrow(),
    );
    return insertedId(result);
  }

  async find(id: number): Promise<Lesson | undefined> {
    const row = await this.#db.run((db) => selectLessons(db).where('lessons.id', '=', id).executeTakeFirst());
    return row && toLesson(row);
  }

  /** The state of a lesson, held until the transaction ends: whoever changes a lesson or a place in it holds it first. */
  async hold(id: number): Promise<SessionStatus | undefined> {
    const row = await this.#db.run((db) =>
      locking(this.#db.dialect, db.selectFrom('lessons').select('state').where('id', '=', id)).executeTakeFirst(),
    );
    return row?.state;
  }

  /** Lessons of these classes that are not over, the one that runs first, then by their time. */
  async listAhead(classIds: readonly number[]): Promise<Lesson[]> {
    if (classIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      selectLessons(db)
        .where('lessons.class_id', 'in', [...classIds])
        .where('lessons.state', 'in', ['pending', 'active', 'paused'])
        .orderBy((eb) => eb.case().when('lessons.state', '=', 'pending').then(1).else(0).end())
        .orderBy('lessons.planned_start')
        .orderBy('lessons.id')
        .execute(),
    );
    return rows.map(toLesson);
  }

  /** Lessons of these classes that are over, the newest first; `before` is an id to page on from. */
  async listOver(classIds: readonly number[], limit: number, before?: number): Promise<Lesson[]> {
    if (classIds.length === 0) return [];
    const rows = await this.#db.run((db) => {
      const query = selectLessons(db)
        .where('lessons.class_id', 'in', [...classIds])
        .where('lessons.state', 'in', ['completed', 'cancelled'])
        .orderBy('lessons.id', 'desc')
        .limit(limit);
      return (before === undefined ? query : query.where('lessons.id', '<', before)).execute();
    });
    return rows.map(toLesson);
  }

  /** Ids of lessons that are past their planned end and not over. */
  async listDue(now: Instant, limit: number): Promise<number[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('lessons')
        .select('id')
        .where('state', 'in', ['pending', 'active', 'paused'])
        .where('planned_end', '<=', toStored(now))
        .orderBy('planned_end')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ id }) => id);
  }

  /** Moves a lesson from one state to another, if it is still there. False: somebody else was first. */
  async move(id: number, from: SessionStatus, to: SessionStatus, set: LessonChange = {}): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('lessons')
        .set({
          state: to,
          ...(set.start === undefined ? {} : { start_time: toStored(set.start) }),
          ...(set.plannedEnd === undefined ? {} : { planned_end: toStored(set.plannedEnd) }),
          ...(set.end === undefined ? {} : { end_time: toStored(set.end) }),
          ...(set.endReason === undefined ? {} : { end_reason: set.endReason }),
          ...(set.eyesUp === undefined ? {} : { eyes_up: set.eyesUp ? 1 : 0 }),
          ...(set.plan === undefined ? {} : { plan: JSON.stringify(set.plan) }),
        })
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Removes a lesson that never began. */
  async forget(id: number): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('lessons').where('id', '=', id).where('state', '=', 'pending').execute());
  }

  /** Gives a lesson that is under way another end. */
  async extend(id: number, plannedEnd: Instant, minutes: number): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('lessons')
        .set({ planned_end: toStored(plannedEnd), planned_duration_minutes: minutes })
        .where('id', '=', id)
        .execute(),
    );
  }

  /** Another course, time and plan for a lesson that has not started. False: it has, or is over. */
  async replan(
    id: number,
    lesson: Pick<NewLesson, 'courseId' | 'minutes' | 'plannedStart' | 'plannedEnd' | 'plan'>,
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('lessons')
        .set({
          course_id: lesson.courseId,
          planned_duration_minutes: lesson.minutes,
          planned_start: lesson.plannedStart === null ? null : toStored(lesson.plannedStart),
          planned_end: lesson.plannedEnd === null ? null : toStored(lesson.plannedEnd),
          plan: JSON.stringify(lesson.plan),
        })
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }
}

function selectLessons(db: Handle) {
  return db
    .selectFrom('lessons')
    .innerJoin('classes', 'classes.id', 'lessons.class_id')
    .leftJoin('courses', 'courses.id', 'lessons.course_id')
    .selectAll('lessons')
    .select(['classes.name as class_name', 'classes.school_id', 'courses.name as course_name']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectLessons>['execute']>>[number];

function toLesson(row: Row): Lesson {
  const kept: Partial<LessonPlan> = JSON.parse(row.plan);
  return {
    id: row.id,
    classId: row.class_id,
    className: row.class_name,
    schoolId: row.school_id,
    classManagerId: row.class_manager_id,
    createdAt: fromStored(row.created_at),
    type: row.type,
    state: row.state,
    course: row.course_id === null ? null : { id: row.course_id, name: row.course_name ?? '' },
    minutes: row.planned_duration_minutes,
    plannedStart: fromStoredOrNull(row.planned_start),
    plannedEnd: fromStoredOrNull(row.planned_end),
    start: fromStoredOrNull(row.start_time),
    end: fromStoredOrNull(row.end_time),
    endReason: row.end_reason,
    eyesUp: row.eyes_up === 1,
    plan: { ...EMPTY_PLAN, ...kept },
  };
}
