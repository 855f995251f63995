import type { Item } from '../curriculum/curriculum.ts';
import { type Chosen, chooseItem, reviewsAsked, reviewsUntil } from './choose-item.ts';
import { chanceIn, LOW, wantsExample } from './choose-unit.ts';
import type { AttemptRecord, DialogueState, Outcome, Posing } from './dialogue.ts';
import { workedExampleOf } from './ladder.ts';
import { lookAlikeFor } from './look-alike.ts';
import { hasWorked } from './session-facts.ts';
import { statesAnswer } from './states-answer.ts';
import { exampleFollowed, exampleOrdered } from './steered-example.ts';
import type { Opened, StepContext } from './step-context.ts';

/** The state in which the open item has ended so; nothing is open. */
export function closeItem(opened: Opened, outcome: Outcome): DialogueState {
  const { state, open, item } = opened;
  const { revisionId, qaId, problemId, unitName, wrong, rung, exit } = open;
  const done = { revisionId, qaId, problemId, unitName: item.unitName || unitName, outcome, wrong, rungs: rung, exit };
  return { ...state, ...withAsked(opened), open: null, done: [...state.done, done] };
}

/** The smaller questions that were asked with the item that closes join those of the items before. */
function withAsked({ state, open }: Opened): Pick<DialogueState, 'askedSmall'> {
  return open.asked === undefined ? {} : { askedSmall: [...(state.askedSmall ?? []), ...open.asked] };
}

/**
 * Opens the next item, if there is one, and says how it is posed. An item that opens takes back the count of help without
 * effort: each one starts with the benefit of the doubt.
 */
export function poseNext(
  state: DialogueState,
  context: StepContext,
  attempt: AttemptRecord | null,
  chosen = chooseItem(state, context, attempt),
): { state: DialogueState; posing: Posing } {
  if (chosen === null) return { state: { ...state, phase: withoutItem(state) }, posing: { pose: null } };
  const { item, exit, easy, review, reviews } = chosen;
  const ordered = exampleOrdered(item, state, context);
  const lookAlike = ordered ?? (item.workedExample.trim() === '' ? lookAlikeFor(item, state, context) : null);
  const borrowed = lookAlike === null ? {} : { lookAlike: lookAlike.text };
  const wasLent = state.lent?.includes(item.qaId) ?? false;
  const has = lookAlike !== null || (!wasLent && workedExampleOf(item, context.checker) !== null);
  const example = has && comesWithExample(chosen, state, context, attempt);
  const { revisionId, qaId, problemId, unitName } = item;
  const which = { revisionId, qaId, problemId, unitName };
  const counts = { rung: 0, wrong: 0, cannotJudge: 0, smaller: 0, posedAt: context.now, posedIn: state.turn };
  return {
    state: {
      ...state,
      phase: exit ? 'exit' : review ? 'opening' : 'practice',
      helpWithoutEffort: 0,
      done: lookAlike?.used ? [shown(lookAlike.used), ...state.done] : state.done,
      ...(lookAlike === null ? {} : { lent: [...(state.lent ?? []), lookAlike.from] }),
      ...(ordered === null ? {} : exampleFollowed(state, context)),
      ...(review ? firstReview(state, reviews, context) : {}),
      ...(example ? nowTold(state, item, lookAlike?.text ?? item.workedExample, context) : {}),
      open: { ...which, ...counts, ...borrowed, exit, example: example || wasLent, part: null, said: [] },
    },
    posing: {
      pose: item,
      example,
      ...(example ? borrowed : {}),
      exit,
      ...(easy ? { easy } : {}),
      review,
      ...(review ? { reviews } : {}),
      ...(!review && hasReviewed(state) ? { reviewed: true, ...leftWaiting(state, context) } : {}),
      newUnit: !state.done.some((done) => done.unitName === unitName),
    },
  };
}

/** With the first review it is settled how many there are, and how long they may take. */
function firstReview(state: DialogueState, reviews: number, context: StepContext): Partial<DialogueState> {
  if (state.reviews !== undefined) return {};
  const until = reviewsUntil(context);
  return { reviews, ...(until === undefined ? {} : { reviewsUntil: until }) };
}

function leftWaiting(state: DialogueState, { remaining }: StepContext): Pick<Posing, 'waiting'> {
  const isUsedUp = state.reviewsUntil !== undefined && (remaining ?? Number.POSITIVE_INFINITY) < state.reviewsUntil;
  return isUsedUp && reviewsAsked(state) < (state.reviews ?? 0) ? { waiting: true } : {};
}

/** In the opening nothing but reviews is asked. */
const hasReviewed = (state: DialogueState): boolean => state.phase === 'opening' && reviewsAsked(state) > 0;

/**
 * After an item that has ended: the next one, or, when none comes any more, the question for the pupil's recap (T7), or, where nothing
 * was tried, the end.
 */
export function leadOn(
  closed: DialogueState,
  context: StepContext,
  attempt: AttemptRecord | null,
  planned?: Chosen,
): { state: DialogueState; posing: Posing } {
  const next = poseNext(closed, context, attempt, planned);
  if (next.posing.pose !== null || closed.recap !== null) return next;
  if (!hasWorked(closed))
    return { state: { ...next.state, phase: 'closed', recap: '' }, posing: { pose: null, over: true } };
  return { state: { ...next.state, phase: 'recap', helpWithoutEffort: 0 }, posing: { pose: null, recap: true } };
}

function withoutItem(state: DialogueState): DialogueState['phase'] {
  return state.phase === 'opening' ? 'practice' : state.phase;
}

/** Whether its example comes first: by T6, or by order. A review is recalled without one, unless the chance is low. */
function comesWithExample(
  { item: { unitName }, exit, review }: Chosen,
  state: DialogueState,
  context: StepContext,
  attempt: AttemptRecord | null,
): boolean {
  if (exit) return false;
  if (review) return chanceIn(state, context, unitName, attempt) < LOW;
  if (context.steer?.help === 'more' || (context.steer?.example ?? null) !== null) return true;
  return wantsExample(unitName, state, context, attempt);
}

/** A question that was shown with its answer: it does not come as an item any more. It goes before what the pupil did. */
function shown({ revisionId, qaId, problemId, unitName }: Item): DialogueState['done'][number] {
  return { revisionId, qaId, problemId, unitName, outcome: 'shown', wrong: 0, rungs: 0, exit: false };
}

/** The names of this unit that an example comes to at its end: who has read it is told them. */
function nowTold(
  state: DialogueState,
  item: Item,
  example: string,
  { pool, checker }: StepContext,
): Pick<DialogueState, 'told'> {
  const result =
    example
      .trim()
      .split(/\bResult: |(?<=[.!?]) +(?=\p{Lu})/u)
      .at(-1) ?? '';
  const named = pool.filter(
    (one) =>
      one.unitName === item.unitName &&
      one.key.kind === 'text' &&
      one.qaId !== item.qaId &&
      statesAnswer(one, `Result: ${result}`, checker),
  );
  return named.length === 0 ? {} : { told: [...(state.told ?? []), ...named.map(({ qaId }) => qaId)] };
}
