import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCounted } from '../../../test/support/count-queries.ts';
import { databaseTest, openSqlite } from '../../../test/support/databases.ts';
import { type District, smallDistrict } from '../../../test/support/district/district.ts';
import { amounts, everything, importFiles } from '../../../test/support/district/import.ts';
import { type Files, toCsv, toOneRoster } from '../../../test/support/district/write-district.ts';
import { Factory } from '../../../test/support/factory.ts';
import { toStored } from '../../data/db/instants.ts';
import { AppError } from '../../domain/errors/app-error.ts';
import { changesNothing, countsOf, type RosterReport } from '../../domain/roster/report.ts';

const FORMATS = {
  'OneRoster 1.1': { format: 'oneroster', write: (district: District) => toOneRoster(district) },
  'OneRoster 1.2': { format: 'oneroster', write: (district: District) => toOneRoster(district, { version: '1.2' }) },
  CSV: { format: 'csv', write: toCsv },
} as const;

const LOADED = {
  schools: 2,
  users: 54,
  students: 30,
  parents: 20,
  class_managers: 4,
  classes: 4,
  classes_students: 30,
  classess_class_managers: 4,
  parents_students: 60,
};

/** The counts that are not nought. */
function happened(report: RosterReport) {
  return Object.fromEntries(
    Object.entries(countsOf(report)).filter(([key, count]) => count > 0 && key !== 'unchanged'),
  );
}

async function refusal(work: Promise<unknown>, code: string): Promise<AppError> {
  const error = await work.then(
    () => assert.fail(`it was not refused with ${code}`),
    (one: unknown) => one,
  );
  assert.ok(error instanceof AppError, String(error));
  assert.equal(error.code, code, error.message);
  return error;
}

for (const [name, { format, write }] of Object.entries(FORMATS)) {
  databaseTest(`a district comes in from ${name}, and a second time nothing changes`, async (db) => {
    const files = write(smallDistrict());
    const first = await importFiles(db, format, files);
    const { external_ids: _, ...rest } = await amounts(db);
    assert.deepEqual(rest, LOADED);
    assert.deepEqual(first.leftOut, []);
    const before = await everything(db);
    const second = await importFiles(db, format, files);
    assert.ok(changesNothing(second), JSON.stringify(happened(second)));
    assert.equal(second.unchanged, 54);
    assert.deepEqual(await everything(db), before);
  });

  databaseTest(`a changed file of ${name} changes exactly what changed`, async (db) => {
    const district = smallDistrict();
    await importFiles(db, format, write(district));
    const [pupil, mate] = district.pupils;
    const [link, ...links] = district.links;
    assert.ok(pupil && mate && link);
    const changed: District = {
      ...district,
      pupils: district.pupils.map((one) => (one === pupil ? { ...one, lastName: 'Levi-Katz' } : one)),
      parents: district.parents.map((one, index) => (index === 5 ? { ...one, phone: '050-0007777' } : one)),
      links,
      members: district.members.map((one) => (one.pupil === mate.id ? { ...one, class: 'CS1a' } : one)),
    };
    const pairs = (table: 'mails' | 'parents_students') =>
      db.run(async (handle) =>
        table === 'mails'
          ? handle.selectFrom('mails').select(['user_id as parent', 'student_id as child']).execute()
          : handle.selectFrom('parents_students').select(['parent_id as parent', 'student_id as child']).execute(),
      );
    const linked = await pairs('parents_students');
    const letter = {
      recipient: 'a@b.example',
      subject: 's',
      body: 'b',
      state: 'waiting' as const,
      created_at: toStored(0),
    };
    const waiting = linked.map(({ parent, child }, i) => ({
      ...letter,
      mail_key: `of:${i}`,
      user_id: parent ?? 0,
      student_id: child,
    }));
    await db.run((handle) => handle.insertInto('mails').values(waiting).execute());
    // A list of links of ours claims to be all of them only where it is said.
    const report = await importFiles(db, format, write(changed), { whole: format === 'csv' });
    assert.deepEqual(happened(report), { changed: 2, moved: 1, unlinked: 1 });
    assert.deepEqual(
      report.changed.map(({ fields }) => fields),
      [
        [{ field: 'last name', before: 'Levi', after: 'Levi-Katz' }],
        [{ field: 'phone', before: '050-001006', after: '050-0007777' }],
      ],
    );
    assert.deepEqual(report.moved, [{ name: `${mate.firstName} ${mate.lastName}`, from: ['9b'], to: ['9a'] }]);
    assert.deepEqual(
      report.unlinked.map(({ child }) => child),
      ['Noa Levi'],
    );
    const inOrder = (all: Awaited<ReturnType<typeof pairs>>) => all.map((one) => JSON.stringify(one)).sort();
    assert.deepEqual(inOrder(await pairs('mails')), inOrder(await pairs('parents_students')));
    assert.equal((await pairs('mails')).length, linked.length - 1, 'what waits for who is no parent any more is gone');
  });

  databaseTest(`whoever is missing in the whole of ${name} is disabled and not deleted`, async (db) => {
    const district = smallDistrict();
    await importFiles(db, format, write(district));
    const without: District = {
      ...district,
      pupils: district.pupils.slice(1),
      links: district.links.filter(({ pupil }) => pupil !== 'P1'),
      members: district.members.filter(({ pupil }) => pupil !== 'P1'),
    };
    const gone = await importFiles(db, format, write(without), { whole: true });
    assert.equal(gone.disabled.length, 1);
    assert.equal(gone.disabled[0]?.username, 'noa.levi');
    assert.equal((await amounts(db)).users, 54);
    const back = await importFiles(db, format, write(district), { whole: true });
    assert.deepEqual(
      back.enabled.map(({ username }) => username),
      ['noa.levi'],
    );
    assert.ok(changesNothing(await importFiles(db, format, write(district), { whole: true })));
  });

  test(`a trial of ${name} says the same as the import and saves nothing`, async (t) => {
    const db = await openSqlite(t);
    const files = write(smallDistrict());
    const { dryRun: tried, ...trial } = await importFiles(db, format, files, { dryRun: true });
    assert.equal(tried, true);
    assert.equal((await amounts(db)).users, 0);
    const { dryRun: done, ...real } = await importFiles(db, format, files);
    assert.equal(done, false);
    assert.deepEqual(real, trial);
  });
}

