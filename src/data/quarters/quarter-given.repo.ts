import { QUARTER_RUBRIC_VERSION, type QuarterKind } from '../../domain/evaluation/quarter-evaluation.ts';
import { NO_SCORE_REASONS, NOTHING_OWN, type QuarterOwn } from '../../domain/evaluation/quarter-given.ts';
import type { QuarterAction, QuarterReview } from '../../domain/evaluation/quarter-review.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';
import { upsert } from '../db/sql.ts';
import { placeKey, type QuarterName, type QuarterPlace } from './quarter.repo.ts';

/** What a class manager gives, or takes back where it is neither a score nor a reason. */
export interface GivenLine extends QuarterPlace {
  score: number | null;
  reason: string | null;
  words: string;
  byId: number;
  at: Instant;
}

/** The same as it is kept, for the record. */
export interface KeptLine extends Omit<GivenLine, 'byId'> {
  /** Null where it is not known any more. */
  by: string | null;
}

/** Names one score of one quarter. */
export const scoreKey = (place: QuarterPlace): string => `${placeKey(place)} ${place.schoolYear}/${place.quarter}`;

/** What class managers give for quarters, and what people say of the scores. Lines are only added. */
export class QuarterGivenRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** What stands for these pupils, by `scoreKey`; what is not there was never given. Two queries. */
  async standing(studentIds: readonly number[], name?: QuarterName): Promise<Map<string, QuarterOwn>> {
    const found = new Map<string, QuarterOwn>();
    for (const line of await this.linesOf(studentIds, name)) {
      const reason = NO_SCORE_REASONS.find((one) => one === line.reason) ?? null;
      const { score, words, at, id } = line;
      const there = score === null && reason === null ? NOTHING_OWN : { score, reason, words, at };
      found.set(scoreKey(line), { ...NOTHING_OWN, ...there, lastChange: id });
    }
    return found;
  }

  /** Every line that was written about these pupils, the oldest first. */
  async linesOf(studentIds: readonly number[], name?: QuarterName): Promise<(KeptLine & { id: number })[]> {
    if (studentIds.length === 0) return [];
    const rows = await this.#db.run((db) => {
      const query = db
        .selectFrom('quarter_given')
        .leftJoin('users', 'users.id', 'quarter_given.by_id')
        .selectAll('quarter_given')
        .select(['users.first_name', 'users.last_name'])
        .where('quarter_given.student_id', 'in', [...studentIds])
        .orderBy('quarter_given.id');
      if (!name) return query.execute();
      return query.where('school_year', '=', name.schoolYear).where('quarter', '=', name.quarter).execute();
    });
    return rows.map(({ id, kind, quarter, score, reason, words, at, ...row }) => ({
      id,
      kind,
      quarter,
      score,
      reason,
      words,
      studentId: row.student_id,
      subject: row.subject_name,
      schoolYear: row.school_year,
      by: row.first_name === null ? null : `${row.first_name} ${row.last_name}`,
      at: fromStored(at),
    }));
  }

  /** Writes down what is given, and lets it stand in the place of what was given before. In the caller's transaction. */
  async give(lines: readonly GivenLine[]): Promise<void> {
    if (lines.length === 0) return;
    const rows = lines.map(({ kind, studentId, subject, schoolYear, quarter, score, reason, words, byId, at }) => ({
      kind,
      student_id: studentId,
      subject_name: subject,
      school_year: schoolYear,
      quarter,
      score,
      reason,
      words,
      by_id: byId,
      at: toStored(at),
    }));
    await this.#db.run((db) => db.insertInto('quarter_given').values(rows).execute());
    for (const kind of ['investment', 'social'] as const) {
      const own = lines.filter((line) => line.kind === kind);
      await this.#stand(
        kind,
        own.filter((line) => line.score !== null || line.reason !== null),
      );
      await this.#takeBack(
        kind,
        own.filter((line) => line.score === null && line.reason === null),
      );
    }
  }

  async #stand(kind: Exclude<QuarterKind, 'proficiency'>, lines: readonly GivenLine[]): Promise<void> {
    const keys = ['student_id', 'subject_name', 'school_year', 'quarter', 'source'] as const;
    const rows = lines.map(({ studentId, subject, schoolYear, quarter, score, reason, words, at }) => ({
      student_id: studentId,
      subject_name: subject,
      school_year: schoolYear,
      quarter,
      score,
      reason,
      description: words,
      evidence: '{}',
      source: 'class manager' as const,
      rubric_version: QUARTER_RUBRIC_VERSION,
      confidence: score === null ? 0 : 1,
      created_at: toStored(at),
    }));
    await upsert(this.#db, `quarter_${kind}_evaluations`, [...keys], rows);
  }

  async #takeBack(kind: Exclude<QuarterKind, 'proficiency'>, lines: readonly GivenLine[]): Promise<void> {
    if (lines.length === 0) return;
    await this.#db.run((db) =>
      db
        .deleteFrom(`quarter_${kind}_evaluations`)
        .where('source', '=', 'class manager')
        .where(({ or, and, eb }) =>
          or(
            lines.map(({ studentId, subject, schoolYear, quarter }) =>
              and([
                eb('student_id', '=', studentId),
                eb('subject_name', '=', subject),
                eb('school_year', '=', schoolYear),
                eb('quarter', '=', quarter),
              ]),
            ),
          ),
        )
        .execute(),
    );
  }

  /** What is said of the scores of these pupils, by `scoreKey`, the oldest first. */
  async reviewsOf(studentIds: readonly number[], name?: QuarterName): Promise<Map<string, QuarterReview[]>> {
    const found = new Map<string, QuarterReview[]>();
    if (studentIds.length === 0) return found;
    const rows = await this.#db.run((db) => {
      const query = db
        .selectFrom('quarter_reviews')
        .leftJoin('users', 'users.id', 'quarter_reviews.by_id')
        .selectAll('quarter_reviews')
        .select(['users.first_name', 'users.last_name', 'users.role'])
        .where('quarter_reviews.student_id', 'in', [...studentIds])
        .orderBy('quarter_reviews.id');
      if (!name) return query.execute();
      return query.where('school_year', '=', name.schoolYear).where('quarter', '=', name.quarter).execute();
    });
    for (const { kind, student_id: studentId, subject_name: subject, school_year: schoolYear, ...row } of rows) {
      const { action, words, role, quarter } = row;
      const by = role === null ? null : { role, name: `${row.first_name} ${row.last_name}` };
      const key = scoreKey({ kind, studentId, subject, schoolYear, quarter });
      found.set(key, [...(found.get(key) ?? []), { action, words, by, at: fromStored(row.at) }]);
    }
    return found;
  }

  async addReview(
    { kind, studentId, subject, schoolYear, quarter }: QuarterPlace,
    { action, words, byId, at }: { action: QuarterAction; words: string; byId: number; at: Instant },
  ): Promise<void> {
    const of = { kind, student_id: studentId, subject_name: subject, school_year: schoolYear, quarter };
    await this.#db.run((db) =>
      db
        .insertInto('quarter_reviews')
        .values({ ...of, action, words, by_id: byId, at: toStored(at) })
        .execute(),
    );
  }
}
