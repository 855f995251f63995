import { sql } from 'kysely';
import type { QaUse } from '../../domain/curriculum/curriculum.ts';
import type { Instant } from '../../shared/instant.ts';
import type { DatabaseManager } from '../db/database-manager.ts';
import { fromStoredOrNull, type StoredInstant } from '../db/instants.ts';

export interface SubjectContent {
  courses: number;
  units: number;
  studyQuestions: number;
  testQuestions: number;
  /** Changes that wait to be published. */
  drafts: number;
  /** Questions that somebody has reported. */
  reported: number;
  lastPublished: Instant | null;
}

const own = sql`courses.subject_name = subjects.name and courses.archived_at is null`;
const questions = (type: QaUse) => sql<number>`(select count(*) from qas join courses on courses.id = qas.course_id
  where ${own} and qas.archived_at is null and qas.type = ${sql.lit(type)})`;
const COURSES = sql<number>`(select count(*) from courses where ${own} and courses.draft_since is null)`.as('courses');
const UNITS = sql<number>`(select count(*) from learning_units u join courses on courses.id = u.course_id
  where ${own} and u.archived_at is null and u.draft_since is null)`.as('units');
const STUDY_QUESTIONS = questions('for study').as('studyQuestions');
const TEST_QUESTIONS = questions('for test').as('testQuestions');
const DRAFTS = sql<number>`(select count(*) from curriculum_drafts d join courses on courses.id = d.course_id
  where ${own})`.as('drafts');
const REPORTED = sql<number>`(select count(distinct r.qa_id) from question_reports r join qas on qas.id = r.qa_id
  join courses on courses.id = qas.course_id where ${own} and r.state = 'open')`.as('reported');
const LAST_PUBLISHED = sql<StoredInstant | null>`(select max(p.published_at) from curriculum_publications p
  join courses on courses.id = p.course_id where ${own})`.as('lastPublished');

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

  /**
   * What there is of each of these subjects, as pupils have it (nothing archived, no drafts), and what is under way. One query.
   */
  async contentOf(subjects: readonly string[]): Promise<Map<string, SubjectContent>> {
    if (subjects.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('subjects')
        .select(['subjects.name as subject', COURSES, UNITS, STUDY_QUESTIONS, TEST_QUESTIONS])
        .select([DRAFTS, REPORTED, LAST_PUBLISHED])
        .where('subjects.name', 'in', [...subjects])
        .execute(),
    );
    return new Map(
      rows.map(({ subject, ...row }) => [
        subject,
        {
          courses: Number(row.courses),
          units: Number(row.units),
          studyQuestions: Number(row.studyQuestions),
          testQuestions: Number(row.testQuestions),
          drafts: Number(row.drafts),
          reported: Number(row.reported),
          lastPublished: fromStoredOrNull(row.lastPublished),
        },
      ]),
    );
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