databaseTest('a delta touches only what it names', async (db) => {
  const district = smallDistrict();
  await importFiles(db, 'oneroster', toOneRoster(district));
  const [first, second] = district.pupils;
  assert.ok(first && second);
  const delta = toOneRoster(
    {
      ...district,
      pupils: [{ ...first, firstName: 'Noga' }],
      parents: [],
      staff: [],
      links: [],
      classes: [],
      members: [],
    },
    { mode: 'delta' },
  );
  assert.deepEqual(happened(await importFiles(db, 'oneroster', delta)), { changed: 1 });
  const users = delta['users.csv'] ?? '';
  const deleted = { ...delta, 'users.csv': users.replace(',active,2026-09-01', ',tobedeleted,2026-09-02') };
  assert.deepEqual(happened(await importFiles(db, 'oneroster', deleted)), { disabled: 1 });
  const stale = await importFiles(db, 'oneroster', delta);
  assert.ok(changesNothing(stale), 'an older line does not bring anybody back');
  assert.match(stale.notes.join(), /older than what was taken before/);
});

databaseTest('a guardian who was blocked stays blocked, whatever the file says', async (db) => {
  const files = toOneRoster(smallDistrict());
  await importFiles(db, 'oneroster', files);
  await db.run((handle) =>
    handle.updateTable('parents_students').set({ status: 'blocked' }).where('parent_id', '>', 0).execute(),
  );
  const report = await importFiles(db, 'oneroster', files);
  assert.ok(changesNothing(report));
  assert.match(report.leftOut[0]?.why ?? '', /blocked here/);
  const verified = await db.run((handle) =>
    handle.selectFrom('parents_students').selectAll().where('status', '=', 'verified').execute(),
  );
  assert.deepEqual(verified, []);
});

test('agents are found on whichever side they stand', async (t) => {
  for (const agents of ['pupils', 'parents'] as const) {
    const db = await openSqlite(t);
    await importFiles(db, 'oneroster', toOneRoster(smallDistrict(), { agents }));
    assert.equal((await amounts(db)).parents_students, 60, agents);
  }
});

