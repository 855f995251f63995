import { MINUTE, SECOND } from '../../shared/instant.ts';
import type { Item } from '../curriculum/curriculum.ts';
import { allSecure, answersIn, chanceIn, chooseUnit, isOwed, LOW, masteryIn, wantsExample } from './choose-unit.ts';
import type { AttemptRecord, DialogueState, Outcome } from './dialogue.ts';
import { hasSameShape, isCalculation } from './same-shape.ts';
import { hasWorked } from './session-facts.ts';
import { steeredUnit } from './steering.ts';
import type { StepContext } from './step-context.ts';

/**
 * Due reviews at the start of a session (T7): three at most, and as many as take a fifth of its time, one at least (ADR 12). Once that
 * time is used up the others wait, though they were announced.
 */
const REVIEWS = 3;
const REVIEW_SHARE = 1 / 5;
const REVIEW_TIME = 75 * SECOND;
const HARDEST = 4;
/** Items before a session can close with an exit item. */
const BEFORE_EXIT = 3;
/** What the exit item and the recap take; and the recap alone. */
const EXIT_TIME = 5 * MINUTE;
const RECAP_TIME = 2 * MINUTE;
/** Whoever did not do the last one alone is still offered one to close with, until so long after the planned end. */
const OVERTIME = 5 * MINUTE;

export interface Chosen {
  item: Item;
  exit: boolean;
  /** An exit item of a lesson in which nothing was tried. */
  easy?: true;
  review: boolean;
  /** Reviews that come now, this one included; 0 where it is none. */
  reviews: number;
}

export const plain = (item: Item): Chosen => ({ item, exit: false, review: false, reviews: 0 });

/**
 * The item that is posed next, or null when there is none: the pool is used up, the planned end is near, or the exit item is
 * done. Deterministic. Steps of a problem stay together and in order; no item comes twice in a session; "for test" items never
 * come (T11). After a recap, whoever goes on of their own will is given items without regard to the planned end.
 */
export function chooseItem(state: DialogueState, context: StepContext, attempt: AttemptRecord | null): Chosen | null {
  const ending = state.recap === null;
  if (ending && (state.phase === 'exit' || timeLeft(context) <= RECAP_TIME)) return lastOne(state, context, attempt);
  const ordered = steeredUnit(state, context);
  const next = nextStep(state, context);
  if (next !== null && (ordered === null || next.item.unitName === ordered)) return next;
  const entries = freshEntries(state, context.pool);
  if (ending) {
    const exit = exitItem(entries, state, context, attempt);
    if (exit !== null) return asExit(exit, state);
    const reviews = ordered === null ? dueReviews(state, context, attempt) : [];
    if (reviews[0] !== undefined) return { ...plain(reviews[0]), review: true, reviews: reviews.length };
  }
  const fitting = ending ? entries.filter((item) => fitsIn(item, context)) : entries;
  const wanted = ending ? keepingOne(fitting.length > 0 ? fitting : entries, state) : entries;
  if (wanted.length === 0) return null;
  const units = [...new Set(wanted.map((item) => item.unitName))];
  const unit = units.find((one) => one === ordered) ?? chooseUnit(units, state, context, attempt);
  const item = bestLevel(inUnit(wanted, unit), unit, state, context, attempt);
  return item === undefined ? null : plain(item);
}

/** Whoever saw a solution can still end with something of their own; whoever skips wants no more. */
const HELPED = new Set<Outcome>(['solved with hints', 'revealed', 'given up', 'compared']);

/**
 * Near the end, and a little after it: an exit item after one that was not done alone, after a problem of several steps, and where
 * nothing was tried yet (T7); else nothing.
 */
function lastOne(state: DialogueState, context: StepContext, attempt: AttemptRecord | null): Chosen | null {
  const last = state.done.findLast((done) => done.outcome !== 'shown');
  if (state.phase === 'exit' || last === undefined || timeLeft(context) <= -OVERTIME) return null;
  const wasStep = context.pool.some(({ qaId, stepCount }) => qaId === last.qaId && stepCount > 1);
  const wantsOne = HELPED.has(last.outcome) || !hasWorked(state) || (wasStep && last.outcome !== 'skipped');
  if (!wantsOne) return null;
  const exit = exitItem(freshEntries(state, context.pool), state, context, attempt);
  return exit === null ? null : asExit(exit, state);
}

const asExit = (item: Item, state: DialogueState): Chosen => ({
  ...plain(item),
  exit: true,
  ...(hasWorked(state) ? {} : { easy: true }),
});

/** The only one that stands alone is kept to close with, where problems of several steps are left besides. */
function keepingOne(entries: Item[], { done }: DialogueState): Item[] {
  const steps = entries.filter(({ stepCount }) => stepCount > 1);
  const practised = done.filter(({ outcome }) => outcome !== 'shown' && outcome !== 'left').length;
  return practised >= BEFORE_EXIT && steps.length > 0 && entries.length - steps.length === 1 ? steps : entries;
}

