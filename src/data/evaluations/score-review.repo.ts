import { type SqlBool, sql } from 'kysely';
import type { EvaluationKind } from '../../domain/evaluation/evaluation.ts';
import type { ReviewAction, ScoreReview } from '../../domain/evaluation/score-review.ts';
import type { SessionKind } from '../../domain/study-session/study-session.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { fromStored, toStored } from '../db/instants.ts';

export interface NewReview {
  /** Of a session at home, or of a lesson at school: their ids have nothing to do with each other. */
  hours: SessionKind;
  sessionId: number;
  studentId: number;
  kind: EvaluationKind;
  action: ReviewAction;
  score: number | null;
  words: string;
  /** Null where it is not known any more. */
  byId: number | null;
  now: Instant;
}

/** A score that waits for its class manager. */
export interface WaitingScore {
  hours: SessionKind;
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
          home_session_id: review.hours === 'home' ? review.sessionId : null,
          school_session_id: review.hours === 'school' ? review.sessionId : null,
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

  /** What was said of the scores of these sessions at home, by session, the oldest first. */
  async ofSessions(sessionIds: readonly number[]): Promise<Map<number, ScoreReview[]>> {
    if (sessionIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      selectSaid(db)
        .where('score_reviews.home_session_id', 'in', [...sessionIds])
        .execute(),
    );
    return bySession(rows, ({ home_session_id: id }) => id);
  }

  /** The same of a pupil's part in these lessons at school. */
  async ofLessons(studentId: number, sessionIds: readonly number[]): Promise<Map<number, ScoreReview[]>> {
    if (sessionIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      selectSaid(db)
        .where('score_reviews.school_session_id', 'in', [...sessionIds])
        .where('score_reviews.student_id', '=', studentId)
        .execute(),
    );
    return bySession(rows, ({ school_session_id: id }) => id);
  }

  /** Scores of pupils in a class manager's classes that are contested and not answered, the longest waiting first. */
  async contestedOf(classManagerId: number, limit: number): Promise<ContestedScore[]> {
    const rows = await this.#db.run((db) =>
      selectContested(db, classManagerId)
        .leftJoin('home_hours_study_sessions as session', 'session.id', 'said.home_session_id')
        .leftJoin('school_hours_study_sessions as lesson', 'lesson.id', 'said.school_session_id')
        .leftJoin('courses', (join) =>
          join.on(({ eb, fn }) => eb('courses.id', '=', fn.coalesce('session.course_id', 'lesson.course_id'))),
        )
        .innerJoin('users as pupil', 'pupil.id', 'said.student_id')
        .leftJoin('users as author', 'author.id', 'said.by_id')
        .select(({ selectFrom }) => [
          'said.home_session_id',
          'said.school_session_id',
          'said.student_id as studentId',
          'said.kind',
          'said.words',
          'said.at as contestedAt',
          'author.role',
          'pupil.first_name',
          'pupil.last_name',
          'courses.name as course',
          'session.end_time',
          'lesson.end_time as lesson_end',
          selectFrom('sessional_proficiency_evaluations as one')
            .select('one.score')
            .where(isOf('one'))
            .where('one.source', '=', 'evaluator')
            .as('proficiency'),
          selectFrom('sessional_investment_evaluations as other')
            .select('other.score')
            .where(isOf('other'))
            .where('other.source', '=', 'evaluator')
            .as('investment'),
        ])
        .orderBy('said.id')
        .limit(limit)
        .execute(),
    );
    return rows.map((row) => ({
      ...sessionOf(row),
      studentId: row.studentId,
      pupil: `${row.first_name} ${row.last_name}`,
      course: row.course ?? '',
      kind: row.kind,
      score: row[row.kind],
      words: row.words,
      byPupil: row.role !== 'parent',
      at: fromStored(row.end_time ?? row.lesson_end ?? row.contestedAt),
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
          .leftJoin('home_hours_study_sessions as session', 'session.id', 'given.home_session_id')
          .leftJoin('school_hours_study_sessions as lesson', 'lesson.id', 'given.school_session_id')
          .leftJoin('courses', (join) =>
            join.on(({ eb, fn }) => eb('courses.id', '=', fn.coalesce('session.course_id', 'lesson.course_id'))),
          )
          .innerJoin('users as pupil', 'pupil.id', 'given.student_id')
          .select([
            'given.home_session_id',
            'given.school_session_id',
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
                  .where(isOf('given'))
                  .where('said.kind', '=', kind),
              ),
            ),
          )
          .orderBy('given.created_at', 'desc')
          .limit(limit)
          .execute(),
      );
      for (const { studentId, score, course, ...row } of rows) {
        const pupil = `${row.first_name} ${row.last_name}`;
        const at = fromStored(row.created_at);
        found.push({ ...sessionOf(row), studentId, score, course: course ?? '', kind, pupil, at });
      }
    }
    return found.sort((a, b) => b.at - a.at).slice(0, limit);
  }
}

/** Whether a row is of the session of `said`, and, of a lesson, of the same pupil. */
const isOf = (table: string) => {
  const [home, lesson, pupil] = ['home_session_id', 'school_session_id', 'student_id'].map((column) => ({
    row: sql.ref(`${table}.${column}`),
    said: sql.ref(`said.${column}`),
  }));
  return sql<SqlBool>`(${home?.row} = ${home?.said} or (${lesson?.row} = ${lesson?.said} and ${pupil?.row} = ${pupil?.said}))`;
};

function sessionOf(row: { home_session_id: number | null; school_session_id: number | null }) {
  return row.home_session_id === null
    ? { hours: 'school' as const, sessionId: row.school_session_id ?? 0 }
    : { hours: 'home' as const, sessionId: row.home_session_id };
}

function selectSaid(db: Handle) {
  return db
    .selectFrom('score_reviews')
    .leftJoin('users', 'users.id', 'score_reviews.by_id')
    .select([
      'score_reviews.id',
      'score_reviews.home_session_id',
      'score_reviews.school_session_id',
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
    .orderBy('score_reviews.id');
}

type Said = Awaited<ReturnType<ReturnType<typeof selectSaid>['execute']>>[number];

function bySession(rows: readonly Said[], idOf: (row: Said) => number | null): Map<number, ScoreReview[]> {
  const found = new Map<number, ScoreReview[]>();
  for (const row of rows) {
    const of = found.get(idOf(row) ?? 0) ?? [];
    of.push(toReview(row));
    found.set(idOf(row) ?? 0, of);
  }
  return found;
}

function toReview({ id, kind, action, score, words, by_id, at, role, first_name, last_name }: Said): ScoreReview {
  const name = first_name === null ? '' : `${first_name} ${last_name}`;
  // Whoever is gone from the school said it as one who contests or as one who answers.
  const by = { id: by_id, role: role ?? (action === 'contested' ? 'student' : 'class manager'), name };
  return { id, kind, action, score, words, by, at: fromStored(at) };
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
            .where(isOf('answer'))
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
