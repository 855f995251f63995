import { type Selectable, sql } from 'kysely';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { fromStored, type StoredInstant } from '../../src/data/db/instants.ts';
import { TABLES, type Tables } from '../../src/data/db/schema.ts';
import { type CivilDay, civilDay, machineTimeZone } from '../../src/shared/calendar.ts';
import type { Instant } from '../../src/shared/instant.ts';

/** Asking the machine takes longer than most counts. */
const ZONE = machineTimeZone();

export type TableName = keyof typeof TABLES;
/** A row as it lies there. */
export type RawRow<T extends TableName = TableName> = Selectable<Tables[T]>;

/** A pupil's part in a session that is over, put together from raw rows. */
export interface Part {
  kind: 'home' | 'school';
  sessionId: number;
  studentId: number;
  courseId: number | null;
  at: Instant;
  day: CivilDay;
  there: boolean;
  activeMs: number;
  attempts: number;
  correct: number;
  unaided: number;
  hints: number;
  givenUp: number;
  proficiency: number | null;
  investment: number | null;
  social: number | null;
  feelingBefore: string | null;
  feelingAfter: string | null;
}

/** A sitting of a test whose grade was released. */
export interface Graded {
  studentId: number;
  courseId: number;
  testId: number;
  day: CivilDay;
  grade: number;
  passed: boolean;
}

/** Everything in a database, row by row: figures are counted from this, by other means than the program's queries. */
export class RawRows {
  readonly now: Instant;
  readonly #tables: { readonly [T in TableName]?: readonly RawRow<T>[] };
  readonly #days = new Map<string, CivilDay>();
  #parts: Part[] | undefined;

  private constructor(now: Instant, tables: { readonly [T in TableName]?: readonly RawRow<T>[] }) {
    this.now = now;
    this.#tables = tables;
  }

  static async read(db: DatabaseManager, now: Instant): Promise<RawRows> {
    const tables: Record<string, unknown[]> = {};
    for (const name of Object.keys(TABLES)) {
      tables[name] = (await sql`select * from ${sql.table(name)}`.execute(db.handle())).rows;
    }
    return new RawRows(now, tables);
  }

