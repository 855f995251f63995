import { sql } from 'kysely';
import type { CourseType, GradeLevel, QaKind, QaUse } from '../../../domain/curriculum/curriculum.ts';
import type { Neighbours } from '../../../domain/curriculum/editing/check-structure.ts';
import { inSequence } from '../../../domain/curriculum/editing/structure.ts';
import { STEP_REMOVED } from '../../../domain/curriculum/import/stored-course.ts';
import type { DatabaseManager } from '../../db/database-manager.ts';

export interface CourseFilter {
  subjects: readonly string[];
  gradeLevel?: GradeLevel;
  archived: boolean;
  limit: number;
  offset: number;
}

export interface ListedCourse {
  id: number;
  name: string;
  subject: string;
  gradeLevel: GradeLevel;
  type: CourseType;
  level: number;
  isDraft: boolean;
  isArchived: boolean;
}

export interface CourseContentCounts {
  units: number;
  studyQuestions: number;
  testQuestions: number;
}

/** A problem in the list of its unit. */
export interface ListedProblem {
  id: number;
  title: string;
  isDraft: boolean;
  isArchived: boolean;
  steps: { qaId: number; question: string; kind: QaKind; use: QaUse; level: number }[];
}

/** What there is, as supervisors look for it: courses, units and problems, drafts and archived things with them. */
export class CatalogueRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Courses of these subjects by subject, grade and name; one more than asked for tells that there are more. */
  async listCourses({ subjects, gradeLevel, archived, limit, offset }: CourseFilter): Promise<ListedCourse[]> {
    if (subjects.length === 0) return [];
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('courses')
        .select(['id', 'name', 'subject_name', 'grade_level', 'type', 'level', 'draft_since', 'archived_at'])
        .where('subject_name', 'in', [...subjects])
        .where('archived_at', archived ? 'is not' : 'is', null)
        .$if(gradeLevel !== undefined, (query) => query.where('grade_level', '=', gradeLevel ?? '1st'))
        .orderBy('subject_name')
        .orderBy(sql`length(grade_level)`)
        .orderBy('grade_level')
        .orderBy('name')
        .limit(limit)
        .offset(offset)
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      subject: row.subject_name,
      gradeLevel: row.grade_level,
      type: row.type,
      level: row.level,
      isDraft: row.draft_since !== null,
      isArchived: row.archived_at !== null,
    }));
  }

  /** Units and questions of these courses as they are published and not archived. Two queries. */
  async countContent(courseIds: readonly number[]): Promise<Map<number, CourseContentCounts>> {
    const found = new Map(courseIds.map((id) => [id, { units: 0, studyQuestions: 0, testQuestions: 0 }]));
    if (courseIds.length === 0) return found;
    const units = await this.#db.run((db) =>
      db
        .selectFrom('learning_units')
        .select(({ fn }) => ['course_id', fn.countAll<number>().as('count')])
        .where('course_id', 'in', [...courseIds])
        .where('archived_at', 'is', null)
        .where('draft_since', 'is', null)
        .groupBy('course_id')
        .execute(),
    );
    const questions = await this.#db.run((db) =>
      db
        .selectFrom('qas')
        .select(({ fn }) => ['course_id', 'type', fn.countAll<number>().as('count')])
        .where('course_id', 'in', [...courseIds])
        .where('archived_at', 'is', null)
        .groupBy(['course_id', 'type'])
        .execute(),
    );
    for (const { course_id, count } of units) {
      const course = found.get(course_id);
      if (course) course.units = Number(count);
    }
    for (const { course_id, type, count } of questions) {
      const course = found.get(course_id);
      if (course) course[type === 'for test' ? 'testQuestions' : 'studyQuestions'] = Number(count);
    }
    return found;
  }

  /** Questions that are not archived by unit of a course. */
  async countQuestions(courseId: number): Promise<Map<string, Omit<CourseContentCounts, 'units'>>> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('qas')
        .select(({ fn }) => ['unit_name', 'type', fn.countAll<number>().as('count')])
        .where('course_id', '=', courseId)
        .where('archived_at', 'is', null)
        .groupBy(['unit_name', 'type'])
        .execute(),
    );
    const found = new Map<string, Omit<CourseContentCounts, 'units'>>();
    for (const { unit_name, type, count } of rows) {
      const unit = found.get(unit_name) ?? { studyQuestions: 0, testQuestions: 0 };
      unit[type === 'for test' ? 'testQuestions' : 'studyQuestions'] = Number(count);
      found.set(unit_name, unit);
    }
    return found;
  }

  /** The problems of a unit, a page of them; those in the archive or those that are not. Three queries. */
  async listProblems(
    courseId: number,
    unit: string,
    { archived, limit, offset }: { archived: boolean; limit: number; offset: number },
  ): Promise<ListedProblem[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('problems')
        .select('id')
        .where('course_id', '=', courseId)
        .where('unit_name', '=', unit)
        .where('archived_at', archived ? 'is not' : 'is', null)
        .orderBy('position')
        .orderBy('id')
        .limit(limit)
        .offset(offset)
        .execute(),
    );
    return this.findProblems(rows.map(({ id }) => id));
  }

  /** Problems in the order of these ids. Two queries. */
  async findProblems(ids: readonly number[]): Promise<ListedProblem[]> {
    if (ids.length === 0) return [];
    return this.#db.run(async (db) => {
      const problems = await db
        .selectFrom('problems')
        .select(['id', 'title', 'draft_since', 'archived_at'])
        .where('id', 'in', [...ids])
        .execute();
      const steps = await db
        .selectFrom('qas')
        .select(['id', 'problem_id', 'question', 'kind', 'type', 'level'])
        .where('problem_id', 'in', [...ids])
        .where('step_index', '<', STEP_REMOVED)
        .orderBy('step_index')
        .execute();
      const of = Map.groupBy(steps, (step) => step.problem_id);
      return inSequence(problems, ids).map((row) => ({
        id: row.id,
        title: row.title,
        isDraft: row.draft_since !== null,
        isArchived: row.archived_at !== null,
        steps: (of.get(row.id) ?? []).map(({ id, question, kind, type, level }) => ({
          qaId: id,
          question,
          kind,
          use: type,
          level,
        })),
      }));
    });
  }

  /** All courses of a subject, and what each builds on: for choosing prerequisites and refusing circles. Two queries. */
  async neighbours(): Promise<Neighbours> {
    return this.#db.run(async (db) => {
      const courses = await db
        .selectFrom('courses')
        .select(['id', 'name', 'subject_name', 'grade_level', 'archived_at'])
        .orderBy('subject_name')
        .orderBy('name')
        .execute();
      const edges = await db.selectFrom('courses_prerequisites').selectAll().execute();
      const before = Map.groupBy(edges, (edge) => edge.course_id);
      return {
        courses: courses.map((row) => ({
          id: row.id,
          name: row.name,
          subject: row.subject_name,
          gradeLevel: row.grade_level,
          archived: row.archived_at !== null,
        })),
        prerequisites: new Map([...before].map(([id, rows]) => [id, rows.map((row) => row.prerequisite_id)])),
      };
    });
  }
}
