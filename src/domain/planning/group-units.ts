import { DAY } from '../../shared/instant.ts';
import { retention } from '../mastery/memory.ts';
import { type AssignmentRequest, BLOCK_MINUTES, blocksIn, minutesOf, type UnitFacts } from './assign-units.ts';
import { FADING, isBegun, ONCE_KNOWN } from './gain-units.ts';
import { goalsOf, testsAhead } from './goals.ts';
import { outlooksOf } from './outlook.ts';
import { sequentialUnits } from './sequential-units.ts';
import { type Gain, GainModel, QUESTION_MINUTES } from './unit-gain.ts';

/** A pupil of a group: the units of the course, in teaching order and the same for all, with what is known of them. */
export interface GroupMember extends Pick<AssignmentRequest, 'units' | 'tests'> {
  id: number;
}

/** Why a unit is in the session of a group; the words are made of the key (group-words.ts). Pupils are counts of the group. */
export type GroupUnitReason =
  | { key: 'group.most' | 'group.next'; params: Record<string, never> }
  | { key: 'group.unlocks'; params: { unit: string } }
  | { key: 'group.tested'; params: { percent: number; pupils: number } }
  | { key: 'group.fading' | 'group.new'; params: { pupils: number } };

export type GroupReason =
  | { key: 'group.none' | 'group.sequential' | 'group.course'; params: Record<string, never> }
  | { key: 'group.tests'; params: { pupils: number; of: number } };

export interface GroupUnit {
  name: string;
  minutes: number;
  why: GroupUnitReason;
  /** Ids of the members who have begun all that it builds on, or will have in this session. */
  ready: number[];
  /** The others, with what they have not begun. */
  waiting: { id: number; missing: string[] }[];
}

export interface GroupAssignment {
  /** In teaching order. */
  units: GroupUnit[];
  totalMinutes: number;
  reason: GroupReason;
  /** The mean of the members' expected shares of right answers in what is next for each; null where nothing is known. */
  outlook: { without: number; with: number } | null;
}

/**
 * Which units a group studies together: each block of ten minutes goes where it brings most to all members together. A member
 * gains in a unit when they have begun what it builds on, or this session begins it before; who has not, gains nothing there.
 * Where nothing is known of anybody, teaching order.
 */
export function assignGroupUnits(
  members: readonly GroupMember[],
  { minutes, now }: Pick<AssignmentRequest, 'minutes' | 'now'>,
): GroupAssignment {
  const [first] = members;
  if (first === undefined || first.units.length === 0) {
    return { units: [], totalMinutes: 0, reason: { key: 'group.none', params: {} }, outlook: null };
  }
  const testing = members.filter(({ tests }) => testsAhead(tests, now).length > 0).length;
  const isKnown = testing > 0 || members.some(({ units }) => units.some(({ belief }) => belief.answers > 0));
  const shares = isKnown ? byGain(members, minutes, now) : inTeachingOrder(first, minutes, now);
  const session = new Set(shares.map(({ name }) => name));
  const units = shares.map((share) => ({ ...share, ...readiness(members, share.name, session) }));
  const totalMinutes = units.reduce((sum, unit) => sum + unit.minutes, 0);
  const reason: GroupReason = !isKnown
    ? { key: 'group.sequential', params: {} }
    : testing > 0
      ? { key: 'group.tests', params: { pupils: testing, of: members.length } }
      : { key: 'group.course', params: {} };
  return { units, totalMinutes, reason, outlook: meanOutlook(members, units, now) };
}

type Share = Pick<GroupUnit, 'name' | 'minutes' | 'why'>;

function inTeachingOrder({ units, tests }: GroupMember, minutes: number, now: number): Share[] {
  const chosen = sequentialUnits.choose({ units, tests, minutes, now })?.units ?? [];
  return chosen.map((unit) => ({ ...unit, why: { key: 'group.next', params: {} } }));
}

