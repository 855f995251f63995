import type { CompiledQuery } from 'kysely';
import type { DatabaseManager, DialectName, Handle } from './database-manager.ts';

type Value = string | number | null;

/** Stands for a value that comes with each call. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A query that is built and compiled once for each kind of database; each call only fills in its values. */
export interface Prepared<Args, Row> {
  all(db: DatabaseManager, args: Args): Promise<Row[]>;
  first(db: DatabaseManager, args: Args): Promise<Row | undefined>;
}

/**
 * For queries that every page makes: building and compiling one costs more than asking SQLite for a few rows
 * (docs/decisions/0006-page-cost.md). `build` runs once, with stand-ins instead of values: it may only hand each of them on to
 * the query, neither look at it nor reckon with it.
 */
export function prepared<Args extends Record<string, Value>, Row>(
  build: (db: Handle, args: Args, dialect: DialectName) => { compile(): CompiledQuery<Row> },
): Prepared<Args, Row> {
  const compiled = new Map<DialectName, CompiledQuery<Row>>();
  const all = (db: DatabaseManager, args: Args): Promise<Row[]> => {
    let query = compiled.get(db.dialect);
    if (!query) {
      query = build(db.handle(), slotsFor(args), db.dialect).compile();
      compiled.set(db.dialect, query);
    }
    return db.rows(query, filled(query.parameters, args));
  };
  return { all, first: async (db, args) => (await all(db, args))[0] };
}

function filled(parameters: readonly unknown[], args: Record<string, Value>): unknown[] {
  const values: unknown[] = [];
  for (const value of parameters) values.push(value instanceof Slot ? args[value.name] : value);
  return values;
}

function slotsFor<Args extends object>(args: Args): Args {
  const slots: object = Object.fromEntries(Object.keys(args).map((name) => [name, new Slot(name)]));
  return slots as Args;
}
