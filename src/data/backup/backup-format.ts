/** What the first line of a backup says. */
export interface BackupHeader {
  format: 'allamda backup';
  version: 1;
  made: string;
  from: 'sqlite' | 'mysql';
  /** Every migration that the database had; a program that does not know one of them is too old for it. */
  migrations: string[];
}

/** Begins a table: the lines after it are its rows, each a list in this order. */
export interface BackupTable {
  table: string;
  columns: string[];
}

/** The last line: how many rows each table has, and the hash of every line before. */
export interface BackupEnd {
  end: Record<string, number>;
  sha256: string;
}

/** Bytes stand in a row as an object, everything else as it is. */
export function toJson(row: readonly unknown[]): string {
  return JSON.stringify(row.map((value) => (value instanceof Uint8Array ? { b: base64(value) } : value)));
}

export function fromJson(values: readonly unknown[]): unknown[] {
  return values.map((value) => (isBytes(value) ? Buffer.from(value.b, 'base64') : value));
}

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
const isBytes = (value: unknown): value is { b: string } =>
  typeof value === 'object' && value !== null && 'b' in value && typeof value.b === 'string';
