import { hash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { countAllSessions } from '../../src/data/analytics/session-facts.ts';
import { countAllSittings } from '../../src/data/analytics/test-facts.ts';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { quarterNumbered } from '../../src/domain/evaluation/school-quarter.ts';
import { DAY } from '../../src/shared/instant.ts';
import { TestClock } from '../../test/support/clock.ts';
import { benchApp } from './app.ts';
import { desks } from './desks.ts';
import { history } from './history.ts';
import { people } from './people.ts';
import { HISTORIES, NOW } from './size.ts';

/**
 * The file of a region with so much history, as the program would have written it; the same in every run, and made once for each state
 * of what it is made by and of the migrations: it is kept among the files that may go.
 */
export async function regionFile(name: keyof typeof HISTORIES): Promise<string> {
  const file = join(tmpdir(), 'allamda-bench-figures', `${stateHere()}-${name}.sqlite`);
  if (existsSync(file)) return file;
  mkdirSync(dirname(file), { recursive: true });
  const made = `${file}.${process.pid}`;
  try {
    await fill(made, name);
    renameSync(made, file);
  } finally {
    for (const rest of ['', '-wal', '-shm']) rmSync(`${made}${rest}`, { force: true });
  }
  return file;
}

async function fill(file: string, name: keyof typeof HISTORIES): Promise<void> {
  const of = HISTORIES[name];
  const db = new DatabaseManager({ kind: 'sqlite', file, synchronous: 'OFF' });
  await db.createTables();
  await people(db, of);
  await history(db.handle(), of);
  await desks(db.handle(), of);
  await countAllSessions(db);
  await countAllSittings(db);
  await nightBefore(db);
  await sql`pragma wal_checkpoint(truncate)`.execute(db.handle());
  await db.close();
}

/** The look of the night before raises what is open now, and the quarters that are long over are closed and shown. */
async function nightBefore(db: DatabaseManager): Promise<void> {
  const app = await benchApp(db, new TestClock(NOW - DAY));
  const { attention, quarterClosings } = app.services;
  await attention.lookDue();
  for (const quarter of [1, 2, 3, 4].map((number) => quarterNumbered(2025, number))) {
    const schools = await quarterClosings.schools(quarter);
    for (const { id, studied } of schools) if (studied) await quarterClosings.close(id, quarter);
  }
  await app.worker.runDue();
  await quarterClosings.releaseDue();
  await app.stop(1000);
}

function stateHere(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const own = ['size', 'people', 'history', 'desks', 'fill'].map((name) => join(here, `${name}.ts`));
  const files = [...own, ...globSync(join(here, '../../src/data/migrations/*.ts')).toSorted()];
  return hash('sha256', files.map((file) => readFileSync(file, 'utf8')).join(''), 'hex').slice(0, 16);
}
