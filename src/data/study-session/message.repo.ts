import type { SessionKind } from '../../domain/study-session/study-session.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Change, DatabaseManager } from '../db/database-manager.ts';
import { toStored } from '../db/instants.ts';
import {
  ADD_PROMPT,
  ADD_REPLY,
  BY_CLIENT_ID,
  FOUND,
  LAST,
  LINES,
  LINK,
  type NewPrompt,
  type NewReply,
  type NewStaffWords,
  promptRow,
  replyRow,
  STAFF_WORDS,
  staffRow,
} from './message-queries.ts';
import { type Message, type Modality, selectMessages, toMessage } from './message-rows.ts';
import { SESSION_COLUMN } from './session-column.ts';

export type { Message, Modality };
export { STAFF_WORDS };

/** How a reply was worded, and what it cost. */
export interface ReplyResult {
  content: string;
  provider: string;
  model: string;
  promptVersion: string;
  inputTokens: number;
  outputTokens: number;
  costMicros: number | null;
}

/** What the talk itself needs of a message. */
export type Line = Pick<Message, 'id' | 'from' | 'studentId' | 'move' | 'content'>;

/** Messages of sessions of one kind: an instance for those at home and one for those at school. */
export class MessageRepo {
  readonly #db: DatabaseManager;
  readonly #kind: SessionKind;

  constructor(db: DatabaseManager, kind: SessionKind) {
    this.#db = db;
    this.#kind = kind;
  }

  /** Saves the pupil's words; throws the database's unique violation when the client id is there already. */
  async addPrompt(prompt: NewPrompt): Promise<number> {
    return this.#added(prompt.previousId, () => ADD_PROMPT(this.#db, promptRow(this.#kind, prompt)));
  }

  /** Opens the teacher's reply: streaming when there is a brief to word it from, complete at once when not. */
  async addReply(reply: NewReply): Promise<number> {
    return this.#added(reply.previousId, () => ADD_REPLY(this.#db, replyRow(this.#kind, reply)));
  }

  /** What a class manager says in these sessions: beside the talk, whose next turn goes on from what was said before. */
  async addStaffWords(words: readonly NewStaffWords[]): Promise<void> {
    if (words.length === 0) return;
    await this.#db.run((db) =>
      db
        .insertInto('messages')
        .values(words.map((one) => staffRow(this.#kind, one)))
        .execute(),
    );
  }

  /** The last message of each of these sessions that is of the talk itself. */
  async findLastIds(sessionIds: readonly number[]): Promise<Map<number, number>> {
    if (sessionIds.length === 0) return new Map();
    const column = SESSION_COLUMN[this.#kind];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('messages')
        .select(({ fn }) => [column, fn.max('id').as('last')])
        .where(column, 'in', [...sessionIds])
        .where('class_manager_id', 'is', null)
        .where('only_for_student_id', 'is', null)
        .groupBy(column)
        .execute(),
    );
    return new Map(rows.map((row) => [row[column] ?? 0, row.last]));
  }

  async #added(previousId: number | null, add: () => Promise<Change>): Promise<number> {
    return this.#db.tx(async () => {
      const { insertedId } = await add();
      if (previousId !== null) await LINK(this.#db, { id: previousId, nextId: insertedId });
      return insertedId;
    });
  }

