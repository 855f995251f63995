import type { AttemptRecord, DialogueState, DoneItem } from './dialogue.ts';
import type { StepContext } from './step-context.ts';

/** T6: worked examples below `LOW`, fading up to `FADED`, retrieval from there on. Interleaving grows along with it. */
export const LOW = 0.4;
export const FADED = 0.7;
/** The "mastered" of the mastery model, by its point estimate: enough to close a session with its exit item. */
const SECURE = 0.8;
const SECURE_ANSWERS = 3;

/** Mastery of a unit as the choice uses it: 0 … 1, and .5 where the estimate is not a number. */
export function masteryIn(context: StepContext, unitName: string, attempt: AttemptRecord | null): number {
  const p = context.masteryOf(unitName, attempt);
  return Number.isFinite(p) ? Math.min(1, Math.max(0, p)) : 0.5;
}

/**
 * The chance by which a unit is taught: at its first question in a session also the one before it (T6), since what went well elsewhere
 * has shown nothing of this one.
 */
export function chanceIn(state: DialogueState, context: StepContext, unitName: string, attempt: AttemptRecord | null) {
  const now = masteryIn(context, unitName, attempt);
  if (state.done.some((done) => done.unitName === unitName && done.outcome !== 'shown')) return now;
  const before = context.units.find(({ name }) => name === unitName)?.before ?? now;
  return Number.isFinite(before) ? Math.min(now, before) : now;
}

const isSolved = ({ outcome }: DoneItem): boolean => outcome === 'solved alone' || outcome === 'solved with hints';

/**
 * T6: a worked example with every item while mastery is low; then only after one of the unit that was not solved, or after two in a row,
 * of whichever unit, that were missed at first; then none.
 */
export function wantsExample(
  unitName: string,
  state: DialogueState,
  context: StepContext,
  attempt: AttemptRecord | null,
): boolean {
  const p = chanceIn(state, context, unitName, attempt);
  if (p < LOW || p >= FADED) return p < LOW;
  const tried = state.done.filter((done) => done.outcome !== 'shown');
  const last = tried.findLast((done) => done.unitName === unitName);
  if (last !== undefined && !isSolved(last)) return true;
  return tried.length >= MISSED && tried.slice(-MISSED).every((done) => done.wrong > 0);
}

/** So many in a row. */
const MISSED = 2;

/** Whether there is nothing more to gain for now: every unit of the session is secure. */
export function allSecure(context: StepContext, attempt: AttemptRecord | null): boolean {
  const units = new Set(context.pool.map((item) => item.unitName));
  return [...units].every(
    (unit) => masteryIn(context, unit, attempt) >= SECURE && answersIn(context, unit) >= SECURE_ANSWERS,
  );
}

export function answersIn(context: StepContext, unitName: string): number {
  const answers = context.answersOf(unitName);
  return Number.isFinite(answers) ? Math.max(0, answers) : 0;
}

/**
 * The unit of the next item, among those that still have one (`units`, in study order, not empty). In this order: a unit that
 * is owed a fresh item because a solution was shown (T2, T10), though not in the same breath; the unit at hand, for a run of
 * items that gets shorter as mastery rises (blocked practice first, interleaved later); else the unit that has waited longest,
 * weighed with what is left to learn in it and, before a test, with what it counts there.
 */
export function chooseUnit(
  units: readonly string[],
  state: DialogueState,
  context: StepContext,
  attempt: AttemptRecord | null,
): string {
  const practised = state.done.filter((item) => item.outcome !== 'shown' && item.outcome !== 'left');
  const last = practised.at(-1)?.unitName;
  const owed = units.filter((unit) => isOwed(unit, practised) && unit !== last);
  if (owed[0] !== undefined) return owed[0];
  if (last !== undefined && units.includes(last) && stays(last, practised, context, attempt)) return last;
  const others = units.length > 1 ? units.filter((unit) => unit !== last) : units;
  const weigh = (unit: string) =>
    (1.01 - masteryIn(context, unit, attempt)) * waited(unit, practised) * weightIn(context, unit);
  return others.reduce((best, unit) => (weigh(unit) > weigh(best) ? unit : best));
}

/** What is not in the test waits until the rest has had its turn many times. */
const NOT_TESTED = 0.05;

function weightIn(context: StepContext, unit: string): number {
  const weight = context.weightOf?.(unit) ?? 1;
  return Number.isFinite(weight) ? Math.max(NOT_TESTED, weight) : 1;
}

/** The last item of the unit ended with its solution shown. */
export function isOwed(unit: string, practised: readonly DoneItem[]): boolean {
  const outcome = practised.findLast((item) => item.unitName === unit)?.outcome;
  return outcome === 'revealed' || outcome === 'given up';
}

function stays(unit: string, practised: readonly DoneItem[], context: StepContext, attempt: AttemptRecord | null) {
  if (isOwed(unit, practised)) return false;
  const before = practised.findLastIndex((item) => item.unitName !== unit);
  return practised.length - 1 - before < runLength(masteryIn(context, unit, attempt));
}

/** Items of one unit in a row before another has its turn. */
function runLength(mastery: number): number {
  if (mastery < LOW) return 4;
  return mastery < FADED ? 2 : 1;
}

function waited(unit: string, practised: readonly DoneItem[]): number {
  return practised.length - practised.findLastIndex((item) => item.unitName === unit);
}
