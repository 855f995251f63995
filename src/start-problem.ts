import type { Config } from './config.ts';

type Facts = Pick<Config, 'host' | 'port' | 'database'>;

/** Why the start failed, in one line: the setting that it is about, what was read, and what is allowed. */
export function startProblem(error: unknown, facts: Facts): string {
  const message = error instanceof Error ? error.message : String(error);
  const known = listening(error, facts) ?? (facts.database.kind === 'mysql' ? mysql(error, facts.database) : undefined);
  if (known !== undefined) return known;
  if (facts.database.kind === 'sqlite' && fieldOf(error, 'code') === 'ERR_SQLITE_ERROR') {
    return `DB_FILE: read ${JSON.stringify(facts.database.file)}: ${message}; allowed is a whole SQLite file, or none yet, in a folder that can be written to.`;
  }
  if (message.startsWith('corrupted migrations')) {
    return 'The database was migrated by a newer version of this program; start that version.';
  }
  return message;
}

function listening(error: unknown, { host, port }: Facts): string | undefined {
  const code = fieldOf(error, 'code');
  if (code === 'EADDRINUSE') return `PORT: read ${port}, which another program uses; allowed is a free port.`;
  if (code === 'EACCES' && fieldOf(error, 'syscall') === 'listen') {
    return `PORT: read ${port}, which this user may not open; allowed is a port above 1023.`;
  }
  const isHost = code === 'EADDRNOTAVAIL' || (code === 'ENOTFOUND' && fieldOf(error, 'hostname') === host);
  return isHost ? `HOST: read ${JSON.stringify(host)}; allowed is a name or an address of this machine.` : undefined;
}

function mysql(
  error: unknown,
  { host, port, user }: Extract<Facts['database'], { kind: 'mysql' }>,
): string | undefined {
  const code = fieldOf(error, 'code');
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT' || code === 'EHOSTUNREACH') {
    return `DB_HOST: read ${host}:${port}, where no database answers; allowed is a running MySQL or MariaDB.`;
  }
  if (
    code === 'ER_ACCESS_DENIED_ERROR' ||
    code === 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR' ||
    code === 'ER_DBACCESS_DENIED_ERROR'
  ) {
    return `DB_USER: read ${JSON.stringify(user)}, whom ${host}:${port} does not let in; allowed is a user of the database with DB_PASSWORD.`;
  }
  return undefined;
}

function fieldOf(error: unknown, name: 'code' | 'syscall' | 'hostname'): string | undefined {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
