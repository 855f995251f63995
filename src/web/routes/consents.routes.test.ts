import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';

const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };

databaseTest(
  'a parent is asked until they answer, and may take it back; every answer stays on record',
  async (db, t) => {
    const { pupilId, make, schoolId } = await smallSchool(db);
    const set = { unanswered_consent: 0 };
    await db.run((handle) => handle.updateTable('schools').set(set).execute());
    const stranger = await make.student('stranger', schoolId);
    const app = await startTestApp(t, db);
    const pat = await login(app, 'parent');
    const page = `/children/${pupilId}/consent`;
    const post = (path: string, fields: Record<string, string>) =>
      pat.post(path, new URLSearchParams(fields).toString(), form);
    const answer = (purpose: string, given: string, version = '1') => post(page, { purpose, version, answer: given });
    const allows = () => app.services.remoteConsent.allows('remote teacher', [pupilId]);
    for (const path of ['/children', `/children/${pupilId}`])
      assert.match((await pat.get(path)).text, /waits for your answer/);
    assert.equal((await answer('remote teacher', 'yes')).status, 303);
    assert.match((await pat.get('/children')).text, /waits for your answer/, 'the other question is still open');
    assert.equal((await answer('remote evaluator', 'no')).status, 303);
    assert.equal((await answer('remote letter', 'no')).status, 303);
    for (const path of ['/children', `/children/${pupilId}`]) {
      assert.doesNotMatch((await pat.get(path)).text, /waits for your answer/);
    }
    assert.equal(await allows(), true);
    app.clock.advance(1000);
    await answer('remote teacher', 'no');
    assert.equal(await allows(), false);
    const rows = await db.run((handle) =>
      handle.selectFrom('consents').select(['purpose', 'answer', 'source']).orderBy('id').execute(),
    );
    assert.deepEqual(
      rows.map(({ purpose, answer: given }) => `${purpose} ${given}`),
      ['remote teacher yes', 'remote evaluator no', 'remote letter no', 'remote teacher no'],
    );
    assert.equal((await answer('remote teacher', 'yes', '7')).status, 409, 'nobody was asked that');
    for (const wrong of [
      { purpose: 'voice', version: '1', answer: 'yes' },
      { purpose: 'remote teacher', version: '1' },
      {},
    ]) {
      assert.equal((await post(page, wrong as Record<string, string>)).status, 400);
    }
    assert.equal((await pat.get(`/children/${stranger}/consent`)).status, 404);
    const theirs = await post(`/children/${stranger}/consent`, {
      purpose: 'remote teacher',
      version: '1',
      answer: 'yes',
    });
    assert.equal(theirs.status, 404);
    assert.equal(await allows(), false);
    const noted = await db.run((handle) =>
      handle.selectFrom('audit_log').select('action').where('student_id', '=', pupilId).execute(),
    );
    assert.equal(noted.filter(({ action }) => action === 'answer consent').length, 4);
  },
);

databaseTest(
  'a school records what was signed for many at once, says where the paper is, and does not overrule a parent',
  async (db, t) => {
    const { pupilId, mateId, parentId, classId, make } = await smallSchool(db);
    const elsewhere = await make.school('Second School', 'north');
    const foreign = await make.student('foreign', elsewhere);
    const app = await startTestApp(t, db);
    const ruth = await login(app, 'manager');
    const record = (fields: Record<string, string>, pupils: number[]) =>
      ruth.post(
        '/school/consents',
        new URLSearchParams([
          ...Object.entries({
            class: String(classId),
            purpose: 'remote teacher',
            answer: 'yes',
            note: 'blue folder',
            ...fields,
          }),
          ...pupils.map((id): [string, string] => ['pupils', String(id)]),
        ]).toString(),
        form,
      );
    const pat = await login(app, 'parent');
    await pat.post(`/children/${pupilId}/consent`, 'purpose=remote+teacher&version=1&answer=no', form);
    const done = await record({}, [pupilId, mateId]);
    assert.equal(done.status, 303);
    const { allows } = { allows: (id: number) => app.services.remoteConsent.allows('remote teacher', [id]) };
    assert.deepEqual([await allows(pupilId), await allows(mateId)], [false, true]);
    const said = await ruth.get(String(done.headers.location));
    assert.match(said.text, /Recorded for 1 pupil\./);
    assert.match(said.text, /1 pupil left as they were/);
    assert.equal((await record({ answer: 'no' }, [mateId])).status, 303);
    assert.equal(await allows(mateId), false);
    for (const [fields, pupils, why] of [
      [{ note: ' ' }, [mateId], /Say where the paper is/],
      [{ note: 'x'.repeat(301) }, [mateId], /Say where the paper is/],
      [{}, [], /Tick at least one/],
      [{ answer: 'perhaps' }, [mateId], /Choose what they answered/],
    ] as const) {
      const refused = await record(fields, [...pupils]);
      assert.equal(refused.status, 400);
      assert.match(refused.text, why);
    }
    assert.equal((await record({}, [mateId, foreign])).status, 404, 'all or nothing');
    assert.equal(await allows(mateId), false);
    const rows = await db.run((handle) =>
      handle.selectFrom('consents').select(['student_id', 'by_id', 'note', 'answer']).orderBy('id').execute(),
    );
    assert.deepEqual(
      rows.map((row) => [row.student_id, row.answer, row.note]),
      [
        [pupilId, 'no', null],
        [mateId, 'yes', 'blue folder'],
        [mateId, 'no', 'blue folder'],
      ],
    );
    assert.equal(rows[0]?.by_id, parentId);
  },
);
