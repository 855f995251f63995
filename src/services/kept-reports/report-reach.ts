import type { ReportScope } from '../../data/kept-reports/kept-report.repo.ts';
import type { ClassRepo } from '../../data/people/class.repo.ts';
import type { UserRepo } from '../../data/people/user.repo.ts';
import type { Action, Actor, Role } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import type { AccessService } from '../access/access.service.ts';

export interface ReportReachDeps {
  access: AccessService;
  classes: ClassRepo;
  users: UserRepo;
}

/** By which right somebody reads the report of a pupil. */
const OF_PUPIL: Partial<Record<Role, Action>> = {
  student: 'view own progress',
  parent: 'view child progress',
  'class manager': 'view a pupil',
  'school manager': 'view a pupil',
};

/** Who may ask for a report and read it: whoever may see what it is about, now. */
export class ReportReach {
  readonly #deps: ReportReachDeps;

  constructor(deps: ReportReachDeps) {
    this.#deps = deps;
  }

  /** Throws `not-found` for a report of what is not the actor's. */
  async require(actor: Actor, scope: ReportScope & { madeBy?: number | null }): Promise<void> {
    if (!(await this.#reaches(actor, scope))) throw notFound('report');
  }

  async #reaches(actor: Actor, scope: ReportScope & { madeBy?: number | null }): Promise<boolean> {
    switch (scope.kind) {
      case 'pupil': {
        const action = OF_PUPIL[actor.role];
        if (action === undefined || scope.studentId === null) return false;
        await this.#deps.access.requirePupil(actor, action, scope.studentId, 'report');
        return true;
      }
      case 'pupils':
      case 'class':
        return scope.classId !== null && (await this.#reachesClass(actor, scope.classId));
      case 'school':
      case 'subject':
        return actor.role === 'school manager' && actor.schoolId !== null && actor.schoolId === scope.schoolId;
      case 'region subject':
        return (await this.#supervised(actor)).some(
          ({ subject, region }) => subject === scope.subject && region === scope.region,
        );
      case 'region':
        if (scope.madeBy !== undefined && scope.madeBy !== actor.userId) return false;
        return (await this.#supervised(actor)).some(({ region }) => region === scope.region);
    }
  }

  async #reachesClass(actor: Actor, classId: number): Promise<boolean> {
    const { classes, users } = this.#deps;
    if (actor.role === 'class manager') {
      return (await classes.listOfManager(actor.userId)).some(({ id }) => id === classId);
    }
    if (actor.role !== 'school manager' || actor.schoolId === null) return false;
    return (await users.listClasses(actor.schoolId)).some(({ id }) => id === classId);
  }

  async #supervised(actor: Actor) {
    return actor.role === 'regional supervisor' ? this.#deps.users.listSupervision(actor.userId) : [];
  }
}
