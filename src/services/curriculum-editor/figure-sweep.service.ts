import type { FigureRepo } from '../../data/curriculum/editing/figure.repo.ts';
import type { FigureSweepRepo } from '../../data/curriculum/editing/figure-sweep.repo.ts';
import { UNNEEDED_FOR } from '../../data/curriculum/figure-rows.ts';
import type { Clock } from '../../shared/instant.ts';

/** Pictures that one sweep looks at. */
const MOST_AT_ONCE = 100;

/** Takes away pictures that a form has sent and nobody saved, and those of drafts and courses that are gone. */
export class FigureSweepService {
  readonly #figures: FigureRepo;
  readonly #sweep: FigureSweepRepo;
  readonly #clock: Clock;

  constructor({ figures, figureSweep, clock }: { figures: FigureRepo; figureSweep: FigureSweepRepo; clock: Clock }) {
    this.#figures = figures;
    this.#sweep = figureSweep;
    this.#clock = clock;
  }

  /**
   * Looks at some of the pictures that no problem shows and that nobody sent or named for two days. What a draft, the history or an
   * asked question names stays, and is not looked at again for two days. Answers how many are gone.
   */
  async removeUnneeded(): Promise<number> {
    const now = this.#clock.now();
    const since = now - UNNEEDED_FOR;
    const forgotten = await this.#sweep.listForgotten(since, MOST_AT_ONCE);
    if (forgotten.length === 0) return 0;
    const named = await this.#sweep.listNamed(forgotten);
    await this.#figures.claim([...named], now);
    return this.#sweep.remove(
      forgotten.filter((hash) => !named.has(hash)),
      since,
    );
  }
}