databaseTest('a link to a pupil who does not come in is told by its cell, its value and why', async (db) => {
  const district = smallDistrict();
  const whole = toOneRoster(district, { agents: 'parents' });
  const manifest = (whole['manifest.csv'] ?? '').replace('file.orgs,bulk', 'file.orgs,absent');
  const { 'orgs.csv': _, ...rest }: Files = whole;
  const files: Files = { ...rest, 'manifest.csv': manifest };
  const report = await importFiles(db, 'oneroster', files);
  assert.equal(report.added.filter(({ role }) => role === 'parent').length, district.parents.length);
  const rows = (files['users.csv'] ?? '').split('\n');
  for (const { parent, pupil } of district.links) {
    const row = rows.findIndex((line) => line.startsWith(`${parent},`)) + 1;
    const told = report.leftOut.filter(({ place, what }) => place.row === row && what.endsWith(` and ${pupil}`));
    assert.equal(told.length, 1, `${parent} and ${pupil}`);
    assert.deepEqual(told[0]?.place, { file: 'users.csv', row, column: 'agentSourcedIds' });
    assert.match(
      told[0]?.why ?? '',
      /does not come in: their school, “.+”, is not described; allowed is the sourcedId/,
    );
  }
  const [first] = district.links;
  const gone = (whole['users.csv'] ?? '').replace(`${first?.pupil},,`, `${first?.pupil},tobedeleted,`);
  const deleted = await importFiles(db, 'oneroster', { ...whole, 'users.csv': gone });
  const links = deleted.leftOut.filter(({ what }) => what.endsWith(` and ${first?.pupil}`));
  assert.ok(links.length > 0);
  for (const { why } of links) assert.match(why, /does not come in: they are not here, and have left by the file/);
});

databaseTest(
  'it stops where more than half of a school would change, until somebody says that it is right',
  async (db) => {
    const district = smallDistrict();
    await importFiles(db, 'oneroster', toOneRoster(district));
    const before = await everything(db);
    const renamed = toOneRoster({
      ...district,
      pupils: district.pupils.map((one) => ({ ...one, lastName: `${one.lastName}-New` })),
      parents: district.parents.map((one) => ({ ...one, lastName: `${one.lastName}-New` })),
    });
    const error = await refusal(importFiles(db, 'oneroster', renamed), 'large-change');
    assert.match(error.message, /Hillside School: \d+ of 27 people/);
    assert.deepEqual(await everything(db), before);
    const report = await importFiles(db, 'oneroster', renamed, { confirmLargeChange: true });
    assert.deepEqual(happened(report), { changed: 50 });
  },
);

databaseTest('two who may be the same are a question, and the answer counts', async (db) => {
  const make = new Factory(db);
  await make.region('north');
  const schoolId = await make.school('Hillside School', 'north');
  const id = await make.student('noa', schoolId, { firstName: 'Noa', lastName: 'Levi' });
  await db.run((handle) =>
    handle.updateTable('users').set({ date_of_birth: '2011-01-10' }).where('id', '=', id).execute(),
  );
  const files: Files = { 'pupils.csv': 'id,first name,last name,birth date\n7,נועה,לוי,\n8,Noa, LEVI ,10/1/2011\n' };
  const asked = await importFiles(db, 'csv', files, { schoolId });
  assert.deepEqual(
    asked.decisions.map(({ externalId, candidates }) => ({ externalId, candidates })),
    [{ externalId: '8', candidates: [{ id, username: 'noa' }] }],
  );
  assert.deepEqual(
    asked.added.map(({ name }) => name),
    ['נועה לוי'],
  );
  const other = await importFiles(db, 'csv', files, { schoolId, decisions: new Map([['8', 'new']]), dryRun: true });
  assert.equal(other.added.length, 1);
  const same = await importFiles(db, 'csv', files, { schoolId, decisions: new Map([['8', id]]) });
  assert.deepEqual(happened(same), { changed: 1 });
  const later = await importFiles(db, 'csv', files, { schoolId });
  assert.deepEqual(later.decisions, []);
  assert.ok(changesNothing(later));
});

