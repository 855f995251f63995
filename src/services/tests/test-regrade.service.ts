import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { SittingRecord, SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import type { TestBankRepo } from '../../data/tests/test-bank.repo.ts';
import { markByKey } from '../../domain/assessment/mark-answer.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { asksTheSame } from '../../domain/tutoring/judge-again.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import type { Clock } from '../../shared/instant.ts';
import { settleSitting } from './settle-sitting.ts';

export interface TestRegradeDeps {
  db: DatabaseManager;
  sittings: SittingRepo;
  answers: TestAnswerRepo;
  bank: TestBankRepo;
  items: ItemRepo;
  /** Loaded when it is needed first. */
  checker: () => Promise<AnswerChecker>;
  clock: Clock;
}

export interface Regraded {
  /** Sittings that were asked the question and handed in. */
  sittings: number;
  /** Those in which its mark changed. */
  changed: number;
  /** Pupils who had been told the result: what they know is to be counted anew. */
  pupils: number[];
}

/** Marks the answers to a question again after its key was corrected. */
export class TestRegradeService {
  readonly #deps: TestRegradeDeps;

  constructor(deps: TestRegradeDeps) {
    this.#deps = deps;
  }

  /**
   * Marks every answer to this question again by the key of its newest revision, and with it grades and results, each sitting in
   * a transaction of its own; called twice the second call changes nothing. What was asked stays
   * what was asked, and where that was another question its answer is not judged by this key. A mark that a
   * class manager gave stands, and so does one of free text that the key does not settle. For services that have made sure that
   * the question may be corrected.
   */
  async regradeSittings(qaId: number): Promise<Regraded> {
    const { bank, items, sittings } = this.#deps;
    const revisionId = await bank.findRevision(qaId);
    const [item] = revisionId === null ? [] : await items.listRevisions([revisionId]);
    const ids = await sittings.listMarkedWith(qaId);
    if (!item || ids.length === 0) return { sittings: ids.length, changed: 0, pupils: [] };
    const checker = await this.#deps.checker();
    const changed: SittingRecord[] = [];
    for (const id of ids) {
      const sitting = await this.#regrade(id, item, checker);
      if (sitting) changed.push(sitting);
    }
    const told = changed.filter(({ phase }) => phase === 'released').map(({ studentId }) => studentId);
    return { sittings: ids.length, changed: changed.length, pupils: [...new Set(told)] };
  }

  async #regrade(sittingId: number, item: Item, checker: AnswerChecker): Promise<SittingRecord | null> {
    const { db, sittings, answers, items, clock } = this.#deps;
    return db.tx(async () => {
      const now = clock.now();
      const sitting = await sittings.lock(sittingId);
      const answer = (await answers.listOfSitting(sittingId)).find(({ qaId }) => qaId === item.qaId);
      if (!sitting || !answer || answer.verdict === null || answer.markedBy === 'class manager') return null;
      const [asked] = await items.listRevisions([answer.revisionId]);
      if (!asked || !asksTheSame(asked, item)) return null;
      const mark = markByKey(item, answer.answer, checker);
      if (!mark || (mark.verdict === answer.verdict && mark.share === answer.share)) return null;
      const given = { ...mark, by: 'regrade', markerId: null, comment: answer.comment, reason: REASON } as const;
      await answers.mark(sittingId, answer.position, given, now);
      await settleSitting(this.#deps, sitting, now, { regraded: true });
      return sitting;
    });
  }
}

/** Stands in the record beside the mark. */
const REASON = 'The key of the question was corrected.';
