import {
  type AssignedUnit,
  type AssignmentRequest,
  BLOCK_MINUTES,
  blocksIn,
  minutesOf,
  type UnitAssignment,
  type UnitFacts,
  type UnitPolicy,
  type UnitReason,
} from './assign-units.ts';

/**
 * Teaching order: the first units not completed whose prerequisites are met, each for the time that it still needs, until
 * the session is full in blocks of ten minutes; at least one unit. A prerequisite that this session works through counts as met. Where prerequisites
 * go round in a circle, the first unit is taken all the same. When all is completed, the least sure units are reviewed.
 */
export const sequentialUnits: UnitPolicy = {
  name: 'sequential',
  choose(request) {
    const open = request.units.filter((unit) => unit.state !== 'completed');
    if (request.units.length === 0) return null;
    return open.length === 0 ? review(request) : inOrder(request, open);
  },
};

interface Share {
  unit: UnitFacts;
  blocks: number;
  why: UnitReason;
}

function inOrder(request: AssignmentRequest, open: readonly UnitFacts[]): UnitAssignment {
  const names = new Set(request.units.map((unit) => unit.name));
  const met = new Set(request.units.filter((unit) => unit.state === 'completed').map((unit) => unit.name));
  const isReady = (unit: UnitFacts) => unit.prerequisites.every((name) => met.has(name) || !names.has(name));
  const shares: Share[] = [];
  let left = blocksIn(request.minutes);
  while (left > 0) {
    const waiting = open.filter((unit) => !shares.some((share) => share.unit === unit));
    const unit = waiting.find(isReady) ?? (shares.length === 0 ? waiting[0] : undefined);
    if (unit === undefined) break;
    const needed = blocksLeft(unit);
    const blocks = Math.min(left, needed);
    shares.push({ unit, blocks, why: reasonFor(unit, shares, isReady(unit)) });
    left -= blocks;
    if (blocks === needed) met.add(unit.name);
  }
  // Estimates are guesses and mastery decides when a unit is done, so time left over goes to the last unit.
  const last = shares.at(-1);
  if (last !== undefined) last.blocks += left;
  return assignment(request, shares, 'assignment.sequential');
}

function reasonFor(unit: UnitFacts, before: readonly Share[], ready: boolean): UnitReason {
  const earlier = before.find((share) => unit.prerequisites.includes(share.unit.name));
  if (earlier !== undefined) return { key: 'unit.after', params: { unit: earlier.unit.name } };
  if (unit.state === 'in progress') {
    return { key: 'unit.continue', params: { percent: Math.min(99, Math.round(unit.progress * 100)) } };
  }
  return { key: ready ? 'unit.next' : 'unit.first', params: {} };
}

function review(request: AssignmentRequest): UnitAssignment {
  const blocks = blocksIn(request.minutes);
  const weakest = [...request.units].sort((a, b) => a.progress - b.progress).slice(0, blocks);
  const shares = weakest.map((unit, i): Share => {
    const extra = i < blocks % weakest.length ? 1 : 0;
    return { unit, blocks: Math.floor(blocks / weakest.length) + extra, why: { key: 'unit.review', params: {} } };
  });
  return assignment(request, shares, 'assignment.review');
}

function assignment(
  { minutes }: AssignmentRequest,
  shares: readonly Share[],
  key: 'assignment.sequential' | 'assignment.review',
): UnitAssignment {
  const units = shares.map(({ unit, blocks, why }): AssignedUnit => {
    return { name: unit.name, minutes: minutesOf(blocks, minutes), why };
  });
  const totalMinutes = units.reduce((sum, unit) => sum + unit.minutes, 0);
  return { units, totalMinutes, reason: { key, params: {} } };
}

function blocksLeft(unit: UnitFacts): number {
  const left = unit.estimatedDurationMinutes * (1 - Math.min(1, Math.max(0, unit.progress)));
  return Math.max(1, Math.ceil(left / BLOCK_MINUTES));
}