databaseTest('usernames and addresses that others have are not taken from them', async (db) => {
  const make = new Factory(db);
  await make.region('north');
  const schoolId = await make.school('Hillside School', 'north');
  const far = await make.school('Far School', 'north');
  await make.student('dana.levi', far, { firstName: 'Dana', lastName: 'Levi' });
  const id = await db.run((handle) => handle.selectFrom('users').select('id').executeTakeFirstOrThrow());
  await db.run((handle) =>
    handle.updateTable('users').set({ email: 'dana@example.org' }).where('id', '=', id.id).execute(),
  );
  const files: Files = {
    'pupils.csv':
      'id;first name;last name;username;email\n1;Dana;Levi;dana.levi;DANA@example.org\n2;Omer;Levi;o@l;omer@example.org\n',
  };
  const report = await importFiles(db, 'csv', files, { schoolId });
  assert.deepEqual(
    report.added.map(({ username }) => username),
    ['dana.levi2', 'omer.levi'],
  );
  assert.match(
    report.notes.join('\n'),
    /dana\.levi belongs to somebody else.*\n.*dana@example\.org belongs to somebody else/,
  );
  assert.ok(changesNothing(await importFiles(db, 'csv', files, { schoolId })));
});

databaseTest('a file for another school is refused by name, and a file of many touches only the one', async (db) => {
  const make = new Factory(db);
  await make.region('north');
  const mine = await make.school('My School', 'north');
  const error = await refusal(
    importFiles(db, 'oneroster', toOneRoster(smallDistrict()), { schoolId: mine }),
    'bad-people-file',
  );
  assert.match(error.message, /this file is for Hillside School, Harbour School; allowed is a file for My School/);
  const wrong = await refusal(importFiles(db, 'csv', toCsv(smallDistrict()), { schoolId: mine }), 'bad-people-file');
  assert.match(
    wrong.message,
    /pupils\.csv, row 2, column school: read "Hillside School"; allowed is your school, My School/,
  );
  const report = await importFiles(db, 'oneroster', toOneRoster(smallDistrict()), { schoolId: mine, org: 'S1' });
  const { schools, students, parents, class_managers, classes, parents_students } = await amounts(db);
  assert.deepEqual(
    { schools, students, parents, class_managers, classes, parents_students },
    { schools: 1, students: 15, parents: 10, class_managers: 2, classes: 2, parents_students: 30 },
  );
  assert.match(report.notes.join(), /27 people of other schools/);
  assert.ok(
    changesNothing(await importFiles(db, 'oneroster', toOneRoster(smallDistrict()), { schoolId: mine })),
    'its id is known now',
  );
});

databaseTest(
  "a school's own file reaches nobody of another school, whatever ids and usernames it names",
  async (db) => {
    const make = new Factory(db);
    await make.region('north');
    const mine = await make.school('My School', 'north');
    const theirs = await make.school('Their School', 'north');
    await importFiles(
      db,
      'csv',
      { 'pupils.csv': 'id,first name,last name,username\n1,Dana,Levi,dana\n' },
      { schoolId: theirs },
    );
    const before = await everything(db);
    const files: Files = {
      'pupils.csv': 'id,first name,last name,username\n1,Ron,Katz,\n2,Dana,Levi,dana\n',
      'parents.csv': 'id,first name,last name\n9,Eve,Katz\n',
      'links.csv': 'parent,child\n9,dana\n9,1\n',
    };
    const report = await importFiles(db, 'csv', files, { schoolId: mine });
    assert.deepEqual(
      report.added.map(({ username }) => username),
      ['ron.katz', 'dana.levi', 'eve.katz'],
    );
    assert.deepEqual(report.linked, [{ parent: 'Eve Katz', child: 'Ron Katz' }]);
    const after = await everything(db);
    assert.deepEqual(
      after.users.filter(({ id }) => before.users.some((user) => user.id === id)),
      before.users,
    );
    assert.match(report.leftOut.map(({ why }) => why).join(), /nobody in the file or here has the id dana/);
  },
);

