import type { Item } from '../../../domain/curriculum/curriculum.ts';
import { sigmoid } from '../../../domain/mastery/logistic.ts';
import type { OpenItem, Outcome } from '../../../domain/tutoring/dialogue.ts';
import { createRandom } from '../random.ts';
import type { Traits } from './traits.ts';

/** Log-odds of an average pupil on an average question, untaught and unpractised. */
const BASE = -0.1;
const BY_LEVEL = 0.6;
const TAUGHT = 0.45;
const PRACTICE = 0.17;
const MOST_PRACTICE = 1.9;
const KNOWN_ITEM = 1.1;
const SCHOOL_HELPS = 0.85;
const BY_RUNG = 0.5;
const BY_TRY = 0.3;

/** What a simulated pupil truly knows: hidden from the product, which has to find it out. */
export class Knowledge {
  readonly #traits: Traits;
  readonly #practice = new Map<string, number>();
  readonly #known = new Set<number>();
  readonly #taught = new Set<string>();

  constructor(traits: Traits) {
    this.#traits = traits;
  }

  /** The class has had the unit at school. */
  teach(unit: string): void {
    this.#taught.add(unit);
  }

  /** Chance of a right answer now, 0 … 1, as the question stands open. */
  chance(subject: string, item: Item, open: Pick<OpenItem, 'rung' | 'wrong'> = { rung: 0, wrong: 0 }): number {
    const eased = BY_RUNG * open.rung + BY_TRY * open.wrong + (this.#known.has(item.qaId) ? KNOWN_ITEM : 0);
    const logit = this.#ability(subject, item.unitName) - BY_LEVEL * (item.level - 2) + eased;
    const luck = item.key.kind === 'choice' ? 0.2 : 0;
    return luck + (1 - luck) * sigmoid(logit);
  }

  /** What a question brought. */
  worked(item: Item, outcome: Outcome): void {
    if (outcome === 'left' || outcome === 'skipped' || outcome === 'shown') return;
    const before = this.#practice.get(item.unitName) ?? 0;
    const share = outcome === 'solved alone' || outcome === 'solved with hints' ? 1 : 0.6;
    this.#practice.set(item.unitName, before + share * PRACTICE * (1 - before / MOST_PRACTICE));
    this.#known.add(item.qaId);
  }

  /** Share of a test over these units that the pupil would get right, 0 … 1; school teaches beside the home sessions. */
  testShare(subject: string, units: readonly { name: string; weight: number }[]): number {
    const total = units.reduce((sum, unit) => sum + unit.weight, 0);
    return units.reduce((sum, { name, weight }) => {
      return sum + (weight / total) * sigmoid(this.#ability(subject, name) + SCHOOL_HELPS);
    }, 0);
  }

  #ability(subject: string, unit: string): number {
    const { ability, bySubject } = this.#traits;
    const practice = this.#practice.get(unit) ?? 0;
    const taught = this.#taught.has(unit) ? TAUGHT : 0;
    return BASE + ability + (bySubject.get(subject) ?? 0) + practice + taught - hardness(unit);
  }
}

/** Some units are harder than others, for everybody. */
function hardness(unit: string): number {
  return createRandom(`unit ${unit}`).between(-0.35, 0.35);
}
