import { confidenceOf, onScale } from '../../../../domain/evaluation/evaluation.ts';
import { TURNS_NEEDED } from '../../../../domain/evaluation/investment.ts';
import { activeTime, substantiveTurns, triesBeforeHelp } from '../../../../domain/evaluation/investment-components.ts';
import type { SessionEvidence } from '../../../../domain/evaluation/session-evidence.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { toStored } from '../../../db/instants.ts';
import type { HistoryRows } from '../history-rows.ts';
import type { LessonType } from './timetable.ts';

/** What the class manager saw of a pupil in a session. */
export interface Seen {
  studentId: number;
  /** Of the work with the teacher; null in a talk without one. */
  evidence: SessionEvidence | null;
  /** Messages of the pupil's own. */
  own: number[];
  /** How many of them took up what somebody else had said. */
  tookUp: number;
}

interface Session {
  id: number;
  type: LessonType;
  at: Instant;
  /** The class manager. */
  managerId: number;
}

interface Judgement {
  score: number;
  description: string;
  evidence: { messageIds: number[]; attemptIds: number[] };
  /** What the judgement rests on, in pieces. */
  pieces: number;
}

/** The rule by which the simulated class manager looks; a real one gives what they think. */
const RUBRIC = 'class manager 1';
const MOST = 1.5;
const ENOUGH_TAKEN_UP = 2;

/**
 * What the class manager of the sample region writes after a lesson: social evaluations of groups and talks, an own investment
 * score of those who worked with the teacher. Each follows from what could be seen in the session.
 */
export function judge(rows: HistoryRows, session: Session, seen: readonly Seen[]): void {
  const together = session.type !== 'individual';
  const all = seen.reduce((sum, { own }) => sum + own.length, 0);
  for (const one of seen) {
    const worked = one.evidence && investmentOf(one.evidence);
    if (worked) add(rows, 'sessional_investment_evaluations', session, one.studentId, worked);
    const social = together ? socialOf(one, all / seen.length, session.type) : null;
    if (social) add(rows, 'sessional_social_evaluations', session, one.studentId, social);
  }
}

/** From what a person in the room can see: whether the pupil was at it, whether it was work, and who tried before asking. */
function investmentOf(evidence: SessionEvidence): Judgement | null {
  const [time, turns, tries] = [activeTime(evidence), substantiveTurns(evidence), triesBeforeHelp(evidence)];
  if (time.share === null || turns.share === null || tries.share === null) return null;
  if (evidence.turns.length < TURNS_NEEDED) return null;
  const share = (time.share + turns.share + tries.share) / 3;
  const how =
    share > 0.85
      ? 'Was at it the whole lesson.'
      : share > 0.6
        ? 'Worked most of the time.'
        : 'Had to be called back to work.';
  return {
    score: Math.round(onScale(share)),
    description: `${how} ${turns.messageIds.length} of ${evidence.turns.length} messages were work on the subject.`,
    evidence: { messageIds: turns.messageIds, attemptIds: [] },
    pieces: evidence.turns.length,
  };
}

/**
 * How much of the talk was the pupil's, up to half as much again as an even share, and whether others were listened to. None for
 * who said nothing.
 */
function socialOf({ own, tookUp }: Seen, even: number, type: LessonType): Judgement | null {
  if (own.length === 0) return null;
  const part = own.length / even;
  const spoken = Math.min(1, part / MOST);
  const share = type === 'social' ? 0.6 * spoken + 0.4 * Math.min(1, tookUp / ENOUGH_TAKEN_UP) : spoken;
  const spoke =
    part >= 1
      ? 'Took an even part in the group or more'
      : part > 0.6
        ? 'Took part, a little less than the others'
        : 'Left most of it to the others';
  const took = tookUp === 0 ? 'did not take up what others said' : `took up what others had said ${times(tookUp)}`;
  const words = type === 'social' ? `spoke ${times(own.length)}, and ${took}` : `wrote ${times(own.length)}`;
  return {
    score: Math.round(onScale(share)),
    description: `${spoke}: ${words}.`,
    evidence: { messageIds: own, attemptIds: [] },
    pieces: own.length,
  };
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

function add(
  { rows, takeId }: HistoryRows,
  table: 'sessional_investment_evaluations' | 'sessional_social_evaluations',
  { id: sessionId, at, managerId }: Session,
  studentId: number,
  { score, description, evidence, pieces }: Judgement,
): void {
  rows.given_scores.push({
    id: takeId('given_scores'),
    school_session_id: sessionId,
    student_id: studentId,
    kind: table === 'sessional_social_evaluations' ? 'social' : 'investment',
    score,
    words: description,
    by_id: managerId,
    at: toStored(at),
  });
  rows[table].push({
    id: takeId(table),
    student_id: studentId,
    home_session_id: null,
    school_session_id: sessionId,
    score,
    reason: null,
    description,
    evidence: JSON.stringify(evidence),
    source: 'class manager',
    rubric_version: RUBRIC,
    confidence: confidenceOf(pieces),
    model_score: null,
    flagged: 0,
    provider: 'person',
    created_at: toStored(at),
  });
}
