import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import type { TestBankRepo } from '../../data/tests/test-bank.repo.ts';
import { markByKey } from '../../domain/assessment/mark-answer.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import type { Clock } from '../../shared/instant.ts';
import type { Tutoring } from '../study-session/tutoring.ts';
import { settleSitting } from './settle-sitting.ts';

export interface RegradeDeps {
  db: DatabaseManager;
  sittings: SittingRepo;
  answers: TestAnswerRepo;
  bank: TestBankRepo;
  items: ItemRepo;
  tutoring: () => Promise<Tutoring>;
  clock: Clock;
}

export interface Regraded {
  /** Sittings that were asked the question and handed in. */
  sittings: number;
  /** Those in which its mark changed. */
  changed: number;
}

/** Marks the answers to a question again after its key was corrected. */
export class RegradeService {
  readonly #deps: RegradeDeps;

  constructor(deps: RegradeDeps) {
    this.#deps = deps;
  }

  /**
   * Marks every answer to this question again by the key of its newest revision, and with it grades and results, each sitting in
   * a transaction of its own; called twice the second call changes nothing. What was asked stays what was asked. A mark that a
   * class manager gave stands, and so does one of free text that the key does not settle. For services that have made sure that
   * the question may be corrected.
   */
  async regradeSittings(qaId: number): Promise<Regraded> {
    const { bank, items, sittings, tutoring } = this.#deps;
    const revisionId = await bank.findRevision(qaId);
    const [item] = revisionId === null ? [] : await items.listRevisions([revisionId]);
    const ids = await sittings.listMarkedWith(qaId);
    if (!item || ids.length === 0) return { sittings: ids.length, changed: 0 };
    const { checker } = await tutoring();
    let changed = 0;
    for (const id of ids) if (await this.#regrade(id, item, checker)) changed += 1;
    return { sittings: ids.length, changed };
  }

  async #regrade(sittingId: number, item: Item, checker: AnswerChecker): Promise<boolean> {
    const { db, sittings, answers, clock } = this.#deps;
    return db.tx(async () => {
      const now = clock.now();
      const sitting = await sittings.lock(sittingId);
      const answer = (await answers.listOfSitting(sittingId)).find(({ qaId }) => qaId === item.qaId);
      if (!sitting || !answer || answer.verdict === null || answer.markedBy === 'class manager') return false;
      const mark = markByKey(item, answer.answer, checker);
      if (!mark || (mark.verdict === answer.verdict && mark.share === answer.share)) return false;
      const given = { ...mark, by: 'regrade', markerId: null, comment: answer.comment, reason: REASON } as const;
      await answers.mark(sittingId, answer.position, given, now);
      await settleSitting(this.#deps, sitting, now, { regraded: true });
      return true;
    });
  }
}

/** Stands in the record beside the mark. */
const REASON = 'The key of the question was corrected.';