/** A problem of several steps is begun only where there is time to come to its end. */
const STEP_TIME = 75 * SECOND;
const fitsIn = ({ stepCount }: Item, context: StepContext): boolean =>
  stepCount <= 1 || stepCount * STEP_TIME <= timeLeft(context) - EXIT_TIME;

const timeLeft = (context: StepContext): number => context.remaining ?? Number.POSITIVE_INFINITY;

/** Time that the pupil planned is left: whoever is secure spends it on harder items instead of being sent home early. */
const hasTime = (context: StepContext): boolean => Number.isFinite(timeLeft(context));
const isHard = (item: Item): boolean => item.level >= 3;

const forStudy = (item: Item): boolean => item.use === 'for study';

/** Left before it was touched: it may come again when the pupil goes on after all. */
export const isUsed = (done: DialogueState['done'][number]): boolean =>
  done.outcome !== 'left' || done.wrong > 0 || done.rungs > 0;

/** Items that were not used yet, one a problem: its first open step. A problem with a skipped step is left out. */
function freshEntries(state: DialogueState, pool: readonly Item[]): Item[] {
  const used = new Set(state.done.filter(isUsed).map((done) => done.qaId));
  const dropped = new Set(state.done.filter((done) => done.outcome === 'skipped').map((done) => done.problemId));
  const entries = new Map<number, Item>();
  for (const item of pool) {
    if (!forStudy(item) || used.has(item.qaId) || dropped.has(item.problemId)) continue;
    const entry = entries.get(item.problemId);
    if (entry === undefined || item.stepIndex < entry.stepIndex) entries.set(item.problemId, item);
  }
  return [...entries.values()];
}

const inUnit = (items: readonly Item[], unit: string): Item[] => items.filter((item) => item.unitName === unit);

/** The next step of the problem that the last item belongs to. */
function nextStep(state: DialogueState, context: StepContext): Chosen | null {
  const last = state.done.findLast((done) => done.outcome !== 'shown');
  if (last === undefined || last.outcome === 'skipped' || last.exit) return null;
  const all = [...context.pool, ...(context.due ?? [])];
  const at = all.find((item) => item.qaId === last.qaId)?.stepIndex ?? -1;
  const from = isUsed(last) ? at + 1 : at;
  const next = freshEntries(state, all).find((item) => item.problemId === last.problemId && item.stepIndex >= from);
  return next === undefined ? null : plain(next);
}

/**
 * The reviews that still come before new questions, the most urgent first, those of a unit whose chance is low last: there is little to
 * recall. Only questions that stand alone are asked: a later step without its story would make no sense.
 */
function dueReviews(state: DialogueState, context: StepContext, attempt: AttemptRecord | null): Item[] {
  const asked = reviewsAsked(state);
  const left = timeLeft(context);
  const fitting = Math.max(1, Math.min(REVIEWS, Math.floor((left * REVIEW_SHARE) / REVIEW_TIME)));
  const wanted = state.reviews ?? fitting;
  const isUsedUp = state.reviewsUntil !== undefined && left < state.reviewsUntil;
  if (state.phase !== 'opening' || asked >= wanted || isUsedUp) return [];
  const isLow = ({ unitName }: Item) => (chanceIn(state, context, unitName, attempt) < LOW ? 1 : 0);
  const due = freshEntries(state, context.due ?? []).filter((item) => item.stepCount <= 1);
  return due.toSorted((a, b) => isLow(a) - isLow(b)).slice(0, wanted - asked);
}

/** The time left, in ms, from which on no further review is asked in a session with so much left; undefined where it has no end. */
export function reviewsUntil(context: StepContext): number | undefined {
  const left = timeLeft(context);
  return Number.isFinite(left) ? left * (1 - REVIEW_SHARE) : undefined;
}

/** How many reviews were asked in the opening. What was left untouched, or is the pupil's own, is none. */
export function reviewsAsked({ done }: DialogueState): number {
  return done.filter((one) => one.outcome !== 'shown' && isUsed(one) && one.qaId > 0).length;
}

/**
 * An item to close with (T7), when it is time: standing alone, and from what was practised most, unless that would be a step down and
 * another unit of the session has better.
 */
function exitItem(
  entries: Item[],
  state: DialogueState,
  context: StepContext,
  attempt: AttemptRecord | null,
): Item | null {
  const practised = state.done.filter((done) => done.outcome !== 'shown' && done.outcome !== 'left');
  const short = timeLeft(context) <= EXIT_TIME;
  const enough = practised.length >= BEFORE_EXIT;
  const nothingToGain = allSecure(context, attempt) && !(hasTime(context) && entries.some(isHard));
  const isLast = entries.filter((item) => fitsIn(item, context)).length === 1;
  if (!(practised.length > 0 && short) && !(enough && (isLast || nothingToGain))) return null;
  const alone = entries.filter((item) => item.stepCount <= 1);
  if (!hasWorked(state)) return easiest(alone);
  const times = (unit: string) => practised.filter((done) => done.unitName === unit).length;
  const units = [...new Set(alone.map(({ unitName }) => unitName))].sort((a, b) => times(b) - times(a));
  const met = units.filter((unit) => times(unit) > 0);
  const closing = (met.length > 0 ? met : units.slice(0, 1)).flatMap((unit) => {
    const target = targetLevel(unit, state, context, attempt);
    const item = closingIn(unit, target, inUnit(alone, unit), { state, context, attempt });
    return item === undefined ? [] : [{ item, isStepDown: item.level < target - 1 }];
  });
  return (closing.find(({ isStepDown }) => !isStepDown) ?? closing[0])?.item ?? null;
}

