import { countSessions } from '../../data/analytics/session-facts.ts';
import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { QuestionReportRepo } from '../../data/curriculum/question-report.repo.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import { REGRADE } from '../../data/jobs/job-kinds.ts';
import type { RegradeRepo } from '../../data/study-session/regrade.repo.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';
import { asksTheSame, judgeAgain } from '../../domain/tutoring/judge-again.ts';
import type { AnswerChecker } from '../../domain/tutoring/verdict.ts';
import type { Clock } from '../../shared/instant.ts';
import type { EvaluationRecountService } from '../evaluations/evaluation-recount.service.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';
import type { RecountService } from '../mastery/recount.service.ts';
import type { TestRegradeService } from '../tests/test-regrade.service.ts';

export interface RegradeDeps {
  db: DatabaseManager;
  items: ItemRepo;
  regrades: RegradeRepo;
  reports: QuestionReportRepo;
  recounts: RecountService;
  evaluationRecounts: EvaluationRecountService;
  tests: TestRegradeService;
  /** Loaded when it is needed first. */
  checker: () => Promise<AnswerChecker>;
  clock: Clock;
}

/** What is said to those who reported a wrong key, when the correction has gone through. */
const CORRECTED =
  'Thank you: the answer key was wrong and has been corrected. Answers to its unchanged wording were judged again.';

/**
 * After a key was corrected: judges earlier answers again, pupil by pupil, each in a transaction of its own with the estimates
 * and the evaluations that follow from it. Running twice changes nothing more, so a job that broke off simply runs again.
 */
export class RegradeService implements JobHandler {
  readonly kind = REGRADE;
  readonly #deps: RegradeDeps;

  constructor(deps: RegradeDeps) {
    this.#deps = deps;
  }

  async run(job: Job, lease: JobLease, signal: AbortSignal): Promise<void> {
    const { db, reports, tests, clock } = this.#deps;
    const { qaId, revisionId } = subjectOf(job.payload);
    await this.regradeAttempts(qaId, revisionId, signal);
    await tests.regradeSittings(qaId);
    await db.tx(async () => {
      if (!(await lease.finish())) return;
      const about = { reason: 'answer', beforeRevision: revisionId } as const;
      await reports.answer(qaId, { state: 'corrected', reply: CORRECTED, by: null, now: clock.now() }, about);
    });
  }

  /** Answers how many verdicts changed. */
  async regradeAttempts(qaId: number, revisionId: number, signal?: AbortSignal): Promise<number> {
    const { items, regrades } = this.#deps;
    const [corrected] = await items.listRevisions([revisionId]);
    if (!corrected) return 0;
    const checker = await this.#deps.checker();
    let changed = 0;
    for (const studentId of await regrades.listPupils(qaId, revisionId)) {
      signal?.throwIfAborted();
      changed += await this.#regradePupil(studentId, corrected, checker);
    }
    return changed;
  }

  async #regradePupil(studentId: number, corrected: Item, checker: AnswerChecker): Promise<number> {
    const { db, items, regrades, recounts, evaluationRecounts, clock } = this.#deps;
    const { qaId, revisionId } = corrected;
    const past = await regrades.listAttempts(qaId, studentId, revisionId);
    const asked = new Map(
      (await items.listRevisions([...new Set(past.map((one) => one.revisionId))])).map((one) => [one.revisionId, one]),
    );
    const changes = past.flatMap((attempt) => {
      const before = asked.get(attempt.revisionId);
      const judged = before && asksTheSame(before, corrected) ? judgeAgain(attempt, corrected, checker) : null;
      return judged ? [{ attempt, judged }] : [];
    });
    if (changes.length === 0) return 0;
    await db.tx(async () => {
      for (const { attempt, judged } of changes) {
        await regrades.change(attempt, judged, { revisionId, now: clock.now() });
      }
      const home = [...new Set(changes.flatMap(({ attempt }) => attempt.sessionId ?? []))];
      const school = [...new Set(changes.flatMap(({ attempt }) => attempt.lessonSessionId ?? []))];
      await recounts.recountPupil(studentId, { home, school });
      await evaluationRecounts.recountSessions(home);
      await evaluationRecounts.recountLessons(studentId, school);
      await countSessions(db, 'home', home);
      await countSessions(db, 'school', school);
    });
    return changes.length;
  }
}

function subjectOf(payload: unknown): { qaId: number; revisionId: number } {
  if (
    typeof payload === 'object' &&
    payload !== null &&
    'qaId' in payload &&
    typeof payload.qaId === 'number' &&
    'revisionId' in payload &&
    typeof payload.revisionId === 'number'
  ) {
    return { qaId: payload.qaId, revisionId: payload.revisionId };
  }
  throw new Error('The job names no question and revision.');
}
