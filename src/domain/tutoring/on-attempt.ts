import { recordOf } from './attempt-record.ts';
import type { AttemptRecord, DialogueState, OpenItem, Outcome, PupilAct, SeenWork } from './dialogue.ts';
import { ladderOf, partOf, shownAnswer } from './ladder.ts';
import { type Miss, missOf } from './miss.ts';
import { askForEffort, keepHints, needsHelpUnasked, nextRung, onHelp, shownRung } from './on-help.ts';
import { asksReason, awaitingReason } from './on-reason.ts';
import { closeItem, leadOn } from './pose.ts';
import type { Opened, StepContext, StepResult } from './step-context.ts';
import type { NotJudged } from './verdict.ts';

type Attempt = Extract<PupilAct, { type: 'attempt' }>;
type Part = Extract<PupilAct, { type: 'part' }>;

/** Wrong answers in a row, over items, at which the class manager is told. */
const WRONG_STREAK = 5;
const SAID = 5;
const SAID_LENGTH = 200;

/** An answer to the open item. */
export function onAttempt(opened: Opened, act: Attempt, context: StepContext): StepResult {
  const record = recordOf(opened, act, context);
  const heard = { ...opened, open: hear(opened.open, act.answer) };
  switch (act.verdict.verdict) {
    case 'correct':
      return onCorrect(heard, act, record, context);
    case 'incorrect':
      return onWrong(heard, act, record, context);
    case 'cannot judge':
      return act.verdict.reason === 'free text'
        ? onFreeText(heard, act, record, context)
        : onUnreadable(heard, act.verdict.reason, act.verdict.understood ?? null, record, context);
  }
}

/** The open item with what the pupil said about it; bounded. */
function hear(open: OpenItem, words: string): OpenItem {
  return { ...open, said: [...open.said, words.slice(0, SAID_LENGTH)].slice(-SAID) };
}

function onCorrect(opened: Opened, act: Attempt, record: AttemptRecord, context: StepContext): StepResult {
  const alone = record.unaided;
  const closed = closeItem(opened, alone ? 'solved alone' : 'solved with hints');
  const calm = { ...closed, wrongStreak: 0 };
  const { state, posing } = leadOn(calm, context, record);
  const seen = seenWork(opened, record);
  const { item } = opened;
  const confirm = { kind: 'confirm', item, answer: act.answer, alone, seen } as const;
  if (asksReason({ item, answer: act.answer, attempt: record, seen }, calm, posing, context)) {
    const move = { ...confirm, pose: null, askReason: true } as const;
    return { state: awaitingReason(calm, item, posing), move, attempt: record };
  }
  return { state, move: { ...confirm, ...posing }, attempt: record };
}

const HELPED = new Set<Outcome>(['solved with hints', 'revealed', 'given up']);

function seenWork({ state, open }: Opened, record: AttemptRecord): SeenWork {
  const tried = state.done.filter((done) => done.outcome !== 'shown' && done.outcome !== 'left');
  const before = tried.findLastIndex((done) => done.outcome !== 'solved alone');
  const sameUnit = tried.findLast((done) => done.unitName === open.unitName);
  return {
    understood: record.understood,
    wrong: open.wrong,
    rungs: open.rung,
    inARow: record.unaided ? tried.length - before : 0,
    helpedBefore: sameUnit !== undefined && HELPED.has(sameUnit.outcome),
  };
}

/** Wrong answers to the item that closes a session before help comes unasked: it is to be done alone (T7). */
const ALONE = 3;

/**
 * T4 and T2: where it went wrong; from the second wrong answer on (the third, of the item that closes a session) the next rung
 * too, and at the ladder's end the answer.
 */
function onWrong(opened: Opened, act: Attempt, record: AttemptRecord, context: StepContext): StepResult {
  const { item } = opened;
  const wrong = opened.open.wrong + 1;
  const state = countWrong(opened.state);
  const miss = missOf(item, act.answer, act.verdict, context.checker);
  const { at, next, ladder } = rungUnasked(opened, wrong, miss, context);
  if (next?.kind === 'answer') {
    const attempt = { ...record, revealed: true };
    const posed = leadOn(closeItem({ state, open: { ...opened.open, wrong }, item }, 'revealed'), context, attempt);
    return { state: posed.state, move: { kind: 'reveal', item, reason: 'ladder', ...posed.posing }, attempt };
  }
  const rung = next ?? null;
  const shown = rung === null ? {} : shownRung(at, ladder);
  const open = { ...opened.open, wrong, cannotJudge: 0, ...shown, part: partOf(rung) };
  const move = { kind: 'locate error', item, ...miss, wrong, rung } as const;
  return { state: { ...state, open }, move, attempt: record };
}

