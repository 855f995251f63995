import type { ColumnType } from 'kysely';
import type { StoredInstant } from './instants.ts';

/** What a column holds, in words that both databases share; the schema test compares them with what is really there. */
export type ColumnKind = 'id' | 'integer' | 'real' | 'text' | 'instant' | 'bytes';

export interface Column<Type> {
  kind: ColumnKind;
  nullable: boolean;
  /** Never set: carries the TypeScript type of the column. */
  type?: Type;
}

function column<Type>(kind: ColumnKind, nullable = false): Column<Type> {
  return { kind, nullable };
}

/** Made by the database: cannot be changed, may be left out of an insert. */
type Made = ColumnType<number, number | undefined, never>;

export const id = column<Made>('id');
export const integer = column<number>('integer');
/** The database has a value for it where an insert says nothing. */
export const defaulted = column<ColumnType<number, number | undefined, number>>('integer');
/** The same for text. */
export const defaultedText = column<ColumnType<string, string | undefined, string>>('text');
export const real = column<number>('real');
export const text = column<string>('text');
export const instant = column<StoredInstant>('instant');
export const bytes = column<Uint8Array>('bytes');
/** 0 or 1. */
export const flag = column<number>('integer');
/** One of a fixed list of words, kept by a CHECK in the migration. */
export const word = <Word extends string>(): Column<Word> => column<Word>('text');
/** JSON text. The repository that owns the table parses it. */
export const json = column<string>('text');

export const optional = {
  integer: column<number | null>('integer', true),
  real: column<number | null>('real', true),
  text: column<string | null>('text', true),
  instant: column<StoredInstant | null>('instant', true),
  json: column<string | null>('text', true),
  word: <Word extends string>(): Column<Word | null> => column<Word | null>('text', true),
};

export type RowOf<Columns> = { [Name in keyof Columns]: Columns[Name] extends Column<infer Type> ? Type : never };
