import type { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import type { ItemRepo } from '../../data/curriculum/item.repo.ts';
import type { Item } from '../../domain/curriculum/curriculum.ts';

/** The questions of a course as the tutor uses them. */
export interface CourseBank {
  courseId: number;
  contentVersion: number;
  /** Questions for study in teaching order; never one that is kept for tests. */
  items: readonly Item[];
  byRevision: ReadonlyMap<number, Item>;
  byQa: ReadonlyMap<number, Item>;
}

const COURSES_KEPT = 50;

/**
 * Question banks by course, kept in memory as long as the course's content version stays the same: one small query a turn
 * instead of reading hundreds of questions.
 */
export class CourseBankService {
  readonly #curriculum: CurriculumRepo;
  readonly #items: ItemRepo;
  readonly #kept = new Map<number, CourseBank>();

  constructor(curriculum: CurriculumRepo, items: ItemRepo) {
    this.#curriculum = curriculum;
    this.#items = items;
  }

  /** The bank of a course as it is now. Empty for a course that does not exist. */
  async bankOf(courseId: number): Promise<CourseBank> {
    const course = await this.#curriculum.findCourse(courseId);
    const contentVersion = course?.contentVersion ?? 0;
    const kept = this.#kept.get(courseId);
    if (kept && kept.contentVersion === contentVersion) return kept;
    const items = course ? await this.#items.listForStudy(courseId) : [];
    const bank: CourseBank = {
      courseId,
      contentVersion,
      items,
      byRevision: new Map(items.map((item) => [item.revisionId, item])),
      byQa: new Map(items.map((item) => [item.qaId, item])),
    };
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= COURSES_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(courseId, bank);
    return bank;
  }

  /** One question by revision: from the bank, or as it was when it has changed since. */
  async itemOf(bank: CourseBank, revisionId: number): Promise<Item | null> {
    const item = bank.byRevision.get(revisionId);
    if (item) return item;
    const [old] = await this.#items.listRevisions([revisionId]);
    return old ?? null;
  }

  /** Questions by revision, for transcripts. */
  async itemsOf(bank: CourseBank, revisionIds: readonly number[]): Promise<Map<number, Item>> {
    const missing = revisionIds.filter((id) => !bank.byRevision.has(id));
    const old = await this.#items.listRevisions(missing);
    const found = new Map(old.map((item) => [item.revisionId, item]));
    for (const id of revisionIds) {
      const item = bank.byRevision.get(id);
      if (item) found.set(id, item);
    }
    return found;
  }

  /** The picture with this content hash. */
  async findFigure(hash: string): Promise<{ mediaType: string; content: Uint8Array } | undefined> {
    return this.#items.findFigure(hash);
  }
}
