import { AsyncLocalStorage } from 'node:async_hooks';
import { type CompiledQuery, Kysely, type LogEvent, sql } from 'kysely';
import type { SampleOptions, SampleResult } from '../sample/populate.ts';
import { guardAuditLog, missingAuditTriggers } from './audit-triggers.ts';
import { hasTable } from './ddl.ts';
import { createMigrator, type MigrationStatus, migrationNames } from './migrator.ts';
import { createMysqlDatabase, type MysqlSettings, mysqlDialect } from './mysql.dialect.ts';
import { TABLES, type Tables } from './schema.ts';
import { NodeSqliteDialect, type SqliteSettings, sqliteDialect } from './sqlite.dialect.ts';

export type DialectName = 'sqlite' | 'mysql';
export type DatabaseSettings = ({ kind: 'sqlite' } & SqliteSettings) | ({ kind: 'mysql' } & MysqlSettings);

/** A handle for queries: the database, or the transaction that is under way. */
export type Handle = Kysely<Tables>;

/** What a statement that changes rows did. */
export interface Change {
  /** Rows that it found to change. */
  changed: number;
  /** The id of the row that an insert made; after anything else it says nothing. */
  insertedId: number;
}

interface Ambient {
  manager: DatabaseManager;
  handle: Handle;
  /** Committed or rolled back, or about to be: its connection is somebody else's next. */
  over: boolean;
  /** Work that must wait until the transaction is committed. */
  afterCommit: (() => void)[];
}

const ambient = new AsyncLocalStorage<Ambient>();

/**
 * Opens one database and keeps the current handle: repositories ask `handle()` for it, and inside `tx` they get the
 * transaction without being told (the specification's session context and transaction decorator).
 */
export class DatabaseManager {
  readonly dialect: DialectName;
  readonly #settings: DatabaseSettings;
  readonly #kysely: Kysely<Tables>;
  /** A restore goes on here. */
  #restores = false;
  /** SQLite, which answers at once. */
  readonly #now: NodeSqliteDialect | undefined;

  constructor(settings: DatabaseSettings, onQuery?: (event: LogEvent) => void) {
    this.#settings = settings;
    this.dialect = settings.kind;
    const dialect = settings.kind === 'sqlite' ? sqliteDialect(settings) : mysqlDialect(settings);
    this.#kysely = new Kysely<Tables>({ dialect, ...(onQuery ? { log: onQuery } : {}) });
    // Whoever wants to be told of queries is told by Kysely.
    if (dialect instanceof NodeSqliteDialect && !onQuery) this.#now = dialect;
  }

  /** The transaction that is under way here, or the database itself. */
  handle(): Handle {
    return this.#current()?.handle ?? this.#kysely;
  }

  /** Runs queries, in the transaction that is under way or each by itself. */
  async run<Result>(work: (db: Handle) => Promise<Result>): Promise<Result> {
    return work(this.handle());
  }

  /**
   * The rows of a query that reads, with these parameters, in the transaction that is under way or by itself. SQLite answers at
   * once, and is asked past the queue where nobody uses the connection.
   */
  async rows<Row>(query: CompiledQuery<Row>, parameters: readonly unknown[] = query.parameters): Promise<Row[]> {
    const rows = this.#current()
      ? this.#now?.runNow<Row>(query.sql, parameters).rows
      : this.#now?.readNow<Row>(query.sql, parameters);
    return rows ?? (await this.handle().executeQuery<Row>({ ...query, parameters })).rows;
  }

  /** Runs a statement that changes rows, with these parameters, in the transaction that is under way or by itself. */
  async change(query: CompiledQuery, parameters: readonly unknown[] = query.parameters): Promise<Change> {
    if (this.#now && this.#current()) {
      const { changed, insertedId } = this.#now.runNow(query.sql, parameters);
      return { changed, insertedId: insertedId ?? Number.NaN };
    }
    const { numAffectedRows = 0n, insertId } = await this.handle().executeQuery({ ...query, parameters });
    return { changed: Number(numAffectedRows), insertedId: Number(insertId ?? Number.NaN) };
  }

