import type { DatabaseManager } from '../db/database-manager.ts';

/** Who stands in which relation to a pupil: one indexed question each. */
export class AccessRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** Is this pupil a child of this parent, and the guardianship verified? */
  async isVerifiedChild(parentId: number, studentId: number): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('parents_students')
        .select('student_id')
        .where('parent_id', '=', parentId)
        .where('student_id', '=', studentId)
        .where('status', '=', 'verified')
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  /** Is this pupil in a class of this class manager? */
  async isInClassOf(classManagerId: number, studentId: number): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('classes_students')
        .innerJoin('classess_class_managers', 'classess_class_managers.class_id', 'classes_students.class_id')
        .select('classes_students.student_id')
        .where('classes_students.student_id', '=', studentId)
        .where('classess_class_managers.class_manager_id', '=', classManagerId)
        .executeTakeFirst(),
    );
    return row !== undefined;
  }

  async isInSchool(schoolId: number, studentId: number): Promise<boolean> {
    const row = await this.#db.run((db) =>
      db
        .selectFrom('students')
        .select('user_id')
        .where('user_id', '=', studentId)
        .where('school_id', '=', schoolId)
        .executeTakeFirst(),
    );
    return row !== undefined;
  }
}
