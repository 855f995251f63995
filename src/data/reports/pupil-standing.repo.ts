import { sql } from 'kysely';
import type { DialogueState } from '../../domain/tutoring/dialogue.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';

export type DialogueFlag = DialogueState['flags'][number];

/** How far a pupil has come in all courses together. */
export interface UnitCounts {
  /** Units of the courses that the pupil is enrolled in. */
  units: number;
  mastered: number;
}

export interface FlaggedSession {
  studentId: number;
  sessionId: number;
  flags: DialogueFlag[];
}

export interface NextTest {
  studentId: number;
  name: string;
  courseName: string;
  date: Instant;
}

/** What can be said of many pupils at once: one query a question, however many they are. */
export class PupilStandingRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Units and mastered units by pupil, of courses that can be studied; a pupil without one is left out. */
  async unitCounts(studentIds: readonly number[]): Promise<Map<number, UnitCounts>> {
    if (studentIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('courses_students')
        .innerJoin('courses', 'courses.id', 'courses_students.course_id')
        .innerJoin('learning_units', 'learning_units.course_id', 'courses_students.course_id')
        .leftJoin('learning_units_students as own', (join) =>
          join
            .onRef('own.course_id', '=', 'learning_units.course_id')
            .onRef('own.unit_name', '=', 'learning_units.name')
            .onRef('own.student_id', '=', 'courses_students.student_id'),
        )
        .select(({ fn }) => [
          'courses_students.student_id as studentId',
          fn.countAll<number>().as('units'),
          sql<number>`sum(case when own.state = 'completed' then 1 else 0 end)`.as('mastered'),
        ])
        .where('courses_students.student_id', 'in', [...studentIds])
        .where('courses.archived_at', 'is', null)
        .where('courses.draft_since', 'is', null)
        .where('learning_units.archived_at', 'is', null)
        .where('learning_units.draft_since', 'is', null)
        .groupBy('courses_students.student_id')
        .execute(),
    );
    return new Map(rows.map((row) => [row.studentId, { units: Number(row.units), mastered: Number(row.mastered) }]));
  }

  /** Each pupil's next test that is not over yet. */
  async nextTests(studentIds: readonly number[], now: Instant): Promise<Map<number, NextTest>> {
    if (studentIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('tests_students')
        .innerJoin('tests', 'tests.id', 'tests_students.test_id')
        .innerJoin('courses', 'courses.id', 'tests.course_id')
        .select([
          'tests_students.student_id as studentId',
          'tests.name',
          'courses.name as courseName',
          'tests_students.date',
        ])
        .where('tests_students.student_id', 'in', [...studentIds])
        .where('tests_students.date', '>=', toStored(now))
        .where('tests_students.phase', '=', 'not begun')
        .orderBy('tests_students.date')
        .execute(),
    );
    const found = new Map<number, NextTest>();
    for (const row of rows) {
      if (!found.has(row.studentId)) found.set(row.studentId, { ...row, date: fromStored(row.date) });
    }
    return found;
  }

  /** What the tutoring dialogue noticed in sessions that these pupils began since then, the newest first. */
  async dialogueFlags(studentIds: readonly number[], since: Instant): Promise<FlaggedSession[]> {
    if (studentIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('home_sessions_students')
        .innerJoin('home_hours_study_sessions as s', 's.id', 'home_sessions_students.home_session_id')
        .innerJoin('session_dialogues as dialogue', 'dialogue.home_session_id', 's.id')
        .select([
          'home_sessions_students.student_id as studentId',
          's.id as sessionId',
          sql<string | null>`json_extract(dialogue.state, '$.flags')`.as('flags'),
        ])
        .where('home_sessions_students.student_id', 'in', [...studentIds])
        .where('s.start_time', '>=', toStored(since))
        .orderBy('s.id', 'desc')
        .execute(),
    );
    return rows.flatMap(({ studentId, sessionId, flags: text }) => {
      const flags: DialogueFlag[] = JSON.parse(text ?? '[]');
      return flags.length === 0 ? [] : [{ studentId, sessionId, flags }];
    });
  }

  /** What the tutoring dialogue noticed in these sessions, by session. */
  async flagsOfSessions(sessionIds: readonly number[]): Promise<Map<number, DialogueFlag[]>> {
    if (sessionIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('session_dialogues')
        .select(['home_session_id', sql<string | null>`json_extract(state, '$.flags')`.as('flags')])
        .where('home_session_id', 'in', [...sessionIds])
        .execute(),
    );
    return new Map(
      rows.map(({ home_session_id, flags }): [number, DialogueFlag[]] => [
        home_session_id ?? 0,
        JSON.parse(flags ?? '[]'),
      ]),
    );
  }

  /** Sessions since then whose evaluation a person has to look at, by pupil. */
  async evaluationsToReview(studentIds: readonly number[], since: Instant): Promise<Map<number, number>> {
    if (studentIds.length === 0) return new Map();
    const rows = await this.#db.run((db) => {
      const flagged = (table: 'sessional_proficiency_evaluations' | 'sessional_investment_evaluations') =>
        db
          .selectFrom(table)
          .select(['student_id', 'home_session_id', 'school_session_id'])
          .where('student_id', 'in', [...studentIds])
          .where('created_at', '>=', toStored(since))
          .where('flagged', '=', 1);
      return flagged('sessional_proficiency_evaluations').union(flagged('sessional_investment_evaluations')).execute();
    });
    const found = new Map<number, number>();
    for (const { student_id } of rows) found.set(student_id, (found.get(student_id) ?? 0) + 1);
    return found;
  }
}
