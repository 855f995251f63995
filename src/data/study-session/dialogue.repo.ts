import type { SessionKind } from '../../domain/study-session/study-session.ts';
import type { DialogueState } from '../../domain/tutoring/dialogue.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { prepared, preparedChange } from '../db/prepared.ts';
import { locking } from '../db/sql.ts';
import { SESSION_COLUMN, sessionColumns } from './session-column.ts';

export interface StoredDialogue {
  state: DialogueState;
  /** Grows by one with each change: what compare-and-set compares. */
  version: number;
  /** The reply that is being written. */
  replyingMessageId: number | null;
}

type Column = (typeof SESSION_COLUMN)[SessionKind];

const found = (column: Column) =>
  prepared((db, { sessionId }: { sessionId: number }) =>
    db
      .selectFrom('session_dialogues')
      .select(['state', 'version', 'replying_message_id'])
      .where(column, '=', sessionId),
  );

const advanced = (column: Column) =>
  preparedChange((db, args: { sessionId: number; version: number; nextVersion: number; state: string }) =>
    db
      .updateTable('session_dialogues')
      .set({ state: args.state, version: args.nextVersion })
      .where(column, '=', args.sessionId)
      .where('version', '=', args.version)
      .where('replying_message_id', 'is', null),
  );

const replyTaken = (column: Column) =>
  preparedChange((db, { sessionId, messageId }: { sessionId: number; messageId: number }) =>
    db
      .updateTable('session_dialogues')
      .set({ replying_message_id: messageId })
      .where(column, '=', sessionId)
      .where('replying_message_id', 'is', null),
  );

const FOUND = { home: found('home_session_id'), school: found('school_session_id') };
const ADVANCE = { home: advanced('home_session_id'), school: advanced('school_session_id') };
const TAKE_REPLY = { home: replyTaken('home_session_id'), school: replyTaken('school_session_id') };

/** The tutoring dialogue of each session of one kind: an instance for sessions at home and one for those at school. */
export class DialogueRepo {
  readonly #db: DatabaseManager;
  readonly #kind: SessionKind;

  constructor(db: DatabaseManager, kind: SessionKind) {
    this.#db = db;
    this.#kind = kind;
  }

  async find(sessionId: number): Promise<StoredDialogue | undefined> {
    const row = await FOUND[this.#kind].first(this.#db, { sessionId });
    if (!row) return undefined;
    const state: DialogueState = JSON.parse(row.state);
    return { state, version: row.version, replyingMessageId: row.replying_message_id };
  }

  async create(sessionId: number, state: DialogueState): Promise<void> {
    await this.#db.run((db) =>
      db
        .insertInto('session_dialogues')
        .values({ ...sessionColumns(this.#kind, sessionId), state: JSON.stringify(state), version: 1 })
        .execute(),
    );
  }

  /** The dialogues of a course that are not over, at home and at school, held until the transaction ends. */
  async listUnderWay(courseId: number): Promise<{ id: number; state: DialogueState }[]> {
    const rows = await this.#db.run(async (db) => [
      ...(await locking(this.#db.dialect, atHome(db, courseId)).execute()),
      ...(await locking(this.#db.dialect, atSchool(db, courseId)).execute()),
    ]);
    return rows.map(({ id, state }) => ({ id, state: JSON.parse(state) }));
  }

  /** Gives one of them another state from outside; a turn that is being planned on the old one is planned again. */
  async rewrite(id: number, state: DialogueState): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('session_dialogues')
        .set((eb) => ({ state: JSON.stringify(state), version: eb('version', '+', 1) }))
        .where('id', '=', id)
        .execute(),
    );
  }

  /** Saves the next state if nobody changed it meanwhile and no reply is being written. False: look again. */
  async advance(sessionId: number, version: number, state: DialogueState): Promise<boolean> {
    const next = { sessionId, version, nextVersion: version + 1, state: JSON.stringify(state) };
    return (await ADVANCE[this.#kind](this.#db, next)).changed === 1;
  }

  /** Takes the one place for a reply. False: another reply is being written. */
  async takeReply(sessionId: number, messageId: number): Promise<boolean> {
    return (await TAKE_REPLY[this.#kind](this.#db, { sessionId, messageId })).changed === 1;
  }

  /** The dialogues of these sessions, by session. */
  async listOf(sessionIds: readonly number[]): Promise<Map<number, StoredDialogue>> {
    if (sessionIds.length === 0) return new Map();
    const column = SESSION_COLUMN[this.#kind];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('session_dialogues')
        .select(['state', 'version', 'replying_message_id', column])
        .where(column, 'in', [...sessionIds])
        .execute(),
    );
    return new Map(
      rows.map((row) => [
        row[column] ?? 0,
        { state: JSON.parse(row.state), version: row.version, replyingMessageId: row.replying_message_id },
      ]),
    );
  }

  /** Frees the place of whichever reply there is in these sessions. */
  async freeReplies(sessionIds: readonly number[]): Promise<void> {
    if (sessionIds.length === 0) return;
    await this.#db.run((db) =>
      db
        .updateTable('session_dialogues')
        .set({ replying_message_id: null })
        .where(SESSION_COLUMN[this.#kind], 'in', [...sessionIds])
        .execute(),
    );
  }

  /** Frees the place of this reply, or of whichever there is. */
  async freeReply(sessionId: number, messageId?: number): Promise<void> {
    await this.#db.run((db) => {
      const query = db
        .updateTable('session_dialogues')
        .set({ replying_message_id: null })
        .where(SESSION_COLUMN[this.#kind], '=', sessionId);
      return (messageId === undefined ? query : query.where('replying_message_id', '=', messageId)).execute();
    });
  }
}

const LIVE = ['pending', 'active', 'paused'] as const;

function atHome(db: Handle, courseId: number) {
  return db
    .selectFrom('session_dialogues')
    .innerJoin('home_hours_study_sessions as sessions', 'sessions.id', 'session_dialogues.home_session_id')
    .select(['session_dialogues.id', 'session_dialogues.state'])
    .where('sessions.course_id', '=', courseId)
    .where('sessions.status', 'in', LIVE);
}

function atSchool(db: Handle, courseId: number) {
  return db
    .selectFrom('session_dialogues')
    .innerJoin('school_hours_study_sessions as sessions', 'sessions.id', 'session_dialogues.school_session_id')
    .select(['session_dialogues.id', 'session_dialogues.state'])
    .where('sessions.course_id', '=', courseId)
    .where('sessions.status', 'in', LIVE);
}
