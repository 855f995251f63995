import type { Insertable } from 'kysely';
import type { Instant } from '../../../shared/instant.ts';
import { toStored } from '../../db/instants.ts';
import type { Tables } from '../../db/schema.ts';
import { EMBEDDED } from '../agents.ts';
import type { Random } from '../random.ts';
import type { HistoryRows } from './history-rows.ts';
import type { sessionColumns } from './lesson-rows.ts';
import type { Said } from './typing.ts';

type MessageRow = Insertable<Tables['messages']>;
type SessionColumns = ReturnType<typeof sessionColumns>;

/** A message as the lesson and its evidence look at it. */
export interface Line {
  id: number;
  from: 'student' | 'teacher' | 'class manager';
  studentId: number | null;
  at: Instant;
  content: string;
  /** The kind of the pupil's act or of the teacher's move; null in a conversation that no teacher leads. */
  move: string | null;
  posedRevisionId: number | null;
}

export interface NewReply {
  teacherId: number;
  content: string;
  move: string;
  posedRevisionId: number | null;
  hidden: boolean;
  /** Worded by the tutor; the fixed reply to a crisis is not. */
  worded: boolean;
  now: Instant;
}

const NOTHING = {
  student_id: null,
  teacher_id: null,
  class_manager_id: null,
  next_message_id: null,
  client_id: null,
  choice_id: null,
  brief: null,
  posed_revision_id: null,
  provider: null,
  model: null,
  prompt_version: null,
  input_tokens: null,
  output_tokens: null,
  cost_micros: null,
  lease_until: null,
};

const WORDED = {
  provider: EMBEDDED.provider,
  model: EMBEDDED.model,
  prompt_version: EMBEDDED.promptVersion,
  input_tokens: 0,
  output_tokens: 0,
  cost_micros: 0,
};

/** The messages of a session, each linked to the one before it and after it. */
export class Transcript {
  readonly #rows: HistoryRows;
  readonly #session: SessionColumns;
  #last: MessageRow | null = null;
  readonly lines: Line[] = [];

  constructor(rows: HistoryRows, session: SessionColumns) {
    this.#rows = rows;
    this.#session = session;
  }

  /** What a pupil wrote; `act` is null where there is no teacher to read it. */
  addPrompt(
    { text, choiceId }: Said,
    { studentId, act, hidden, now }: { studentId: number; act: string | null; hidden: boolean; now: Instant },
    random: Random,
  ): number {
    const line = {
      from: 'student',
      studentId,
      at: now,
      content: text.normalize('NFC'),
      move: act,
      posedRevisionId: null,
    } as const;
    const sent = { message_type: 'prompt', client_id: clientId(random), choice_id: choiceId ?? null } as const;
    return this.#add(line, { ...sent, student_id: studentId, hidden_from_parents: hidden ? 1 : 0 });
  }

  /** What the class manager wrote to all of a group. */
  addGuidance(managerId: number, content: string, now: Instant): number {
    const line = {
      from: 'class manager',
      studentId: null,
      at: now,
      content,
      move: null,
      posedRevisionId: null,
    } as const;
    return this.#add(line, { message_type: 'prompt', class_manager_id: managerId, hidden_from_parents: 0 });
  }

  addReply({ teacherId, content, move, posedRevisionId, hidden, worded, now }: NewReply): number {
    const line = { from: 'teacher', studentId: null, at: now, content, move, posedRevisionId } as const;
    const sent = { message_type: 'response', posed_revision_id: posedRevisionId, ...(worded ? WORDED : {}) } as const;
    return this.#add(line, { ...sent, teacher_id: teacherId, hidden_from_parents: hidden ? 1 : 0 });
  }

  #add(
    line: Omit<Line, 'id'>,
    row: Pick<MessageRow, 'message_type' | 'hidden_from_parents'> & Partial<MessageRow>,
  ): number {
    const id = this.#rows.takeId('messages');
    const whole: MessageRow = {
      ...NOTHING,
      ...row,
      id,
      ...this.#session,
      message_modality: 'text only',
      content: line.content,
      timestamp: toStored(line.at),
      previous_message_id: this.#last?.id ?? null,
      state: 'complete',
      move: line.move,
    };
    if (this.#last) this.#last.next_message_id = id;
    this.#last = whole;
    this.#rows.rows.messages.push(whole);
    this.lines.push({ id, ...line });
    return id;
  }
}

/** As a browser makes them: a UUID of version 4. */
function clientId(random: Random): string {
  const hex = (digits: number) =>
    random
      .int(0, 16 ** digits - 1)
      .toString(16)
      .padStart(digits, '0');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${random.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
}
