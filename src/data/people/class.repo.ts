import type { GradeLevel } from '../../domain/curriculum/curriculum.ts';
import type { DatabaseManager } from '../db/database-manager.ts';

export interface ClassRecord {
  id: number;
  name: string;
  gradeLevel: GradeLevel;
  year: number;
}

export interface ClassMember {
  classId: number;
  studentId: number;
  firstName: string;
  lastName: string;
}

/** Classes, who is in them and who looks after them. */
export class ClassRepo {
  readonly #db: DatabaseManager;

  constructor(db: DatabaseManager) {
    this.#db = db;
  }

  /** The classes of a class manager, the newest year first. */
  async listOfManager(classManagerId: number): Promise<ClassRecord[]> {
    return this.#db.run((db) =>
      db
        .selectFrom('classess_class_managers')
        .innerJoin('classes', 'classes.id', 'classess_class_managers.class_id')
        .select(['classes.id', 'classes.name', 'classes.grade_level as gradeLevel', 'classes.year'])
        .where('classess_class_managers.class_manager_id', '=', classManagerId)
        .orderBy('classes.year', 'desc')
        .orderBy('classes.name')
        .execute(),
    );
  }

  /** The pupils of these classes by name, without those whose account is disabled. */
  async listMembers(classIds: readonly number[]): Promise<ClassMember[]> {
    if (classIds.length === 0) return [];
    return this.#db.run((db) =>
      db
        .selectFrom('classes_students')
        .innerJoin('users', 'users.id', 'classes_students.student_id')
        .select([
          'classes_students.class_id as classId',
          'users.id as studentId',
          'users.first_name as firstName',
          'users.last_name as lastName',
        ])
        .where('classes_students.class_id', 'in', [...classIds])
        .where('users.disabled_at', 'is', null)
        .orderBy('users.first_name')
        .orderBy('users.last_name')
        .orderBy('users.id')
        .execute(),
    );
  }

  /** Names of the class managers of these classes, by class. */
  async managersOf(classIds: readonly number[]): Promise<Map<number, string[]>> {
    const found = new Map<number, string[]>(classIds.map((id) => [id, []]));
    if (classIds.length === 0) return found;
    const rows = await this.#db.run((db) =>
      db
        .selectFrom('classess_class_managers')
        .innerJoin('users', 'users.id', 'classess_class_managers.class_manager_id')
        .select(['classess_class_managers.class_id as classId', 'users.first_name', 'users.last_name'])
        .where('classess_class_managers.class_id', 'in', [...classIds])
        .orderBy('users.last_name')
        .execute(),
    );
    for (const row of rows) found.get(row.classId)?.push(`${row.first_name} ${row.last_name}`);
    return found;
  }
}
