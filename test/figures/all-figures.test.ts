import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { NAMED } from '../../src/data/sample/people/named-people.ts';
import { startTestApp } from '../support/app.ts';
import { type Client, login } from '../support/client.ts';
import { copyOfRegion, DATABASES, emptyMysql } from '../support/databases.ts';
import { bringRegion } from '../support/region.ts';
import { compare } from './compare.ts';
import { CLASS_FIGURES, SCHOOL_FIGURES } from './pages/analytics.ts';
import { CHILD, CHILDREN } from './pages/family.ts';
import { OWN_PROGRESS, PROGRESS_OF_CHILDREN } from './pages/progress.ts';
import { COURSES, HISTORY, TODAY } from './pages/pupil.ts';
import { CLASS_QUARTER } from './pages/quarters.ts';
import { REGION_ANALYTICS } from './pages/region-analytics.ts';
import { REGION_SCHOOLS } from './pages/region-schools.ts';
import { SCHOOL, SCHOOL_AI } from './pages/school.ts';
import { SCHOOL_QUARTER } from './pages/school-quarter.ts';
import { ATTENTION_OF_CLASS, ATTENTION_OF_SCHOOL, CLASS, PUPILS_OF_CLASS } from './pages/staff.ts';
import { RawRows } from './raw-rows.ts';
import type { Recount } from './recount.ts';
import { addToRegion } from './seeds.ts';
import { addSchools } from './several-schools.ts';
import { wronglyTold } from './told.ts';

/** Every page whose figures are held against a count of raw rows. */
const RECOUNTS: readonly Recount[] = [
  CLASS_FIGURES,
  SCHOOL_FIGURES,
  OWN_PROGRESS,
  PROGRESS_OF_CHILDREN,
  CLASS_QUARTER,
  TODAY,
  COURSES,
  HISTORY,
  CHILDREN,
  CHILD,
  CLASS,
  ATTENTION_OF_CLASS,
  ATTENTION_OF_SCHOOL,
  PUPILS_OF_CLASS,
  SCHOOL,
  SCHOOL_AI,
  SCHOOL_QUARTER,
  REGION_ANALYTICS,
  REGION_SCHOOLS,
];

/** The sample region with more schools in it, some of them too small to be told of. */
async function openRegion(t: TestContext, database: 'sqlite' | 'mysql'): Promise<DatabaseManager> {
  const file = await copyOfRegion(t);
  const made = new DatabaseManager({ kind: 'sqlite', file, synchronous: 'OFF' });
  await addSchools(made, Date.now());
  if (database === 'sqlite') {
    t.after(() => made.close());
    return made;
  }
  await made.close();
  const settings = await emptyMysql();
  await bringRegion(file, settings);
  const db = new DatabaseManager(settings);
  t.after(() => db.close());
  return db;
}

for (const { database, skip } of DATABASES) {
  test(`every number on a page of figures, and in its files, is what the rows come to (${database})`, {
    skip,
  }, async (t) => {
    const db = await openRegion(t, database);
    const app = await startTestApp(t, db);
    await addToRegion(app);
    const rows = await RawRows.read(db, app.clock.now());
    const clients = new Map<string, Client>();
    const told = new Set<string>();
    for (const { page, who, count } of RECOUNTS) {
      const client = clients.get(who) ?? (await login(app, who, NAMED[who].password));
      clients.set(who, client);
      const pages = count(rows);
      assert.ok(pages.length > 0, `${page}: there is one to look at`);
      for (const one of pages) {
        await t.test(`${one.path} of ${who}`, async () => {
          for (const name of await compare(client, rows, one)) told.add(name);
        });
      }
    }
    for (const table of RECOUNTS.flatMap(({ across }) => across?.(rows) ?? [])) {
      const isTold = table.groups.map(({ name }) => told.has(name));
      assert.deepEqual(wronglyTold(table, isTold), [], 'over several pages');
    }
  });
}
