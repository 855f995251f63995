import type { GivenKind, GivenScore } from '../../domain/evaluation/given-score.ts';
import type { SessionStatus } from '../../domain/study-session/study-session.ts';
import type { Instant } from '../../shared/instant.ts';
import { countSessions } from '../analytics/session-facts.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';
import { upsert } from '../db/sql.ts';
import type { SessionalEvaluation } from './evaluation.repo.ts';
import { givenRow } from './evaluation-rows.ts';

/** A pupil's part in a session. */
export interface PlaceName {
  sessionId: number;
  studentId: number;
}

/** One that its class manager may score. */
export interface OwnPlace extends PlaceName {
  name: string;
  status: SessionStatus;
  attended: boolean;
}

/** What a class manager gave, or took back. */
export interface GivenLine extends PlaceName {
  id: number;
  kind: GivenKind;
  score: number | null;
  words: string;
  /** Null where it is not known any more. */
  by: string | null;
  at: Instant;
}

export type OwnEvaluation = Omit<SessionalEvaluation, 'kind'> & { kind: GivenKind };

export type NewLine = Omit<GivenLine, 'id' | 'by'> & { byId: number };

const KINDS: readonly GivenKind[] = ['investment', 'social'];

/** Scores that class managers give after lessons: what stands, and every line that was written about it. */
export class GivenScoreRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Which of these places are of pupils who are in a class of this class manager, in lessons of that class. */
  async placesOf(classManagerId: number, named: readonly PlaceName[]): Promise<OwnPlace[]> {
    if (named.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('school_sessions_students as own')
        .innerJoin('school_hours_study_sessions as session', 'session.id', 'own.school_session_id')
        .innerJoin('lessons', 'lessons.id', 'session.lesson_id')
        .innerJoin('classess_class_managers as mine', 'mine.class_id', 'lessons.class_id')
        .innerJoin('classes_students as member', (join) =>
          join.onRef('member.class_id', '=', 'lessons.class_id').onRef('member.student_id', '=', 'own.student_id'),
        )
        .innerJoin('users', 'users.id', 'own.student_id')
        .select(['session.id as sessionId', 'own.student_id as studentId', 'session.status', 'own.is_attendant'])
        .select(['users.first_name', 'users.last_name'])
        .where('mine.class_manager_id', '=', classManagerId)
        .where('session.id', 'in', sessionsOf(named))
        .where('own.student_id', 'in', pupilsOf(named))
        .execute(),
    );
    return rows.map(({ first_name, last_name, is_attendant, ...row }) => {
      return { ...row, name: `${first_name} ${last_name}`, attended: is_attendant === 1 };
    });
  }

  /** What stands now of these places, by `keyOf`; what is not there was never given. Three queries. */
  async standing(named: readonly PlaceName[]): Promise<Map<string, GivenScore>> {
    const found = new Map<string, GivenScore>();
    if (named.length === 0) return found;
    const [sessions, pupils] = [sessionsOf(named), pupilsOf(named)];
    const lines = await this.#db.run((db) =>
      db
        .selectFrom('given_scores')
        .select(({ fn }) => ['school_session_id', 'student_id', 'kind', fn.max('id').as('last')])
        .where('school_session_id', 'in', sessions)
        .where('student_id', 'in', pupils)
        .groupBy(['school_session_id', 'student_id', 'kind'])
        .execute(),
    );
    for (const { school_session_id: sessionId, student_id: studentId, kind, last } of lines) {
      found.set(keyOf({ sessionId, studentId }, kind), { score: null, words: '', lastChange: Number(last) });
    }
    for (const kind of KINDS) {
      const rows = await this.#db.run((db) =>
        db
          .selectFrom(`sessional_${kind}_evaluations`)
          .select(['school_session_id', 'student_id', 'score', 'description'])
          .where('source', '=', 'class manager')
          .where('school_session_id', 'in', sessions)
          .where('student_id', 'in', pupils)
          .execute(),
      );
      for (const { school_session_id, student_id: studentId, score, description: words } of rows) {
        const key = keyOf({ sessionId: school_session_id ?? 0, studentId }, kind);
        found.set(key, { score, words, lastChange: found.get(key)?.lastChange ?? null });
      }
    }
    return found;
  }

  /** Puts these scores in the place of what was given before. One statement a kind. */
  async give(evaluations: readonly OwnEvaluation[]): Promise<void> {
    for (const kind of KINDS) {
      const own = evaluations.filter((one) => one.kind === kind);
      const rows = own.map((one) => ({ ...givenRow(one), school_session_id: one.sessionId }));
      if (rows.length === 0) continue;
      const keys = ['school_session_id', 'student_id', 'source'] as const;
      await this.#db.tx(async () => {
        await upsert(this.#db, `sessional_${kind}_evaluations`, [...keys], rows);
        await countSessions(
          this.#db,
          'school',
          own.map(({ sessionId }) => sessionId),
        );
      });
    }
  }

  /** Takes back what was given of these places: only the lines say that it was there. */
  async takeBack(kind: GivenKind, named: readonly PlaceName[]): Promise<void> {
    if (named.length === 0) return;
    await this.#db.tx(async (db) => {
      await db
        .deleteFrom(`sessional_${kind}_evaluations`)
        .where('source', '=', 'class manager')
        .where(({ or, and, eb }) =>
          or(
            named.map(({ sessionId, studentId }) =>
              and([eb('school_session_id', '=', sessionId), eb('student_id', '=', studentId)]),
            ),
          ),
        )
        .execute();
      await countSessions(
        this.#db,
        'school',
        named.map(({ sessionId }) => sessionId),
      );
    });
  }

  /** Writes down what was given and taken back. */
  async add(lines: readonly NewLine[]): Promise<void> {
    if (lines.length === 0) return;
    const rows = lines.map(({ sessionId, studentId, kind, score, words, byId, at }) => ({
      school_session_id: sessionId,
      student_id: studentId,
      kind,
      score,
      words,
      by_id: byId,
      at: toStored(at),
    }));
    await this.#db.run((db) => db.insertInto('given_scores').values(rows).execute());
  }

  /** What was given for one pupil in a session, the oldest first. */
  async linesOf({ sessionId, studentId }: PlaceName): Promise<GivenLine[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('given_scores')
        .leftJoin('users', 'users.id', 'given_scores.by_id')
        .selectAll('given_scores')
        .select(['users.first_name', 'users.last_name'])
        .where('school_session_id', '=', sessionId)
        .where('student_id', '=', studentId)
        .orderBy('given_scores.id')
        .execute(),
    );
    return rows.map(({ id, kind, score, words, at, first_name, last_name }) => {
      const by = first_name === null ? null : `${first_name} ${last_name}`;
      return { id, sessionId, studentId, kind, score, words, by, at: fromStored(at) };
    });
  }
}

/** One kind of score of one place. */
export const keyOf = ({ sessionId, studentId }: PlaceName, kind: GivenKind): string =>
  `${kind} ${sessionId} ${studentId}`;

const sessionsOf = (named: readonly PlaceName[]): number[] => [...new Set(named.map(({ sessionId }) => sessionId))];
const pupilsOf = (named: readonly PlaceName[]): number[] => [...new Set(named.map(({ studentId }) => studentId))];
