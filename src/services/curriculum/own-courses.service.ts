import type { CourseHead, CourseStanding, CurriculumRepo, UnitRecord } from '../../data/curriculum/curriculum.repo.ts';

/** What a pupil is taught in a course, and how far they are in it. */
export interface OwnCourse extends CourseHead, CourseStanding {
  /** In teaching order; none that is archived. */
  units: readonly UnitRecord[];
}

interface Outline {
  head: CourseHead;
  units: readonly UnitRecord[];
}

const COURSES_KEPT = 500;

/**
 * What courses are called and which units they have, kept in memory as long as a course's content version stays the same: pages
 * of many courses read what changes, not the curriculum again and again.
 */
export class OwnCoursesService {
  readonly #curriculum: CurriculumRepo;
  readonly #kept = new Map<number, Outline>();

  constructor(curriculum: CurriculumRepo) {
    this.#curriculum = curriculum;
  }

  /** A pupil's courses by name, for services that may see them. One query when all are known, three more when some are not. */
  async coursesOf(studentId: number): Promise<OwnCourse[]> {
    const standings = await this.#curriculum.listStandings(studentId);
    const isStale = ({ id, contentVersion }: CourseStanding) =>
      this.#kept.get(id)?.head.contentVersion !== contentVersion;
    const stale = standings.filter(isStale).map(({ id }) => id);
    const outlines = stale.length === 0 ? this.#kept : await this.#withThese(stale);
    const courses: OwnCourse[] = [];
    for (const { id, contentVersion, state, progress } of standings) {
      const outline = outlines.get(id);
      if (outline === undefined) continue;
      const { name, subject, gradeLevel, type } = outline.head;
      courses.push({ id, name, subject, gradeLevel, type, contentVersion, state, progress, units: outline.units });
    }
    return courses.sort((a, b) => a.name.localeCompare(b.name));
  }

  /** All that is kept, with these courses read anew. */
  async #withThese(ids: readonly number[]): Promise<ReadonlyMap<number, Outline>> {
    const found = new Map(this.#kept);
    // The version before the units: one that changes in between is read again the next time.
    const heads = await this.#curriculum.listHeads(ids);
    const units = Map.groupBy(await this.#curriculum.listUnits(ids), (unit) => unit.courseId);
    for (const [id, head] of heads) {
      const outline = { head, units: units.get(id) ?? [] };
      found.set(id, outline);
      this.#keep(id, outline);
    }
    return found;
  }

  #keep(id: number, outline: Outline): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= COURSES_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(id, outline);
  }
}
