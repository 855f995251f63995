import { sql } from 'kysely';
import type { ReviewCard } from '../../domain/mastery/review-card.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStored, type StoredInstant, toStored } from '../db/instants.ts';
import { prepared } from '../db/prepared.ts';
import { inChunks, upsert } from '../db/sql.ts';

export interface StoredCard extends ReviewCard {
  qaId: number;
}

export interface DueCard extends StoredCard {
  unitName: string;
}

/** How many questions of a unit have a card, and how many of these are due. */
export interface UnitReviews {
  courseId: number;
  unitName: string;
  cards: number;
  due: number;
}

const CARD = prepared((db, { studentId, qaId }: { studentId: number; qaId: number }) =>
  db.selectFrom('review_cards').selectAll().where('student_id', '=', studentId).where('qa_id', '=', qaId),
);

const LAST_ANSWERED = prepared((db, { studentId, courseId }: { studentId: number; courseId: number }) =>
  db
    .selectFrom('review_cards as card')
    .innerJoin('qas', 'qas.id', 'card.qa_id')
    .select(['card.qa_id as qaId', 'card.reviewed_at as at'])
    .where('card.student_id', '=', studentId)
    .where('qas.course_id', '=', courseId),
);

/** The review cards of pupils, one a question. Whoever writes them holds the pupil (`MasteryRepo.lockStudent`). */
export class ReviewCardRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async find(studentId: number, qaId: number): Promise<ReviewCard | null> {
    const row = await CARD.first(this.#db, { studentId, qaId });
    return row ? toCard(row) : null;
  }

  /** When the pupil last answered each question of a course, by its id. As many rows as questions, however many answers. */
  async lastAnswered(studentId: number, courseId: number): Promise<Map<number, Instant>> {
    const rows = await LAST_ANSWERED.all(this.#db, { studentId, courseId });
    return new Map(rows.map(({ qaId, at }) => [qaId, fromStored(at)]));
  }

  async save(studentId: number, cards: readonly StoredCard[]): Promise<void> {
    for (const chunk of inChunks(cards)) {
      await upsert(
        this.#db,
        'review_cards',
        ['student_id', 'qa_id'],
        chunk.map((card) => toRow(studentId, card)),
      );
    }
  }

  /** These cards in place of all that the pupil had. */
  async replace(studentId: number, cards: readonly StoredCard[]): Promise<void> {
    await this.#db.run((db) => db.deleteFrom('review_cards').where('student_id', '=', studentId).execute());
    await this.save(studentId, cards);
  }

  /**
   * The cards of a course that are due, the longest due first: of questions for study that are still there and stand alone
   * (a later step of a problem makes no sense without the steps before it).
   */
  async listDue(studentId: number, courseId: number, now: Instant, limit: number): Promise<DueCard[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('review_cards as card')
        .innerJoin('qas', 'qas.id', 'card.qa_id')
        .selectAll('card')
        .select('qas.unit_name as unitName')
        .where('card.student_id', '=', studentId)
        .where('card.due_at', '<=', toStored(now))
        .where('qas.course_id', '=', courseId)
        .where(askedAlone)
        .orderBy('card.due_at')
        .orderBy('card.qa_id')
        .limit(limit)
        .execute(),
    );
    return rows.map((row) => ({ qaId: row.qa_id, unitName: row.unitName, ...toCard(row) }));
  }

  /** By unit, what `listDue` would find, among all cards of such questions; units without a card are left out. */
  async countByUnit(studentId: number, courseIds: readonly number[], now: Instant): Promise<UnitReviews[]> {
    if (courseIds.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('review_cards as card')
        .innerJoin('qas', 'qas.id', 'card.qa_id')
        .select(({ fn }) => [
          'qas.course_id as courseId',
          'qas.unit_name as unitName',
          fn.countAll<number>().as('cards'),
          sql<number>`sum(case when card.due_at <= ${toStored(now)} then 1 else 0 end)`.as('due'),
        ])
        .where('card.student_id', '=', studentId)
        .where('qas.course_id', 'in', [...courseIds])
        .where(askedAlone)
        .groupBy(['qas.course_id', 'qas.unit_name'])
        .execute(),
    );
    return rows.map((row) => ({ ...row, cards: Number(row.cards), due: Number(row.due) }));
  }
}

/** A question for study that is there and has no other steps. */
const askedAlone = () =>
  sql<boolean>`qas.type = 'for study' and qas.archived_at is null and not exists (select 1 from qas sibling
    where sibling.problem_id = qas.problem_id and sibling.id <> qas.id and sibling.archived_at is null)`;

interface Row {
  stability: number;
  difficulty: number;
  reviewed_at: StoredInstant;
  due_at: StoredInstant;
}

function toCard({ stability, difficulty, reviewed_at, due_at }: Row): ReviewCard {
  return { stability, difficulty, reviewedAt: fromStored(reviewed_at), dueAt: fromStored(due_at) };
}

function toRow(studentId: number, { qaId, stability, difficulty, reviewedAt, dueAt }: StoredCard) {
  const moments = { reviewed_at: toStored(reviewedAt), due_at: toStored(dueAt) };
  return { student_id: studentId, qa_id: qaId, stability, difficulty, ...moments };
}
