import { type Kysely, sql } from 'kysely';
import { type ReviewCard, ratingOf, reviewed } from '../../domain/mastery/review-card.ts';
import type { AttemptRecord } from '../../domain/tutoring/dialogue.ts';
import { createIndex, createTable } from '../db/ddl.ts';
import { fromStored, type StoredInstant, toStored } from '../db/instants.ts';
import type { MigrationBody } from '../db/migrator.ts';
import { inChunks } from '../db/sql.ts';

/** What pupils remember of questions. It is made of their attempts alone, so the cards of earlier attempts are made here. */
export const up: MigrationBody = async (db, dialect) => {
  await createTable(
    db,
    dialect,
    'review_cards',
    `student_id {ref} not null, qa_id {ref} not null, stability {real} not null, difficulty {real} not null,
      reviewed_at {instant} not null, due_at {instant} not null, primary key (student_id, qa_id),
      foreign key (student_id) references students (user_id) on delete cascade,
      foreign key (qa_id) references qas (id) on delete cascade`,
  );
  await createIndex(db, dialect, 'ix_review_cards_due', 'review_cards (student_id, due_at)');
  await sql`delete from review_cards`.execute(db);
  const pupils = await sql<{ id: number }>`select distinct student_id as id from attempts`.execute(db);
  for (const { id } of pupils.rows) await makeCards(db, id);
};

interface Row {
  qa_id: number;
  verdict: AttemptRecord['verdict'];
  hints_used: number;
  revealed: number;
  unaided: number;
  created_at: StoredInstant;
}

async function makeCards(db: Kysely<never>, studentId: number): Promise<void> {
  const { rows } = await sql<Row>`select qa_id, verdict, hints_used, revealed, unaided, created_at from attempts
    where student_id = ${studentId} order by id`.execute(db);
  const cards = new Map<number, ReviewCard>();
  for (const { qa_id, verdict, hints_used: hintsUsed, created_at: at, ...flags } of rows) {
    const rating = ratingOf({ verdict, hintsUsed, revealed: flags.revealed === 1, unaided: flags.unaided === 1 });
    if (rating !== null) cards.set(qa_id, reviewed(cards.get(qa_id) ?? null, rating, fromStored(at)));
  }
  for (const chunk of inChunks([...cards])) {
    const values = chunk.map(([qaId, { stability, difficulty, reviewedAt, dueAt }]) => {
      return sql`(${studentId}, ${qaId}, ${stability}, ${difficulty}, ${toStored(reviewedAt)}, ${toStored(dueAt)})`;
    });
    await sql`insert into review_cards (student_id, qa_id, stability, difficulty, reviewed_at, due_at)
      values ${sql.join(values)}`.execute(db);
  }
}