  /** The transaction of this database that whoever asks is in. Work that comes after its end is in none: it runs by itself. */
  #current(): Ambient | undefined {
    const current = ambient.getStore();
    return current?.manager === this && !current.over ? current : undefined;
  }

  /**
   * Runs work in one transaction: all of it or nothing. A transaction inside another joins it. Never wait for a model, a file
   * or the network inside. On MySQL a deadlock, a lock timeout and a row that refers to what got another name meanwhile are tried
   * again, four times, each after a pause by chance: whoever tries again at once meets the same again.
   */
  async tx<Result>(work: (db: Handle) => Promise<Result>): Promise<Result> {
    const current = this.#current();
    if (current) return work(current.handle);
    for (let tries = 1; ; tries += 1) {
      const afterCommit: (() => void)[] = [];
      try {
        const result = await this.#kysely.transaction().execute(async (handle) => {
          const inside: Ambient = { manager: this, handle, over: false, afterCommit };
          try {
            return await ambient.run(inside, () => work(handle));
          } finally {
            inside.over = true;
          }
        });
        for (const announce of afterCommit) announce();
        return result;
      } catch (error) {
        if (tries >= MOST_TRIES || !isOvertaken(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * tries * LONGEST_PAUSE));
      }
    }
  }

  /** Calls back once the transaction under way is committed; at once where there is none; never when it is rolled back. */
  afterCommit(announce: () => void): void {
    const current = this.#current();
    if (current) current.afterCommit.push(announce);
    else announce();
  }

  /**
   * Brings the schema up to date, or to what it was after a migration, creating the database first where that is needed. Throws what the
   * failed migration threw.
   */
  async createTables(upTo?: string): Promise<string[]> {
    if (this.#settings.kind === 'mysql') await createMysqlDatabase(this.#settings);
    if (!this.#restores && (await this.isRestoreUnfinished())) throw new Error(UNFINISHED);
    const { error, results } = await this.#migrate(upTo);
    if (error) throw error;
    // Whoever has the right by now makes what was refused when the database was made.
    if (upTo === undefined && (await this.missingAuditTriggers()).length > 0) {
      await guardAuditLog(this.#kysely, this.dialect);
    }
    return (results ?? []).map((result) => result.migrationName);
  }

  /**
   * Fills the database with the people, courses and history of the sample region; see `populateSampleData` in data/sample. All of the
   * region is made by `populateSampleRegion`. Loaded only where it is used.
   */
  async populateSampleData(options: SampleOptions = {}): Promise<SampleResult> {
    const { populateSampleData } = await import('../sample/populate.ts');
    return populateSampleData(this, options);
  }

  #migrate(upTo: string | undefined) {
    const migrator = createMigrator(this.#kysely, this.dialect);
    return upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo);
  }

  /** What keeps the audit log from being changed and is not there. */
  async missingAuditTriggers(): Promise<string[]> {
    return missingAuditTriggers(this.#kysely, this.dialect);
  }

  /** Every migration of this program, done here or not. */
  async knownMigrations(): Promise<string[]> {
    return migrationNames();
  }

  /** Whether a restore into this database broke off: what is in it is not to be used. */
  async isRestoreUnfinished(): Promise<boolean> {
    return this.dialect === 'mysql' && (await hasTable(this.#kysely, this.dialect, UNDER_WAY));
  }

  /** Empties a MySQL database for a restore, and marks it until that is finished. This manager alone may use it meanwhile. */
  async beginRestore(): Promise<void> {
    if (this.#settings.kind === 'mysql') await createMysqlDatabase(this.#settings);
    await sql`create table if not exists ${sql.table(UNDER_WAY)} (id integer)`.execute(this.#kysely);
    this.#restores = true;
    await this.dropTables(UNDER_WAY);
  }

  async finishRestore(): Promise<void> {
    await sql`drop table ${sql.table(UNDER_WAY)}`.execute(this.#kysely);
    this.#restores = false;
  }

  /** Empties a MySQL database of its tables, whatever refers to what. */
  async dropTables(but?: string): Promise<void> {
    if (this.#settings.kind === 'mysql') await createMysqlDatabase(this.#settings);
    await this.#kysely.connection().execute(async (db) => {
      const { rows } = await sql<Record<string, string>>`show tables`.execute(db);
      await sql`set foreign_key_checks = 0`.execute(db);
      for (const name of rows.flatMap((row) => Object.values(row))) {
        if (name !== but) await sql`drop table ${sql.table(name)}`.execute(db);
      }
      await sql`set foreign_key_checks = 1`.execute(db);
    });
  }

  /** Writes all that is in the database into one file; see `writeBackup`. Loaded only where it is used. */
  async backUp(path: string, now: number) {
    const { writeBackup } = await import('../backup/write-backup.ts');
    return writeBackup(this.#settings, path, now);
  }

  async migrationStatus(): Promise<MigrationStatus> {
    const all = await createMigrator(this.#kysely, this.dialect).getMigrations();
    return {
      applied: all.filter((migration) => migration.executedAt).map((migration) => migration.name),
      pending: all.filter((migration) => !migration.executedAt).map((migration) => migration.name),
    };
  }

  /** What is broken in a migrated database: tables that are gone, and on SQLite what its own check finds. Reads all of it. */
  async listFaults(): Promise<string[]> {
    const there = new Set((await this.#kysely.introspection.getTables()).map(({ name }) => name));
    const gone = Object.keys(TABLES).filter((name) => !there.has(name));
    const missing = gone.length === 0 ? [] : [`tables are missing: ${gone.join(', ')}`];
    if (this.dialect !== 'sqlite') return missing;
    const { rows } = await sql<{ quick_check: string }>`pragma quick_check(5)`.execute(this.#kysely);
    return [...missing, ...rows.map((row) => row.quick_check).filter((found) => found !== 'ok')];
  }

  /**
   * Writes the file anew without what was removed from it: bytes of rows that are gone stay in their places otherwise. Only SQLite has
   * a file of its own, and one that is not too large for it; others overwrite such places by and by.
   */
  async compact(): Promise<void> {
    if (this.dialect !== 'sqlite') return;
    const { rows } = await sql<{ bytes: number }>`select page_count * page_size as bytes
      from pragma_page_count(), pragma_page_size()`.execute(this.#kysely);
    // Nobody else gets an answer meanwhile: a large file stays as long as it is. Deleted bytes are overwritten in it all the same.
    if ((rows[0]?.bytes ?? 0) <= LARGEST_COMPACTED) await sql`vacuum`.execute(this.#kysely);
    await sql`pragma wal_checkpoint(truncate)`.execute(this.#kysely);
  }

  /** Answers when the database does; throws when it does not. */
  async ping(): Promise<void> {
    await sql`select 1`.execute(this.#kysely);
  }

  async close(): Promise<void> {
    await this.#kysely.destroy();
  }
}

/** Is there while a restore goes on, or after one broke off. */
const UNDER_WAY = 'restore_under_way';
const UNFINISHED = 'A restore into this database broke off, so it is not whole: please run `allamda restore` again.';

/** A file of this size is written anew in about three seconds. */
const LARGEST_COMPACTED = 512 * 1024 * 1024;

/** How often a transaction is begun, and what is waited at most before the second time, in ms. */
const MOST_TRIES = 5;
const LONGEST_PAUSE = 10;

/**
 * Deadlock (1213), lock wait timeout (1205), and a reference that is gone (1452): what the transaction had read is not so any
 * more. It was rolled back and may be tried again.
 */
const OVERTAKEN: readonly unknown[] = [1213, 1205, 1452];

function isOvertaken(error: unknown): boolean {
  return error instanceof Error && 'errno' in error && OVERTAKEN.includes(error.errno);
}
