import type { Actor, Role } from '../../domain/access/permission-matrix.ts';
import type { Handle } from '../db/database-manager.ts';

interface ActorRow {
  id: number;
  role: Role;
  first_name: string;
  last_name: string;
  locale: string;
  schoolId: number | null;
}

/** People whose account is not disabled, with the school that each of them belongs to. */
export function selectActors(db: Handle) {
  return db
    .selectFrom('users')
    .select(['users.id', 'users.role', 'users.first_name', 'users.last_name', 'users.locale'])
    .select((row) =>
      row.fn
        .coalesce(
          row.selectFrom('students').select('school_id').whereRef('user_id', '=', 'users.id'),
          row.selectFrom('class_managers').select('school_id').whereRef('user_id', '=', 'users.id'),
          row.selectFrom('schools').select('schools.id').whereRef('school_manager_id', '=', 'users.id'),
        )
        .as('schoolId'),
    )
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
    schoolId: row.schoolId,
  };
}
