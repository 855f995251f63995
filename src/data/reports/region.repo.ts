import type { DatabaseManager } from '../db/database-manager.ts';

export interface SubjectContent {
  courses: number;
  units: number;
  studyQuestions: number;
  testQuestions: number;
}

export interface SchoolOfRegion {
  id: number;
  name: string;
  region: string;
}

/** What a regional supervisor may know: content by subject, schools, and how many take part. Never who. */
export class RegionRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Courses, units and questions by subject, as pupils have them: nothing archived, no drafts. Three queries. */
  async contentOf(subjects: readonly string[]): Promise<Map<string, SubjectContent>> {
    const found = new Map<string, SubjectContent>(
      subjects.map((subject) => [subject, { courses: 0, units: 0, studyQuestions: 0, testQuestions: 0 }]),
    );
    if (subjects.length === 0) return found;
    const courses = await this.#db.run((db) =>
      db
        .selectFrom('courses')
        .select(({ fn }) => ['subject_name as subject', fn.countAll<number>().as('count')])
        .where('subject_name', 'in', [...subjects])
        .where('archived_at', 'is', null)
        .where('draft_since', 'is', null)
        .groupBy('subject_name')
        .execute(),
    );
    const units = await this.#db.run((db) =>
      db
        .selectFrom('learning_units')
        .innerJoin('courses', 'courses.id', 'learning_units.course_id')
        .select(({ fn }) => ['courses.subject_name as subject', fn.countAll<number>().as('count')])
        .where('courses.subject_name', 'in', [...subjects])
        .where('courses.archived_at', 'is', null)
        .where('learning_units.archived_at', 'is', null)
        .where('learning_units.draft_since', 'is', null)
        .groupBy('courses.subject_name')
        .execute(),
    );
    const questions = await this.#db.run((db) =>
      db
        .selectFrom('qas')
        .innerJoin('courses', 'courses.id', 'qas.course_id')
        .select(({ fn }) => ['courses.subject_name as subject', 'qas.type', fn.countAll<number>().as('count')])
        .where('courses.subject_name', 'in', [...subjects])
        .where('qas.archived_at', 'is', null)
        .where('courses.archived_at', 'is', null)
        .groupBy(['courses.subject_name', 'qas.type'])
        .execute(),
    );
    const add = (subject: string, key: keyof SubjectContent, count: number) => {
      const content = found.get(subject);
      if (content) content[key] += Number(count);
    };
    for (const { subject, count } of courses) add(subject, 'courses', count);
    for (const { subject, count } of units) add(subject, 'units', count);
    for (const { subject, type, count } of questions) {
      add(subject, type === 'for test' ? 'testQuestions' : 'studyQuestions', count);
    }
    return found;
  }

  async listSchools(regions: readonly string[]): Promise<SchoolOfRegion[]> {
    if (regions.length === 0) return [];
    return this.#db.run((db) =>
      db
        .selectFrom('schools')
        .select(['id', 'name', 'region'])
        .where('region', 'in', [...regions])
        .orderBy('name')
        .execute(),
    );
  }

  /** Pupils who are enrolled in a course of the subject, by school and subject, under `schoolId/subject`. */
  async enrolledPupils(schoolIds: readonly number[], subjects: readonly string[]): Promise<Map<string, number>> {
    if (schoolIds.length === 0 || subjects.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('courses_students')
        .innerJoin('students', 'students.user_id', 'courses_students.student_id')
        .innerJoin('courses', 'courses.id', 'courses_students.course_id')
        .select(({ fn }) => [
          'students.school_id as schoolId',
          'courses.subject_name as subject',
          fn.count<number>('courses_students.student_id').distinct().as('pupils'),
        ])
        .where('students.school_id', 'in', [...schoolIds])
        .where('courses.subject_name', 'in', [...subjects])
        .groupBy(['students.school_id', 'courses.subject_name'])
        .execute(),
    );
    return new Map(rows.map((row) => [`${row.schoolId}/${row.subject}`, Number(row.pupils)]));
  }
}
