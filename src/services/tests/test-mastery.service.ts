import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import { LEARN_FROM_TEST } from '../../data/jobs/job-kinds.ts';
import type { LearnedTestRepo } from '../../data/tests/learned-test.repo.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import { observedInTest } from '../../domain/assessment/observed-in-test.ts';
import type { Clock } from '../../shared/instant.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';
import type { AnsweredQuestion, MasteryService } from '../mastery/mastery.service.ts';
import { isMarked } from './settle-sitting.ts';
import { sittingOf } from './sitting-job.ts';

export interface TestMasteryDeps {
  db: DatabaseManager;
  sittings: SittingRepo;
  answers: TestAnswerRepo;
  learnedTests: LearnedTestRepo;
  mastery: MasteryService;
  clock: Clock;
}

/**
 * Lets mastery learn from a test once its result is released: never before, because a bar that moves would tell the result. Each
 * answer counts once, with the end of the job; whoever counts anew before that leaves the test to the job.
 */
export class TestMasteryService implements JobHandler {
  readonly kind = LEARN_FROM_TEST;
  readonly #deps: TestMasteryDeps;

  constructor(deps: TestMasteryDeps) {
    this.#deps = deps;
  }

  async run(job: Job, lease: JobLease): Promise<void> {
    const { db, sittings, answers, learnedTests, mastery, clock } = this.#deps;
    await db.tx(async () => {
      if (!(await lease.finish())) return;
      const sitting = await sittings.lock(sittingOf(job.payload));
      const now = clock.now();
      if (!sitting || !(await learnedTests.note(sitting.id, now))) return;
      // Read while it is held: a correction comes before all of this, or after.
      for (const answer of (await answers.listOfSitting(sitting.id)).filter(isMarked)) {
        const attempt = observedInTest(answer);
        if (attempt) await mastery.record({ studentId: sitting.studentId, courseId: answer.courseId, attempt, now });
      }
    });
  }

  /** What a pupil's tests have taught the estimates, in order; for services that make them anew. */
  async answeredBy(studentId: number): Promise<AnsweredQuestion[]> {
    const learned = await this.#deps.learnedTests.listAnswers(studentId);
    return learned.flatMap(({ courseId, learnedAt, ...answer }) => {
      const attempt = observedInTest(answer);
      return attempt ? [{ courseId, unitName: answer.unitName, qaId: answer.qaId, attempt, at: learnedAt }] : [];
    });
  }
}