  async find(id: number): Promise<Message | undefined> {
    const row = await FOUND.first(this.#db, { id });
    return row && toMessage(row);
  }

  async findByClientId(sessionId: number, clientId: string): Promise<Message | undefined> {
    const row = await BY_CLIENT_ID[this.#kind].first(this.#db, { sessionId, clientId });
    return row && toMessage(row);
  }

  /** The id of the last message of a session's talk; null where nothing was said. What staff say is none of it, nor what one of a group reads alone. */
  async findLastId(sessionId: number): Promise<number | null> {
    return (await LAST[this.#kind].first(this.#db, { sessionId }))?.id ?? null;
  }

  /** The teacher's first words of a session: what was said out of need before it began is not of the lesson. */
  async findFirstOfLesson(sessionId: number): Promise<Message | undefined> {
    const row = await this.#db.run((db) =>
      selectMessages(db)
        .where(SESSION_COLUMN[this.#kind], '=', sessionId)
        .where('move', 'not in', ['crisis', STAFF_WORDS])
        .orderBy('id')
        .limit(1)
        .executeTakeFirst(),
    );
    return row && toMessage(row);
  }

  /** The messages of a session after a sequence number, in order: those that a pupil of it may read, or all. */
  async list(sessionId: number, after = 0, reader: number | null = null, limit = 1000): Promise<Message[]> {
    const rows = await this.#db.run((db) =>
      selectMessages(db)
        .where(SESSION_COLUMN[this.#kind], '=', sessionId)
        .where('id', '>', after)
        .$if(reader !== null, (query) =>
          query.where((eb) =>
            eb.or([eb('only_for_student_id', 'is', null), eb('only_for_student_id', '=', reader ?? 0)]),
          ),
        )
        .orderBy('id')
        .limit(limit)
        .execute(),
    );
    return rows.map(toMessage);
  }

  /** The last messages of a session, oldest first. */
  async listLast(sessionId: number, limit: number): Promise<Message[]> {
    const rows = await this.#db.run((db) =>
      selectMessages(db).where(SESSION_COLUMN[this.#kind], '=', sessionId).orderBy('id', 'desc').limit(limit).execute(),
    );
    return rows.reverse().map(toMessage);
  }

  /** What was said last in a session, as far back as the next turn goes on from, oldest first. */
  async listLastLines(sessionId: number): Promise<Line[]> {
    const rows = await LINES[this.#kind].all(this.#db, { sessionId });
    return rows.reverse().map(({ classManagerId, ...line }) => {
      const adult = classManagerId === null ? ('teacher' as const) : ('class manager' as const);
      return { ...line, from: line.studentId === null ? adult : ('student' as const) };
    });
  }

  /** The brief that a reply waits to be worded from. */
  async findBrief(id: number): Promise<string | null> {
    const row = await this.#db.run((db) =>
      db.selectFrom('messages').select('brief').where('id', '=', id).executeTakeFirst(),
    );
    return row?.brief ?? null;
  }

  /** Saves the whole reply, if it is still being written. False: it was interrupted meanwhile. */
  async complete(id: number, result: ReplyResult): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('messages')
        .set({ ...worded(result), state: 'complete', brief: null, lease_until: null })
        .where('id', '=', id)
        .where('state', '=', 'streaming')
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Keeps what there is of a reply that broke off, and marks it; its brief stays, so that it can be asked again. */
  async interrupt(id: number, content: string): Promise<void> {
    await this.#db.run((db) =>
      db
        .updateTable('messages')
        .set({ state: 'interrupted', content, lease_until: null })
        .where('id', '=', id)
        .where('state', '<>', 'complete')
        .execute(),
    );
  }

  /** Opens a reply that broke off again, empty. False: it is not an interrupted one any more. */
  async reopen(id: number, leaseUntil: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('messages')
        .set({ state: 'streaming', content: '', lease_until: toStored(leaseUntil) })
        .where('id', '=', id)
        .where('state', '=', 'interrupted')
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Renews the lease of a reply and keeps what there is of it. False: somebody interrupted it. */
  async renew(id: number, content: string, leaseUntil: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.#db.run((db) =>
      db
        .updateTable('messages')
        .set({ content, lease_until: toStored(leaseUntil) })
        .where('id', '=', id)
        .where('state', '=', 'streaming')
        .executeTakeFirst(),
    );
    return numUpdatedRows === 1n;
  }

  /** Marks the replies of these sessions that are being written as interrupted. */
  async interruptAll(...sessionIds: readonly number[]): Promise<void> {
    if (sessionIds.length === 0) return;
    await this.#db.run((db) =>
      db
        .updateTable('messages')
        .set({ state: 'interrupted', lease_until: null })
        .where(SESSION_COLUMN[this.#kind], 'in', [...sessionIds])
        .where('state', '=', 'streaming')
        .execute(),
    );
  }

  /** Replies whose writer is gone: their lease ran out before this moment. Marks them and answers of which sessions. */
  async interruptOrphans(before: Instant): Promise<{ id: number; sessionId: number }[]> {
    return this.#db.tx(async (db) => {
      const rows = await db
        .selectFrom('messages')
        .select(['id', 'home_session_id', 'school_session_id'])
        .where('state', '=', 'streaming')
        .where(SESSION_COLUMN[this.#kind], 'is not', null)
        .where('lease_until', '<=', toStored(before))
        .execute();
      const orphans: { id: number; sessionId: number }[] = [];
      for (const row of rows) {
        await db
          .updateTable('messages')
          .set({ state: 'interrupted', lease_until: null })
          .where('id', '=', row.id)
          .where('state', '=', 'streaming')
          .execute();
        const sessionId = row[SESSION_COLUMN[this.#kind]];
        if (sessionId !== null) orphans.push({ id: row.id, sessionId });
      }
      return orphans;
    });
  }
}

function worded(result: ReplyResult) {
  return {
    content: result.content,
    provider: result.provider,
    model: result.model,
    prompt_version: result.promptVersion,
    input_tokens: result.inputTokens,
    output_tokens: result.outputTokens,
    cost_micros: result.costMicros,
  };
}
