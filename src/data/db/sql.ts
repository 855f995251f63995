import type { SelectQueryBuilder } from 'kysely';
import type { DialectName } from './database-manager.ts';

/** Did a unique or primary key refuse this row? On both databases. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errno' in error && error.errno === 1062) return true;
  return 'errcode' in error && (error.errcode === 2067 || error.errcode === 1555);
}

/** The id of the row that was just inserted, as a number. Throws when the insert made no row. */
export function insertedId(result: { insertId: bigint | undefined }): number {
  if (result.insertId === undefined) throw new Error('The insert gave no id.');
  return Number(result.insertId);
}

/** Locks the rows that are read until the transaction ends; SQLite has the whole database locked already. */
export function locking<DB, TB extends keyof DB, O>(
  dialect: DialectName,
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> {
  return dialect === 'mysql' ? query.forUpdate() : query;
}

/** Splits rows into groups that fit into one statement of either database. */
export function inChunks<Row>(rows: readonly Row[], size = 500): Row[][] {
  const chunks: Row[][] = [];
  for (let start = 0; start < rows.length; start += size) chunks.push(rows.slice(start, start + size));
  return chunks;
}
