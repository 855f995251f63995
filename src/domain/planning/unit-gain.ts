import { DAY, type Instant } from '../../shared/instant.ts';
import { retention, retentionAfter, strengthened, type UnitMemory } from '../mastery/memory.ts';

/** What is believed of a pupil in a unit. */
export interface UnitBelief {
  /** Probability of a right answer right after practice, 0 … 1; of a unit without answers what is expected of those who study it. */
  mastery: number;
  memory: UnitMemory;
  /** Answers that it rests on. */
  answers: number;
}

export interface PlannedUnit {
  name: string;
  belief: UnitBelief;
  prerequisites: readonly string[];
}

/** Something that is worth preparing for: a test, or the course as a whole. */
export interface Goal {
  at: Instant;
  /** Units and their weights; those that the course does not have count nothing. */
  weights: ReadonlyMap<string, number>;
}

/** Expected points of all goals together, 0 … 1 each, that some practice brings: in the unit itself, and in those that build on it. */
export interface Gain {
  own: number;
  unlock: number;
  /** The unit that gains most by building on this one; null when none does. */
  unlocks: string | null;
}

/** Minutes that a question takes. */
export const QUESTION_MINUTES = 4;
/** A day later is worth this much less: plans change, and pupils miss days. */
const DAILY = 0.985;
/** What practice closes of the gap to knowing it all, with all prerequisites known; .3 of that without any. */
const LEARNING = 0.13;
const WITHOUT_PREREQUISITES = 0.3;
/** How much of what was forgotten since the last practice is lost to the estimate when practice begins. */
const LOST = 0.15;
const UNLOCK_WORTH = 0.6;
/** Who was never asked about a unit was hardly taught it: so much less is expected of them. Chosen by B2. */
const UNTAUGHT = 0.5;
/** A unit that builds on this one will be practised for so many questions, in a later session. */
const QUESTIONS_THERE = 8;
/** A unit cannot be built on before the next session. */
const NEXT_SESSION_DAYS = 2;
const [LEAST_KNOWN, MOST_KNOWN] = [0.01, 0.985];

/** Reckons with what practice in the units of one course would bring (teaching.md, "Which units"). */
export class GainModel {
  readonly #now: Instant;
  readonly #goals: readonly { days: number; discount: number; shares: ReadonlyMap<string, number> }[];
  readonly #units: ReadonlyMap<string, PlannedUnit>;
  readonly #successors: ReadonlyMap<string, readonly PlannedUnit[]>;
  readonly #grounds: ReadonlyMap<string, number>;

  constructor(units: readonly PlannedUnit[], goals: readonly Goal[], now: Instant) {
    this.#now = now;
    this.#units = new Map(units.map((unit) => [unit.name, unit]));
    this.#goals = goals.map(({ at, weights }) => {
      const there = [...weights].filter(([name, weight]) => this.#units.has(name) && weight > 0);
      const total = there.reduce((sum, [, weight]) => sum + weight, 0);
      const days = Math.max(0, (at - now) / DAY);
      const shares = new Map(there.map(([name, weight]) => [name, weight / total]));
      return { days, discount: DAILY ** days, shares };
    });
    const successors = new Map<string, PlannedUnit[]>();
    for (const { name } of units) successors.set(name, []);
    for (const unit of units) for (const name of unit.prerequisites) successors.get(name)?.push(unit);
    this.#successors = successors;
    this.#grounds = new Map(units.map((unit) => [unit.name, this.#groundOf(unit)]));
  }

  /** What `more` questions in a unit bring after `done` in the same session. Never NaN; below 0 where practice is no use. */
  gain(name: string, done: number, more: number): Gain {
    const unit = this.#units.get(name);
    const gain: Gain = { own: 0, unlock: 0, unlocks: null };
    if (unit === undefined) return gain;
    let most = 0;
    for (const { days, discount, shares } of this.#goals) {
      const share = shares.get(name);
      if (share !== undefined) {
        const before = done > 0 ? this.#after(unit, done, days) : this.#recallIn(unit, days);
        gain.own += discount * share * (this.#after(unit, done + more, days) - before);
      }
      if (days < NEXT_SESSION_DAYS) continue;
      for (const next of this.#successors.get(name) ?? []) {
        const worth =
          discount * UNLOCK_WORTH * (shares.get(next.name) ?? 0) * this.#unlock(unit, next, done, more, days);
        gain.unlock += worth;
        if (worth > most) [most, gain.unlocks] = [worth, next.name];
      }
    }
    return gain;
  }

  /**
   * What is expected to be known of each goal on its day, 0 … 1, when so many questions of these units are practised now; in the
   * order of the goals, null for one that is about no unit of the course.
   */
  expected(practice: ReadonlyMap<string, number>): (number | null)[] {
    return this.#goals.map(({ days, shares }) => {
      if (shares.size === 0) return null;
      return [...shares].reduce((sum, [name, share]) => {
        const unit = this.#units.get(name);
        const questions = practice.get(name) ?? 0;
        if (unit === undefined) return sum;
        return sum + share * (questions > 0 ? this.#after(unit, questions, days) : this.#recallIn(unit, days));
      }, 0);
    });
  }

  /** How much better a unit can be learnt later when this one, on which it builds, is practised now. */
  #unlock(unit: PlannedUnit, next: PlannedUnit, done: number, more: number, days: number): number {
    const before = done > 0 ? this.#after(unit, done, 0) : this.#recallIn(unit, 0);
    const others = next.prerequisites.filter((name) => this.#units.has(name)).length;
    const better = (this.#after(unit, done + more, 0) - before) / others;
    const ground = this.#grounds.get(next.name) ?? 1;
    const raised = this.#after(next, QUESTIONS_THERE, days, Math.min(1, ground + better));
    return Math.max(0, raised - this.#after(next, QUESTIONS_THERE, days, ground));
  }

  /** What is expected to be recalled after so many days without practice. What was never practised is forgotten from now on. */
  #recallIn({ belief }: PlannedUnit, days: number): number {
    const { stability, practisedAt } = belief.memory;
    const since = practisedAt === null ? 0 : (this.#now - practisedAt) / DAY;
    return known(belief) * retentionAfter(since + days, stability);
  }

  /** Of what a unit builds on, how much is known now: the mean; 1 where it builds on nothing. */
  #groundOf({ prerequisites }: PlannedUnit): number {
    let [sum, count] = [0, 0];
    for (const name of prerequisites) {
      const below = this.#units.get(name);
      if (below === undefined) continue;
      sum += this.#recallIn(below, 0);
      count += 1;
    }
    return count === 0 ? 1 : sum / count;
  }

  /** What is expected to be recalled in so many days when so many questions are practised now. */
  #after(unit: PlannedUnit, questions: number, days: number, ground = this.#grounds.get(unit.name) ?? 1): number {
    const { memory } = unit.belief;
    const kept = retention(memory, this.#now);
    const rate = LEARNING * (WITHOUT_PREREQUISITES + (1 - WITHOUT_PREREQUISITES) * ground);
    let share = clamp(known(unit.belief) * (1 - LOST * (1 - kept)));
    let stability = memory.stability;
    for (let question = 0; question < questions; question += 1) {
      share += rate * (1 - share);
      stability = strengthened(stability, question === 0 ? kept : 1);
    }
    return share * retentionAfter(days, stability);
  }
}

function known({ mastery, answers }: UnitBelief): number {
  return answers === 0 ? mastery * UNTAUGHT : mastery;
}

function clamp(known: number): number {
  return known >= LEAST_KNOWN ? Math.min(MOST_KNOWN, known) : LEAST_KNOWN;
}
