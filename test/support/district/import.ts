import type { DatabaseManager } from '../../../src/data/db/database-manager.ts';
import type { RosterReport } from '../../../src/domain/roster/report.ts';
import { createPeopleImport } from '../../../src/services/people-import/create-people-import.ts';
import type { PeopleImportRequest } from '../../../src/services/people-import/people-import.service.ts';
import { TestClock } from '../clock.ts';
import type { Files } from './write-district.ts';

/** In the middle of a school year. */
export const NOW = Date.UTC(2026, 10, 29, 10);

export function filesOf(files: Files) {
  return Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
}

/** Imports files as the command would, unless said otherwise. */
export function importFiles(
  db: DatabaseManager,
  format: PeopleImportRequest['format'],
  files: Files,
  more: Partial<PeopleImportRequest> = {},
): Promise<RosterReport> {
  return createPeopleImport(db, new TestClock(NOW)).importPeople({
    source: 'tests',
    files: filesOf(files),
    format,
    schoolId: null,
    org: null,
    region: null,
    whole: false,
    decisions: new Map(),
    confirmLargeChange: false,
    dryRun: false,
    fingerprint: null,
    actorId: null,
    ...more,
  });
}

/** How many rows the tables of people hold. */
export async function amounts(db: DatabaseManager) {
  const tables = [
    'schools',
    'users',
    'students',
    'parents',
    'class_managers',
    'classes',
    'classes_students',
    'classess_class_managers',
    'parents_students',
    'external_ids',
  ] as const;
  const found: Record<string, number> = {};
  for (const table of tables) {
    const row = await db.run((handle) =>
      handle
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow(),
    );
    found[table] = Number(row.rows);
  }
  return found;
}

/** Every row of the tables of people, to hold two states of the database against each other. */
export async function everything(db: DatabaseManager) {
  return db.run(async (handle) => ({
    users: await handle.selectFrom('users').selectAll().orderBy('id').execute(),
    phones: await handle.selectFrom('phones').selectAll().orderBy('user_id').orderBy('number').execute(),
    students: await handle.selectFrom('students').selectAll().orderBy('user_id').execute(),
    parents: await handle.selectFrom('parents').selectAll().orderBy('user_id').execute(),
    staff: await handle.selectFrom('class_managers').selectAll().orderBy('user_id').execute(),
    classes: await handle.selectFrom('classes').selectAll().orderBy('id').execute(),
    members: await handle
      .selectFrom('classes_students')
      .selectAll()
      .orderBy('class_id')
      .orderBy('student_id')
      .execute(),
    managers: await handle
      .selectFrom('classess_class_managers')
      .selectAll()
      .orderBy('class_id')
      .orderBy('class_manager_id')
      .execute(),
    links: await handle.selectFrom('parents_students').selectAll().orderBy('parent_id').orderBy('student_id').execute(),
  }));
}
