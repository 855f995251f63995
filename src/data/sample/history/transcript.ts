import type { Insertable } from 'kysely';
import type { Instant } from '../../../shared/instant.ts';
import { toStored } from '../../db/instants.ts';
import type { Tables } from '../../db/schema.ts';
import { EMBEDDED } from '../agents.ts';
import type { Random } from '../random.ts';
import type { HistoryRows } from './history-rows.ts';
import type { Said } from './typing.ts';

type MessageRow = Insertable<Tables['messages']>;

/** A message as the lesson and its evidence look at it. */
export interface Line {
  id: number;
  from: 'student' | 'teacher';
  at: Instant;
  content: string;
  /** The kind of the pupil's act or of the teacher's move. */
  move: string;
  posedRevisionId: number | null;
}

export interface NewReply {
  content: string;
  move: string;
  posedRevisionId: number | null;
  hidden: boolean;
  /** Worded by the tutor; the fixed reply to a crisis is not. */
  worded: boolean;
  now: Instant;
}

const NOTHING = {
  school_session_id: null,
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
  readonly #session: { id: number; studentId: number; teacherId: number };
  #last: MessageRow | null = null;
  readonly lines: Line[] = [];

  constructor(rows: HistoryRows, session: { id: number; studentId: number; teacherId: number }) {
    this.#rows = rows;
    this.#session = session;
  }

  addPrompt({ text, choiceId }: Said, act: string, hidden: boolean, now: Instant, random: Random): number {
    const line = {
      from: 'student',
      at: now,
      content: text.normalize('NFC'),
      move: act,
      posedRevisionId: null,
    } as const;
    const { studentId } = this.#session;
    const sent = { message_type: 'prompt', client_id: clientId(random), choice_id: choiceId ?? null } as const;
    return this.#add(line, { ...sent, student_id: studentId, hidden_from_parents: hidden ? 1 : 0 });
  }

  addReply({ content, move, posedRevisionId, hidden, worded, now }: NewReply): number {
    const line = { from: 'teacher', at: now, content, move, posedRevisionId } as const;
    const { teacherId } = this.#session;
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
      home_session_id: this.#session.id,
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
