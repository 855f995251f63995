import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { setTest, takeTest, testSchool } from '../../../test/support/test-school.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';

const html = { accept: 'text/html' };
const LINK = 'https://exams.example.org/formulas?of=2026&part=1';

async function linked(db: DatabaseManager, t: TestContext, link: string | null) {
  const school = await testSchool(db);
  await db.run((handle) => handle.updateTable('tests').set({ link }).where('id', '=', school.testId).execute());
  const app = await startTestApp(t, db);
  const [noa, amir] = [await login(app, 'pupil'), await login(app, 'class-manager')];
  return { ...school, app, noa, amir };
}

/** The link to the other site as a page has it; undefined where it has none. */
const linkIn = (page: string) =>
  /<a [^>]*target="_blank"[^>]*>[\s\S]*?<\/a>\s*<span[^>]*>[^<]*<\/span>/.exec(page)?.[0];

function assertLeadsOut(page: string, where: string): void {
  const link = linkIn(page);
  assert.ok(link, `${where} has no link`);
  assert.match(link, /href="https:\/\/exams\.example\.org\/formulas\?of=2026&amp;part=1"/, where);
  assert.match(link, /rel="noopener noreferrer"/, where);
  assert.match(link, /exams\.example\.org<\/bdi>[\s\S]*another site, in a new tab/, where);
}

databaseTest(
  'the page that belongs to a test is there before, during and after it, and says that it is elsewhere',
  async (db, t) => {
    const { app, noa, amir, ...school } = await linked(db, t, LINK);
    const chosen = `/class/tests/new?class=${school.classId}&test=${school.testId}`;
    assertLeadsOut((await amir.get(chosen, html)).text, 'before it is set');
    const id = await setTest(app, school);
    const board = `/class/tests/${school.classId}/${school.testId}`;
    assertLeadsOut((await amir.get(board, html)).text, 'the board');
    const apiBoard = await amir.get(`/api/v1${board}`);
    assert.ok(apiBoard.text.includes(`"link":${JSON.stringify(LINK)}`), apiBoard.text);
    const lobby = await noa.get(`/tests/${id}`, html);
    assert.match(lobby.text, /Begin now/);
    assertLeadsOut(lobby.text, 'the lobby');
    await takeTest(app, school.pupil, id);
    assertLeadsOut((await noa.get(`/tests/${id}`, html)).text, 'the paper');
    const desk = await noa.get(`/api/v1/tests/${id}`);
    assert.ok(desk.text.includes(`"link":${JSON.stringify(LINK)}`), desk.text);
    await app.services.testTaking.submit(school.pupil, id);
    assertLeadsOut((await noa.get(`/tests/${id}`, html)).text, 'after it');
  },
);

databaseTest('a test without a link, or with one that is no page of the web, leads nowhere', async (db, t) => {
  const { app, noa, amir, ...school } = await linked(db, t, null);
  const id = await setTest(app, school);
  for (const link of [null, 'javascript:alert(1)', 'https:// ', 'http://[', '//example.org']) {
    await db.run((handle) => handle.updateTable('tests').set({ link }).execute());
    for (const path of [`/tests/${id}`, `/class/tests/${school.classId}/${school.testId}`]) {
      const page = await (path.startsWith('/class') ? amir : noa).get(path, html);
      assert.equal(page.status, 200);
      assert.equal(linkIn(page.text), undefined, String(link));
    }
    assert.match((await noa.get(`/api/v1/tests/${id}`)).text, /"link":null/);
  }
});

databaseTest('the supervisor who writes a test can open its page', async (db, t) => {
  const { app, make, testId } = await linked(db, t, LINK);
  await make.supervisor('yossi', 'math', 'north');
  const yossi = await login(app, 'yossi');
  assertLeadsOut((await yossi.get(`/region/curriculum/tests/${testId}`, html)).text, 'the editor');
});
