import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { AuditRepo } from '../../data/people/audit.repo.ts';
import { DAY } from '../../shared/instant.ts';

databaseTest(
  'whoever of the staff opens a page of a pupil is written down once a day, and the pupil and parents see it',
  async (db, t) => {
    const flagged = new Set<string>();
    const shown = new Set<string>();
    const app = await startTestApp(t, db, {
      onRoute: ({ method, url, config }) => {
        if (method !== 'GET' || !/\/(class\/students|school\/people)\/:id(\/lessons|\/sessions|\/|$)/.test(url)) return;
        if (/\/(edit|erase|export|stored\.zip)$|\/contest\//.test(url)) return;
        shown.add(url);
        if (config?.showsPupil) flagged.add(url);
      },
    });
    const { pupilId, mateId, parentId } = await smallSchool(db);
    assert.ok(shown.size >= 6, `${shown.size} pages of pupils`);
    assert.deepEqual([...flagged].sort(), [...shown].sort(), 'every page of a pupil says so');
    const [noa, amir, ruth, pat] = [
      await login(app, 'pupil'),
      await login(app, 'class-manager'),
      await login(app, 'manager'),
      await login(app, 'parent'),
    ];
    assert.match((await noa.get('/profile/looked')).text, /Nobody has looked yet/);
    for (let times = 0; times < 3; times += 1) assert.equal((await amir.get(`/class/students/${pupilId}`)).status, 200);
    assert.equal((await ruth.get(`/school/people/${pupilId}`)).status, 200);
    assert.equal((await ruth.get(`/api/v1/school/people/${pupilId}`)).status, 200);
    assert.equal((await ruth.get(`/school/people/${parentId}`)).status, 200);
    assert.equal((await amir.get(`/class/students/999999`)).status, 404);
    await pat.get(`/children/${pupilId}`);
    const views = () =>
      db.run((handle) =>
        handle
          .selectFrom('audit_log')
          .select(['student_id', 'school_id'])
          .where('action', '=', 'view a pupil')
          .execute(),
      );
    const found = await views();
    assert.deepEqual(
      found.map(({ student_id: id }) => id),
      [pupilId, pupilId],
      'one for each of the two, and nobody else',
    );
    assert.ok(found.every(({ school_id: id }) => id !== null));
    app.clock.advance(DAY);
    // Their logins of yesterday have run out.
    const again = await login(app, 'class-manager');
    assert.equal((await again.get(`/api/v1/class/students/${pupilId}/lessons`)).status, 200);
    const [own, family] = [await login(app, 'pupil'), await login(app, 'parent')];
    assert.equal((await views()).length, 3, 'another day, by the API');
    for (const page of [await own.get('/profile/looked'), await family.get(`/children/${pupilId}/looked`)]) {
      assert.equal(page.status, 200);
      assert.equal(page.text.split('Looked at a pupil’s page').length - 1, 3);
      assert.match(page.text, /class-manager Tester/);
    }
    assert.equal((await family.get(`/children/${mateId}/looked`)).status, 404);
  },
);

databaseTest(
  'the log of a school is searched by who, about whom, what and when, page by page, and holds nothing of another',
  async (db, t) => {
    const { pupilId, mateId, managerId, classManagerId, schoolId, make } = await smallSchool(db);
    const elsewhere = await make.school('Second School', 'north');
    const app = await startTestApp(t, db);
    const now = app.clock.now();
    const audit = new AuditRepo(db);
    const entry = (action: string, ago: number, more: object = {}) => ({
      actorId: classManagerId,
      action,
      studentId: pupilId,
      schoolId,
      now: now - ago,
      ...more,
    });
    await audit.addMany([
      ...Array.from({ length: 120 }, (_, index) =>
        entry('read a transcript', 40 * DAY + index, { details: { sessionId: index } }),
      ),
      entry('set policies', 2 * DAY, {
        actorId: managerId,
        studentId: undefined,
        details: { studyFrom: { before: null, after: '<b>=1+1' } },
      }),
      entry('something new', DAY, { studentId: mateId }),
      entry('read a transcript', DAY, { schoolId: elsewhere, details: { canary: 'canary elsewhere' } }),
    ]);
    const ruth = await login(app, 'manager');
    const get = async (query: string) => (await ruth.get(`/school/audit${query}`)).text;
    const rows = (page: string) => page.split('<th scope="row"').length - 1;
    const first = await get('?action=read+a+transcript');
    assert.equal(rows(first), 50);
    const second = /href="(\/school\/audit\?[^"]*after=\d+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const next = await ruth.get(second);
    assert.equal(rows(next.text), 50);
    const third = /href="(\/school\/audit\?[^"]*after=\d+)"/.exec(next.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    assert.equal(rows((await ruth.get(third)).text), 20, 'none twice, and none left out, at moments that are the same');
    assert.equal(rows(await get('?about=Dan')), 1);
    assert.equal(rows(await get('?who=manager&action=set+policies')), 1);
    assert.match(await get('?action=set+policies'), /studyFrom: nothing → &lt;b>=1\+1/);
    assert.match(await get(`?from=${day(now - 5 * DAY)}`), /something new/);
    assert.doesNotMatch(await get(`?to=${day(now - 5 * DAY)}`), /something new/);
    for (const hostile of [`?who=${encodeURIComponent("%' or 1=1 --")}`, '?who=_', '?about=nobody-at-all']) {
      assert.equal(rows(await get(hostile)), 0, hostile);
    }
    for (const odd of ['?from=2026-02-31&to=x', '?at=x&after=-1', `?who=${'x'.repeat(5000)}`, '?action[]=1']) {
      assert.equal((await ruth.get(`/school/audit${odd}`)).status, 200, odd);
    }
    const file = await ruth.get('/school/audit.csv');
    assert.ok(file.text.split('\r\n').length > 122);
    for (const all of [file.text, await get('')]) assert.doesNotMatch(all, /canary elsewhere/);
    assert.equal((await (await login(app, 'class-manager')).get('/school/audit')).status, 403);
  },
);

const day = (at: number) => new Date(at).toISOString().slice(0, 10);
