import type { MasteryRepo } from '../../data/mastery/mastery.repo.ts';
import type { ReviewCardRepo, StoredCard, UnitReviews } from '../../data/mastery/review-card.repo.ts';
import { predict } from '../../domain/mastery/gelo.ts';
import { type ReviewCard, ratingOf, recall, reviewed } from '../../domain/mastery/review-card.ts';
import { PRIORS } from '../../domain/mastery/terms.ts';
import type { Clock, Instant } from '../../shared/instant.ts';

/** An answer of a pupil to a question, as cards look at it. */
export interface RatedAnswer {
  qaId: number;
  attempt: Parameters<typeof ratingOf>[0];
  at: Instant;
}

export interface DueQuestion {
  qaId: number;
  /** Chance of a right answer without help now, 0 … 1. */
  recall: number;
}

export interface ReviewDeps {
  cards: ReviewCardRepo;
  terms: MasteryRepo;
  clock: Clock;
}

/** Of the questions that are due, so many are looked at: two or three of them are asked. */
const LOOKED_AT = 24;

/** What pupils remember of the questions they answered, and which of them are due for review. */
export class ReviewService {
  readonly #deps: ReviewDeps;

  constructor(deps: ReviewDeps) {
    this.#deps = deps;
  }

  /** Moves the card of a question by an answer. Call it inside the transaction that records the answer and holds the pupil. */
  async move(studentId: number, { qaId, attempt, at }: RatedAnswer): Promise<void> {
    const rating = ratingOf(attempt);
    if (rating === null) return;
    const { cards } = this.#deps;
    await cards.save(studentId, [{ qaId, ...reviewed(await cards.find(studentId, qaId), rating, at) }]);
  }

  /** Makes all cards of a pupil anew from all answers in their order, inside the transaction that changed one of them. */
  async recount(studentId: number, answers: readonly RatedAnswer[]): Promise<void> {
    const made = new Map<number, ReviewCard>();
    for (const { qaId, attempt, at } of answers) {
      const rating = ratingOf(attempt);
      if (rating !== null) made.set(qaId, reviewed(made.get(qaId) ?? null, rating, at));
    }
    const cards = [...made].map(([qaId, card]): StoredCard => ({ qaId, ...card }));
    await this.#deps.cards.replace(studentId, cards);
  }

  /** When the pupil last answered each question of a course, here or in a test, by its id; skipping is no answer. */
  async lastAnswered(studentId: number, courseId: number): Promise<Map<number, Instant>> {
    return this.#deps.cards.lastAnswered(studentId, courseId);
  }

  /** By unit, how many questions of these courses the pupil has answered that can be asked alone, and how many are due. */
  async countByUnit(studentId: number, courseIds: readonly number[]): Promise<UnitReviews[]> {
    return this.#deps.cards.countByUnit(studentId, courseIds, this.#deps.clock.now());
  }

  /**
   * The questions of a course that are due, the one first that is most likely forgotten. `p` is the chance of a right answer by
   * the pupil's and the question's terms, and recall is that times what is left in memory.
   */
  async listDue(studentId: number, courseId: number): Promise<DueQuestion[]> {
    const { cards, terms, clock } = this.#deps;
    const now = clock.now();
    const due = await cards.listDue(studentId, courseId, now, LOOKED_AT);
    if (due.length === 0) return [];
    const units = await terms.plannedUnits(studentId, courseId);
    const items = await terms.items(due.map(({ qaId }) => qaId));
    const student = await terms.findStudent(studentId);
    const shared = await terms.shared();
    return due
      .map(({ qaId, unitName, ...card }) => {
        const { studentUnit, unit } = units.get(unitName) ?? PRIORS;
        const item = items.get(qaId) ?? PRIORS.item;
        return { qaId, recall: recall(predict({ student, studentUnit, unit, item, ...shared }).p, card, now) };
      })
      .sort((a, b) => a.recall - b.recall);
  }
}
