import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NAMED } from '../../src/data/sample/people/named-people.ts';
import { startTestApp } from '../support/app.ts';
import { type Client, login } from '../support/client.ts';
import { DATABASES } from '../support/databases.ts';
import { raiseAlerts } from './alert-seeds.ts';
import { askForReports, askForReportsAgain } from './ask-reports.ts';
import { compare } from './compare.ts';
import { openRegion } from './open-region.ts';
import { RawRows } from './raw-rows.ts';
import { RECOUNTS } from './recounts.ts';
import { addToRegion } from './seeds.ts';
import { wronglyTold } from './told.ts';

for (const { database, skip } of DATABASES) {
  test(`every number on a page of figures, and in its files, is what the rows come to (${database})`, {
    skip,
  }, async (t) => {
    const db = await openRegion(t, database);
    const app = await startTestApp(t, db);
    const before = await askForReports(app);
    await addToRegion(app);
    await raiseAlerts(app);
    await askForReportsAgain(app);
    const rows = await RawRows.read(db, app.clock.now());
    const clients = new Map<string, Client>();
    const told = new Set<string>();
    for (const { page, who, count, onlyIf } of RECOUNTS) {
      if (onlyIf && !onlyIf(rows)) continue;
      const client = clients.get(who) ?? (await login(app, who, NAMED[who].password));
      clients.set(who, client);
      const pages = count(rows, before);
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