databaseTest(
  'links and classes of somebody whose role has no place here say so, and not that nobody knows them',
  async (db) => {
    const files = toOneRoster(smallDistrict());
    const [header = ''] = (files['users.csv'] ?? '').split('\n');
    const line = (said: Record<string, string>) =>
      header
        .split(',')
        .map((title) => said[title.trim()] ?? '')
        .join(',');
    const aide = { sourcedId: 'A1', enabledUser: 'true', orgSourcedIds: 'S1', role: 'aide', username: 'avi' };
    const users = `${files['users.csv']}${line({ ...aide, givenName: 'Avi', familyName: 'Adar', agentSourcedIds: 'P1' })}\n`;
    const enrollments = `${files['enrollments.csv']}E-a,,,CS1a,S1,A1,teacher,,,\n`;
    const { leftOut } = await importFiles(db, 'oneroster', {
      ...files,
      'users.csv': users,
      'enrollments.csv': enrollments,
    });
    const whys = leftOut.map(({ why }) => why);
    assert.match(whys[0] ?? '', /^“aide” is no role here; allowed are student, guardian/);
    assert.deepEqual(whys.slice(1), ['Avi Adar does not come in: “aide” is no role here']);
    const child = (files['users.csv'] ?? '').split('\n').find((row) => row.startsWith('P1,')) ?? '';
    const cells = child.split(',');
    const at = header.split(',').findIndex((title) => title.trim() === 'agentSourcedIds');
    const withAide = cells.map((cell, index) => (index === at ? 'A1' : cell)).join(',');
    const linked = await importFiles(
      db,
      'oneroster',
      { ...files, 'users.csv': users.replace(child, withAide) },
      { dryRun: true },
    );
    assert.deepEqual(
      linked.leftOut.filter(({ what }) => what.includes('link')).map(({ why }) => why),
      ['Avi Adar does not come in: “aide” is no role here'],
    );
  },
);

databaseTest('what fails leaves everything as it was', async (db) => {
  const district = smallDistrict();
  await importFiles(db, 'oneroster', toOneRoster(district));
  const before = await everything(db);
  const files = toOneRoster({
    ...district,
    pupils: district.pupils.map((one, index) => (index === 0 ? { ...one, firstName: 'New' } : one)),
  });
  const broken = {
    ...files,
    'enrollments.csv': `${files['enrollments.csv']}E-x,,,CS1a,S1,P1,pupil,,,\nE-y,,,,S1,P1,student,,1.1,\n`,
  };
  const error = await refusal(importFiles(db, 'oneroster', broken), 'bad-people-file');
  assert.match(error.message, /enrollments\.csv, row 36, column role: read "pupil"; allowed is/);
  assert.match(error.message, /enrollments\.csv, row 37, column classSourcedId: nothing stands there/);
  assert.match(error.message, /enrollments\.csv, row 37, column beginDate: read "1\.1"/);
  assert.deepEqual(await everything(db), before);
});

databaseTest('every import is in the audit log, with what it did', async (db) => {
  await importFiles(db, 'oneroster', toOneRoster(smallDistrict()));
  const entries = await db.run((handle) =>
    handle.selectFrom('audit_log').select(['action', 'school_id', 'details']).execute(),
  );
  assert.equal(entries.length, 2);
  for (const entry of entries) {
    assert.equal(entry.action, 'import people');
    assert.equal(JSON.parse(entry.details).added, 54);
  }
});

test('new people have no password that anything matches', async (t) => {
  const db = await openSqlite(t);
  await importFiles(db, 'csv', toCsv(smallDistrict()));
  const { users } = await everything(db);
  assert.deepEqual([...new Set(users.map((user) => user.password_hash))], ['!']);
});

test('an import asks and writes in bulk: ten times the people cost no ten times the queries', async (t) => {
  const counts: number[] = [];
  for (const pupils of [30, 300]) {
    const { db, count } = await openCounted(t);
    const files = toOneRoster(smallDistrict({ pupils }));
    const load = await count(() => importFiles(db, 'oneroster', files));
    const again = await count(() => importFiles(db, 'oneroster', files));
    counts.push(load, again);
    t.diagnostic(`${pupils} pupils: ${load} queries to load, ${again} to find nothing new`);
  }
  const [small = 0, smallAgain = 0, large = 0, largeAgain = 0] = counts;
  assert.ok(small <= 45 && smallAgain <= 30, `${small}, ${smallAgain}`);
  assert.ok(large <= small + 12 && largeAgain <= smallAgain + 6, `${large}, ${largeAgain}`);
});
