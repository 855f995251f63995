import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { isMissingReference, isUniqueViolation } from '../../data/db/sql.ts';
import type { Lesson } from '../../data/lessons/lesson.repo.ts';
import type { LessonSessionRepo } from '../../data/lessons/lesson-session.repo.ts';
import type { ClassMember, ClassRecord } from '../../data/people/class.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { NobodyCanTakePartError } from '../../domain/lessons/lesson.errors.ts';
import { endOf, type LessonPlan } from '../../domain/lessons/lesson.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import { transition } from '../../domain/study-session/study-session.ts';
import { utcOffset } from '../../shared/calendar.ts';
import { type Clock, type Instant, MINUTE } from '../../shared/instant.ts';
import type { LiveSignals } from '../live/live-signals.service.ts';
import { type LessonAccessDeps, requireClass, requireLesson } from './lesson-access.ts';
import { checkedPlan, type LessonWish } from './lesson-wish.ts';
import { type PlannedSessions, planSessions, type SessionPlanDeps } from './plan-sessions.ts';

export type { ClassRecord, Lesson, LessonWish };

export interface LessonsDeps extends LessonAccessDeps, SessionPlanDeps {
  db: DatabaseManager;
  curriculum: CurriculumRepo;
  lessonSessions: LessonSessionRepo;
  /** Ends what is past its end. */
  bells: { endDue(): Promise<number> };
  signals: LiveSignals;
  clock: Clock;
  timeZone: string;
}

/** A lesson that was planned, and what it gets in the way of. */
export interface Scheduled {
  lesson: Lesson;
  /** Lessons of the same class at the same time. */
  clashes: Lesson[];
}

const MOST_TRIES = 3;

/** Lessons as class managers plan and start them. What goes on in one that runs is for `RunningLessonsService`. */
export class LessonsService {
  readonly #deps: LessonsDeps;

  constructor(deps: LessonsDeps) {
    this.#deps = deps;
  }

