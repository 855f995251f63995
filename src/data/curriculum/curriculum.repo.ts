import type { CourseType, GradeLevel, StudyState, UnitType } from '../../domain/curriculum/curriculum.ts';
import type { DatabaseManager, Handle } from '../db/database-manager.ts';
import { prepared, preparedChange } from '../db/prepared.ts';
import { upsert } from '../db/sql.ts';

export interface CourseRecord {
  id: number;
  name: string;
  subject: string;
  gradeLevel: GradeLevel;
  type: CourseType;
  level: number;
  description: string;
  contentVersion: number;
}

export interface UnitRecord {
  courseId: number;
  name: string;
  type: UnitType;
  weight: number;
  minutes: number;
  description: string;
  position: number;
  prerequisites: string[];
}

/** How far a pupil is in a unit; its state goes with the progress and the answers (domain/mastery/progress.ts). */
export interface UnitProgress {
  courseId: number;
  unitName: string;
  /** 0 … 1 */
  progress: number;
}

/** A course with how far a pupil is in it. */
export interface EnrolledCourse extends CourseRecord {
  state: StudyState;
  progress: number;
}

/** What lists say of a course. */
export type CourseHead = Omit<CourseRecord, 'level' | 'description'>;

/** What only a pupil's own row says of a course, and what tells whether the rest is known already. */
export type CourseStanding = Pick<EnrolledCourse, 'id' | 'contentVersion' | 'state' | 'progress'>;

const VERSION = ['courses.id', 'courses.content_version as contentVersion'] as const;

const HEAD = [
  ...VERSION,
  'courses.name',
  'courses.subject_name as subject',
  'courses.grade_level as gradeLevel',
  'courses.type',
] as const;

const COURSE = [...HEAD, 'courses.level', 'courses.description'] as const;

function selectEnrolled(db: Handle, studentId: number) {
  return db
    .selectFrom('courses_students')
    .innerJoin('courses', 'courses.id', 'courses_students.course_id')
    .select(['courses_students.state', 'courses_students.progress'])
    .where('courses_students.student_id', '=', studentId)
    .where('courses.archived_at', 'is', null)
    .where('courses.draft_since', 'is', null);
}

const STANDINGS = prepared((db, { studentId }: { studentId: number }) => selectEnrolled(db, studentId).select(VERSION));

const FOUND = prepared((db, { courseId }: { courseId: number }) =>
  db.selectFrom('courses').select(COURSE).where('id', '=', courseId),
);

const PROGRESS = prepared((db, args: { studentId: number; courseIds: readonly number[] }) =>
  db
    .selectFrom('learning_units_students')
    .select(['course_id as courseId', 'unit_name as unitName', 'progress'])
    .where('student_id', '=', args.studentId)
    .where('course_id', 'in', args.courseIds),
);

const UNITS = prepared((db, { courseIds }: { courseIds: readonly number[] }) =>
  db
    .selectFrom('learning_units')
    .select([
      'course_id as courseId',
      'name',
      'type',
      'weight',
      'estimated_duration_minutes as minutes',
      'description',
      'position',
    ])
    .where('course_id', 'in', courseIds)
    .where('archived_at', 'is', null)
    .where('draft_since', 'is', null)
    .orderBy('course_id')
    .orderBy('position'),
);

const PREREQUISITES = prepared((db, { courseIds }: { courseIds: readonly number[] }) =>
  db
    .selectFrom('learning_unit_prerequisites')
    .select(['course_id', 'unit_name', 'prerequisite_name'])
    .where('course_id', 'in', courseIds),
);

const SAVE_COURSE = preparedChange(
  (db, args: { studentId: number; courseId: number; state: StudyState; progress: number }) =>
    db
      .updateTable('courses_students')
      .set({ state: args.state, progress: args.progress })
      .where('student_id', '=', args.studentId)
      .where('course_id', '=', args.courseId),
);

const UNIT_SHARES = prepared((db, { studentId, courseId }: { studentId: number; courseId: number }) =>
  db
    .selectFrom('learning_units as unit')
    .leftJoin('learning_units_students as own', (join) =>
      join
        .onRef('own.course_id', '=', 'unit.course_id')
        .onRef('own.unit_name', '=', 'unit.name')
        .on('own.student_id', '=', studentId),
    )
    .select(['unit.name', 'unit.weight', 'own.progress'])
    .where('unit.course_id', '=', courseId)
    .where('unit.archived_at', 'is', null)
    .where('unit.draft_since', 'is', null),
);

