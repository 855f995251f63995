import type { Handle } from '../db/database-manager.ts';
import { inChunks } from '../db/sql.ts';

/** As many conditions as one statement takes. */
const PAIRS = 200;

/** Takes letters back that wait to be sent to parents about pupils who are no longer to be told of. Call it in the transaction that parts them. */
export async function takeBackMails(
  db: Handle,
  pairs: readonly { parent_id: number; student_id: number }[],
): Promise<void> {
  for (const chunk of inChunks(pairs, PAIRS)) {
    await db
      .deleteFrom('mails')
      .where('state', '=', 'waiting')
      .where(({ eb, or, and }) =>
        or(
          chunk.map(({ parent_id, student_id }) =>
            and([eb('user_id', '=', parent_id), eb('student_id', '=', student_id)]),
          ),
        ),
      )
      .execute();
  }
}
