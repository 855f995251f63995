import type { Attempt, AttemptRepo } from '../../data/study-session/attempt.repo.ts';
import type { HomeSession, HomeSessionRepo, SessionUnit } from '../../data/study-session/home-session.repo.ts';
import type { Message, MessageRepo } from '../../data/study-session/message.repo.ts';
import {
  activeMilliseconds,
  type EvidenceTurn,
  type SessionEvidence,
} from '../../domain/evaluation/session-evidence.ts';
import type { Pause } from '../../domain/study-session/study-session.ts';
import type { PupilAct } from '../../domain/tutoring/dialogue.ts';
import { MINUTE } from '../../shared/instant.ts';

export interface SessionRecord {
  session: HomeSession;
  messages: readonly Message[];
  attempts: readonly Attempt[];
  units: readonly SessionUnit[];
  pauses: readonly Pause[];
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
  picked: true,
  recap: true,
  stop: true,
  'small talk': true,
  empty: true,
};

/** Moves with which a session comes to its own end. */
const ENDINGS = new Set(['ask for recap', 'recap', 'nothing left']);

/** Where the rows of a session are. */
export interface EvidenceRepos {
  sessions: HomeSessionRepo;
  messages: MessageRepo;
  attempts: AttemptRepo;
}

/** Reads what happened in a session and counts it. */
export async function readEvidence(
  { sessions, messages, attempts }: EvidenceRepos,
  session: HomeSession,
): Promise<SessionEvidence> {
  return evidenceOf({
    session,
    messages: await messages.list(session.id),
    attempts: await attempts.listOfSession(session.id),
    units: await sessions.listUnits(session.id),
    pauses: (await sessions.pausesOf([session.id])).get(session.id) ?? [],
  });
}

/** What happened in a session, counted; made of its rows alone, so that anybody can count again. */
export function evidenceOf({ session, messages, attempts, units, pauses }: SessionRecord): SessionEvidence {
  const moments = messages.map((message) => message.at);
  if (session.start !== null) moments.push(session.start);
  if (session.end !== null && session.endReason === 'pupil') moments.push(session.end);
  return {
    attempts,
    turns: turnsOf(messages),
    units: units.map(({ unitName, masteryBefore }) => {
      const moved = attempts.filter((attempt) => attempt.unitName === unitName && attempt.masteryAfter !== null);
      const before = masteryBefore ?? 0.5;
      return { name: unitName, before, after: moved.at(-1)?.masteryAfter ?? before };
    }),
    time: {
      activeMs: activeMilliseconds(moments, pauses),
      plannedMs: session.plannedMinutes * MINUTE,
      finished: messages.some((message) => message.move !== null && ENDINGS.has(message.move)),
    },
  };
}

/** The pupil's turns with the item that was open at each. A message that the crisis screen caught is none. */
function turnsOf(messages: readonly Message[]): EvidenceTurn[] {
  const turns: EvidenceTurn[] = [];
  let posed = 0;
  for (const message of messages) {
    if (message.from === 'student' && isAct(message.move)) {
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
