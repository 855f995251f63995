import { CompiledQuery, MysqlDialect } from 'kysely';
import type { PoolOptions } from 'mysql2';

export interface MysqlSettings {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  /** Connections kept, 10 when absent. */
  pool?: number;
  /** PEM text of the certificate authority; with it the connection is encrypted and checked. */
  sslCa?: string;
}

/** How a connection is made: the same for all, so that all read alike. */
export function connection(settings: MysqlSettings): PoolOptions {
  return {
    host: settings.host,
    port: settings.port,
    user: settings.user,
    password: settings.password,
    timezone: 'Z',
    dateStrings: true,
    decimalNumbers: true,
    jsonStrings: true,
    charset: 'utf8mb4_bin',
    connectTimeout: 5000,
    ...(settings.sslCa === undefined ? {} : { ssl: { ca: settings.sslCa } }),
  };
}

/** The driver is loaded only where it is needed: without it the program starts sooner. */
async function openPool(settings: MysqlSettings) {
  const { createPool } = await import('mysql2');
  return createPool({
    ...connection(settings),
    database: settings.database,
    connectionLimit: settings.pool ?? 10,
    queueLimit: 1000,
    enableKeepAlive: true,
  });
}

/** MySQL 8 or MariaDB 10.11 and later, at READ COMMITTED: the loser of a compare-and-set sees what the winner wrote. */
export function mysqlDialect(settings: MysqlSettings): MysqlDialect {
  return new MysqlDialect({
    pool: () => openPool(settings),
    onCreateConnection: async (made) => {
      await made.executeQuery(CompiledQuery.raw('set session transaction isolation level read committed'));
      await made.executeQuery(CompiledQuery.raw("set session sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'"));
    },
  });
}

/** Creates the database when it is missing; a user who may not do that gets the server's own refusal. */
export async function createMysqlDatabase(settings: MysqlSettings): Promise<void> {
  const { createConnection } = await import('mysql2/promise');
  const server = await createConnection(connection(settings));
  try {
    await server.query(
      `create database if not exists ${server.escapeId(settings.database)} character set utf8mb4 collate utf8mb4_bin`,
    );
  } finally {
    await server.end();
  }
}
