import type { Actor, Role } from '../../domain/access/permission-matrix.ts';
import type { Handle } from '../db/database-manager.ts';

interface ActorRow {
  id: number;
  role: Role;
  first_name: string;
  last_name: string;
  locale: string;
  pupilSchool: number | null;
  classManagerSchool: number | null;
  managedSchool: number | null;
}

/** People whose account is not disabled, with the school that each of them belongs to. */
export function selectActors(db: Handle) {
  return db
    .selectFrom('users')
    .leftJoin('students', 'students.user_id', 'users.id')
    .leftJoin('class_managers', 'class_managers.user_id', 'users.id')
    .leftJoin('schools', 'schools.school_manager_id', 'users.id')
    .select([
      'users.id',
      'users.role',
      'users.first_name',
      'users.last_name',
      'users.locale',
      'students.school_id as pupilSchool',
      'class_managers.school_id as classManagerSchool',
      'schools.id as managedSchool',
    ])
    .where('users.disabled_at', 'is', null);
}

/** Makes the domain's actor of a row. */
export function toActor(row: ActorRow): Actor {
  return {
    userId: row.id,
    role: row.role,
    name: `${row.first_name} ${row.last_name}`,
    firstName: row.first_name,
    locale: row.locale,
    schoolId: row.pupilSchool ?? row.classManagerSchool ?? row.managedSchool,
  };
}
