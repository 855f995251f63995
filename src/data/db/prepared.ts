import type { CompiledQuery } from 'kysely';
import type { Change, DatabaseManager, DialectName, Handle } from './database-manager.ts';

type Value = string | number | null;
/** A list is for `in`: the query is compiled once for each length. */
type Values = Record<string, Value | readonly Value[]>;

/** Stands for a value that comes with each call. */
class Slot {
  readonly name: string;
  /** In a list. */
  readonly place: number | null;

  constructor(name: string, place: number | null = null) {
    this.name = name;
    this.place = place;
  }
}

/** A query that is built and compiled once for each kind of database; each call only fills in its values. */
export interface Prepared<Args, Row> {
  all(db: DatabaseManager, args: Args): Promise<Row[]>;
  first(db: DatabaseManager, args: Args): Promise<Row | undefined>;
}

type Build<Args, Row> = (db: Handle, args: Args, dialect: DialectName) => { compile(): CompiledQuery<Row> };

/**
 * For queries that every page or every answer makes: building and compiling one costs more than asking SQLite for a few rows
 * (docs/decisions/0006-page-cost.md). `build` runs once, with stand-ins instead of values: it may only hand each of them on to
 * the query, neither look at it nor reckon with it.
 */
export function prepared<Args extends Values, Row>(build: Build<Args, Row>): Prepared<Args, Row> {
  const compiled = compiledOnce(build);
  const all = (db: DatabaseManager, args: Args): Promise<Row[]> => {
    const query = compiled(db, args);
    return db.rows(query, filled(query.parameters, args));
  };
  return { all, first: async (db, args) => (await all(db, args))[0] };
}

/** The same for a statement that changes rows. */
export function preparedChange<Args extends Values>(
  build: Build<Args, unknown>,
): (db: DatabaseManager, args: Args) => Promise<Change> {
  const compiled = compiledOnce(build);
  return (db, args) => {
    const query = compiled(db, args);
    return db.change(query, filled(query.parameters, args));
  };
}

function compiledOnce<Args extends Values, Row>(build: Build<Args, Row>) {
  const compiled = new Map<string, CompiledQuery<Row>>();
  return (db: DatabaseManager, args: Args): CompiledQuery<Row> => {
    const key = db.dialect + lengthsOf(args);
    let query = compiled.get(key);
    if (!query) {
      query = build(db.handle(), slotsFor(args), db.dialect).compile();
      compiled.set(key, query);
    }
    return query;
  };
}

function lengthsOf(args: Values): string {
  let lengths = '';
  for (const name in args) {
    const value = args[name];
    if (typeof value === 'object' && value !== null) lengths += ` ${value.length}`;
  }
  return lengths;
}

function filled(parameters: readonly unknown[], args: Values): unknown[] {
  const values: unknown[] = [];
  for (const value of parameters) values.push(value instanceof Slot ? slotValue(value, args) : value);
  return values;
}

function slotValue({ name, place }: Slot, args: Values): unknown {
  const value = args[name];
  return place === null ? value : (value as readonly Value[])[place];
}

function slotsFor<Args extends Values>(args: Args): Args {
  const slots: object = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? value.map((_, place) => new Slot(name, place)) : new Slot(name),
    ]),
  );
  return slots as Args;
}
