import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type {
  AttendanceCount,
  AttendanceRepo,
  HeldPlace,
  LessonHeld,
  StoredChange,
  StoredPlace,
} from '../../data/lessons/attendance.repo.ts';
import type { Lesson } from '../../data/lessons/lesson.repo.ts';
import type { ClassMember, ClassRecord } from '../../data/people/class.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { invalidInput } from '../../domain/errors/app-error.ts';
import { firstDayOfTerm } from '../../domain/evaluation/school-term.ts';
import {
  type Attendance,
  type AttendanceRefusal,
  type AttendanceState,
  decideAttendance,
  isAtWork,
  minutesLate,
  stateOf,
} from '../../domain/lessons/attendance.ts';
import { InvalidSessionStateError } from '../../domain/study-session/study-session.errors.ts';
import { civilDay, startOfDay } from '../../shared/calendar.ts';
import type { Clock, Instant } from '../../shared/instant.ts';
import type { LiveSignals } from '../live/live-signals.service.ts';
import { type LessonAccessDeps, requireClass, requireLesson } from './lesson-access.ts';

export interface AttendanceDeps extends LessonAccessDeps {
  attendanceRows: AttendanceRepo;
  db: DatabaseManager;
  signals: LiveSignals;
  clock: Clock;
  timeZone: string;
}

/** What is to be said of a pupil. */
export interface AttendanceWish extends Attendance {
  studentId: number;
  /** The last change that whoever asks has seen, null for none; left out: whatever was said meanwhile is overwritten. */
  seen?: number | null | undefined;
}

export interface AttendanceLine extends StoredPlace {
  state: AttendanceState;
  minutesLate: number;
  /** Is in the lesson just now: nobody can say that they are away. */
  atWork: boolean;
}

/** Who was at one lesson. */
export interface AttendanceSheet {
  lesson: Lesson;
  lines: AttendanceLine[];
  /** Pupils of the class who have no place in it, and why. */
  leftOut: { studentId: number; name: string; why: string }[];
  /** What was said of whom, the newest first. */
  changes: (StoredChange & { name: string })[];
}

export interface RefusedWish {
  studentId: number;
  /** Null for who has no place in the lesson. */
  name: string | null;
  why: AttendanceRefusal;
}

/** Who was at the lessons of a class. */
export interface ClassAttendance {
  class: ClassRecord;
  /** The newest first. */
  lessons: LessonHeld[];
  /** What to ask with for those before; null: there are none. */
  before: Instant | null;
  /** From when on places are counted. */
  since: Instant;
  pupils: ClassAttendanceLine[];
}

/** What became of a place; `minutesLate` is 0 for who was in time or away. */
export type HeldCell = HeldPlace & { minutesLate: number };

export interface ClassAttendanceLine {
  studentId: number;
  name: string;
  /** Null: no place in any lesson since then. */
  count: AttendanceCount | null;
  /** Of each of the lessons, in their order; null: no place in it. */
  cells: (HeldCell | null)[];
}

const LESSONS_SHOWN = 10;

/** Who was at lessons at school: class managers take it, with reasons; everything that was said before stays on record. */
export class AttendanceService {
  readonly #deps: AttendanceDeps;

  constructor(deps: AttendanceDeps) {
    this.#deps = deps;
  }

  /** Throws `forbidden` without the role, `not-found` for a lesson of anybody else's class, `InvalidSessionStateError` before it begins. */
  async sheetOf(actor: Actor, lessonId: number): Promise<AttendanceSheet> {
    const lesson = await this.#begun(actor, lessonId);
    const { attendanceRows: rows, classes } = this.#deps;
    const places = await rows.places(lessonId);
    const names = new Map(places.map(({ studentId, name }) => [studentId, name]));
    const members = new Map((await classes.listMembers([lesson.classId])).map((one) => [one.studentId, nameOf(one)]));
    const changes = await rows.changes(lessonId);
    return {
      lesson,
      lines: places.map((place) => lineOf(place, lesson)),
      leftOut: lesson.plan.leftOut.flatMap(({ studentId, why }) => {
        const name = names.has(studentId) ? undefined : members.get(studentId);
        return name === undefined ? [] : [{ studentId, name, why }];
      }),
      changes: changes
        .sort((a, b) => b.at - a.at || b.id - a.id)
        .flatMap((change) => {
          const name = names.get(change.studentId);
          return name === undefined ? [] : [{ ...change, name }];
        }),
    };
  }