  /**
   * The same as somebody looked at it at a moment before: with that day as today, sessions and answers of later days away, and all others
   * judged as they were then.
   */
  asOf(moment: Instant): RawRows {
    const today = civilDay(moment, ZONE);
    const later = this.of('attempt_regrades').filter(({ at }) => this.dayOf(at) > today);
    const then = new Map(later.toReversed().map((one) => [one.attempt_id, one.verdict_before]));
    const attempts = this.of('attempts')
      .filter((one) => this.dayOf(one.created_at) <= today)
      .map((one) => ({ ...one, verdict: then.get(one.id) ?? one.verdict }));
    const begun = <T extends { start_time: string | null }>(sessions: readonly T[]): T[] =>
      sessions.filter(({ start_time: at }) => at === null || this.dayOf(at) <= today);
    const home_hours_study_sessions = begun(this.of('home_hours_study_sessions'));
    const school_hours_study_sessions = begun(this.of('school_hours_study_sessions'));
    return new RawRows(moment, { ...this.#tables, attempts, home_hours_study_sessions, school_hours_study_sessions });
  }

  of<T extends TableName>(table: T): readonly RawRow<T>[] {
    return this.#tables[table] ?? [];
  }

  one<T extends TableName>(table: T, fits: (row: RawRow<T>) => boolean): RawRow<T> {
    const found = this.of(table).find(fits);
    if (!found) throw new Error(`nothing in ${table} fits`);
    return found;
  }

  /** The day of a moment as it is kept, where the school is. */
  dayOf(stored: string): CivilDay {
    const known = this.#days.get(stored);
    if (known !== undefined) return known;
    const day = civilDay(fromStored(stored as StoredInstant), ZONE);
    this.#days.set(stored, day);
    return day;
  }

  /** Some days before today; 0 is today. */
  dayBefore(days: number): CivilDay {
    const today = civilDay(this.now, ZONE);
    return new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
  }

  /** Days from today to the day of a moment. */
  daysTo(at: Instant): number {
    const [day, today] = [civilDay(at, ZONE), civilDay(this.now, ZONE)];
    return (Date.parse(day) - Date.parse(today)) / 86_400_000;
  }

  nameOf(userId: number): string {
    const { first_name: first, last_name: last } = this.one('users', ({ id }) => id === userId);
    return `${first} ${last}`;
  }

  idOf(username: string): number {
    return this.one('users', (user) => user.username === username).id;
  }

  subjectOf(courseId: number | null): string | null {
    return this.of('courses').find(({ id }) => id === courseId)?.subject_name ?? null;
  }

  /** Each pupil's part in each session that is over, at home and at school. */
  parts(): readonly Part[] {
    this.#parts ??= [...this.#partsAt('home'), ...this.#partsAt('school')];
    return this.#parts;
  }

  /** Each sitting of a test whose grade was released, on the day on which it was begun. */
  graded(): Graded[] {
    return this.of('tests_students').flatMap((row) =>
      row.phase !== 'released' || row.final_grade === null
        ? []
        : [
            {
              studentId: row.student_id,
              courseId: this.one('tests', ({ id }) => id === row.test_id).course_id,
              testId: row.test_id,
              day: this.dayOf(row.begun_at ?? row.date),
              grade: Number(row.final_grade),
              passed: row.status === 'passed',
            },
          ],
    );
  }

  #partsAt(kind: 'home' | 'school'): Part[] {
    const lessons = new Map(this.of('lessons').map((row) => [row.id, row]));
    const sessions = new Map(this.of(`${kind}_hours_study_sessions`).map((row) => [row.id, row]));
    const pauses = Map.groupBy(this.of(`${kind}_hours_study_session_pauses`), (row) => sessionIn(row, kind));
    const attempts = Map.groupBy(this.of('attempts'), (row) => `${sessionIn(row, kind)}/${row.student_id}`);
    const scores = this.#scoresAt(kind);
    return this.of(`${kind}_sessions_students`).flatMap((place): Part[] => {
      const session = sessions.get(sessionIn(place, kind) ?? 0);
      const lesson = session && lessons.get(numberIn(session, 'lesson_id') ?? 0);
      const begun = session?.start_time ?? (kind === 'school' ? lesson?.start_time : null) ?? null;
      const isOver =
        session?.status === 'completed' ||
        (kind === 'school' && session?.status === 'cancelled' && lesson?.start_time != null);
      if (!session || !isOver || begun === null) return [];
      const there = place.is_attendant === 1;
      const paused = (pauses.get(session.id) ?? []).reduce((sum, one) => sum + lengthOf(one), 0);
      const all = attempts.get(`${session.id}/${place.student_id}`) ?? [];
      const first = all.filter(({ counts }) => counts === 1);
      const right = first.filter(({ verdict }) => verdict === 'correct');
      const score = (of: string, source: string): number | null =>
        scores.get([session.id, place.student_id, of, source].join('/')) ?? null;
      return [
        {
          kind,
          sessionId: session.id,
          studentId: place.student_id,
          courseId: session.course_id,
          at: fromStored(begun),
          day: this.dayOf(begun),
          there,
          activeMs: there && session.end_time ? lengthOf(session) - paused : 0,
          attempts: first.length,
          correct: right.length,
          unaided: right.filter(({ unaided }) => unaided === 1).length,
          hints: first.reduce((sum, { hints_used: hints }) => sum + hints, 0),
          givenUp: all.filter(({ verdict }) => verdict === 'given up').length,
          proficiency: score('proficiency', 'evaluator'),
          investment: score('investment', 'class manager') ?? score('investment', 'evaluator'),
          social: kind === 'home' ? null : score('social', 'class manager'),
          feelingBefore: place.emotional_state_before,
          feelingAfter: place.emotional_state_after,
        },
      ];
    });
  }

  /** Scores of sessions by session, pupil, what they are of, and who gave them. */
  #scoresAt(kind: 'home' | 'school'): Map<string, number | null> {
    const found = new Map<string, number | null>();
    for (const side of ['proficiency', 'investment', 'social'] as const) {
      for (const row of this.of(`sessional_${side}_evaluations`)) {
        const session = sessionIn(row, kind);
        const place = [session, row.student_id, side, row.source].join('/');
        if (session !== null && !found.has(place)) found.set(place, row.score);
      }
    }
    return found;
  }
}

/** The session that a row is of, at home or at school; null: of none there. */
function sessionIn(row: object, kind: 'home' | 'school'): number | null {
  return numberIn(row, `${kind}_session_id`);
}

function numberIn(row: object, column: string): number | null {
  const value: unknown = Reflect.get(row, column);
  return typeof value === 'number' ? value : null;
}

function lengthOf({ start_time: from, end_time: to }: Record<'start_time' | 'end_time', StoredInstant | null>): number {
  return from === null || to === null ? 0 : fromStored(to) - fromStored(from);
}
