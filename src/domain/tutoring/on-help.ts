import { recordWithout } from './attempt-record.ts';
import type { DialogueState, Move, OpenItem, Rung } from './dialogue.ts';
import { ladderOf, partOf } from './ladder.ts';
import { closeItem, leadOn } from './pose.ts';
import { smallerQuestions } from './small-questions.ts';
import { statesAnswer } from './states-answer.ts';
import type { Opened, StepContext, StepResult } from './step-context.ts';

/** T10: requests for help in a row, without an attempt between them, at which no new rung is given. */
const EFFORTLESS = 3;
/** Times that what could not be read is asked for again before help is offered instead. */
const ASK_AGAIN = 2;

/** Whether what cannot be read has been asked for again often enough: the pupil seems to need help more than patience. */
export const needsHelpUnasked = ({ cannotJudge }: OpenItem): boolean => cannotJudge > ASK_AGAIN;

const helpedUnasked = ({ cannotJudge }: OpenItem): number => Math.max(0, cannotJudge - ASK_AGAIN);

/**
 * A request for help: the next rung of the ladder, one a turn. The answer is only given after a wrong answer was recorded (T1).
 * At the third request without effort, and before the first attempt at an exit item, a smaller question takes the rung's place.
 * `asked` is false when help is offered unasked, to a pupil whose answers could not be read: that is no request, though it brings
 * no more rungs than one.
 */
export function onHelp(opened: Opened, context: StepContext, asked = true): StepResult {
  const { item, open } = opened;
  if (context.steer?.help === 'none') return keepHints(opened, context);
  const ladder = ladderOf(open, item, context.checker, context.help);
  const requests = opened.state.helpWithoutEffort + (asked ? 1 : 0);
  const counted = { ...opened.state, helpWithoutEffort: requests };
  const state = asked && requests >= EFFORTLESS ? flagged(counted, 'effortless help') : counted;
  const at = nextRung(open, ladder, context);
  const next = ladder[at];
  const locked = open.exit && open.wrong === 0;
  const idle = requests + helpedUnasked(open) >= EFFORTLESS;
  if (next === undefined || idle || locked || (next.kind === 'answer' && open.wrong === 0)) {
    return askForEffort({ state, open, item }, ladder, context, asked ? 'effortless help' : 'unreadable answers');
  }
  if (next.kind === 'answer') return reveal({ state, open, item }, 'ladder', context);
  const move = { kind: 'hint', item, rung: next, number: at + 1, of: ladder.length - 1 } as const;
  return { state: { ...state, open: { ...open, ...shownRung(at, ladder), part: partOf(next) } }, move, attempt: null };
}

/** The open item after a rung was shown. */
export function shownRung(at: number, ladder: readonly Rung[]): Pick<OpenItem, 'rung' | 'usedUp'> {
  return { rung: at + 1, ...(ladder[at + 1]?.kind === 'answer' ? { usedUp: true } : {}) };
}

/** The place of the rung that comes next: where an example is ordered, that one first, as long as it was not shown. */
export function nextRung({ rung }: OpenItem, ladder: readonly Rung[], { steer }: StepContext): number {
  if (!steer?.example) return rung;
  const example = ladder.findIndex(({ kind }, at) => at >= rung && kind === 'worked look-alike');
  return example < 0 ? rung : example;
}

/**
 * Hints are kept by order: a question that the pupil can answer in own words takes their place, again and again. Nobody is taken to ask
 * without trying because of that, and "I give up" stays possible.
 */
export function keepHints({ state, open, item }: Opened, context: StepContext): StepResult {
  const { move, ...result } = askForEffort({ state, open, item }, [], context, null);
  return { ...result, move: move.kind === 'smaller question' ? { ...move, hintsKept: true } : move };
}

type Flag = DialogueState['flags'][number];

function flagged(state: DialogueState, flag: Flag): DialogueState {
  return state.flags.includes(flag) ? state : { ...state, flags: [...state.flags, flag] };
}

/** Ways on said before an item is set aside: from there on neither of the two gets any further. */
const WAYS_ON = 2;

