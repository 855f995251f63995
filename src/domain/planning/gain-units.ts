import { DAY } from '../../shared/instant.ts';
import { retention } from '../mastery/memory.ts';
import {
  type AssignedUnit,
  type AssignmentReason,
  type AssignmentRequest,
  BLOCK_MINUTES,
  blocksIn,
  minutesOf,
  type UnitFacts,
  type UnitPolicy,
  type UnitReason,
} from './assign-units.ts';
import { goalsOf, testsAhead } from './goals.ts';
import { type Gain, GainModel, type Goal, QUESTION_MINUTES } from './unit-gain.ts';

/** Less than this is left of what was known at the last practice: it is fading. */
export const FADING = 0.85;
/** Of the way to mastery: whoever got less far has nothing yet that could fade. */
export const ONCE_KNOWN = 0.5;

/**
 * Expected gain: each block of ten minutes goes to the unit in which it brings most points in the tests ahead, forgetting and
 * what builds on the unit counted; without a test, most of the course four weeks from now. Null where there is neither a test
 * nor an answer: then nothing is known that teaching order does not know better. Units come in teaching order.
 *
 * Source: teaching.md, "Which units"; measured in bench/teaching/b2-what-next.ts.
 */
export const gainUnits: UnitPolicy = {
  name: 'expected gain',
  choose({ units, tests, minutes, now }) {
    const ahead = testsAhead(tests, now);
    const answers = units.reduce((sum, { belief }) => sum + belief.answers, 0);
    if (units.length === 0 || (ahead.length === 0 && answers === 0)) return null;
    const goals = goalsOf(units, ahead, now);
    const shares = greedy(new GainModel(units, goals, now), units, blocksIn(minutes));
    const assigned = shares.map(({ unit, blocks, gain }): AssignedUnit => {
      return { name: unit.name, minutes: minutesOf(blocks, minutes), why: whyUnit(unit, gain, { ahead, goals, now }) };
    });
    const totalMinutes = assigned.reduce((sum, unit) => sum + unit.minutes, 0);
    return { units: assigned, totalMinutes, reason: whyAll(ahead) };
  },
};

interface Share {
  unit: UnitFacts;
  blocks: number;
  /** Of its first block. */
  gain: Gain;
}

/** Block by block to where the next one brings most; of equals to the first in teaching order. */
function greedy(model: GainModel, units: readonly UnitFacts[], blocks: number): Share[] {
  const questions = BLOCK_MINUTES / QUESTION_MINUTES;
  const names = new Set(units.map(({ name }) => name));
  const shares = units.map((unit) => {
    const gain = model.gain(unit.name, 0, questions);
    return { unit, blocks: 0, gain, next: gain.own + gain.unlock };
  });
  const met = new Set<string>();
  for (const unit of units) if (isBegun(unit)) met.add(unit.name);
  for (let block = 0; block < blocks; block += 1) {
    const ready = shares.filter(({ unit }) => unit.prerequisites.every((name) => met.has(name) || !names.has(name)));
    // Where prerequisites go round in a circle, nothing is ready, and anything may begin.
    const best = (ready.length > 0 ? ready : shares).reduce((most, share) => (share.next > most.next ? share : most));
    best.blocks += 1;
    met.add(best.unit.name);
    // What a block brings in one unit does not depend on the blocks of the others.
    const again = model.gain(best.unit.name, best.blocks * questions, questions);
    best.next = again.own + again.unlock;
  }
  return shares.filter((share) => share.blocks > 0);
}

/** What builds on it may come. */
export function isBegun({ belief, state }: UnitFacts): boolean {
  return belief.answers > 0 || state === 'completed';
}

/** The term that speaks most for the unit. */
function whyUnit(
  { name, progress, belief }: UnitFacts,
  gain: Gain,
  { ahead, goals, now }: { ahead: AssignmentRequest['tests']; goals: readonly Goal[]; now: number },
): UnitReason {
  const { practisedAt } = belief.memory;
  if (gain.unlocks !== null && gain.unlock > gain.own) return { key: 'unit.unlocks', params: { unit: gain.unlocks } };
  if (practisedAt !== null && progress >= ONCE_KNOWN && retention(belief.memory, now) < FADING) {
    return { key: 'unit.fading', params: { days: Math.round((now - practisedAt) / DAY) } };
  }
  const fresh = belief.answers === 0;
  const percent = ahead.length === 0 ? 0 : percentOf(name, goals[0]);
  if (percent > 0) return { key: fresh ? 'unit.tested-new' : 'unit.tested', params: { percent } };
  return { key: fresh ? 'unit.new' : 'unit.most', params: {} };
}

function percentOf(name: string, goal: Goal | undefined): number {
  const weights = [...(goal?.weights ?? [])];
  const total = weights.reduce((sum, [, weight]) => sum + Math.max(0, weight), 0);
  return total > 0 ? Math.round((100 * (goal?.weights.get(name) ?? 0)) / total) : 0;
}

function whyAll(ahead: AssignmentRequest['tests']): AssignmentReason {
  const [next] = ahead;
  if (next === undefined) return { key: 'assignment.course', params: {} };
  const { name, days } = next;
  if (ahead.length === 1) return { key: 'assignment.test', params: { test: name, days } };
  return { key: 'assignment.tests', params: { tests: ahead.length, test: name, days } };
}