/** Courses and their units. */
export class CurriculumRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  async findCourse(courseId: number): Promise<CourseRecord | undefined> {
    return FOUND.first(this.#db, { courseId });
  }

  async listCourses(): Promise<CourseRecord[]> {
    return this.#db.run((db) =>
      db.selectFrom('courses').select(COURSE).orderBy('subject_name').orderBy('name').execute(),
    );
  }

  /** These courses, by id; ids that do not exist are left out. */
  async listCoursesById(courseIds: readonly number[]): Promise<Map<number, CourseRecord>> {
    if (courseIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('courses')
        .select(COURSE)
        .where('id', 'in', [...new Set(courseIds)])
        .execute(),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The courses that a pupil is enrolled in, by name; without those that are archived. */
  async listEnrolled(studentId: number): Promise<EnrolledCourse[]> {
    return this.#db.run((db) => selectEnrolled(db, studentId).select(COURSE).orderBy('courses.name').execute());
  }

  /** How far the pupil is in each of the same courses, in no order. */
  async listStandings(studentId: number): Promise<CourseStanding[]> {
    return STANDINGS.all(this.#db, { studentId });
  }

  /** What lists say of these courses, by id. */
  async listHeads(courseIds: readonly number[]): Promise<Map<number, CourseHead>> {
    if (courseIds.length === 0) return new Map();
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('courses')
        .select(HEAD)
        .where('id', 'in', [...courseIds])
        .execute(),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Whether a pupil may study a course: nobody may study one that is archived. */
  async isEnrolled(studentId: number, courseId: number): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('courses_students')
        .innerJoin('courses', 'courses.id', 'courses_students.course_id')
        .select('course_id')
        .where('student_id', '=', studentId)
        .where('course_id', '=', courseId)
        .where('courses.archived_at', 'is', null)
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  /** Units of these courses in teaching order, with the names of the units that should be known first; none that is archived. */
  async listUnits(courseIds: readonly number[]): Promise<UnitRecord[]> {
    if (courseIds.length === 0) return [];
    const units = await UNITS.all(this.#db, { courseIds });
    const edges = await PREREQUISITES.all(this.#db, { courseIds });
    const there = new Set(units.map((unit) => `${unit.courseId}/${unit.name}`));
    const usable = edges.filter((edge) => there.has(`${edge.course_id}/${edge.prerequisite_name}`));
    const before = Map.groupBy(usable, (edge) => `${edge.course_id}/${edge.unit_name}`);
    return units.map((unit) => ({
      ...unit,
      prerequisites: (before.get(`${unit.courseId}/${unit.name}`) ?? []).map((edge) => edge.prerequisite_name),
    }));
  }

  /** How far a pupil is in each unit of these courses; units without a row are not started. */
  async listUnitProgress(studentId: number, courseIds: readonly number[]): Promise<UnitProgress[]> {
    if (courseIds.length === 0) return [];
    return PROGRESS.all(this.#db, { studentId, courseIds });
  }

  /** What each unit of a course counts and how far the pupil is in it: what progress in the course is made of. */
  async listUnitShares(
    studentId: number,
    courseId: number,
  ): Promise<{ name: string; weight: number; progress: number }[]> {
    const rows = await UNIT_SHARES.all(this.#db, { studentId, courseId });
    return rows.map(({ name, weight, progress }) => ({ name, weight, progress: progress ?? 0 }));
  }

  async saveUnitProgress(row: {
    studentId: number;
    courseId: number;
    unitName: string;
    state: StudyState;
    progress: number;
  }): Promise<void> {
    await upsert(
      this.#db,
      'learning_units_students',
      ['course_id', 'unit_name', 'student_id'],
      [
        {
          course_id: row.courseId,
          unit_name: row.unitName,
          student_id: row.studentId,
          state: row.state,
          progress: row.progress,
        },
      ],
    );
  }

  async saveCourseProgress(studentId: number, courseId: number, state: StudyState, progress: number): Promise<void> {
    await SAVE_COURSE(this.#db, { studentId, courseId, state, progress });
  }
}
