import type { SessionKind } from '../../domain/study-session/study-session.ts';
import type { Instant } from '../../shared/instant.ts';
import { toStored } from '../db/instants.ts';
import { prepared, preparedChange } from '../db/prepared.ts';
import { type Modality, selectMessages } from './message-rows.ts';
import { type SESSION_COLUMN, sessionColumns } from './session-column.ts';

type Column = (typeof SESSION_COLUMN)[SessionKind];

export interface NewPrompt {
  sessionId: number;
  studentId: number;
  clientId: string;
  content: string;
  choiceId: string | null;
  modality: Modality;
  /** What the message was read as: the act of the tutoring dialogue. Null: it waits to be answered. */
  act: string | null;
  previousId: number | null;
  hiddenFromParents: boolean;
  /** The one pupil of a group who may read it. */
  onlyFor?: number;
  /** Of words that wait: the item that was open when they were written. */
  writtenFor?: number | null;
  now: Instant;
}

export interface NewReply {
  sessionId: number;
  teacherId: number;
  previousId: number | null;
  move: string;
  /** The brief to word it from, as JSON; kept only until the reply is complete. Null: `content` is the whole reply. */
  brief: string | null;
  content: string;
  posedRevisionId: number | null;
  leaseUntil: Instant;
  hiddenFromParents: boolean;
  /** The one pupil of a group who may read it. */
  onlyFor?: number;
  now: Instant;
}

export interface NewStaffWords {
  sessionId: number;
  classManagerId: number;
  content: string;
  /** What was said last in the talk; what staff say is said beside it, and nothing is answered with it. */
  previousId: number | null;
  /** The one pupil of a group who may read it. */
  onlyFor?: number;
  now: Instant;
}

/** What a class manager says to pupils: `move` of their words. */
export const STAFF_WORDS = 'class manager';

export function staffRow(kind: SessionKind, words: NewStaffWords) {
  return {
    ...sessionColumns(kind, words.sessionId),
    class_manager_id: words.classManagerId,
    message_type: 'response' as const,
    message_modality: 'text only' as const,
    content: words.content,
    timestamp: toStored(words.now),
    previous_message_id: words.previousId,
    state: 'complete' as const,
    move: STAFF_WORDS,
    hidden_from_parents: 0,
    only_for_student_id: words.onlyFor ?? null,
  };
}

export function promptRow(kind: SessionKind, prompt: NewPrompt) {
  return {
    ...sessionColumns(kind, prompt.sessionId),
    student_id: prompt.studentId,
    message_type: 'prompt' as const,
    message_modality: prompt.modality,
    content: prompt.content,
    choice_id: prompt.choiceId,
    move: prompt.act,
    client_id: prompt.clientId,
    timestamp: toStored(prompt.now),
    previous_message_id: prompt.previousId,
    state: 'complete' as const,
    hidden_from_parents: prompt.hiddenFromParents ? 1 : 0,
    only_for_student_id: prompt.onlyFor ?? null,
    posed_revision_id: prompt.writtenFor ?? null,
  };
}

export function replyRow(kind: SessionKind, reply: NewReply) {
  const done = reply.brief === null;
  return {
    ...sessionColumns(kind, reply.sessionId),
    teacher_id: reply.teacherId,
    message_type: 'response' as const,
    message_modality: 'text only' as const,
    content: reply.content,
    timestamp: toStored(reply.now),
    previous_message_id: reply.previousId,
    state: done ? ('complete' as const) : ('streaming' as const),
    move: reply.move,
    brief: reply.brief,
    posed_revision_id: reply.posedRevisionId,
    lease_until: done ? null : toStored(reply.leaseUntil),
    hidden_from_parents: reply.hiddenFromParents ? 1 : 0,
    only_for_student_id: reply.onlyFor ?? null,
  };
}

export const ADD_PROMPT = preparedChange((db, row: ReturnType<typeof promptRow>) =>
  db.insertInto('messages').values(row),
);

export const ADD_REPLY = preparedChange((db, row: ReturnType<typeof replyRow>) =>
  db.insertInto('messages').values(row),
);

export const LINK = preparedChange((db, { id, nextId }: { id: number; nextId: number }) =>
  db.updateTable('messages').set({ next_message_id: nextId }).where('id', '=', id),
);

export const FOUND = prepared((db, { id }: { id: number }) => selectMessages(db).where('id', '=', id));

const byClientId = (column: Column) =>
  prepared((db, { sessionId, clientId }: { sessionId: number; clientId: string }) =>
    selectMessages(db).where(column, '=', sessionId).where('client_id', '=', clientId),
  );

export const BY_CLIENT_ID = { home: byClientId('home_session_id'), school: byClientId('school_session_id') };

const last = (column: Column) =>
  prepared((db, { sessionId }: { sessionId: number }) =>
    db
      .selectFrom('messages')
      .select('id')
      .where(column, '=', sessionId)
      .where('class_manager_id', 'is', null)
      .where('only_for_student_id', 'is', null)
      .orderBy('id', 'desc')
      .limit(1),
  );

export const LAST = { home: last('home_session_id'), school: last('school_session_id') };

/** Of the talk, for the next turn: a number that is always the same is planned for once. */
const LINES_READ = 24;

const lines = (column: Column) =>
  prepared((db, { sessionId }: { sessionId: number }) =>
    db
      .selectFrom('messages')
      .select(['id', 'student_id as studentId', 'class_manager_id as classManagerId', 'move', 'content'])
      .where(column, '=', sessionId)
      .where('only_for_student_id', 'is', null)
      .orderBy('id', 'desc')
      .limit(LINES_READ),
  );

export const LINES = { home: lines('home_session_id'), school: lines('school_session_id') };
