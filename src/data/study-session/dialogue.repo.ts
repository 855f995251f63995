import type { DialogueState } from '../../domain/tutoring/dialogue.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { prepared, preparedChange } from '../db/prepared.ts';
import { locking } from '../db/sql.ts';

export interface StoredDialogue {
  state: DialogueState;
  /** Grows by one with each change: what compare-and-set compares. */
  version: number;
  /** The reply that is being written. */
  replyingMessageId: number | null;
}

const FOUND = prepared((db, { sessionId }: { sessionId: number }) =>
  db
    .selectFrom('home_session_dialogues')
    .select(['state', 'version', 'replying_message_id'])
    .where('home_session_id', '=', sessionId),
);

const ADVANCE = preparedChange((db, args: { sessionId: number; version: number; nextVersion: number; state: string }) =>
  db
    .updateTable('home_session_dialogues')
    .set({ state: args.state, version: args.nextVersion })
    .where('home_session_id', '=', args.sessionId)
    .where('version', '=', args.version)
    .where('replying_message_id', 'is', null),
);

const TAKE_REPLY = preparedChange((db, { sessionId, messageId }: { sessionId: number; messageId: number }) =>
  db
    .updateTable('home_session_dialogues')
    .set({ replying_message_id: messageId })
    .where('home_session_id', '=', sessionId)
    .where('replying_message_id', 'is', null),
);

/** The tutoring dialogue of each session. */
export class DialogueRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async find(sessionId: number): Promise<StoredDialogue | undefined> {
    const row = await FOUND.first(this.#db, { sessionId });
    if (!row) return undefined;
    const state: DialogueState = JSON.parse(row.state);
    return { state, version: row.version, replyingMessageId: row.replying_message_id };
  }

  async create(sessionId: number, state: DialogueState): Promise<void> {
    await this.#db.run((db) =>
      db
        .insertInto('home_session_dialogues')
        .values({ home_session_id: sessionId, state: JSON.stringify(state), version: 1 })
        .execute(),
    );
  }

  /** The dialogues of a course that are not over, held until the transaction ends. */
  async listUnderWay(courseId: number): Promise<{ sessionId: number; state: DialogueState }[]> {
    const rows = await this.#db.run((db) =>
      locking(
        this.#db.dialect,
        db
          .selectFrom('home_session_dialogues')
          .innerJoin('home_hours_study_sessions as sessions', 'sessions.id', 'home_session_dialogues.home_session_id')
          .select(['home_session_dialogues.home_session_id as sessionId', 'home_session_dialogues.state'])
          .where('sessions.course_id', '=', courseId)
          .where('sessions.status', 'in', ['pending', 'active', 'paused']),
      ).execute(),
    );
    return rows.map(({ sessionId, state }) => ({ sessionId, state: JSON.parse(state) }));
  }

  /** Gives a dialogue another state from outside; a turn that is being planned on the old one is planned again. */
  async rewrite(sessionId: number, state: DialogueState): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('home_session_dialogues')
        .set((eb) => ({ state: JSON.stringify(state), version: eb('version', '+', 1) }))
        .where('home_session_id', '=', sessionId)
        .execute(),
    );
  }

  /** Saves the next state if nobody changed it meanwhile and no reply is being written. False: look again. */
  async advance(sessionId: number, version: number, state: DialogueState): Promise<boolean> {
    const next = { sessionId, version, nextVersion: version + 1, state: JSON.stringify(state) };
    return (await ADVANCE(this.#db, next)).changed === 1;
  }

  /** Takes the one place for a reply. False: another reply is being written. */
  async takeReply(sessionId: number, messageId: number): Promise<boolean> {
    return (await TAKE_REPLY(this.#db, { sessionId, messageId })).changed === 1;
  }

  /** Frees the place of this reply, or of whichever there is. */
  async freeReply(sessionId: number, messageId?: number): Promise<void> {
    await this.#db.run((db) => {
      const query = db
        .updateTable('home_session_dialogues')
        .set({ replying_message_id: null })
        .where('home_session_id', '=', sessionId);
      return (messageId === undefined ? query : query.where('replying_message_id', '=', messageId)).execute();
    });
  }
}