function byGain(members: readonly GroupMember[], minutes: number, now: number): Share[] {
  const questions = BLOCK_MINUTES / QUESTION_MINUTES;
  const models = members.map(
    ({ units, tests }) => new GainModel(units, goalsOf(units, testsAhead(tests, now), now), now),
  );
  const gainsOf = (name: string, done: number) => models.map((model) => model.gain(name, done, questions));
  const names = members[0]?.units.map(({ name }) => name) ?? [];
  const open = names.map((name) => {
    const gains = gainsOf(name, 0);
    return { name, blocks: 0, first: gains, next: gains };
  });
  for (let block = 0; block < blocksIn(minutes); block += 1) {
    const session = new Set(open.filter(({ blocks }) => blocks > 0).map(({ name }) => name));
    const worth = open.map(({ name, next }) => {
      const ready = members.map((member) => missingOf(member, name, session).length === 0);
      const anybody = ready.includes(true);
      return { anybody, sum: next.reduce((sum, gain, i) => (ready[i] || !anybody ? sum + total(gain) : sum), 0) };
    });
    // Where prerequisites go round in a circle, nobody is ready for anything, and anything may begin.
    const some = worth.some(({ anybody }) => anybody);
    const best = worth.reduce((most, { anybody, sum }, i) => {
      if (some && !anybody) return most;
      return most === -1 || sum > (worth[most]?.sum ?? 0) ? i : most;
    }, -1);
    const chosen = open[best];
    if (chosen === undefined) break;
    chosen.blocks += 1;
    chosen.next = gainsOf(chosen.name, chosen.blocks * questions);
  }
  return open
    .filter(({ blocks }) => blocks > 0)
    .map(({ name, blocks, first }) => {
      return { name, minutes: minutesOf(blocks, minutes), why: whyUnit(name, first, members, now) };
    });
}

const total = ({ own, unlock }: Gain) => own + unlock;

/** What a unit builds on that this member has not begun and the session does not begin either. */
function missingOf({ units }: GroupMember, name: string, session: ReadonlySet<string>): string[] {
  const known = new Map(units.map((unit) => [unit.name, unit]));
  return (known.get(name)?.prerequisites ?? []).filter((before) => {
    const unit = known.get(before);
    return unit !== undefined && before !== name && !session.has(before) && !isBegun(unit);
  });
}

function readiness(
  members: readonly GroupMember[],
  name: string,
  session: ReadonlySet<string>,
): Pick<GroupUnit, 'ready' | 'waiting'> {
  const all = members.map((member) => ({ id: member.id, missing: missingOf(member, name, session) }));
  return {
    ready: all.filter(({ missing }) => missing.length === 0).map(({ id }) => id),
    waiting: all.filter(({ missing }) => missing.length > 0),
  };
}

/** The term that speaks most for the unit, for most of the group. */
function whyUnit(name: string, gains: readonly Gain[], members: readonly GroupMember[], now: number): GroupUnitReason {
  const own = members.flatMap(({ units }) => units.filter((unit) => unit.name === name).slice(0, 1));
  const unlocks = Map.groupBy(
    gains.filter((gain) => gain.unlocks !== null && gain.unlock > gain.own),
    (gain) => gain.unlocks ?? '',
  );
  const [most] = [...unlocks].sort(([, a], [, b]) => b.length - a.length);
  if (most && most[1].length * 2 > members.length) return { key: 'group.unlocks', params: { unit: most[0] } };
  const fading = own.filter((unit) => isFading(unit, now)).length;
  if (fading * 2 > members.length) return { key: 'group.fading', params: { pupils: fading } };
  const percents = members.flatMap(({ tests }) => percentIn(name, testsAhead(tests, now)[0]?.units ?? []));
  if (percents.length > 0) {
    const percent = Math.round(percents.reduce((sum, one) => sum + one, 0) / percents.length);
    return { key: 'group.tested', params: { percent: Math.max(1, percent), pupils: percents.length } };
  }
  const fresh = own.filter(({ belief }) => belief.answers === 0).length;
  if (fresh * 2 > members.length) return { key: 'group.new', params: { pupils: fresh } };
  return { key: 'group.most', params: {} };
}

/** Known once, and less than most of it left. */
function isFading({ belief, progress }: UnitFacts, now: number): boolean {
  const { practisedAt } = belief.memory;
  return (
    practisedAt !== null && now - practisedAt >= DAY && progress >= ONCE_KNOWN && retention(belief.memory, now) < FADING
  );
}

function percentIn(name: string, parts: readonly { name: string; weight: number }[]): number[] {
  const all = parts.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  const part = parts.find((one) => one.name === name)?.weight ?? 0;
  return all > 0 && part > 0 ? [(100 * part) / all] : [];
}

function meanOutlook(
  members: readonly GroupMember[],
  session: readonly Pick<GroupUnit, 'name' | 'minutes'>[],
  now: number,
): GroupAssignment['outlook'] {
  const all = members.flatMap(({ units, tests }) => outlooksOf({ units, tests, now }, session).slice(0, 1));
  if (all.length === 0) return null;
  const mean = (of: (one: (typeof all)[number]) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  return { without: mean((one) => one.without), with: mean((one) => one.with) };
}
