import type { ClassRepo } from '../../data/people/class.repo.ts';
import type { QuarterClosing, QuarterClosingRepo } from '../../data/quarters/quarter-closing.repo.ts';
import type { ClassProgress, SchoolQuarterRepo } from '../../data/quarters/school-quarter.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { CLOSES_AFTER_DAYS } from '../../domain/evaluation/quarter-closing.ts';
import { lastOver, type SchoolQuarter } from '../../domain/evaluation/school-quarter.ts';
import { civilDay } from '../../shared/calendar.ts';
import { type Clock, DAY, type Instant } from '../../shared/instant.ts';
import type { AccessService } from '../access/access.service.ts';
import { timeOf } from './quarter-maker.ts';

export interface SchoolQuarterDeps {
  access: AccessService;
  classes: ClassRepo;
  quarterClosingRows: QuarterClosingRepo;
  schoolQuarterRows: SchoolQuarterRepo;
  clock: Clock;
  timeZone: string;
}

export interface SchoolQuarterClass extends ClassProgress {
  managers: string[];
}

/** A quarter of a school. */
export interface SchoolQuarterView {
  quarter: SchoolQuarter;
  now: Instant;
  over: boolean;
  /** When it is closed by itself. */
  closesAt: Instant;
  /** Its closings, the newest first. */
  closings: QuarterClosing[];
  classes: SchoolQuarterClass[];
}

/** How far a school is with a quarter: whether it is closed, and which classes have completed it. */
export class SchoolQuarterService {
  readonly #deps: SchoolQuarterDeps;

  constructor(deps: SchoolQuarterDeps) {
    this.#deps = deps;
  }

  /** The actor's school; the last quarter that is over where none is named. Five queries. Throws `forbidden` without the right. */
  async ofSchool(actor: Actor, wish?: SchoolQuarter): Promise<SchoolQuarterView> {
    const { access, classes, quarterClosingRows, schoolQuarterRows, clock, timeZone } = this.#deps;
    access.requireRole(actor, 'view school analytics');
    if (actor.schoolId === null) throw notFound('school');
    const now = clock.now();
    const quarter = wish ?? lastOver(civilDay(now, timeZone));
    const { to } = timeOf(quarter, timeZone);
    const found = await schoolQuarterRows.classes(actor.schoolId, quarter);
    const managers = await classes.managersOf(found.map(({ classId }) => classId));
    return {
      quarter,
      now,
      over: now >= to,
      closesAt: to + CLOSES_AFTER_DAYS * DAY,
      closings: await quarterClosingRows.list(actor.schoolId, quarter),
      classes: found.map((one) => ({ ...one, managers: managers.get(one.classId) ?? [] })),
    };
  }
}
