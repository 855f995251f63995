import type { Item } from '../curriculum/curriculum.ts';
import { plain } from './choose-item.ts';
import { FADED, masteryIn } from './choose-unit.ts';
import type { AttemptRecord, DialogueState, Posing, PupilAct, SeenWork } from './dialogue.ts';
import { leadOn } from './pose.ts';
import type { StepContext, StepResult } from './step-context.ts';

/** Right answers without help in a row at which the pupil is asked how they know: the third, and every fifth after it. */
const FIRST = 3;
const EVERY = 5;
/** An explanation and its reply take about a minute; where the end is near, another question is worth more. */
const LEAST_TIME = 5 * 60_000;
const REASON = /\b(?:because|since|cause|cuz|so that|therefore)\b|(?<!\p{L})(?:כי|מפני ש|בגלל)/iu;

interface Solved {
  item: Item;
  answer: string;
  attempt: AttemptRecord;
  seen: SeenWork;
}

/**
 * Whether a right answer is followed by "how do you know?" before the next question: now and then, of a pupil whose chance is high
 * (T6), of what has a reason and was not answered before, and where no reason was given unasked. `next` is what would follow.
 */
export function asksReason(solved: Solved, state: DialogueState, next: Posing, context: StepContext): boolean {
  const { item, answer, attempt, seen } = solved;
  if (!attempt.unaided || seen.inARow % EVERY !== FIRST || REASON.test(answer)) return false;
  if (next.pose === null || next.exit || next.review || next.pose.problemId === item.problemId) return false;
  if (state.phase !== 'practice' || item.qaId < 0 || !hasReason(item)) return false;
  const isNew = (context.lastAnswered?.(item.qaId) ?? null) === null && !state.reasonsAsked?.includes(item.qaId);
  return isNew && hasTime(context) && masteryIn(context, item.unitName, attempt) >= FADED;
}

const hasTime = ({ remaining }: StepContext): boolean => (remaining ?? Number.POSITIVE_INFINITY) > LEAST_TIME;

/** What is worked out or decided has a reason; a name is known or not. */
const hasReason = ({ key, stem, question }: Item): boolean =>
  key.choices.length > 0 || (key.kind !== 'text' && /\d/.test(`${stem} ${question}`));

/** The state in which the reason of this item is waited for; what would follow follows after it. */
export function awaitingReason(state: DialogueState, { qaId }: Item, { pose }: Posing): DialogueState {
  const reasonOf = { qaId, next: pose?.qaId ?? qaId };
  return { ...state, reasonOf, reasonsAsked: [...(state.reasonsAsked ?? []), qaId] };
}

interface Asked {
  state: DialogueState;
  item: Item;
  /** The question that was to come, by qa id. */
  next: number | undefined;
}

/**
 * The pupil's reason, or that none comes. Nobody judges it (T9) and nothing is counted: the author's explanation is told to compare
 * with, and the next question opens.
 */
export function onReason({ state, item, next }: Asked, act: PupilAct, context: StepContext): StepResult {
  const planned = hasTime(context) ? context.pool.find(({ qaId }) => qaId === next && next !== item.qaId) : undefined;
  const after = leadOn(state, context, null, planned && plain(planned));
  const text = act.type === 'reason' ? act.text : '';
  return { state: after.state, move: { kind: 'reason heard', item, text, ...after.posing }, attempt: null };
}
