import type { Item } from '../curriculum/curriculum.ts';
import type { AttemptRecord, DialogueState, DoneItem, Move, OpenItem, PupilAct } from './dialogue.ts';
import { readPupil } from './pupil-act.ts';
import type { StepContext, StepResult } from './step-context.ts';

/** One of those who study together in one talk. */
export interface Member {
  id: number;
  firstName: string;
  /** What remote models call them. */
  pseudonym: string;
  /** How often they have said something in this talk. */
  turns: number;
}

/**
 * Whom the teacher asks next: whoever has had the fewest turns, and not the one who just spoke; of several the one who stands first after
 * the speaker, so that the turn goes round. Null where nobody else is there.
 */
export function nextToSpeak(members: readonly Member[], speakerId: number): Member | null {
  const at = members.findIndex(({ id }) => id === speakerId);
  const others = [...members.slice(at + 1), ...members.slice(0, Math.max(0, at))].filter(({ id }) => id !== speakerId);
  return others.toSorted((a, b) => a.turns - b.turns)[0] ?? null;
}

/** What a message does in a talk of several: nobody ends it, gives up, skips or brings a question for the others. */
export function asOneOfSeveral(act: PupilAct, words: string): PupilAct {
  if (act.type === 'stop') return { type: 'small talk', text: words };
  if (act.type === 'own problem') return { type: 'own question', question: words };
  if (act.type === 'give up' || act.type === 'skip') return { type: 'stuck' };
  return act;
}

const MEANT_FOR_ITEM: ReadonlySet<PupilAct['type']> = new Set([
  'attempt',
  'part',
  'help',
  'stuck',
  'give up',
  'skip',
  'go on',
  'empty',
]);

export interface LateWords {
  words: { text: string; choiceId?: string };
  state: DialogueState;
  /** What is open now. */
  open: Item | null;
  /** What was open when the words were written. */
  before: Item | null;
}

/**
 * Words that were written while another question was open than now: an answer to that one is judged as such, with what the pupil could see
 * then, and moves nothing of the talk. Null: they are not about a question, and are taken as they come.
 */
export function cameLate({ words, state, open, before }: LateWords, context: StepContext): StepResult | null {
  if ((before?.revisionId ?? null) === (open?.revisionId ?? null)) return null;
  const done = state.done.findLast(({ revisionId }) => revisionId === before?.revisionId);
  const then = done ? { ...state, open: openedAgain(done, context.now) } : { ...state, open: null };
  const act = readPupil(words, then, done ? before : null, context.checker);
  const now = readPupil(words, state, open, context.checker);
  if (!MEANT_FOR_ITEM.has(act.type) && !(before === null && MEANT_FOR_ITEM.has(now.type))) return null;
  const next = { ...state, turn: state.turn + 1 };
  const judged = act.type === 'attempt' && act.verdict.verdict !== 'cannot judge' ? act : null;
  const right = judged === null ? null : judged.verdict.verdict === 'correct';
  const move: Move = { kind: 'came late', before, answer: words.text, right, open };
  return { state: next, move, attempt: judged && done ? lateAttempt(judged, done) : null };
}

/** As it was when it closed. */
function openedAgain(done: DoneItem, now: number): OpenItem {
  const { revisionId, qaId, problemId, unitName, wrong, rungs, exit } = done;
  const item = { revisionId, qaId, problemId, unitName, wrong, exit, rung: rungs };
  return { ...item, cannotJudge: 0, posedAt: now, example: false, smaller: 0, part: null, said: [] };
}

function lateAttempt(
  { answer, choiceId, verdict }: Extract<PupilAct, { type: 'attempt' }>,
  { revisionId, qaId, unitName, rungs }: DoneItem,
): AttemptRecord {
  return {
    revisionId,
    qaId,
    unitName,
    answer: answer.slice(0, 2000),
    choiceId: choiceId ?? null,
    verdict: verdict.verdict,
    understood: verdict.understood ?? null,
    hintsUsed: rungs,
    revealed: false,
    unaided: rungs === 0,
    counts: true,
    milliseconds: 0,
  };
}

/**
 * An attempt of one of several: it counts where it is the first judged answer of this pupil to this question, whatever the others
 * have answered, and is unaided where nothing was said about the question before, neither a hint nor a word on another's answer, and the
 * right answer of another did not stand there to be copied.
 */
export function asOwnAttempt(
  attempt: AttemptRecord,
  before: { answered: boolean; wrong: number; couldCopy: boolean },
): AttemptRecord {
  const judged = attempt.verdict === 'correct' || attempt.verdict === 'incorrect';
  const counts = judged && !before.answered;
  const alone = attempt.hintsUsed === 0 && before.wrong === 0 && !before.couldCopy;
  return { ...attempt, counts, unaided: counts && alone && attempt.unaided };
}