  /**
   * Plans a lesson for a class of the actor's; without `startAt` it begins at once. Throws `not-found` for a class that is not
   * theirs, `invalid-input` with everything that is wrong, and `NobodyCanTakePartError` where a lesson that is to begin now could have
   * nobody in it.
   */
  async createLesson(actor: Actor, wish: LessonWish): Promise<Scheduled> {
    const room = await requireClass(this.#deps, actor, 'give a lesson', wish.classId);
    const { classes, lessons, clock } = this.#deps;
    const members = await classes.listMembers([room.id]);
    const now = clock.now();
    const plan = await checkedPlan(this.#deps, wish, idsOf(members), now);
    const plannedStart = wish.startAt ?? null;
    const id = await lessons.create({
      classId: room.id,
      classManagerId: actor.userId,
      type: wish.type,
      courseId: wish.courseId ?? null,
      minutes: wish.minutes,
      plannedStart,
      plannedEnd: plannedStart === null ? null : plannedStart + wish.minutes * MINUTE,
      plan,
      now,
    });
    if (plannedStart === null) await this.#startOrForget(actor, id);
    else this.#announce(await this.#get(id));
    const lesson = await this.#get(id);
    return { lesson, clashes: await this.#clashes(lesson) };
  }

  /**
   * Begins a lesson that was planned: makes a session for each pupil or group in one transaction. Whom it cannot take is named in its plan
   * with the reason. Repeating it changes nothing. Throws `InvalidSessionStateError` for a lesson that is over,
   * `NobodyCanTakePartError` where nobody would be in it.
   */
  async startLesson(actor: Actor, lessonId: number): Promise<Lesson> {
    const lesson = await requireLesson(this.#deps, actor, 'give a lesson', lessonId);
    for (let tries = 1; ; tries += 1) {
      const next = transition((await this.#get(lessonId)).state, 'start');
      if (next.outcome === 'unchanged') return this.#get(lessonId);
      if (next.outcome === 'refused') throw new InvalidSessionStateError(next.status, 'be started');
      try {
        await this.#begin(lesson);
      } catch (error) {
        // A pupil got a place elsewhere, or a unit another name, since it was planned: plan anew.
        if (tries >= MOST_TRIES || !(isUniqueViolation(error) || isMissingReference(error))) throw error;
      }
    }
  }

  /**
   * Another course, time, length and plan for a lesson that has not begun; who is in an individual one stays as it was where nothing is
   * said of it. Throws what `createLesson` does.
   */
  async replanLesson(actor: Actor, lessonId: number, wish: Omit<LessonWish, 'classId' | 'type'>): Promise<Scheduled> {
    const lesson = await requireLesson(this.#deps, actor, 'give a lesson', lessonId);
    const members = await this.#deps.classes.listMembers([lesson.classId]);
    const own = idsOf(members);
    const { studentIds = lesson.plan.studentIds.filter((id) => own.has(id)) } = wish;
    const whole = { ...wish, studentIds, classId: lesson.classId, type: lesson.type };
    const plan = await checkedPlan(this.#deps, whole, own, this.#deps.clock.now());
    const plannedStart = wish.startAt ?? lesson.plannedStart;
    const { minutes } = wish;
    const plannedEnd = plannedStart === null ? null : plannedStart + minutes * MINUTE;
    const anew = { courseId: wish.courseId ?? null, minutes, plannedStart, plannedEnd, plan };
    if (!(await this.#deps.lessons.replan(lessonId, anew))) {
      throw new InvalidSessionStateError((await this.#get(lessonId)).state, 'be planned anew');
    }
    const changed = await this.#get(lessonId);
    this.#announce(changed);
    return { lesson: changed, clashes: await this.#clashes(changed) };
  }

  /** Calls off a lesson that has not begun. Repeating it changes nothing. */
  async cancelLesson(actor: Actor, lessonId: number): Promise<Lesson> {
    const lesson = await requireLesson(this.#deps, actor, 'give a lesson', lessonId);
    const moved = await this.#deps.lessons.move(lesson.id, 'pending', 'cancelled');
    const now = await this.#get(lesson.id);
    if (!moved && now.state !== 'cancelled') throw new InvalidSessionStateError(now.state, 'be called off');
    this.#announce(now);
    return now;
  }

  /** The classes of the class manager who asks, the newest year first. */
  async ownClasses(actor: Actor): Promise<ClassRecord[]> {
    this.#deps.access.requireRole(actor, 'view class analytics');
    return this.#deps.classes.listOfManager(actor.userId);
  }

  /** Lessons of the actor's classes that are planned or under way, the one that runs first, then by time. */
  async listAhead(actor: Actor): Promise<Lesson[]> {
    const own = await this.ownClasses(actor);
    return this.#deps.lessons.listAhead(own.map(({ id }) => id));
  }

  /** The newest lessons of the actor's classes that are over. */
  async listOver(actor: Actor, limit: number): Promise<Lesson[]> {
    const own = await this.ownClasses(actor);
    return this.#deps.lessons.listOver(
      own.map(({ id }) => id),
      limit,
    );
  }

  /** One lesson of the actor's classes. */
  async getLesson(actor: Actor, lessonId: number): Promise<Lesson> {
    return requireLesson(this.#deps, actor, 'view class analytics', lessonId);
  }

  /** What a lesson that begins now would be, without making anything. */
  async preview(actor: Actor, wish: LessonWish): Promise<PlannedSessions & { members: ClassMember[] }> {
    const room = await requireClass(this.#deps, actor, 'give a lesson', wish.classId);
    const members = await this.#deps.classes.listMembers([room.id]);
    const plan = await checkedPlan(this.#deps, wish, idsOf(members), this.#deps.clock.now());
    const lesson = { type: wish.type, minutes: wish.minutes, courseId: wish.courseId ?? null, plan };
    return { ...(await this.#plan(lesson, [...idsOf(members)])), members };
  }

  /** A lesson that was to begin now and could not leaves nothing behind. */
  async #startOrForget(actor: Actor, id: number): Promise<void> {
    try {
      await this.startLesson(actor, id);
    } catch (error) {
      await this.#deps.lessons.forget(id);
      throw error;
    }
  }

  async #begin(lesson: Lesson): Promise<void> {
    const { db, classes, lessons, lessonSessions, bells, clock } = this.#deps;
    // Whoever was in a lesson until this moment is free for this one. What cannot be ended is the sweep's to tell.
    await bells.endDue().catch(() => 0);
    const members = idsOf(await classes.listMembers([lesson.classId]));
    const wanted = lesson.plan.studentIds.length === 0 ? [...members] : lesson.plan.studentIds;
    const ids = wanted.filter((id) => members.has(id));
    const planned = await this.#plan({ ...lesson, courseId: lesson.course?.id ?? null }, ids);
    if (planned.sessions.length === 0) throw new NobodyCanTakePartError(planned.leftOut);
    const now = clock.now();
    const plan: LessonPlan = { ...lesson.plan, leftOut: planned.leftOut };
    const { id, type, classManagerId, minutes } = lesson;
    await db.tx(async () => {
      const set = { start: now, plannedEnd: endOf(lesson, now), plan };
      if (!(await lessons.move(id, 'pending', 'active', set))) return;
      await lessonSessions.create({ lessonId: id, type, classManagerId, minutes }, planned.sessions);
      db.afterCommit(() => this.#announce(lesson, pupilsOf(planned)));
    });
  }

  async #plan(
    lesson: { type: Lesson['type']; minutes: number; courseId: number | null; plan: LessonPlan },
    ids: readonly number[],
  ): Promise<PlannedSessions> {
    const { lessonSessions, clock, timeZone } = this.#deps;
    const busy = new Set(await lessonSessions.listInLesson(ids));
    const now = clock.now();
    const free = ids.filter((id) => !busy.has(id));
    const planned = await planSessions(
      this.#deps,
      { ...lesson, studentIds: free },
      { now, utcOffset: utcOffset(now, timeZone) },
    );
    const elsewhere = [...busy].map((studentId) => ({ studentId, why: 'other lesson' as const }));
    return { ...planned, leftOut: [...elsewhere, ...planned.leftOut] };
  }

  /** Other lessons of the class that are planned for the same time. */
  async #clashes({ id, classId, plannedStart, plannedEnd }: Lesson): Promise<Lesson[]> {
    if (plannedStart === null || plannedEnd === null) return [];
    const ahead = await this.#deps.lessons.listAhead([classId]);
    return ahead.filter((other) => {
      const start: Instant | null = other.start ?? other.plannedStart;
      return other.id !== id && start !== null && start < plannedEnd && (other.plannedEnd ?? start) > plannedStart;
    });
  }

  async #get(id: number): Promise<Lesson> {
    const lesson = await this.#deps.lessons.find(id);
    if (!lesson) throw new Error(`The lesson ${id} is gone.`);
    return lesson;
  }

  #announce({ id, classId }: Lesson, studentIds?: readonly number[]): void {
    this.#deps.signals.publish({ lessonId: id, classId, ...(studentIds ? { studentIds } : {}) });
  }
}

function idsOf(members: readonly ClassMember[]): Set<number> {
  return new Set(members.map(({ studentId }) => studentId));
}

function pupilsOf({ sessions }: PlannedSessions): number[] {
  return sessions.flatMap(({ pupils }) => pupils.map(({ id }) => id));
}