  /**
   * Says who was there and why not, of many pupils at once. Whom it cannot be said of is named with the reason, and the rest is
   * saved; to say again what stands there changes nothing. Throws what `sheetOf` does, and `invalid-input` where a pupil is named
   * twice or has a reason for having been there.
   */
  async setAttendance(actor: Actor, lessonId: number, wishes: readonly AttendanceWish[]): Promise<RefusedWish[]> {
    const { classId } = await this.#begun(actor, lessonId);
    checkWishes(wishes);
    const { db, lessons, attendanceRows: rows, signals, clock } = this.#deps;
    return db.tx(async () => {
      // Whoever joins holds the lesson, too.
      await lessons.hold(lessonId);
      const places = new Map((await rows.places(lessonId)).map((place) => [place.studentId, place]));
      const refused: RefusedWish[] = [];
      const changed: { place: StoredPlace; wish: Attendance }[] = [];
      for (const wish of wishes) {
        const place = places.get(wish.studentId);
        const decided = decideAttendance(place, wish, wish.seen);
        if (decided === 'change' && place) changed.push({ place, wish });
        else if (decided !== 'same' && decided !== 'change') {
          refused.push({ studentId: wish.studentId, name: place?.name ?? null, why: decided });
        }
      }
      const now = clock.now();
      for (const [, alike] of Map.groupBy(changed, ({ wish }) => `${wish.attended} ${wish.reason}`)) {
        const [first] = alike;
        const pupils = alike.map(({ place }) => place);
        if (first) await rows.set(pupils, first.wish, actor.userId, now);
      }
      const studentIds = changed.map(({ place }) => place.studentId);
      if (changed.length > 0) db.afterCommit(() => signals.publish({ lessonId, classId, studentIds }));
      return refused;
    });
  }

  /**
   * Who was at the lessons of a class of the actor's, their newest lessons beside what the term comes to. Six queries, however
   * many pupils and lessons. Throws `forbidden` without the role and `not-found` for anybody else's class.
   */
  async ofClass(actor: Actor, classId: number, before?: Instant, most = LESSONS_SHOWN): Promise<ClassAttendance> {
    const room = await requireClass(this.#deps, actor, 'view class analytics', classId);
    const { attendanceRows: rows, classes, clock, timeZone } = this.#deps;
    const members = await classes.listMembers([classId]);
    const found = await rows.lessonsHeld(classId, most + 1, before);
    const lessons = found.slice(0, most);
    const places = Map.groupBy(await rows.placesIn(lessons.map(({ id }) => id)), ({ studentId }) => studentId);
    const since = startOfDay(firstDayOfTerm(civilDay(clock.now(), timeZone)), timeZone);
    const counts = new Map((await rows.countsOf(classId, since)).map((one) => [one.studentId, one]));
    return {
      class: room,
      lessons,
      before: found.length > most ? (lessons.at(-1)?.start ?? null) : null,
      since,
      pupils: members.map((member) => {
        const own = new Map(places.get(member.studentId)?.map((place) => [place.lessonId, place]));
        return {
          studentId: member.studentId,
          name: nameOf(member),
          count: counts.get(member.studentId) ?? null,
          cells: lessons.map(({ id, start }) => {
            const place = own.get(id);
            return place ? { ...place, minutesLate: minutesLate(place.joinedAt, start) } : null;
          }),
        };
      }),
    };
  }

  /** A lesson of the actor's classes that has begun: before, nobody has a place in it. */
  async #begun(actor: Actor, lessonId: number): Promise<Lesson> {
    const lesson = await requireLesson(this.#deps, actor, 'view class analytics', lessonId);
    if (lesson.start === null) throw new InvalidSessionStateError(lesson.state, 'have its attendance taken');
    return lesson;
  }
}

function lineOf(place: StoredPlace, { start, state }: Lesson): AttendanceLine {
  const runs = state === 'active' || state === 'paused';
  const late = place.attended ? minutesLate(place.joinedAt, start) : 0;
  return { ...place, state: stateOf(place, { start, runs }), minutesLate: late, atWork: isAtWork(place) };
}

function checkWishes(wishes: readonly AttendanceWish[]): void {
  const fields: Record<string, string> = {};
  const named = new Set<number>();
  for (const { studentId, attended, reason } of wishes) {
    if (named.has(studentId)) fields[`entries: ${studentId}`] = 'each pupil once';
    if (attended && reason !== null) fields[`entries: ${studentId}`] = 'no reason for who was there';
    named.add(studentId);
  }
  if (Object.keys(fields).length > 0) throw invalidInput('The attendance cannot be set like that.', fields);
}

const nameOf = ({ firstName, lastName }: ClassMember): string => `${firstName} ${lastName}`;
