import type { Insertable } from 'kysely';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { toStored } from '../../src/data/db/instants.ts';
import type { Tables } from '../../src/data/db/schema.ts';
import { inChunks } from '../../src/data/db/sql.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/shared/instant.ts';

const WEEKS = 9;
/** What is answered where it is not right: some of it comes to the same. */
const WRONG = ['1/2', '0.5', '4.25', '0', '1000', '17/4'];

/** Something between 0 and 99 that looks like chance and is always the same. */
function lot(...of: readonly number[]): number {
  let state = 2_166_136_261;
  for (const one of of) state = Math.imul(state ^ (one + 1), 16_777_619) ^ (state >>> 13);
  return (state >>> 5) % 100;
}

type Row<T extends keyof Tables> = Insertable<Tables[T]>;

export interface CourseOf {
  id: number;
  teacherId: number;
  testId: number;
  units: { name: string; share: number; questions: { id: number; revisionId: number; answer: string }[] }[];
}

/** Rows of what was done, to be written all at once. */
export class Work {
  readonly #now: Instant;
  readonly #sessions: Row<'home_hours_study_sessions'>[] = [];
  readonly #places: Omit<Row<'home_sessions_students'>, 'home_session_id'>[] = [];
  /** By the place of their session. */
  readonly #attempts: (Omit<Row<'attempts'>, 'home_session_id'> & { at: number })[] = [];
  readonly #scores: (Omit<Row<'sessional_proficiency_evaluations'>, 'home_session_id'> & { at: number })[] = [];
  readonly #enrolled: Row<'courses_students'>[] = [];
  readonly #sittings: Row<'tests_students'>[] = [];

  constructor(now: Instant) {
    this.#now = now;
  }

  /** A pupil's sessions of a course. */
  study(studentId: number, course: CourseOf, busy: readonly number[], school: number): void {
    this.#enrolled.push({ course_id: course.id, student_id: studentId, state: 'in progress', progress: 0.3 });
    for (let week = 0; week < WEEKS; week += 1) {
      const share = busy[Math.min(week, busy.length - 1)] ?? 0;
      if (lot(studentId, week, course.id) >= share) continue;
      const start =
        this.#now - (7 * week + (lot(studentId, week, 7) % 7)) * DAY - 3 * HOUR - lot(studentId, 3) * MINUTE;
      this.#session(studentId, course, start, lot(studentId, week, school));
    }
  }

  #session(studentId: number, course: CourseOf, start: Instant, chance: number): void {
    const [begun, ended] = [toStored(start), toStored(start + (10 + (chance % 30)) * MINUTE)];
    const at = this.#sessions.length;
    const times = { created_at: begun, start_time: begun, end_time: ended, last_activity_at: ended };
    this.#sessions.push({
      type: 'homework',
      status: 'completed',
      course_id: course.id,
      teacher_id: course.teacherId,
      planned_minutes: 20,
      end_reason: 'pupil',
      ...times,
    });
    const feeling = (['positive', 'neutral', 'negative'] as const)[chance % 3] ?? 'neutral';
    this.#places.push({ student_id: studentId, emotional_state_before: feeling, is_attendant: 1 });
    if (chance % 4 !== 0) {
      const said = { description: 'In words.', evidence: '{"attemptIds":[],"messageIds":[]}', rubric_version: '1' };
      const made = {
        source: 'evaluator',
        provider: 'embedded',
        confidence: 0.6,
        flagged: 0,
        created_at: ended,
      } as const;
      this.#scores.push({ at, student_id: studentId, score: 4 + (chance % 6), ...said, ...made });
    }
    for (const [place, unit] of course.units.entries()) {
      if (lot(studentId, place, 11) >= unit.share) continue;
      for (const question of unit.questions.slice(0, 1 + (chance % 4))) {
        this.#answer(
          studentId,
          course.id,
          unit.name,
          { at, start, chance: lot(studentId, question.id, chance) },
          question,
        );
      }
    }
  }

  #answer(
    studentId: number,
    courseId: number,
    unitName: string,
    { at, start, chance }: { at: number; start: Instant; chance: number },
    question: CourseOf['units'][number]['questions'][number],
  ): void {
    const verdict = chance < 55 ? 'correct' : chance > 95 ? 'given up' : 'incorrect';
    const answer = verdict === 'incorrect' ? (WRONG[chance % WRONG.length] ?? '0') : question.answer;
    this.#attempts.push({
      at,
      student_id: studentId,
      qa_id: question.id,
      revision_id: question.revisionId,
      course_id: courseId,
      unit_name: unitName,
      answer,
      verdict,
      understood: chance % 5 === 0 ? answer : null,
      hints_used: chance % 3,
      revealed: 0,
      unaided: verdict === 'correct' && chance % 3 === 0 ? 1 : 0,
      counts: verdict === 'given up' ? 0 : 1,
      milliseconds: 9000,
      p_before: 0.5,
      mastery_after: 0.3 + chance / 200,
      created_at: toStored(start + 4 * MINUTE),
    });
  }

  /** A grade in a test, of the week before. */
  sit(studentId: number, { testId }: CourseOf): void {
    const grade = 40 + (lot(studentId, 5) % 60);
    const at = toStored(this.#now - 8 * DAY);
    const times = { date: at, begun_at: at, submitted_at: at, marked_at: at, released_at: at };
    const status = grade >= 56 ? ('passed' as const) : ('failed' as const);
    this.#sittings.push({
      test_id: testId,
      student_id: studentId,
      sitting: 1,
      status,
      phase: 'released',
      final_grade: grade,
      ...times,
    });
  }

  async save(db: DatabaseManager): Promise<void> {
    await db.tx(async (handle) => {
      const last = await handle
        .selectFrom('home_hours_study_sessions')
        .select(({ fn }) => fn.max('id').as('id'))
        .executeTakeFirstOrThrow();
      const idOf = (place: number) => Number(last.id) + 1 + place;
      const inSession = <One extends { at: number }>({ at, ...row }: One) => ({ ...row, home_session_id: idOf(at) });
      const sessions = this.#sessions.map((row, place) => ({ id: idOf(place), ...row }));
      const places = this.#places.map((row, place) => ({ home_session_id: idOf(place), ...row }));
      const [answers, scores] = [this.#attempts.map(inSession), this.#scores.map(inSession)];
      for (const some of inChunks(this.#enrolled, 200))
        await handle.insertInto('courses_students').values(some).execute();
      for (const some of inChunks(sessions, 200))
        await handle.insertInto('home_hours_study_sessions').values(some).execute();
      for (const some of inChunks(places, 200))
        await handle.insertInto('home_sessions_students').values(some).execute();
      for (const some of inChunks(answers, 200)) await handle.insertInto('attempts').values(some).execute();
      for (const some of inChunks(scores, 200)) {
        await handle.insertInto('sessional_proficiency_evaluations').values(some).execute();
      }
      await handle.insertInto('tests_students').values(this.#sittings).execute();
    });
  }
}
