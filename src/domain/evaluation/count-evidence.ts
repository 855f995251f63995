import type { Instant } from '../../shared/instant.ts';
import type { PupilAct } from '../tutoring/dialogue.ts';
import {
  activeMilliseconds,
  type EvidenceAttempt,
  type EvidenceTurn,
  type SessionEvidence,
} from './session-evidence.ts';

/** What happened in a session, as its rows have it. */
export interface SessionRecord {
  start: Instant | null;
  /** Null where nobody ended it: then the time after the last message was nobody's work. */
  end: Instant | null;
  /** In ms. */
  plannedMs: number;
  pauses: readonly { start: Instant; end: Instant | null }[];
  /** All messages of the session, in order. */
  messages: readonly RecordedMessage[];
  /** Those of the pupil, in order. */
  attempts: readonly (EvidenceAttempt & { masteryAfter: number | null })[];
  /** How the pupil stood in the units of the session when it began. */
  units: readonly { unitName: string; masteryBefore: number | null }[];
}

interface RecordedMessage {
  id: number;
  from: string;
  /** Whose words they are, where a pupil wrote them. */
  studentId: number | null;
  at: Instant;
  /** The kind of the pupil's act or of the teacher's move. */
  move: string | null;
  posedRevisionId: number | null;
}

const ACTS: Record<PupilAct['type'], true> = {
  attempt: true,
  part: true,
  help: true,
  stuck: true,
  'give up': true,
  skip: true,
  'go on': true,
  'own question': true,
  'own problem': true,
  picked: true,
  reason: true,
  recap: true,
  stop: true,
  'small talk': true,
  empty: true,
};

/** Moves with which a session comes to its own end. */
const ENDINGS = new Set(['ask for recap', 'recap', 'nothing left']);

/** Counts what a pupil did in a session, at home or at school; made of rows alone, so that anybody can count again. */
export function countEvidence(record: SessionRecord, studentId: number): SessionEvidence {
  const { attempts, messages, pauses, plannedMs } = record;
  const moments = [...messages.map(({ at }) => at), record.start, record.end].filter((moment) => moment !== null);
  return {
    attempts,
    turns: turnsOf(messages, studentId),
    units: record.units.map(({ unitName, masteryBefore }) => {
      const moved = attempts.filter((attempt) => attempt.unitName === unitName && attempt.masteryAfter !== null);
      const before = masteryBefore ?? 0.5;
      return { name: unitName, before, after: moved.at(-1)?.masteryAfter ?? before };
    }),
    time: {
      activeMs: activeMilliseconds(moments, pauses),
      plannedMs,
      finished: messages.some(({ move }) => move !== null && ENDINGS.has(move)),
    },
  };
}

/** The pupil's turns with the question that was open at each. A message that the crisis screen caught is none. */
function turnsOf(messages: readonly RecordedMessage[], studentId: number): EvidenceTurn[] {
  const turns: EvidenceTurn[] = [];
  let posed = 0;
  for (const message of messages) {
    if (message.from === 'student') {
      if (message.studentId !== studentId || !isAct(message.move)) continue;
      turns.push({ messageId: message.id, act: message.move, posing: posed === 0 ? null : posed });
    } else if (message.posedRevisionId !== null) {
      posed += 1;
    }
  }
  return turns;
}

function isAct(move: string | null): move is PupilAct['type'] {
  return move !== null && move in ACTS;
}
