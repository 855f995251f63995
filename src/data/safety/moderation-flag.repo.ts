import type { ModerationFlag } from '../../domain/safety/moderation.ts';
import type { SessionRef } from '../../domain/study-session/study-session.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import { sessionColumns } from '../study-session/session-column.ts';

/** Where flagged words were said. */
export interface FlaggedWords {
  studentId: number;
  schoolId: number;
  session: SessionRef;
  messageId: number;
  direction: 'input' | 'output';
}

/** What moderation noticed. */
export class ModerationFlagRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async add(said: FlaggedWords, flags: readonly ModerationFlag[], now: Instant): Promise<void> {
    if (flags.length === 0) return;
    const rows = flags.map(({ category, severity, source }) => ({
      student_id: said.studentId,
      school_id: said.schoolId,
      ...sessionColumns(said.session.kind, said.session.id),
      message_id: said.messageId,
      direction: said.direction,
      category,
      severity,
      source,
      at: toStored(now),
    }));
    await this.#db.run((db) => db.insertInto('moderation_flags').values(rows).execute());
  }

  /** Which categories were flagged at least so severely for a pupil since a moment. */
  async freshCategories(studentId: number, severity: number, since: Instant): Promise<Set<string>> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('moderation_flags')
        .select('category')
        .distinct()
        .where('student_id', '=', studentId)
        .where('severity', '>=', severity)
        .where('at', '>=', toStored(since))
        .execute(),
    );
    return new Set(rows.map(({ category }) => category));
  }

  /** Hides a message from parents, as everything that raised an alert. */
  async hideFromParents(messageId: number): Promise<void> {
    await this.#db.run((db) =>
      db.updateTable('messages').set({ hidden_from_parents: 1 }).where('id', '=', messageId).execute(),
    );
  }
}
