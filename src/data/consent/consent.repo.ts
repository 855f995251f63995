import type { GivenConsent } from '../../domain/consent/consent.ts';
import type { Purpose } from '../../domain/consent/purposes.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';
import { inChunks, isUniqueViolation } from '../db/sql.ts';

export interface NewConsent {
  studentId: number;
  purpose: Purpose;
  version: number;
  answer: 'yes' | 'no';
  source: 'parent' | 'school';
  byId: number;
  note: string | null;
  now: Instant;
}

/** One answer, as it stays on record. */
export interface ConsentEntry extends GivenConsent {
  purpose: Purpose;
  source: 'parent' | 'school';
  /** Null: the account is gone. */
  by: string | null;
  note: string | null;
  at: Instant;
}

/** What a pupil's newest answer is, beside what their school does while there is none. */
export interface PupilConsent {
  studentId: number;
  given: (GivenConsent & { source: 'parent' | 'school'; at: Instant }) | null;
  unanswered: boolean;
  graceDays: number;
}

/** Answers to what parents are asked: they are only added to. */
export class ConsentRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async add(entries: readonly NewConsent[]): Promise<void> {
    const rows = entries.map((entry) => ({
      student_id: entry.studentId,
      purpose: entry.purpose,
      version: entry.version,
      answer: entry.answer,
      source: entry.source,
      by_id: entry.byId,
      note: entry.note,
      at: toStored(entry.now),
    }));
    for (const chunk of inChunks(rows)) {
      await this.#db.run((db) => db.insertInto('consents').values(chunk).execute());
    }
  }

  /** The newest answer of each of these pupils, and what their schools' policies say. One query. */
  async newest(purpose: Purpose, studentIds: readonly number[]): Promise<PupilConsent[]> {
    if (studentIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('students')
        .innerJoin('schools', 'schools.id', 'students.school_id')
        .leftJoin('consents', (join) =>
          join.on('consents.id', '=', ({ selectFrom }) =>
            selectFrom('consents as newer')
              .select(({ fn }) => fn.max('newer.id').as('id'))
              .whereRef('newer.student_id', '=', 'students.user_id')
              .where('newer.purpose', '=', purpose),
          ),
        )
        .select([
          'students.user_id as studentId',
          'schools.unanswered_consent',
          'schools.consent_grace_days',
          'consents.answer',
          'consents.version',
          'consents.source',
          'consents.at',
        ])
        .where('students.user_id', 'in', [...studentIds])
        .execute(),
    );
    return rows.map(({ studentId, answer, version, source, at, ...policy }) => ({
      studentId,
      given:
        answer === null || version === null || source === null || at === null
          ? null
          : { answer, version, source, at: fromStored(at) },
      unanswered: policy.unanswered_consent === 1,
      graceDays: policy.consent_grace_days,
    }));
  }

  /** All that was ever answered for a pupil, the newest first. */
  async historyOf(studentId: number, limit: number): Promise<ConsentEntry[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('consents')
        .leftJoin('users', 'users.id', 'consents.by_id')
        .select(['purpose', 'version', 'answer', 'source', 'note', 'at', 'first_name', 'last_name'])
        .where('student_id', '=', studentId)
        .orderBy('consents.id', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ first_name, last_name, at, purpose, ...row }) => ({
      ...row,
      purpose: purpose as Purpose,
      by: first_name === null ? null : `${first_name} ${last_name}`,
      at: fromStored(at),
    }));
  }

  /** Who takes or took part in a session at school: the words of all of them are in its talk. */
  async membersOfLesson(sessionId: number): Promise<number[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('school_sessions_students')
        .select('student_id')
        .where('school_session_id', '=', sessionId)
        .execute(),
    );
    return rows.map((row) => row.student_id);
  }

  /** Since when a version is in force here; null: nobody has begun to ask it. */
  async since(purpose: Purpose, version: number): Promise<Instant | null> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('consent_versions')
        .select('since')
        .where('purpose', '=', purpose)
        .where('version', '=', version)
        .executeTakeFirst(),
    );
    return row ? fromStored(row.since) : null;
  }

  /** Keeps that a version is asked from now on; one that is asked already stays as it is. */
  async begin(purpose: Purpose, version: number, now: Instant): Promise<void> {
    if ((await this.since(purpose, version)) !== null) return;
    const row = { purpose, version, since: toStored(now) };
    try {
      await this.#db.run((db) => db.insertInto('consent_versions').values(row).execute());
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
}
