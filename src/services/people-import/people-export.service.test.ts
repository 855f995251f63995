import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TestClock } from '../../../test/support/clock.ts';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { smallDistrict } from '../../../test/support/district/district.ts';
import { everything, importFiles, NOW } from '../../../test/support/district/import.ts';
import { toCsv, toOneRoster } from '../../../test/support/district/write-district.ts';
import { Factory } from '../../../test/support/factory.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { changesNothing } from '../../domain/roster/report.ts';
import { createPeopleExport } from './create-people-import.ts';
import { filesIn } from './roster-files.ts';

async function exported(db: DatabaseManager, schoolId: number, format: 'csv' | 'oneroster') {
  const zip = await createPeopleExport(db, new TestClock(NOW)).exportPeople(schoolId, format, null);
  return filesIn('people.zip', zip);
}

const FORMATS = ['csv', 'oneroster'] as const;

for (const format of FORMATS) {
  databaseTest(
    `what is exported as ${format} changes nothing when it comes in again, though it was made otherwise`,
    async (db) => {
      await importFiles(db, 'oneroster', toOneRoster(smallDistrict()));
      const { id: schoolId } = await db.run((handle) =>
        handle.selectFrom('schools').select('id').where('name', '=', 'Hillside School').executeTakeFirstOrThrow(),
      );
      await db.run(async (handle) => {
        await handle
          .updateTable('parents_students')
          .set({ status: 'blocked' })
          .where('parent_id', '=', (eb) => eb.selectFrom('parents').select((one) => one.fn.min('user_id').as('id')))
          .execute();
        await handle
          .updateTable('users')
          .set({ disabled_at: (await everything(db)).users[0]?.created_at ?? null })
          .where('username', '=', 'omer.levi')
          .execute();
      });
      const before = await everything(db);
      const files = await exported(db, schoolId, format);
      for (const whole of format === 'csv' ? [false, true] : [false]) {
        const report = await importFiles(db, format, {}, { files, schoolId, whole });
        assert.ok(changesNothing(report), JSON.stringify(report));
        assert.equal(report.unchanged, 27);
        assert.deepEqual(await everything(db), before);
      }
    },
  );

  test(`a school moves to another house as ${format}, with everybody in it`, async (t) => {
    const db = await openSqlite(t);
    await importFiles(db, 'csv', toCsv(smallDistrict()));
    const { id: schoolId } = await db.run((handle) =>
      handle.selectFrom('schools').select('id').where('name', '=', 'Hillside School').executeTakeFirstOrThrow(),
    );
    const files = await exported(db, schoolId, format);
    const other = await openSqlite(t);
    const make = new Factory(other);
    await make.region('north');
    await make.school('Hillside School', 'north');
    await importFiles(other, format, {}, { files });
    const { students, links, members, managers } = await everything(other);
    assert.deepEqual([students.length, links.length, members.length, managers.length], [15, 30, 15, 2]);
  });
}

test('no cell of an export begins like a formula, and names of any letters come back', async (t) => {
  const db = await openSqlite(t);
  const make = new Factory(db);
  await make.region('north');
  const schoolId = await make.school('=cmd|calc', 'north');
  const odd = fc.oneof(
    fc.string({ minLength: 1, maxLength: 60 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.constantFrom('=1+1', "'=x", '@me', '-', '+1', 'a;b', '"', "''+"),
  );
  const names = fc.sample(odd, { numRuns: 120, seed: 7 }).map(
    (name) =>
      name
        .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
        .normalize('NFC')
        .trim() || 'x',
  );
  for (const [index, name] of names.entries())
    await make.student(`pupil${index}`, schoolId, { firstName: name, lastName: name });
  for (const format of FORMATS) {
    const files = await exported(db, schoolId, format);
    for (const { name, bytes } of files) {
      assert.doesNotMatch(new TextDecoder().decode(bytes), /(^|,|\n)"?[=+\-@]/, name);
    }
    const report = await importFiles(db, format, {}, { files, schoolId });
    assert.ok(changesNothing(report), JSON.stringify(report.changed.slice(0, 3)));
    assert.equal(report.unchanged, names.length);
  }
});
