import type { CourseType, GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { DatabaseManager } from '../db/database-manager.ts';

/** A course, and how many pupils of a class are in it. */
export interface ClassCourse {
  id: number;
  name: string;
  subject: string;
  gradeLevel: GradeLevel;
  type: CourseType;
  pupils: number;
}

/** Which courses the pupils of a class study. */
export class ClassCourseRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Every course that can be studied, by name, with how many pupils of the class are in it. One query. */
  async list(classId: number): Promise<ClassCourse[]> {
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('courses')
        .select(['id', 'name', 'subject_name as subject', 'grade_level as gradeLevel', 'type'])
        .select((course) =>
          course
            .selectFrom('classes_students')
            .innerJoin('courses_students', 'courses_students.student_id', 'classes_students.student_id')
            .select(({ fn }) => fn.countAll<number>().as('pupils'))
            .where('classes_students.class_id', '=', classId)
            .whereRef('courses_students.course_id', '=', 'courses.id')
            .as('pupils'),
        )
        .where('draft_since', 'is', null)
        .where('archived_at', 'is', null)
        .orderBy('name')
        .execute(),
    );
    return rows.map(({ pupils, ...course }) => ({ ...course, pupils: Number(pupils ?? 0) }));
  }
}
