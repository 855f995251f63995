import type { AttemptRepo, TouchedSessions } from '../../data/study-session/attempt.repo.ts';
import type { TestMasteryService } from '../tests/test-mastery.service.ts';
import type { MasteryService } from './mastery.service.ts';

export interface RecountDeps {
  attempts: AttemptRepo;
  mastery: MasteryService;
  tested: TestMasteryService;
}

/** Makes what a pupil knows anew, after a verdict or a mark of the past has changed. */
export class RecountService {
  readonly #deps: RecountDeps;

  constructor(deps: RecountDeps) {
    this.#deps = deps;
  }

  /**
   * From all that was answered in sessions and in the tests that counted, in the order in which it counted. A test that is
   * released and has not counted yet is left to its own job. The answers of these sessions, which had a verdict changed, are
   * given the mastery that follows them now. Call it inside the transaction that made the change.
   */
  async recountPupil(studentId: number, touchedIn: TouchedSessions = { home: [], school: [] }): Promise<void> {
    const { attempts, mastery, tested } = this.#deps;
    await mastery.hold(studentId);
    const studied = (await attempts.listAll(studentId)).map((attempt) => ({
      ...attempt,
      attempt,
      attemptId: attempt.id,
    }));
    const tests = (await tested.answeredBy(studentId)).map((answer) => ({ ...answer, attemptId: null }));
    const all = [...studied, ...tests].sort((a, b) => a.at - b.at);
    const counted = await mastery.recount(studentId, all);
    const touched = await attempts.idsOfSessions(studentId, touchedIn);
    for (const { answer, masteryAfter } of counted) {
      const { attemptId } = answer;
      if (attemptId !== null && touched.has(attemptId)) await attempts.setMasteryAfter(attemptId, masteryAfter);
    }
  }
}
