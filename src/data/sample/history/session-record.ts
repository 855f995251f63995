import type { Insertable } from 'kysely';
import type { Instant } from '../../../shared/instant.ts';
import { toStored } from '../../db/instants.ts';
import type { Tables } from '../../db/schema.ts';
import type { Feedback } from './feedback.ts';
import type { SessionPlan } from './session-plan.ts';
import type { Pupil, World } from './world.ts';

type PauseRow = Insertable<Tables['home_hours_study_session_pauses']>;

/** The rows of one session besides its conversation; they change as the session does and are saved at the very end. */
export class SessionRecord {
  readonly #world: World;
  readonly #session: Insertable<Tables['home_hours_study_sessions']>;
  readonly #pupil: Insertable<Tables['home_sessions_students']>;
  #pause: PauseRow | null = null;
  readonly id: number;
  readonly units: { unitName: string; masteryBefore: number }[];

  /** A pending session. */
  constructor(world: World, { plan: { person } }: Pupil, plan: SessionPlan, now: Instant) {
    this.#world = world;
    this.id = world.rows.takeId('home_hours_study_sessions');
    const standings = world.ledger.standings(person.id, plan.course.id);
    this.units = plan.unitNames.map((unitName) => {
      return { unitName, masteryBefore: standings.find(({ name }) => name === unitName)?.mastery ?? 0.5 };
    });
    this.#session = {
      id: this.id,
      type: plan.type,
      status: 'pending',
      course_id: plan.course.id,
      teacher_id: plan.course.teacher.id,
      planned_minutes: plan.minutes,
      created_at: toStored(now),
      start_time: null,
      end_time: null,
      last_activity_at: toStored(now),
      end_reason: null,
    };
    this.#pupil = {
      home_session_id: this.id,
      student_id: person.id,
      emotional_state_before: plan.feeling,
      emotional_state_after: null,
      difficulty_feedback: null,
      understanding_feedback: null,
      textual_feedback: null,
      is_attendant: 0,
      attendance_reason: null,
    };
    const { rows } = world.rows;
    rows.home_hours_study_sessions.push(this.#session);
    rows.home_sessions_students.push(this.#pupil);
    this.units.forEach(({ unitName, masteryBefore }, position) => {
      const unit = { course_id: plan.course.id, unit_name: unitName, position, mastery_before: masteryBefore };
      rows.learning_units_home_sessions.push({ home_session_id: this.id, ...unit });
    });
  }

  touch(now: Instant): void {
    this.#session.last_activity_at = toStored(now);
  }

  start(now: Instant): void {
    this.#session.status = 'active';
    this.#session.start_time = toStored(now);
    this.#pupil.is_attendant = 1;
    this.touch(now);
  }

  cancel(now: Instant): void {
    this.#session.status = 'cancelled';
    this.touch(now);
  }

  pause(now: Instant): void {
    const id = this.#world.rows.takeId('home_hours_study_session_pauses');
    this.#pause = { id, home_session_id: this.id, start_time: toStored(now), end_time: null };
    this.#world.rows.rows.home_hours_study_session_pauses.push(this.#pause);
    this.touch(now);
  }

  resume(now: Instant): void {
    if (this.#pause) this.#pause.end_time = toStored(now);
    this.#pause = null;
    this.touch(now);
  }

  /** By the pupil with what they say about it, or by the server without. */
  end(now: Instant, feedback: Feedback | null): void {
    this.resume(now);
    this.#session.status = 'completed';
    this.#session.end_time = toStored(now);
    this.#session.end_reason = feedback ? 'pupil' : 'expired';
    if (!feedback) return;
    this.#pupil.emotional_state_after = feedback.feelingAfter;
    this.#pupil.difficulty_feedback = feedback.difficulty;
    this.#pupil.understanding_feedback = feedback.understanding;
    this.#pupil.textual_feedback = feedback.text;
  }
}
