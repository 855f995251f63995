import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type LimitNode,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  SqliteQueryCompiler,
  type SqliteStatement,
  ValueNode,
} from 'kysely';

const STATEMENTS_KEPT = 500;
/** SQLite copies its log into the file when it has grown by so many pages: those that every answer writes are copied once for many. */
const LOG_PAGES = 4000;
const CHANGES_TABLES = /^\s*(?:create|alter|drop)\b/i;

export interface SqliteSettings {
  /** A path, or ":memory:". */
  file: string;
  /** FULL survives loss of power, NORMAL (the default) and OFF survive kill -9; OFF may leave a broken file where the power goes. */
  synchronous?: 'NORMAL' | 'FULL' | 'OFF';
}

class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Limits stand in the text of a query: SQLite plans one whose limit is a parameter anew each time that it is asked. */
class LiteralLimits extends SqliteQueryCompiler {
  protected override visitLimit({ limit }: LimitNode): void {
    this.append('limit ');
    const literal = ValueNode.is(limit) && typeof limit.value === 'number';
    this.visitNode(literal ? ValueNode.createImmediate(limit.value) : limit);
  }
}

/** A write transaction takes the write lock when it begins, so that it cannot fail in the middle for want of it. */
class ImmediateDriver extends SqliteDriver {
  readonly #onUse: (inUse: boolean) => void;

  constructor(config: SqliteDialectConfig, onUse: (inUse: boolean) => void) {
    super(config);
    this.#onUse = onUse;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    this.#onUse(true);
    return connection;
  }

  override async releaseConnection(): Promise<void> {
    this.#onUse(false);
    await super.releaseConnection();
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk or a failed write has SQLite roll back by itself: that error is the one to hear of, not a second one. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!isOverAlready(error)) throw error;
    }
  }

  override async destroy(): Promise<void> {
    this.#onUse(true);
    await super.destroy();
  }
}

function isOverAlready(error: unknown): boolean {
  return error instanceof Error && /no transaction is active/.test(error.message);
}

/** What came of a statement: what it read, or how many rows it changed and the id of the last row that was ever inserted. */
interface Done<Row> {
  rows: Row[];
  changed: number;
  insertedId: number | null;
}

export class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  #database: SqliteDatabase | undefined;
  #inUse = false;
  #reading = false;

  constructor(open: () => SqliteDatabase) {
    const config = { database: async () => (this.#database = open()) };
    super(config);
    this.#config = config;
  }

  /**
   * The rows of a query, read at once and past the queue for the one connection; null while that is in use, by a transaction
   * for instance, and before it is open. What is read before the process turns to something else is read from one snapshot:
   * taking and leaving the lock for each query would cost as much as a small query does.
   */
  readNow<Row>(sql: string, parameters: readonly unknown[]): Row[] | null {
    if (this.#inUse || this.#database === undefined) return null;
    if (!this.#reading) {
      this.#database.prepare('begin').run([]);
      this.#reading = true;
      setImmediate(() => this.#endReading());
    }
    return this.#database.prepare(sql).all(parameters) as Row[];
  }

  /**
   * Runs a statement on the one connection at once. For whoever has it: inside a transaction that was begun there, past the
   * machinery that finds out whose turn it is.
   */
  runNow<Row>(sql: string, parameters: readonly unknown[]): Done<Row> {
    if (this.#database === undefined) throw new Error('The database is not open.');
    const statement = this.#database.prepare(sql);
    if (statement.reader) return { rows: statement.all(parameters) as Row[], changed: 0, insertedId: null };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { rows: [], changed: Number(changes), insertedId: Number(lastInsertRowid) };
  }

  #endReading(): void {
    if (!this.#reading) return;
    this.#reading = false;
    try {
      this.#database?.prepare('commit').run([]);
    } catch (error) {
      if (!isOverAlready(error)) throw error;
    }
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new LiteralLimits();
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config, (inUse) => {
      this.#endReading();
      this.#inUse = inUse;
    });
  }
}

/** `node:sqlite` takes a Date for named parameters and NaN for NULL: both are mistakes of ours, so they are refused. */
function checked(parameters: readonly unknown[]): readonly SQLInputValue[] {
  if (areValues(parameters)) return parameters;
  const wrong = parameters.find((value) => !isValue(value));
  throw new TypeError(`A ${typeof wrong === 'number' ? 'NaN' : typeof wrong} cannot be a parameter of a query.`);
}

function areValues(parameters: readonly unknown[]): parameters is readonly SQLInputValue[] {
  for (const value of parameters) if (!isValue(value)) return false;
  return true;
}

function isValue(value: unknown): value is SQLInputValue {
  if (typeof value === 'number') return !Number.isNaN(value);
  return value === null || typeof value === 'string' || typeof value === 'bigint' || value instanceof Uint8Array;
}

type Row = Record<string, unknown>;

/** What makes an object of the values of a row: in one step where the names allow it, so that all rows of a query have one shape. */
function rowMaker(names: readonly string[]): (values: readonly unknown[]) => Row {
  if (!names.every((name) => /^[a-z]\w*$/i.test(name))) {
    return (values) => Object.fromEntries(names.map((name, index) => [name, values[index]]));
  }
  const fields = names.map((name, index) => `${name}: values[${index}]`);
  return new Function('values', `return { ${fields.join(', ')} };`) as (values: readonly unknown[]) => Row;
}

/**
 * Rows are read as arrays and made into plain objects here: node:sqlite's own have no prototype, so deep comparison tells them
 * from mysql2's, and copying those costs more than twice as much (docs/decisions/0006-page-cost.md).
 */
function wrap(statement: StatementSync): SqliteStatement {
  const namesNow = () => statement.columns().map(({ name }) => name);
  let columns = namesNow().length;
  let make = rowMaker(namesNow());
  statement.setReturnArrays(true);
  /** Another process may have added a column to a table of which all columns are asked for. */
  const noticeColumns = ({ length }: readonly unknown[]) => {
    if (length === columns) return;
    columns = length;
    make = rowMaker(namesNow());
  };
  return {
    reader: columns > 0,
    all: (parameters) => {
      const rows = statement.all(...checked(parameters)) as unknown[] as (readonly unknown[])[];
      if (rows[0] !== undefined) noticeColumns(rows[0]);
      return rows.map(make);
    },
    run: (parameters) => statement.run(...checked(parameters)),
    *iterate(parameters) {
      for (const values of statement.iterate(...checked(parameters)) as Iterable<unknown> as Iterable<
        readonly unknown[]
      >) {
        noticeColumns(values);
        yield make(values);
      }
    },
  };
}

function open({ file, synchronous = 'NORMAL' }: SqliteSettings): SqliteDatabase {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
  database.exec(`pragma journal_mode = WAL; pragma synchronous = ${synchronous}; pragma temp_store = MEMORY;
    pragma wal_autocheckpoint = ${LOG_PAGES}; pragma secure_delete = on;`);
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = kept.get(sql);
      if (known) return known;
      const statement = wrap(database.prepare(sql));
      // A statement knows the columns of the tables as they were when it was prepared.
      if (kept.size >= STATEMENTS_KEPT || CHANGES_TABLES.test(sql)) kept.clear();
      kept.set(sql, statement);
      return statement;
    },
  };
}

/** SQLite over Node's own `node:sqlite`: WAL, foreign keys on, a write lock from the start of each transaction. */
export function sqliteDialect(settings: SqliteSettings): NodeSqliteDialect {
  return new NodeSqliteDialect(() => open(settings));
}
