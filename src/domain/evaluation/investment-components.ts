import type { EvaluationFact } from './evaluation.ts';
import type { EvidenceTurn, SessionEvidence } from './session-evidence.ts';

/** One part of investment: a share, 0 … 1, or null where the session gave no occasion to see it. */
export interface Component {
  share: number | null;
  facts: EvaluationFact[];
  messageIds: number[];
}

const nothingSeen: Component = { share: null, facts: [], messageIds: [] };
/** A greeting and a thank-you cost nobody anything. */
const FREE_SMALL_TALK = 2;
/** Requests for help in a row, without an attempt between, that are no effort any more (T10). */
const HELP_IN_A_ROW = 3;
/** Own questions that count in full. */
const OWN_QUESTIONS = 2;

const isHelp = ({ act }: EvidenceTurn) => act === 'help' || act === 'stuck';
const isEffort = ({ act }: EvidenceTurn) => act === 'attempt' || act === 'part' || isOwnQuestion(act);
const isOwnQuestion = (act: EvidenceTurn['act']) => act === 'own question' || act === 'own problem';

/**
 * Turns with substance: the share of an attempt, an answer to a smaller question, a question of one's own, a pick among
 * offered questions or a recap, in all turns that have substance or lack it. Lacking it: an empty message, small talk after the second
 * time, help asked for again on a question without having tried anything between. A first request for help, going on,
 * skipping, giving up and stopping count on neither side. How long a message is, or how soon it comes, is not looked at.
 *
 * Examples: "hi", six attempts, one hint, "thanks" → 6 of 6 → 1. Four attempts and three empty messages → 4 of 7 → .57.
 * One attempt, then "hint", "hint", "hint" → 1 of 3 → .33 (the first hint follows a try).
 */
export function substantiveTurns({ turns }: SessionEvidence): Component {
  const good: number[] = [];
  let empty = 0;
  let smallTalk = 0;
  let asked: number | null = null;
  for (const turn of turns) {
    if (isEffort(turn) || turn.act === 'picked' || turn.act === 'recap') good.push(turn.messageId);
    if (turn.act === 'small talk') smallTalk++;
    if (turn.act === 'empty' || (isHelp(turn) && turn.posing !== null && asked === turn.posing)) empty++;
    if (isHelp(turn)) asked = turn.posing;
    else if (isEffort(turn)) asked = null;
  }
  const of = good.length + empty + Math.max(0, smallTalk - FREE_SMALL_TALK);
  if (of === 0) return nothingSeen;
  const facts: EvaluationFact[] = [{ key: 'investment.on the subject', params: { count: good.length, of } }];
  return { share: good.length / of, facts, messageIds: good };
}

/**
 * Tries before help: the share of questions, of those where the pupil tried or took help, on which a try came first.
 *
 * Examples: three questions solved at once, one tried wrongly and then hinted → 4 of 4 → 1. Two tried at once, two with a
 * hint before any try → .5. Questions that were only skipped are not counted.
 */
export function triesBeforeHelp({ turns }: SessionEvidence): Component {
  const first = new Map<number, EvidenceTurn>();
  for (const turn of turns) {
    const decides = turn.act === 'attempt' || turn.act === 'give up' || isHelp(turn);
    if (decides && turn.posing !== null && !first.has(turn.posing)) first.set(turn.posing, turn);
  }
  if (first.size === 0) return nothingSeen;
  const tried = [...first.values()].filter(({ act }) => act === 'attempt');
  const facts: EvaluationFact[] = [{ key: 'investment.tried first', params: { count: tried.length, of: first.size } }];
  return { share: tried.length / first.size, facts, messageIds: tried.map(({ messageId }) => messageId) };
}

/**
 * Active time: time at work (pauses left out, ten minutes of thinking at a stretch allowed) in the time that was planned,
 * at most 1. A session that came to its own end counts in full however soon it did. Not looked at where no time was planned.
 *
 * Examples: 24 active of 30 planned minutes → .8. All questions done after 12 of 30 → 1. Twice 20 minutes with an hour's
 * pause, 40 planned → 1.
 */
export function activeTime({ time }: SessionEvidence): Component {
  const minutes = Math.round(time.activeMs / 60_000);
  if (time.finished) return { share: 1, facts: [{ key: 'investment.finished', params: { minutes } }], messageIds: [] };
  if (time.plannedMs === null || time.plannedMs <= 0) return nothingSeen;
  const params = { minutes, planned: Math.round(time.plannedMs / 60_000) };
  const share = Math.min(1, Math.max(0, time.activeMs / time.plannedMs));
  return { share, facts: [{ key: 'investment.time', params }], messageIds: [] };
}

/**
 * No gaming: one less the share of questions on which help was asked for three times in a row without effort between (T10),
 * among those that were worked on. To try all choices one after the other is no gaming here: it cannot be told from honest tries.
 *
 * Examples: five questions, none clicked through → 1. On two of five "hint, hint, hint" → .6.
 */
export function noGaming({ turns }: SessionEvidence): Component {
  const worked = new Set<number>();
  const gamed = new Map<number, number[]>();
  let row: EvidenceTurn[] = [];
  for (const turn of turns) {
    if (turn.posing === null) continue;
    if (isEffort(turn) || isHelp(turn) || turn.act === 'give up') worked.add(turn.posing);
    if (isHelp(turn)) row = row[0]?.posing === turn.posing ? [...row, turn] : [turn];
    else if (isEffort(turn)) row = [];
    if (row.length >= HELP_IN_A_ROW)
      gamed.set(
        turn.posing,
        row.map(({ messageId }) => messageId),
      );
  }
  if (worked.size === 0) return nothingSeen;
  const facts: EvaluationFact[] =
    gamed.size > 0 ? [{ key: 'investment.hints in a row', params: { count: gamed.size } }] : [];
  return { share: 1 - gamed.size / worked.size, facts, messageIds: [...gamed.values()].flat() };
}

/**
 * Own questions: none 0, one .5, two or more 1. What is asked, and how well, is not graded.
 */
export function ownQuestions({ turns }: SessionEvidence): Component {
  const asked = turns.filter(({ act }) => isOwnQuestion(act)).map(({ messageId }) => messageId);
  const facts: EvaluationFact[] =
    asked.length > 0 ? [{ key: 'investment.own questions', params: { count: asked.length } }] : [];
  return { share: Math.min(1, asked.length / OWN_QUESTIONS), facts, messageIds: asked };
}
