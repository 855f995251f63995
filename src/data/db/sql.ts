import { CompiledQuery, type Expression, type Insertable, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { DatabaseManager, DialectName, Handle } from './database-manager.ts';
import type { StoredInstant } from './instants.ts';
import type { Tables } from './schema.ts';

/** Did a unique or primary key refuse this row? On both databases. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errno' in error && error.errno === 1062) return true;
  return 'errcode' in error && (error.errcode === 2067 || error.errcode === 1555);
}

/** Was a row refused because what it refers to is not there? On both databases. */
export function isMissingReference(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('errno' in error && error.errno === 1452) || ('errcode' in error && error.errcode === 787);
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

/** The time from one stored instant to another, in ms, as SQL: rounded where the database keeps days. */
export function millisecondsBetween(
  dialect: DialectName,
  from: Expression<StoredInstant | null>,
  to: Expression<StoredInstant | null>,
): RawBuilder<number> {
  return dialect === 'sqlite'
    ? sql<number>`round((julianday(${to}) - julianday(${from})) * 86400000)`
    : sql<number>`timestampdiff(microsecond, ${from}, ${to}) / 1000`;
}

/** Splits rows into groups that fit into one statement of either database. */
export function inChunks<Row>(rows: readonly Row[], size = 500): Row[][] {
  const chunks: Row[][] = [];
  for (let start = 0; start < rows.length; start += size) chunks.push(rows.slice(start, start + size));
  return chunks;
}

/**
 * Inserts rows, or where a row with the same key is there already, overwrites its other columns. `keys` are the columns of the
 * primary key or of one unique key.
 */
export async function upsert<Table extends keyof Tables & string>(
  db: DatabaseManager,
  table: Table,
  keys: (keyof Tables[Table] & string)[],
  rows: Insertable<Tables[Table]>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  if (rows.length === 1) return upsertOne(db, table, keys, first);
  await insertRows(db.handle(), table, rows, overwriting(db.dialect, keys, first));
}

function overwriting(dialect: DialectName, keys: readonly string[], row: object): RawBuilder<unknown> {
  const set = Object.keys(row)
    .filter((column) => !keys.includes(column))
    .map((column) =>
      dialect === 'sqlite'
        ? sql`${sql.ref(column)} = excluded.${sql.ref(column)}`
        : sql`${sql.ref(column)} = values(${sql.ref(column)})`,
    );
  return dialect === 'sqlite'
    ? sql`on conflict (${sql.join(keys.map((key) => sql.ref(key)))}) do update set ${sql.join(set)}`
    : sql`on duplicate key update ${sql.join(set)}`;
}

/** Statements of a single row, by dialect, table, keys and columns: an answer writes eight, and building one costs more than running it. */
const oneRow = new Map<string, string>();

async function upsertOne(db: DatabaseManager, table: string, keys: readonly string[], row: object): Promise<void> {
  const columns = Object.keys(row);
  const key = `${db.dialect} ${table} ${keys} ${columns}`;
  let text = oneRow.get(key);
  if (text === undefined) {
    const names = sql.join(columns.map((column) => sql.ref(column)));
    const values = sql.join(Object.values(row));
    const built = sql`insert into ${sql.table(table)} (${names}) values (${values}) ${overwriting(db.dialect, keys, row)}`;
    text = built.compile(db.handle()).sql;
    oneRow.set(key, text);
  }
  await db.change(CompiledQuery.raw(text, Object.values(row)));
}

/** Inserts rows; one whose key is there already, written a moment ago by somebody else perhaps, stays as it is. */
export async function insertMissing<Table extends keyof Tables & string>(
  db: DatabaseManager,
  table: Table,
  keys: [keyof Tables[Table] & string, ...(keyof Tables[Table] & string)[]],
  rows: Insertable<Tables[Table]>[],
): Promise<void> {
  const [key] = keys;
  const onConflict =
    db.dialect === 'sqlite'
      ? sql`on conflict (${sql.join(keys.map((one) => sql.ref(one)))}) do nothing`
      : sql`on duplicate key update ${sql.ref(key)} = ${sql.ref(key)}`;
  await insertRows(db.handle(), table, rows, onConflict);
}

async function insertRows<Row extends object>(
  handle: Handle,
  table: string,
  rows: readonly Row[],
  onConflict: RawBuilder<unknown>,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (const chunk of inChunks(rows, 200)) {
    const values = chunk.map((row) => sql`(${sql.join(Object.values(row))})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(values)} ${onConflict}`.execute(handle);
  }
}

/**
 * Sets one column of many rows, each to a value of its own, in few statements. `key` is the column that tells the rows apart.
 * A unique column may pass through a state in which two rows have the same value: set it aside first.
 */
export async function setEach<Table extends keyof Tables & string>(
  handle: Handle,
  table: Table,
  [key, column]: [keyof Tables[Table] & string, keyof Tables[Table] & string],
  values: readonly (readonly [number, string | number | null])[],
): Promise<void> {
  for (const chunk of inChunks(values, 250)) {
    const cases = chunk.map(([id, value]) => sql`when ${id} then ${value}`);
    const ids = chunk.map(([id]) => id);
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = case ${sql.ref(key)} ${sql.join(cases, sql` `)} end
      where ${sql.ref(key)} in (${sql.join(ids)})`.execute(handle);
  }
}

/** Adds these counts to the row with this key, or inserts it where it is missing: one statement, right whoever else adds to it. */
export async function addToRow<Table extends keyof Tables & string>(
  db: DatabaseManager,
  table: Table,
  keys: Partial<Insertable<Tables[Table]>>,
  counts: Partial<Insertable<Tables[Table]>>,
): Promise<void> {
  const row = { ...keys, ...counts };
  const added = Object.entries(counts).map(
    ([name, value]) => sql`${sql.ref(name)} = ${sql.table(table)}.${sql.ref(name)} + ${value}`,
  );
  const onConflict =
    db.dialect === 'sqlite'
      ? sql`on conflict (${sql.join(Object.keys(keys).map((key) => sql.ref(key)))}) do update set ${sql.join(added)}`
      : sql`on duplicate key update ${sql.join(added)}`;
  await db.run((handle) => insertRows(handle, table, [row], onConflict));
}