/**
 * The help that a wrong answer brings: none by order, or with the first one; the answer itself after the second at the earliest. What an
 * author says of a new wrong answer fits it better than the rung that happens to be next: the rung waits for one answer more.
 */
function rungUnasked({ open, item }: Opened, wrong: number, { answer, feedback }: Miss, context: StepContext) {
  const help = context.steer?.help ?? null;
  const isForeseen = feedback !== null && open.said.indexOf(answer.slice(0, SAID_LENGTH)) === open.said.length - 1;
  const patience = open.exit ? ALONE : help === 'more' ? 1 : isForeseen ? 3 : 2;
  if (help === 'none' || wrong < patience) return { at: open.rung, next: undefined, ladder: [] };
  const ladder = ladderOf(open, item, context.checker, context.help);
  const at = nextRung(open, ladder, context);
  const next = ladder[at];
  return { at, next: next?.kind === 'answer' && wrong < 2 ? undefined : next, ladder };
}

function countWrong(state: DialogueState): DialogueState {
  const wrongStreak = state.wrongStreak + 1;
  const raise = wrongStreak >= WRONG_STREAK && !state.flags.includes('wrong streak');
  const flags: DialogueState['flags'] = raise ? [...state.flags, 'wrong streak'] : state.flags;
  return { ...state, helpWithoutEffort: 0, wrongStreak, flags };
}

/** Free text is never wrong by the look of its words: the pupil compares with the key, and the item does not count. */
function onFreeText(opened: Opened, act: Attempt, record: AttemptRecord, context: StepContext): StepResult {
  const closed = closeItem(opened, 'compared');
  const { state, posing } = leadOn(closed, context, record);
  return { state, move: { kind: 'compare', item: opened.item, answer: act.answer, ...posing }, attempt: record };
}

/** What could not be read is asked for again, twice an item; from then on the pupil seems to need help more than patience. */
export function onUnreadable(
  opened: Opened,
  reason: NotJudged,
  understood: string | null,
  attempt: AttemptRecord | null,
  context: StepContext,
): StepResult {
  const open = { ...opened.open, cannotJudge: opened.open.cannotJudge + 1 };
  const state = { ...opened.state, open };
  if (needsHelpUnasked(open)) return { ...onHelp({ ...opened, state, open }, context, false), attempt };
  return { state, move: { kind: 'ask again', item: opened.item, reason, understood }, attempt };
}

/**
 * An answer to the smaller question. It is an effort, never an attempt at the item. Where a key can tell, the pupil hears
 * whether it was right; what was said in own words earns the next rung.
 */
export function onPart(opened: Opened, act: Part, context: StepContext): StepResult {
  const { item } = opened;
  const part = opened.open.part;
  const open = { ...hear(opened.open, act.answer), cannotJudge: 0, part: null };
  const state = { ...opened.state, open, helpWithoutEffort: 0 };
  if (part?.key === null || part === null || act.right === null) {
    if (context.steer?.help === 'none') return keepHints({ state, open, item }, context);
    const ladder = ladderOf(open, item, context.checker, context.help);
    const next = ladder[open.rung];
    if (next === undefined || next.kind === 'answer' || (open.exit && open.wrong === 0)) {
      return askForEffort({ state, open, item }, ladder, context);
    }
    const move = { kind: 'hint', item, rung: next, number: open.rung + 1, of: ladder.length - 1 } as const;
    return {
      state: { ...state, open: { ...open, ...shownRung(open.rung, ladder), part: partOf(next) } },
      move,
      attempt: null,
    };
  }
  const partAnswer = act.right ? null : shownAnswer({ ...item, key: { ...item.key, ...part.key } });
  const move = {
    kind: 'part checked',
    item,
    question: part.question,
    answer: act.answer,
    right: act.right,
    partAnswer,
  } as const;
  return { state: { ...state, open }, move, attempt: null };
}
