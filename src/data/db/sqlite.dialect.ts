import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';

const STATEMENTS_KEPT = 500;

export interface SqliteSettings {
  /** A path, or ":memory:". */
  file: string;
  /** FULL survives loss of power, NORMAL (the default) survives kill -9. */
  synchronous?: 'NORMAL' | 'FULL';
}

class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** A write transaction takes the write lock when it begins, so that it cannot fail in the middle for want of it. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }
}

/** `node:sqlite` takes a Date for named parameters and NaN for NULL: both are mistakes of ours, so they are refused. */
function checked(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'bigint' || value instanceof Uint8Array)
      return value;
    if (typeof value === 'number' && !Number.isNaN(value)) return value;
    throw new TypeError(`A ${typeof value === 'number' ? 'NaN' : typeof value} cannot be a parameter of a query.`);
  });
}

function wrap(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    // Plain objects, as mysql2 makes them: node:sqlite's have no prototype, and deep comparison tells the two apart.
    all: (parameters) => statement.all(...checked(parameters)).map((row) => ({ ...row })),
    run: (parameters) => statement.run(...checked(parameters)),
    iterate: (parameters) => statement.iterate(...checked(parameters)),
  };
}

function open({ file, synchronous = 'NORMAL' }: SqliteSettings): SqliteDatabase {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
  database.exec(`pragma journal_mode = WAL; pragma synchronous = ${synchronous}; pragma temp_store = MEMORY;`);
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = kept.get(sql);
      if (known) return known;
      const statement = wrap(database.prepare(sql));
      if (kept.size >= STATEMENTS_KEPT) kept.clear();
      kept.set(sql, statement);
      return statement;
    },
  };
}

/** SQLite over Node's own `node:sqlite`: WAL, foreign keys on, a write lock from the start of each transaction. */
export function sqliteDialect(settings: SqliteSettings): SqliteDialect {
  return new NodeSqliteDialect({ database: async () => open(settings) });
}