/**
 * A smaller question that the pupil can answer; another one each time. After each was asked once a way on is said instead, the
 * last question staying open for an answer in own words; after two of those the item is set aside for another one (see below), and the
 * class manager is told `flag`. With null for that neither happens, and ways on are said in turn.
 */
export function askForEffort(
  opened: Opened,
  ladder: readonly Rung[],
  context: StepContext,
  flag: Flag | null = 'effortless help',
): StepResult {
  const { state, open, item } = opened;
  const questions = smallerQuestions(open, item, ladder, context.checker, {
    help: context.help,
    asked: state.askedSmall,
  });
  const part = questions[open.smaller] ?? questions.at(-1) ?? null;
  const over = Math.max(0, open.smaller + 1 - questions.length);
  const again = flag === null && over > WAYS_ON ? 1 + ((over - 1) % WAYS_ON) : over;
  if (flag !== null && again > WAYS_ON) return setAside({ ...opened, state: flagged(state, flag) }, ladder, context);
  const choices = part?.key?.choices ?? [];
  const move = {
    kind: 'smaller question',
    item,
    question: part?.question ?? item.question,
    ...(choices.length > 0 ? { choices } : {}),
    ...(again > 0 ? { again } : {}),
  } as const;
  const asked = again === 0 && part?.key === null ? { asked: [...(open.asked ?? []), part.question] } : {};
  return { state: { ...state, open: { ...open, ...asked, smaller: open.smaller + 1, part } }, move, attempt: null };
}

/**
 * Nobody is left with a question that was not solved for them: whoever has tried it is shown its solution, as for giving up. Without a
 * try the answer is kept (T1), and one of its kind is shown solved, where there is one and the next question does not bring one.
 */
function setAside(opened: Opened, ladder: readonly Rung[], context: StepContext): StepResult {
  if (opened.open.wrong > 0) return reveal(opened, 'set aside', context);
  const { state, move, attempt } = onSkip(opened, context);
  if (move.kind !== 'skip') return { state, move, attempt };
  const text = ladder.slice(opened.open.rung).find(({ kind }) => kind === 'worked look-alike')?.text;
  const isKept = text === undefined || move.example || (move.pose && statesAnswer(move.pose, text, context.checker));
  if (isKept) return { state, move: { ...move, setAside: true }, attempt };
  const lent = [...(state.lent ?? []), opened.item.qaId];
  return { state: { ...state, lent }, move: { ...move, setAside: true, solvedOne: text }, attempt };
}

/**
 * "I give up" is always possible (T10): recorded, the worked solution is shown, no mastery, and a fresh item comes later. Three
 * in a row without one try are flagged like three requests for help.
 */
export function onGiveUp(opened: Opened, context: StepContext): StepResult {
  const before = opened.state.done.filter((done) => done.outcome !== 'shown').slice(1 - EFFORTLESS);
  const untried = [...before, { outcome: 'given up', wrong: opened.open.wrong }].filter(
    (done) => done.outcome === 'given up' && done.wrong === 0,
  );
  const state = untried.length >= EFFORTLESS ? flagged(opened.state, 'effortless help') : opened.state;
  return reveal({ ...opened, state }, 'given up', context);
}

function reveal(opened: Opened, reason: Extract<Move, { kind: 'reveal' }>['reason'], context: StepContext): StepResult {
  const attempt = recordWithout(opened, 'given up', true, context);
  const closed = closeItem(opened, reason === 'ladder' ? 'revealed' : 'given up');
  const { state, posing } = leadOn(closed, context, attempt);
  return { state, move: { kind: 'reveal', item: opened.item, reason, ...posing }, attempt };
}

/** Skipped without the solution (T10). The rest of its problem is left out too: it builds on this step. */
export function onSkip(opened: Opened, context: StepContext): StepResult {
  const attempt = recordWithout(opened, 'skipped', false, context);
  const { state, posing } = leadOn(closeItem(opened, 'skipped'), context, attempt);
  return { state, move: { kind: 'skip', item: opened.item, ...posing }, attempt };
}
