import assert from 'node:assert/strict';
import { buildWorkbench } from '../../src/app.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import { changesNothing, countsOf } from '../../src/domain/roster/report.ts';
import { databaseTest } from '../support/databases.ts';
import { type District, smallDistrict } from '../support/district/district.ts';
import { readEdFi } from '../support/district/ed-fi.ts';
import { amounts, importFiles } from '../support/district/import.ts';
import { toCsv, toOneRoster } from '../support/district/write-district.ts';
import { sharedData } from '../support/shared-data.ts';

const SECOND = 1000;
const edFi = sharedData('people/edfi');
const config = {
  secretKey: 'a secret of the tests, and of nothing else',
  trustProxy: false,
  logLevel: 'silent',
  remoteModel: null,
  production: false,
} as const;

/** Every parent of the district and the file's ids of the children whom the pages show them. */
async function whomParentsSee(db: DatabaseManager, format: 'csv' | 'oneroster') {
  const { services } = buildWorkbench({ config, db });
  const rows = await db.run((handle) =>
    handle
      .selectFrom('external_ids')
      .innerJoin('users', 'users.id', 'user_id')
      .select(['external_id', 'user_id', 'role'])
      .where('source', '=', format)
      .where('kind', '=', 'user')
      .execute(),
  );
  const idOf = new Map(rows.map((row) => [row.user_id, row.external_id]));
  const seen = new Map<string, string[]>();
  for (const { external_id, user_id, role } of rows) {
    if (role !== 'parent' || user_id === null) continue;
    const actor = { userId: user_id, role: 'parent', name: '', firstName: '', locale: 'en', schoolId: null } as const;
    const children = await services.family.children(actor);
    seen.set(external_id, children.map(({ id }) => idOf.get(id) ?? '?').sort());
  }
  return seen;
}

function whomTheyShouldSee(district: District) {
  const children = Map.groupBy(district.links, ({ parent }) => parent);
  return new Map(district.parents.map(({ id }) => [id, (children.get(id) ?? []).map(({ pupil }) => pupil).sort()]));
}

const DISTRICTS = {
  'a district of our own making': { skip: false as const, read: () => smallDistrict({ pupils: 90 }), sizes: null },
  'the Ed-Fi district': {
    skip: edFi.skip,
    read: () => readEdFi(edFi.path),
    sizes: { pupils: 960, parents: 1873, links: 1872 },
  },
};
const FORMATS = { oneroster: toOneRoster, csv: toCsv };

for (const [name, { skip, read, sizes }] of Object.entries(DISTRICTS)) {
  for (const format of ['oneroster', 'csv'] as const) {
    databaseTest(
      `${name} loads from ${format}, each parent sees exactly their children, and again nothing changes`,
      async (db, t) => {
        if (skip) return t.skip(skip);
        const district = read();
        const { pupils, parents: contacts, links: all } = district;
        if (sizes) assert.deepEqual({ pupils: pupils.length, parents: contacts.length, links: all.length }, sizes);
        const files = FORMATS[format](district);
        const began = performance.now();
        await importFiles(db, format, files);
        const took = performance.now() - began;
        t.diagnostic(
          `${district.pupils.length + district.parents.length} pupils and parents in ${(took / SECOND).toFixed(1)} s`,
        );
        const { students, parents, parents_students, class_managers, classes } = await amounts(db);
        assert.deepEqual(
          { students, parents, parents_students, class_managers, classes },
          {
            students: district.pupils.length,
            parents: district.parents.length,
            parents_students: district.links.length,
            class_managers: district.staff.length,
            classes: district.classes.length,
          },
        );
        assert.deepEqual(await whomParentsSee(db, format), whomTheyShouldSee(district));
        assert.ok(changesNothing(await importFiles(db, format, files)), 'a second load changes nothing');

        const [pupil] = district.pupils;
        assert.ok(pupil);
        const links = district.links.filter((link) => link.pupil !== pupil.id);
        const renamed = district.pupils.map((one) => (one === pupil ? { ...one, firstName: 'Renamed' } : one));
        const changed = { ...district, pupils: renamed, links };
        const report = await importFiles(db, format, FORMATS[format](changed), { whole: format === 'csv' });
        const { added, changed: people, unlinked, linked, disabled, moved } = countsOf(report);
        assert.deepEqual(
          { added, people, unlinked, linked, disabled, moved },
          { added: 0, people: 1, unlinked: district.links.length - links.length, linked: 0, disabled: 0, moved: 0 },
        );
        assert.deepEqual(await whomParentsSee(db, format), whomTheyShouldSee(changed));
      },
    );
  }
}
