import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { Job } from '../../data/jobs/job.repo.ts';
import { LEARN_FROM_TEST } from '../../data/jobs/job-kinds.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { TestAnswerRepo } from '../../data/tests/test-answer.repo.ts';
import { observedInTest } from '../../domain/assessment/observed-in-test.ts';
import type { Instant } from '../../shared/instant.ts';
import type { JobHandler, JobLease } from '../jobs/job-worker.service.ts';
import type { AnsweredQuestion, MasteryService } from '../mastery/mastery.service.ts';
import { isMarked } from './settle-sitting.ts';
import { sittingOf } from './sitting-job.ts';

export interface TestMasteryDeps {
  db: DatabaseManager;
  sittings: SittingRepo;
  answers: TestAnswerRepo;
  mastery: MasteryService;
}

/**
 * Lets mastery learn from a test once its result is released: never before, because a bar that moves would tell the result. Each
 * answer counts once, with the end of the job.
 */
export class TestMasteryService implements JobHandler {
  readonly kind = LEARN_FROM_TEST;
  readonly #deps: TestMasteryDeps;

  constructor(deps: TestMasteryDeps) {
    this.#deps = deps;
  }

  async run(job: Job, lease: JobLease): Promise<void> {
    const { db, sittings, answers, mastery } = this.#deps;
    const sitting = await sittings.find(sittingOf(job.payload));
    if (sitting?.phase !== 'released') {
      await lease.finish();
      return;
    }
    const marked = (await answers.listOfSitting(sitting.id)).filter(isMarked);
    await db.tx(async () => {
      if (!(await lease.finish())) return;
      for (const answer of marked) {
        const attempt = observedInTest(answer);
        if (attempt) await mastery.record({ studentId: sitting.studentId, courseId: answer.courseId, attempt });
      }
    });
  }

  /** What a pupil's released tests have taught the estimates, in order; for services that make them anew. */
  async answeredBy(studentId: number): Promise<(AnsweredQuestion & { at: Instant })[]> {
    const released = await this.#deps.answers.listReleased(studentId);
    return released.flatMap(({ courseId, releasedAt, ...answer }) => {
      const attempt = observedInTest(answer);
      return attempt ? [{ courseId, unitName: answer.unitName, qaId: answer.qaId, attempt, at: releasedAt }] : [];
    });
  }
}
