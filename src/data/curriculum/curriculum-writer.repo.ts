import type { DraftProblem } from '../../domain/curriculum/check-draft.ts';
import type { CourseDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { type CourseName, courseMeant, fullName } from '../../domain/curriculum/import/course-names.ts';
import { type FaultHere, faultsHere, wrongHere } from '../../domain/curriculum/import/faults-here.ts';
import { type CoursePlan, changesAnything } from '../../domain/curriculum/import/import-plan.ts';
import { planCourse } from '../../domain/curriculum/import/plan-course.ts';
import type { StoredCourse } from '../../domain/curriculum/import/stored-course.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { inSlices } from '../in-slices.ts';
import { applyPlan, type Import } from './apply-plan.ts';
import type { CorrectedKey } from './apply-problems.ts';
import { figureHash } from './figure-rows.ts';
import { ImportHistory } from './import-history.ts';
import { problemPlaces } from './problem-places.ts';
import { StoredCourseRepo } from './stored-course.repo.ts';

/** What bringing courses in would do, and what speaks against it. */
export interface PlannedCourses {
  plans: CoursePlan[];
  problems: DraftProblem[];
}

/** What was done. */
export interface AppliedPlans {
  /** Of the courses, in the order of their plans. */
  ids: number[];
  /** Questions that have another key now: answers to them have to be judged again. */
  corrected: CorrectedKey[];
}

/** Writes curricula. Callers begin the transaction: all of it is saved or nothing. */
export class CurriculumWriterRepo {
  readonly #db: DatabaseManager;
  readonly #stored: StoredCourseRepo;
  readonly #history: ImportHistory;

  constructor(db: DatabaseManager) {
    this.#db = db;
    this.#stored = new StoredCourseRepo(db);
    this.#history = new ImportHistory(db);
  }

  async listSubjects(): Promise<string[]> {
    const rows = await this.#db.run((db) => db.selectFrom('subjects').select('name').orderBy('name').execute());
    return rows.map((row) => row.name);
  }

  /** Makes sure that the subjects exist. */
  async addSubjects(names: readonly string[]): Promise<void> {
    await this.#db.tx(async (db) => {
      const known = new Set(await this.listSubjects());
      const missing = [...new Set(names)].filter((name) => !known.has(name));
      if (missing.length > 0)
        await db
          .insertInto('subjects')
          .values(missing.map((name) => ({ name })))
          .execute();
    });
  }

  /**
   * What it takes to bring courses in that `checkDraft` found nothing wrong with: a course of the same subject, grade and name is
   * extended and changed, any other is new. Nothing is written.
   */
  async planCourses(drafts: readonly CourseDraft[], origin: string): Promise<PlannedCourses> {
    const there = await this.#db.run(everyCourse);
    const known: CourseName[] = [...there, ...drafts];
    const plans: CoursePlan[] = [];
    const extended = new Map<string, StoredCourse>();
    for (const draft of drafts) {
      const isCourse = (name: string) => courseMeant(name, draft, known) !== undefined;
      const stored = await this.#findStored(draft);
      if (stored) extended.set(fullName(draft), stored);
      plans.push(
        await inSlices(planCourse(draft, stored, origin, { hashOf: figureHash, placeOf: problemPlaces(), isCourse })),
      );
    }
    return { plans, problems: wrongHere(drafts, { courses: there, extended }) };
  }

  /** What the courses that are here say against drafts, however incomplete those are. */
  async listFaults(drafts: readonly CourseDraft[]): Promise<FaultHere[]> {
    const courses = await this.#db.run(everyCourse);
    const extended = new Map<string, StoredCourse>();
    for (const draft of drafts) {
      const id = await this.#stored.findId(draft.subject, draft.gradeLevel, draft.name);
      if (id !== undefined) extended.set(fullName(draft), await this.#stored.getFrame(id));
    }
    return faultsHere(drafts, { courses, extended });
  }

  async #findStored({ subject, gradeLevel, name }: CourseName): Promise<StoredCourse | undefined> {
    const id = await this.#stored.findId(subject, gradeLevel, name);
    return id === undefined ? undefined : this.#stored.getCourse(id);
  }

  /** Carries plans out that were made in this very transaction. */
  async applyPlans(plans: readonly CoursePlan[], how: Import): Promise<AppliedPlans> {
    return this.#db.tx(async (db) => {
      const ids: number[] = [];
      const corrected: CorrectedKey[] = [];
      const records: (() => Promise<void>)[] = [];
      for (const plan of plans) {
        if (plan.id !== null && !changesAnything(plan)) {
          ids.push(plan.id);
          continue;
        }
        const before = plan.id === null ? null : await this.#history.statesOf(plan.id, plan);
        const { courseId, publicationId, corrected: keys } = await applyPlan(this.#db, plan, how);
        ids.push(courseId);
        corrected.push(...keys);
        if (before === null) continue;
        records.push(async () =>
          this.#history.record(publicationId, before, await this.#history.statesOf(courseId, plan)),
        );
      }
      for (const [index, plan] of plans.entries()) await this.savePrerequisites(db, ids[index] ?? 0, plan);
      for (const record of records) await record();
      return { ids, corrected };
    });
  }

  /** Brings courses in at once, for those who made them: the sample region, tests. */
  async saveCourses(drafts: readonly CourseDraft[], source: string, now: Instant): Promise<number[]> {
    return this.#db.tx(async () => {
      const { plans } = await this.planCourses(drafts, source);
      return (await this.applyPlans(plans, { by: null, note: source, now })).ids;
    });
  }

  protected async savePrerequisites(db: Handle, courseId: number, { id, course, changes }: CoursePlan): Promise<void> {
    if (id !== null && !changes.some(({ what }) => what === 'prerequisites')) return;
    await db.deleteFrom('courses_prerequisites').where('course_id', '=', courseId).execute();
    if (course.prerequisites.length === 0) return;
    const rows = await db
      .selectFrom('courses')
      .select(['id', 'name', 'subject_name as subject', 'grade_level as gradeLevel'])
      .where('name', 'in', course.prerequisites)
      .orderBy('id')
      .execute();
    const meant = course.prerequisites.flatMap((name) => courseMeant(name, course, rows)?.id ?? []);
    const edges = [...new Set(meant)].map((first) => ({ course_id: courseId, prerequisite_id: first }));
    if (edges.length > 0) await db.insertInto('courses_prerequisites').values(edges).execute();
  }
}

/** Every course, with the full names of those that come before it. */
async function everyCourse(db: Handle): Promise<(CourseName & { before: string[] })[]> {
  const courses = await db
    .selectFrom('courses')
    .select(['id', 'name', 'subject_name as subject', 'grade_level as gradeLevel'])
    .orderBy('id')
    .execute();
  const edges = await db.selectFrom('courses_prerequisites').selectAll().execute();
  const byId = new Map(courses.map((course) => [course.id, fullName(course)]));
  const before = Map.groupBy(edges, (edge) => edge.course_id);
  return courses.map((course) => ({
    ...course,
    before: (before.get(course.id) ?? []).map((edge) => byId.get(edge.prerequisite_id) ?? ''),
  }));
}
