import type { Instant } from '../../shared/instant.ts';
import type { Handle } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { insertedId } from '../db/sql.ts';

/** How much of each kind a publication added or changed (`sequences`: units whose questions got another order); what is not named was not touched. */
export type PublicationSummary = Partial<
  Record<'courses' | 'units' | 'problems' | 'questions' | 'tests' | 'sequences', number>
>;

export interface PublicationRecord {
  courseId: number;
  /** Null where a program did it: an import by command, the sample region. */
  by: number | null;
  origin: 'editor' | 'import';
  note: string;
  summary: PublicationSummary;
  now: Instant;
}

/**
 * Writes down that a course was published, and moves its content version on: banks that are kept in memory are read anew. Call it
 * in the transaction that changes the course. Answers with the id of the record and the new version.
 */
export async function recordPublication(
  db: Handle,
  { courseId, by, origin, note, summary, now }: PublicationRecord,
): Promise<{ id: number; number: number }> {
  await db
    .updateTable('courses')
    .set((eb) => ({ content_version: eb('content_version', '+', 1) }))
    .where('id', '=', courseId)
    .execute();
  const { content_version: number } = await db
    .selectFrom('courses')
    .select('content_version')
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow();
  const result = await db
    .insertInto('curriculum_publications')
    .values({
      course_id: courseId,
      number,
      published_at: toStored(now),
      published_by: by,
      origin,
      note: note.slice(0, 2000),
      summary: JSON.stringify(summary),
    })
    .executeTakeFirstOrThrow();
  return { id: insertedId(result), number };
}
