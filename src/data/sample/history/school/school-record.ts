import type { Insertable } from 'kysely';
import type { EmotionalState } from '../../../../domain/tutoring/brief.ts';
import { DAY, type Instant, MINUTE } from '../../../../shared/instant.ts';
import { toStored } from '../../../db/instants.ts';
import type { Tables } from '../../../db/schema.ts';
import type { Random } from '../../random.ts';
import type { UnitBefore } from '../lesson-brief.ts';
import type { Pupil, World } from '../world.ts';
import type { PlannedLesson } from './timetable.ts';

type OwnRow = Insertable<Tables['school_sessions_students']>;

/** A pupil at their place. */
export interface Attendant {
  pupil: Pupil;
  joined: Instant;
  feeling: EmotionalState;
}

const ABSENT = 0.07;
const LATE = 0.08;
/** When the class manager writes down who is missing. */
const NOTED_AFTER = 12 * MINUTE;
/** The class manager set the lesson up the day before. */
const MADE_BEFORE = DAY - 5 * 60 * MINUTE;

/** The row of a lesson; its sessions take place under it. */
export function addLesson({ rows }: World, { room, type, course, minutes, at }: PlannedLesson): number {
  const id = rows.takeId('lessons');
  rows.rows.lessons.push({
    id,
    class_id: room.id,
    class_manager_id: room.manager.id,
    created_at: toStored(at - MADE_BEFORE),
    type,
    state: 'completed',
    course_id: course.id,
    planned_duration_minutes: minutes,
    planned_start: toStored(at),
    start_time: toStored(at),
    end_time: toStored(at + minutes * MINUTE),
    plan: '{}',
    planned_end: toStored(at + minutes * MINUTE),
    end_reason: 'time',
  });
  return id;
}

/** The rows of one session of a lesson besides its conversation. */
export class SchoolRecord {
  readonly #session: Insertable<Tables['school_hours_study_sessions']>;
  readonly #own = new Map<Pupil, OwnRow>();
  readonly #bell: Instant;
  readonly id: number;
  /** Who came, the first to join first. */
  readonly attendants: Attendant[];
  /** How those who came stood in the units. */
  readonly before = new Map<number, UnitBefore[]>();

  /** The session as the lesson begins, with everybody whom it is for. */
  constructor(world: World, lesson: PlannedLesson, group: number, lessonId: number, random: Random) {
    const { rows } = world.rows;
    const { course, unitNames, minutes, room, type, at } = lesson;
    this.id = world.rows.takeId('school_hours_study_sessions');
    this.#bell = at + minutes * MINUTE;
    const pupils = lesson.groups[group] ?? [];
    this.attendants = pupils
      .flatMap((pupil) => this.#place(world, lesson, pupil, random.fork(pupil.plan.person.username)))
      .sort((one, other) => one.joined - other.joined);
    const began = this.attendants.length > 0;
    this.#session = {
      id: this.id,
      type,
      // Nobody came: it was called off when its time was over.
      status: began ? 'active' : 'cancelled',
      course_id: course.id,
      lesson_id: lessonId,
      class_manager_id: room.manager.id,
      teacher_id: course.teacher.id,
      planned_duration_minutes: minutes,
      start_time: began ? toStored(at) : null,
      end_time: null,
      last_activity_at: null,
      end_reason: null,
    };
    rows.school_hours_study_sessions.push(this.#session);
    rows.school_sessions_students.push(...this.#own.values());
    for (const [position, unitName] of unitNames.entries()) {
      const unit = { course_id: course.id, unit_name: unitName, position };
      rows.learning_units_school_sessions.push({ school_session_id: this.id, ...unit });
    }
    for (const { pupil } of this.attendants) this.#stands(world, lesson, pupil);
  }

  /** A break that the class manager gave all of them. */
  pause(world: World, start: Instant, end: Instant): void {
    const id = world.rows.takeId('school_hours_study_session_pauses');
    const times = { start_time: toStored(start), end_time: toStored(end) };
    world.rows.rows.school_hours_study_session_pauses.push({ id, school_session_id: this.id, ...times });
  }

  end(now: Instant): void {
    this.#session.status = 'completed';
    this.#session.end_time = toStored(now);
    this.#session.last_activity_at = toStored(now);
    this.#session.end_reason = now < this.#bell ? 'class manager' : 'time';
  }

  /** What a pupil said of it at the end. */
  said(pupil: Pupil, said: Partial<OwnRow>): void {
    const row = this.#own.get(pupil);
    if (row) Object.assign(row, said);
  }

  #place(world: World, { at, room }: PlannedLesson, pupil: Pupil, random: Random): Attendant[] {
    const present = !random.chance(ABSENT);
    const reason = random.weighted([
      ['sick', 5],
      ['excused', 3],
      ['unexcused', 2],
    ] as const);
    const feeling = random.weighted(pupil.traits.feelings);
    const late = random.chance(LATE) ? random.int(4, 9) : 0;
    const joined = at + late * MINUTE + random.int(0, 50) * 1000;
    this.#own.set(pupil, {
      school_session_id: this.id,
      student_id: pupil.plan.person.id,
      emotional_state_before: present ? feeling : null,
      emotional_state_after: null,
      is_attendant: present ? 1 : 0,
      attendance_reason: present ? null : reason,
      difficulty_feedback: null,
      understanding_feedback: null,
      textual_feedback: null,
      joined_at: present ? toStored(joined) : null,
    });
    world.rows.rows.attendance_changes.push({
      id: world.rows.takeId('attendance_changes'),
      school_session_id: this.id,
      student_id: pupil.plan.person.id,
      is_attendant: present ? 1 : 0,
      attendance_reason: present ? null : reason,
      // Who joins says so by that; why somebody is away the class manager writes down.
      by_id: present ? null : room.manager.id,
      at: toStored(present ? joined : at + NOTED_AFTER),
    });
    return present ? [{ pupil, joined, feeling }] : [];
  }

  #stands(world: World, { course, unitNames }: PlannedLesson, { plan: { person } }: Pupil): void {
    const standings = world.ledger.standings(person.id, course.id);
    const units = unitNames.map((unitName) => {
      return { unitName, masteryBefore: standings.find(({ name }) => name === unitName)?.mastery ?? 0.5 };
    });
    this.before.set(person.id, units);
    for (const { unitName, masteryBefore } of units) {
      world.rows.rows.learning_units_school_sessions_students.push({
        school_session_id: this.id,
        student_id: person.id,
        course_id: course.id,
        unit_name: unitName,
        mastery_before: masteryBefore,
      });
    }
  }
}
