import { addColumn, createIndex } from '../db/ddl.ts';
import type { MigrationBody } from '../db/migrator.ts';

/** How far retention has come with what pupils wrote in tests: which sittings it has been through, and which answers it took away. */
export const up: MigrationBody = async (db, dialect) => {
  await addColumn(db, dialect, 'tests_students', { name: 'words_removed_at', type: '{instant}' });
  await addColumn(db, dialect, 'test_answers', { name: 'removed_at', type: '{instant}' });
  await createIndex(db, dialect, 'ix_tests_students_words', 'tests_students (words_removed_at, begun_at)');
};
