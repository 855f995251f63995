import type { CourseRecord, CurriculumRepo, UnitRecord } from '../../data/curriculum/curriculum.repo.ts';

type CourseVersion = Pick<CourseRecord, 'id' | 'contentVersion'>;

const COURSES_KEPT = 500;

/**
 * The units of courses in teaching order, kept in memory as long as a course's content version stays the same: pages of many
 * courses read what changes, not the curriculum again and again.
 */
export class CourseUnitsService {
  readonly #curriculum: CurriculumRepo;
  readonly #kept = new Map<number, { contentVersion: number; units: readonly UnitRecord[] }>();

  constructor(curriculum: CurriculumRepo) {
    this.#curriculum = curriculum;
  }

  /** By course; a course without units has an empty list. No query when all are known, two when some are not. */
  async unitsOf(courses: readonly CourseVersion[]): Promise<Map<number, readonly UnitRecord[]>> {
    const stale = courses.filter(({ id, contentVersion }) => this.#kept.get(id)?.contentVersion !== contentVersion);
    const found = new Map(courses.map(({ id }) => [id, this.#kept.get(id)?.units ?? []]));
    if (stale.length === 0) return found;
    const read = Map.groupBy(await this.#curriculum.listUnits(stale.map(({ id }) => id)), (unit) => unit.courseId);
    for (const { id, contentVersion } of stale) {
      const units = read.get(id) ?? [];
      found.set(id, units);
      this.#keep(id, contentVersion, units);
    }
    return found;
  }

  #keep(id: number, contentVersion: number, units: readonly UnitRecord[]): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= COURSES_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(id, { contentVersion, units });
  }
}
