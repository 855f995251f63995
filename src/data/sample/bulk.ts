import { CompiledQuery, type Insertable, sql } from 'kysely';
import type { Handle } from '../db/database-manager.ts';
import type { Tables } from '../db/schema.ts';
import { inChunks } from '../db/sql.ts';

/** Below the most parameters that one statement of either database takes (SQLite 32,766). */
const MOST_PARAMETERS = 12_000;

/**
 * Inserts many rows with few statements. Every row has the same columns. The statement is put together once and goes past the
 * query builder, which would take longer over a row than the database does.
 */
export async function insertAll<Table extends keyof Tables & string>(
  handle: Handle,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const place = `(${columns.map(() => '?').join(', ')})`;
  const head = `insert into \`${table}\` (${columns.map((column) => `\`${column}\``).join(', ')}) values `;
  for (const chunk of inChunks(rows, Math.max(1, Math.floor(MOST_PARAMETERS / columns.length)))) {
    const values = chunk.flatMap((row) => valuesOf(table, row, columns));
    await handle.executeQuery(CompiledQuery.raw(head + chunk.map(() => place).join(', '), values));
  }
}

function valuesOf(table: string, row: object, columns: readonly string[]): unknown[] {
  if (Object.keys(row).length !== columns.length) throw new Error(`Rows of ${table} differ in their columns.`);
  return columns.map((column) => {
    const value: unknown = Reflect.get(row, column);
    if (value === undefined) throw new Error(`A row of ${table} lacks ${column}.`);
    return value;
  });
}

type Numbered = { [Table in keyof Tables]: Tables[Table] extends { id: unknown } ? Table : never }[keyof Tables];

/** The id that the next row of a table may get. */
export async function nextId(handle: Handle, table: Exclude<Numbered, 'web_sessions'>): Promise<number> {
  const { rows } = await sql<{
    next: number;
  }>`select coalesce(max(id), 0) + 1 as next from ${sql.table(table)}`.execute(handle);
  return Number(rows[0]?.next ?? 1);
}
