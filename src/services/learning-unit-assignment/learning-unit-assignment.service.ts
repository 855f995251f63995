import type { CurriculumRepo, UnitProgress, UnitRecord } from '../../data/curriculum/curriculum.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { notFound } from '../../domain/errors/app-error.ts';
import { assignUnits, type UnitAssignment, type UnitPolicy } from '../../domain/planning/assign-units.ts';
import { sequentialUnits } from '../../domain/planning/sequential-units.ts';
import type { Clock } from '../../shared/instant.ts';

/** Chooses the units of a session for the time there is. */
export class LearningUnitAssignmentService {
  readonly #curriculum: CurriculumRepo;
  readonly #clock: Clock;
  readonly #policies: readonly UnitPolicy[];

  /** `policies` in order of preference; teaching order is always the last. */
  constructor(curriculum: CurriculumRepo, clock: Clock, policies: readonly UnitPolicy[] = []) {
    this.#curriculum = curriculum;
    this.#clock = clock;
    this.#policies = [...policies, sequentialUnits];
  }

  /** For the pupil who asks. Throws `not-found` for a course that is not theirs. */
  async assignFor(actor: Actor, courseId: number, minutes: number): Promise<UnitAssignment> {
    if (!(await this.#curriculum.isEnrolled(actor.userId, courseId))) throw notFound('course');
    return this.assign(actor.userId, courseId, minutes);
  }

  /** Units of a course that fill `minutes`, at least one where the course has any. */
  async assign(studentId: number, courseId: number, minutes: number): Promise<UnitAssignment> {
    const units = await this.#curriculum.listUnits([courseId]);
    const progress = await this.#curriculum.listUnitProgress(studentId, [courseId]);
    return this.fill(units, progress, minutes);
  }

  /** The same for units and progress that are at hand already, all of one course. No query. */
  fill(units: readonly UnitRecord[], progress: readonly UnitProgress[], minutes: number): UnitAssignment {
    const rows = new Map(progress.map((row) => [row.unitName, row]));
    const facts = units.map((unit) => ({
      name: unit.name,
      state: rows.get(unit.name)?.state ?? ('not started' as const),
      progress: rows.get(unit.name)?.progress ?? 0,
      estimatedDurationMinutes: unit.minutes,
      prerequisites: unit.prerequisites,
    }));
    return assignUnits({ units: facts, minutes, now: this.#clock.now() }, this.#policies);
  }
}
