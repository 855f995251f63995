import type { EvaluationKind } from '../../domain/evaluation/evaluation.ts';
import type { ReviewAction, ScoreReview } from '../../domain/evaluation/score-review.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';

export interface NewReview {
  sessionId: number;
  studentId: number;
  kind: EvaluationKind;
  action: ReviewAction;
  score: number | null;
  words: string;
  byId: number;
  now: Instant;
}

/** A score that waits for its class manager. */
export interface WaitingScore {
  sessionId: number;
  studentId: number;
  pupil: string;
  course: string;
  kind: EvaluationKind;
  /** The evaluator's; null where none was given. */
  score: number | null;
  /** When the session ended. */
  at: Instant;
}

export interface ContestedScore extends WaitingScore {
  words: string;
  /** Whether the pupil said so, or a parent. */
  byPupil: boolean;
  contestedAt: Instant;
}

/** What people say of scores. It only grows. */
export class ScoreReviewRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async add(review: NewReview): Promise<void> {
    await this.#db.run((db) =>
      db
        .insertInto('score_reviews')
        .values({
          home_session_id: review.sessionId,
          student_id: review.studentId,
          kind: review.kind,
          action: review.action,
          score: review.score,
          words: review.words,
          by_id: review.byId,
          at: toStored(review.now),
        })
        .execute(),
    );
  }

  /** What was said of the scores of these sessions, by session, the oldest first. */
  async ofSessions(sessionIds: readonly number[]): Promise<Map<number, ScoreReview[]>> {
    if (sessionIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('score_reviews')
        .leftJoin('users', 'users.id', 'score_reviews.by_id')
        .select([
          'score_reviews.id',
          'score_reviews.home_session_id as sessionId',
          'score_reviews.kind',
          'score_reviews.action',
          'score_reviews.score',
          'score_reviews.words',
          'score_reviews.by_id',
          'score_reviews.at',
          'users.role',
          'users.first_name',
          'users.last_name',
        ])
        .where('score_reviews.home_session_id', 'in', [...sessionIds])
        .orderBy('score_reviews.id')
        .execute(),
    );
    const found = new Map<number, ScoreReview[]>();
    for (const { sessionId, by_id, role, first_name, last_name, at, ...review } of rows) {
      const name = first_name === null ? '' : `${first_name} ${last_name}`;
      // Whoever is gone from the school said it as one who contests or as one who answers.
      const by = { id: by_id, role: role ?? (review.action === 'contested' ? 'student' : 'class manager'), name };
      const of = found.get(sessionId) ?? [];
      of.push({ ...review, by, at: fromStored(at) });
      found.set(sessionId, of);
    }
    return found;
  }

  /** Scores of pupils in a class manager's classes that are contested and not answered, the longest waiting first. */
  async contestedOf(classManagerId: number, limit: number): Promise<ContestedScore[]> {
    const rows = await this.#db.run((db) =>
      selectContested(db, classManagerId)
        .innerJoin('home_hours_study_sessions as session', 'session.id', 'said.home_session_id')
        .innerJoin('courses', 'courses.id', 'session.course_id')
        .innerJoin('users as pupil', 'pupil.id', 'said.student_id')
        .leftJoin('users as author', 'author.id', 'said.by_id')
        .select(({ selectFrom }) => [
          'said.home_session_id as sessionId',
          'said.student_id as studentId',
          'said.kind',
          'said.words',
          'said.at as contestedAt',
          'author.role',
          'pupil.first_name',
          'pupil.last_name',
          'courses.name as course',
          'session.end_time',
          'session.created_at',
          selectFrom('sessional_proficiency_evaluations as one')
            .select('one.score')
            .whereRef('one.home_session_id', '=', 'said.home_session_id')
            .where('one.source', '=', 'evaluator')
            .as('proficiency'),
          selectFrom('sessional_investment_evaluations as other')
            .select('other.score')
            .whereRef('other.home_session_id', '=', 'said.home_session_id')
            .where('other.source', '=', 'evaluator')
            .as('investment'),
        ])
        .orderBy('said.id')
        .limit(limit)
        .execute(),
    );
    return rows.map((row) => ({
      sessionId: row.sessionId,
      studentId: row.studentId,
      pupil: `${row.first_name} ${row.last_name}`,
      course: row.course,
      kind: row.kind,
      score: row[row.kind],
      words: row.words,
      byPupil: row.role !== 'parent',
      at: fromStored(row.end_time ?? row.created_at),
      contestedAt: fromStored(row.contestedAt),
    }));
  }

  /** How many they are. */
  async countContested(classManagerId: number): Promise<number> {
    const row = await this.#db.run((db) =>
      selectContested(db, classManagerId)
        .select(({ fn }) => fn.countAll<number>().as('scores'))
        .executeTakeFirstOrThrow(),
    );
    return Number(row.scores);
  }

  /**
   * Scores since then of pupils in a class manager's classes where the model and the evidence lay far apart, or the model's
   * words could not be used, and about which nobody has said anything yet; the newest first.
   */
  async flaggedOf(classManagerId: number, since: Instant, limit: number): Promise<WaitingScore[]> {
    const found: WaitingScore[] = [];
    for (const kind of ['proficiency', 'investment'] as const) {
      const rows = await this.#db.run((db) =>
        db
          .selectFrom(`sessional_${kind}_evaluations as given`)
          .innerJoin('home_hours_study_sessions as session', 'session.id', 'given.home_session_id')
          .innerJoin('courses', 'courses.id', 'session.course_id')
          .innerJoin('users as pupil', 'pupil.id', 'given.student_id')
          .select([
            'session.id as sessionId',
            'given.student_id as studentId',
            'given.score',
            'given.created_at',
            'pupil.first_name',
            'pupil.last_name',
            'courses.name as course',
          ])
          .where('given.flagged', '=', 1)
          .where('given.source', '=', 'evaluator')
          .where('given.created_at', '>=', toStored(since))
          .where('given.student_id', 'in', pupilsOf(db, classManagerId))
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('score_reviews as said')
                  .select('said.id')
                  .whereRef('said.home_session_id', '=', 'session.id')
                  .where('said.kind', '=', kind),
              ),
            ),
          )
          .orderBy('given.created_at', 'desc')
          .limit(limit)
          .execute(),
      );
      for (const { created_at, first_name, last_name, ...row } of rows) {
        found.push({ ...row, kind, pupil: `${first_name} ${last_name}`, at: fromStored(created_at) });
      }
    }
    return found.sort((a, b) => b.at - a.at).slice(0, limit);
  }
}

/** Nobody contests a score that is contested already, so that there is one for each. */
function selectContested(db: Handle, classManagerId: number) {
  return db
    .selectFrom('score_reviews as said')
    .where('said.action', '=', 'contested')
    .where('said.student_id', 'in', pupilsOf(db, classManagerId))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('score_reviews as answer')
            .select('answer.id')
            .whereRef('answer.home_session_id', '=', 'said.home_session_id')
            .whereRef('answer.kind', '=', 'said.kind')
            .whereRef('answer.id', '>', 'said.id')
            .where('answer.action', '<>', 'contested'),
        ),
      ),
    );
}

function pupilsOf(db: Handle, classManagerId: number) {
  return db
    .selectFrom('classes_students')
    .innerJoin('classess_class_managers', 'classess_class_managers.class_id', 'classes_students.class_id')
    .select('classes_students.student_id')
    .where('classess_class_managers.class_manager_id', '=', classManagerId);
}
