import type { SessionKind } from '../../domain/study-session/study-session.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Handle } from '../db/database-manager.ts';
import { fromStored } from '../db/instants.ts';

export type Modality = 'text only' | 'speech to text' | 'text to speech' | 'multimodal';
export type MessageState = 'complete' | 'streaming' | 'interrupted';

export interface Message {
  /** Grows with time within a session: the sequence number of the API. */
  id: number;
  sessionKind: SessionKind;
  sessionId: number;
  from: 'student' | 'teacher' | 'class manager';
  /** The pupil whose words they are; null for the adults' and the teacher's. */
  studentId: number | null;
  /** The class manager whose words they are. */
  classManagerId: number | null;
  type: 'prompt' | 'response';
  modality: Modality;
  content: string;
  at: Instant;
  state: MessageState;
  clientId: string | null;
  previousId: number | null;
  nextId: number | null;
  /** What it is in the tutoring dialogue: the kind of the pupil's act or of the teacher's move. */
  move: string | null;
  /** The item that opened with it. */
  posedRevisionId: number | null;
  provider: string | null;
  model: string | null;
  hiddenFromParents: boolean;
  /** The one pupil of a group who may read it; null: all who are there. */
  onlyFor: number | null;
}

/** Messages without what only their writer needs. */
export function selectMessages(db: Handle) {
  return db
    .selectFrom('messages')
    .select([
      'id',
      'home_session_id',
      'school_session_id',
      'student_id',
      'class_manager_id',
      'message_type',
      'message_modality',
      'content',
      'timestamp',
      'previous_message_id',
      'next_message_id',
      'state',
      'client_id',
      'move',
      'posed_revision_id',
      'provider',
      'model',
      'hidden_from_parents',
      'only_for_student_id',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMessages>['execute']>>[number];

/** Makes the domain's message of a row. */
export function toMessage(row: Row): Message {
  return {
    id: row.id,
    sessionKind: row.home_session_id === null ? 'school' : 'home',
    sessionId: row.home_session_id ?? row.school_session_id ?? 0,
    from: row.student_id !== null ? 'student' : row.class_manager_id !== null ? 'class manager' : 'teacher',
    studentId: row.student_id,
    classManagerId: row.class_manager_id,
    type: row.message_type,
    modality: row.message_modality,
    content: row.content,
    at: fromStored(row.timestamp),
    state: row.state,
    clientId: row.client_id,
    previousId: row.previous_message_id,
    nextId: row.next_message_id,
    move: row.move,
    // Of a pupil's words it is what they were written for.
    posedRevisionId: row.student_id === null ? row.posed_revision_id : null,
    provider: row.provider,
    model: row.model,
    hiddenFromParents: row.hidden_from_parents === 1,
    onlyFor: row.only_for_student_id,
  };
}