/** What closes best in a unit: of a kind that was practised, of the level that fits, and what no example has told the answer of. */
function closingIn(unit: string, target: number, items: Item[], { state, context, attempt }: Turn): Item | undefined {
  const met = metIn(state, context, unit);
  const far = (item: Item) =>
    met.length === 0 || met.some((one) => isCalculation(one) === isCalculation(item)) ? 0 : 1;
  const off = (item: Item) => Math.abs(item.level - target);
  const taughtOnes = taught(items, unit, state, context, attempt);
  return first(taughtOnes, [told(state), far, off, (item) => (met.some((one) => hasSameShape(one, item)) ? 0 : 1)]);
}

interface Turn {
  state: DialogueState;
  context: StepContext;
  attempt: AttemptRecord | null;
}

/** Where nothing was tried: what is easy to begin, best of all by choosing. */
const easiest = (items: readonly Item[]): Item | null =>
  first(items, [({ level }) => level, ({ key }) => (key.choices.length > 0 ? 0 : 1)]) ?? null;

/** What was asked of a unit in this session. */
function metIn({ done }: DialogueState, { pool }: StepContext, unit: string): Item[] {
  const met = new Set(done.filter(isUsed).map(({ qaId }) => qaId));
  return pool.filter(({ qaId, unitName }) => met.has(qaId) && unitName === unit);
}

/** 1 for what an example has told the answer of. */
const told =
  ({ told: names = [] }: DialogueState) =>
  ({ qaId }: Item): number =>
    names.includes(qaId) ? 1 : 0;

/** The first of the items in the order of these keys, the smallest first; of equals the first of the pool. */
function first(items: readonly Item[], keys: readonly ((item: Item) => number)[]): Item | undefined {
  const order = (a: Item, b: Item) => keys.map((key) => compare(key(a), key(b))).find((sign) => sign !== 0) ?? 0;
  return [...items].sort(order)[0];
}

/**
 * Whose chance is low closes with something of a kind that was met in this session, or that needs no calculation: a new kind of
 * calculation, alone and without an example, would measure nothing (T6, T7). All of them where there is none.
 */
function taught(
  items: Item[],
  unit: string,
  state: DialogueState,
  context: StepContext,
  attempt: AttemptRecord | null,
): Item[] {
  if (masteryIn(context, unit, attempt) >= LOW) return items;
  const met = metIn(state, context, unit);
  const known = items.filter((item) => !isCalculation(item) || met.some((one) => hasSameShape(one, item)));
  return known.length > 0 ? known : items;
}

/** So much nearer a question counts to who is to see a worked example and finds one with it (T6). */
const EXAMPLE_WORTH = 1.5;

/**
 * Questions never answered come before known ones, the longest ago first among these, and what an example has told comes last; then
 * the level that fits, the easier of two that fit equally, with a worked example where one is to be seen; then the order of the pool.
 */
function bestLevel(
  items: Item[],
  unit: string,
  state: DialogueState,
  context: StepContext,
  attempt: AttemptRecord | null,
) {
  const target = targetLevel(unit, state, context, attempt);
  const known = (item: Item) => context.lastAnswered?.(item.qaId) ?? Number.NEGATIVE_INFINITY;
  const isShown = wantsExample(unit, state, context, attempt);
  const shows = (item: Item) => isShown && item.workedExample.trim() !== '' && !state.lent?.includes(item.qaId);
  const off = (item: Item) => Math.abs(item.level - target) - (shows(item) ? EXAMPLE_WORTH : 0);
  return first(items, [told(state), known, off, ({ level }) => level]);
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * 1 (the easiest first) while mastery is low, then up to 4; never more than one level above the number of answers, because the
 * first estimate of a new pupil is a guess; one level easier after a solution had to be shown.
 */
function targetLevel(unit: string, state: DialogueState, context: StepContext, attempt: AttemptRecord | null): number {
  const p = masteryIn(context, unit, attempt);
  const here = state.done.filter((done) => done.unitName === unit && done.outcome !== 'shown');
  const byMastery = p < LOW ? 1 : p < 0.6 ? 2 : p < 0.8 ? 3 : 4;
  const byEvidence = 1 + Math.max(answersIn(context, unit), here.length);
  const fitting = Math.max(1, Math.min(byMastery, byEvidence) - (isOwed(unit, here) ? 1 : 0));
  return Math.max(1, Math.min(HARDEST, fitting + (context.steer?.level ?? 0)));
}
