import { type Planned, problemName, type Structure } from '../../../domain/curriculum/editing/structure.ts';
import { STEP_REMOVED } from '../../../domain/curriculum/import/stored-course.ts';
import type { CourseContent, ProblemContent, TestContent, UnitContent } from '../../../shared/curriculum-content.ts';
import type { DatabaseManager, Handle } from '../../db/database-manager.ts';
import { figuresOf } from '../figure-rows.ts';
import { type StepRow, toStep } from './step-rows.ts';

export interface PlannedProblem extends Planned<ProblemContent> {
  id: number;
  courseId: number;
}

/** Courses as they are published, in the form in which they are edited. What was never published stands there as it was made. */
export class PublishedRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** A course with its units and tests, archived ones too; without problems. Five queries. */
  async findStructure(courseId: number): Promise<Structure | undefined> {
    return this.#db.run(async (db) => {
      const row = await db.selectFrom('courses').selectAll().where('id', '=', courseId).executeTakeFirst();
      if (!row) return undefined;
      const first = await db
        .selectFrom('courses_prerequisites')
        .select('prerequisite_id')
        .where('course_id', '=', courseId)
        .orderBy('prerequisite_id')
        .execute();
      const course: CourseContent = {
        name: row.name,
        subject: row.subject_name,
        gradeLevel: row.grade_level,
        type: row.type,
        level: row.level,
        description: row.description,
        prerequisites: first.map(({ prerequisite_id }) => prerequisite_id),
        archived: row.archived_at !== null,
      };
      const [units, tests] = [await unitsOf(db, courseId), await testsOf(db, courseId)];
      return { courseId, course, courseIsLive: row.draft_since === null, units, tests, problems: [] };
    });
  }

  /** Problems by id as they are published; ids that do not exist are left out. Three queries. */
  async listProblems(ids: readonly number[]): Promise<PlannedProblem[]> {
    if (ids.length === 0) return [];
    return this.#db.run(async (db) => {
      const rows = await db
        .selectFrom('problems')
        .selectAll()
        .where('id', 'in', [...new Set(ids)])
        .execute();
      const steps: StepRow[] = await db
        .selectFrom('qas')
        .innerJoin('qa_revisions', 'qa_revisions.id', 'qas.revision_id')
        .selectAll('qa_revisions')
        .select(['qas.problem_id', 'qas.type', 'qas.step_index'])
        .where('qas.problem_id', 'in', [...new Set(ids)])
        .where('qas.step_index', '<', STEP_REMOVED)
        .orderBy('qas.step_index')
        .execute();
      const figures = await figuresOf(
        db,
        rows.map(({ id }) => id),
      );
      return rows.map((row) => {
        const own = steps.filter((step) => step.problem_id === row.id);
        return {
          id: row.id,
          courseId: row.course_id,
          key: String(row.id),
          live: row.draft_since === null,
          content: {
            title: row.title,
            stem: own[0]?.stem ?? '',
            figures: (figures.get(row.id) ?? []).map(({ hash, alt }) => ({ hash, alt })),
            unit: row.unit_name,
            source: row.source,
            licence: row.licence,
            archived: row.archived_at !== null,
            steps: own.map(toStep),
          },
        };
      });
    });
  }

  /** The problems of these units that are not archived, drafts with them, in the order in which pupils meet them. One query. */
  async listSequences(courseId: number, units: readonly string[]): Promise<Map<string, number[]>> {
    const found = new Map<string, number[]>(units.map((unit) => [unit, []]));
    if (units.length === 0) return found;
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('problems')
        .select(['id', 'unit_name'])
        .where('course_id', '=', courseId)
        .where('unit_name', 'in', [...found.keys()])
        .where('archived_at', 'is', null)
        .orderBy('position')
        .orderBy('id')
        .execute(),
    );
    for (const { id, unit_name } of rows) found.get(unit_name)?.push(id);
    return found;
  }

  /** Problems by what people call them: title, first question or stem, as they are published. Three queries. */
  async listNames(ids: readonly number[]): Promise<Map<number, string>> {
    const problems = await this.listProblems(ids);
    return new Map(problems.map(({ id, content }) => [id, problemName(content, String(id))]));
  }

  /** Which course a problem or a test belongs to. */
  async findCourseOf(kind: 'problem' | 'test', id: number): Promise<number | undefined> {
    const table = kind === 'problem' ? 'problems' : 'tests';
    const row = await this.#db.run((db) =>
      db.selectFrom(table).select('course_id').where('id', '=', id).executeTakeFirst(),
    );
    return row?.course_id;
  }
}

async function unitsOf(db: Handle, courseId: number): Promise<Planned<UnitContent>[]> {
  const rows = await db
    .selectFrom('learning_units')
    .selectAll()
    .where('course_id', '=', courseId)
    .orderBy('position')
    .orderBy('name')
    .execute();
  const edges = await db
    .selectFrom('learning_unit_prerequisites')
    .selectAll()
    .where('course_id', '=', courseId)
    .execute();
  const before = Map.groupBy(edges, (edge) => edge.unit_name);
  const place = new Map(rows.map((row, index) => [row.name, index]));
  return rows.map((row) => ({
    key: row.name,
    live: row.draft_since === null,
    content: {
      name: row.name,
      type: row.type,
      weight: row.weight,
      minutes: row.estimated_duration_minutes,
      description: row.description,
      prerequisites: (before.get(row.name) ?? [])
        .map((edge) => edge.prerequisite_name)
        .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
      archived: row.archived_at !== null,
    },
  }));
}

async function testsOf(db: Handle, courseId: number): Promise<Planned<TestContent>[]> {
  const rows = await db.selectFrom('tests').selectAll().where('course_id', '=', courseId).orderBy('id').execute();
  const weights = await db
    .selectFrom('tests_learning_units')
    .innerJoin('tests', 'tests.id', 'tests_learning_units.test_id')
    .select(['tests_learning_units.test_id', 'tests_learning_units.unit_name', 'tests_learning_units.weight'])
    .where('tests.course_id', '=', courseId)
    .orderBy('tests_learning_units.unit_name')
    .execute();
  const of = Map.groupBy(weights, (row) => row.test_id);
  return rows.map((row) => ({
    key: String(row.id),
    live: row.draft_since === null,
    content: {
      name: row.name,
      type: row.type,
      minutes: row.duration_minutes,
      questionCount: row.question_count,
      link: row.link,
      units: (of.get(row.id) ?? []).map(({ unit_name, weight }) => ({ unit: unit_name, weight })),
      archived: row.archived_at !== null,
    },
  }));
}
