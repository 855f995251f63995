import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import type { TestBankRepo } from '../../data/tests/test-bank.repo.ts';
import { markByKey } from '../../domain/assessment/mark-answer.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { asksTheSame } from '../../domain/tutoring/judge-again.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import type { Clock } from '../../shared/instant.ts';
import type { RecountService } from '../mastery/recount.service.ts';
import { settleSitting } from './settle-sitting.ts';

export interface TestRegradeDeps {
  db: DatabaseManager;
  sittings: SittingRepo;
  answers: TestAnswerRepo;
  bank: TestBankRepo;
  items: ItemRepo;
  recounts: RecountService;
  /** Loaded when it is needed first. */
  checker: () => Promise<AnswerChecker>;
  clock: Clock;
}

export interface Regraded {
  /** Sittings that were asked the question and handed in. */
  sittings: number;
  /** Those in which its mark changed. */
  changed: number;
}

/** Marks the answers to a question again after its key was corrected. */
export class TestRegradeService {
  readonly #deps: TestRegradeDeps;

  constructor(deps: TestRegradeDeps) {
    this.#deps = deps;
  }

  /**
   * Marks every answer to this question again by the key of its newest revision, and with it grades, results, and of results that
   * were released what the pupil is taken to know: each sitting in a transaction of its own, so that what breaks off is simply
   * called again. What was asked stays what was asked, and where that was another question its answer is not judged by this key. A mark that a
   * class manager gave stands, and so does one of free text that the key does not settle. For services that have made sure that
   * the question may be corrected.
   */
  async regradeSittings(qaId: number): Promise<Regraded> {
    const { bank, items, sittings } = this.#deps;
    const revisionId = await bank.findRevision(qaId);
    const [item] = revisionId === null ? [] : await items.listRevisions([revisionId]);
    const ids = await sittings.listMarkedWith(qaId);
    if (!item || ids.length === 0) return { sittings: ids.length, changed: 0 };
    const checker = await this.#deps.checker();
    let changed = 0;
    for (const id of ids) if (await this.#regrade(id, item, checker)) changed += 1;
    return { sittings: ids.length, changed };
  }

  async #regrade(sittingId: number, item: Item, checker: AnswerChecker): Promise<boolean> {
    const { db, sittings, answers, items, recounts, clock } = this.#deps;
    return db.tx(async () => {
      const now = clock.now();
      const sitting = await sittings.lock(sittingId);
      const answer = (await answers.listOfSitting(sittingId)).find(({ qaId }) => qaId === item.qaId);
      if (!sitting || !answer || answer.verdict === null || answer.markedBy === 'class manager') return false;
      // What retention has taken away cannot be judged again: its mark stands.
      if (answer.removed) return false;
      const [asked] = await items.listRevisions([answer.revisionId]);
      if (!asked || !asksTheSame(asked, item)) return false;
      const mark = markByKey(item, answer.answer, checker);
      if (!mark || (mark.verdict === answer.verdict && mark.share === answer.share)) return false;
      const given = { ...mark, by: 'regrade', markerId: null, comment: answer.comment, reason: REASON } as const;
      await answers.mark(sittingId, answer.position, given, now);
      await settleSitting(this.#deps, sitting, now, { regraded: true });
      if (sitting.phase === 'released') await recounts.recountPupil(sitting.studentId);
      return true;
    });
  }
}

/** Stands in the record beside the mark. */
const REASON = 'The key of the question was corrected.';
