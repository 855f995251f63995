import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { AuditRepo } from '../../data/people/audit.repo.ts';
import type { ClassRepo } from '../../data/people/class.repo.ts';
import type { SittingRepo } from '../../data/tests/sitting.repo.ts';
import type { SittingRecord } from '../../data/tests/sitting-rows.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { followsClass, stateOf } from '../../domain/assessment/sitting.ts';
import { AppError, invalidInput, notFound } from '../../domain/errors/app-error.ts';
import type { Clock } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { checkWindow, type Window } from './schedule-checks.ts';
import { requireOwnClass } from './sitting-access.ts';

export interface ClassSchedulingDeps {
  db: DatabaseManager;
  access: AccessService;
  classes: ClassRepo;
  sittings: SittingRepo;
  audit: AuditRepo;
  clock: Clock;
}

/**
 * What a class manager does to a test for all of a class at once. It holds for everybody who still has it before them at the time
 * of the class: who has begun, who was given a later date and who sits again keep what is theirs.
 */
export class ClassSchedulingService {
  readonly #deps: ClassSchedulingDeps;

  constructor(deps: ClassSchedulingDeps) {
    this.#deps = deps;
  }

  /**
   * Another time for the class; extra minutes stay each pupil's own. Answers for how many. Throws `not-found` for a class or a
   * test that is not the actor's, `invalid-input`, and `conflict` where nobody has the test before them any more.
   */
  async move(actor: Actor, classId: number, testId: number, set: Window): Promise<number> {
    const { sittings, clock } = this.#deps;
    const { first, ahead } = await this.#ahead(actor, classId, testId);
    const fields = checkWindow(set, first.durationMinutes, clock.now());
    if (Object.keys(fields).length > 0) throw invalidInput('That cannot be taken.', fields);
    const moved = await sittings.moveScheduled(
      ahead.map(({ id }) => id),
      set,
    );
    if (moved === 0) throw nobodyLeft();
    return moved;
  }

  /** Takes the test away from all of them; each stays in the audit log. Answers from how many. Throws like `move`. */
  async cancel(actor: Actor, classId: number, testId: number): Promise<number> {
    const { db, sittings, audit, clock } = this.#deps;
    const { ahead } = await this.#ahead(actor, classId, testId);
    return db.tx(async () => {
      let taken = 0;
      for (const { id, studentId, sitting, date } of ahead) {
        if (!(await sittings.remove(id))) continue;
        taken += 1;
        const details = { testId, sitting, date };
        const about = { actorId: actor.userId, studentId, schoolId: actor.schoolId, details };
        await audit.add({ ...about, action: 'cancel a test', now: clock.now() });
      }
      if (taken === 0) throw nobodyLeft();
      return taken;
    });
  }

  async #ahead(
    actor: Actor,
    classId: number,
    testId: number,
  ): Promise<{ first: SittingRecord; ahead: SittingRecord[] }> {
    const { classes, sittings, clock } = this.#deps;
    await requireOwnClass(this.#deps, actor, 'schedule a test', classId);
    const members = (await classes.listMembers([classId])).map(({ studentId }) => studentId);
    const all = await sittings.listOf(testId, members);
    const [first] = all;
    if (!first) throw notFound('test');
    const now = clock.now();
    return { first, ahead: all.filter((sitting) => followsClass(sitting, stateOf(sitting, now))) };
  }
}

function nobodyLeft(): AppError {
  return new AppError(
    'conflict',
    'conflict',
    'Nobody in this class has this test before them at the time of the class any more. Look again.',
  );
}
