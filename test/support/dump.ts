import { sql } from 'kysely';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { TABLES } from '../../src/data/db/schema.ts';

/** Everything in a database as text, by table; bytes as the text that they are. */
export async function dumpOf(db: DatabaseManager): Promise<[table: string, text: string][]> {
  const dump: [string, string][] = [];
  for (const table of Object.keys(TABLES)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db.handle());
    const text = JSON.stringify(rows, (_, value: unknown) =>
      isBytes(value) ? Buffer.from(bytesOf(value)).toString('latin1') : value,
    );
    // JSON that stands in a column is read like the row that it stands in.
    dump.push([table, text.replaceAll('\\"', '"')]);
  }
  return dump;
}

type Bytes = Uint8Array | { type: 'Buffer'; data: number[] };
const isBytes = (value: unknown): value is Bytes =>
  value instanceof Uint8Array ||
  (typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value);
const bytesOf = (value: Bytes): Uint8Array => (value instanceof Uint8Array ? value : Uint8Array.from(value.data));
