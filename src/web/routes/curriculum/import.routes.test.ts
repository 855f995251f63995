import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../../test/support/app.ts';
import { login } from '../../../../test/support/client.ts';
import { databaseTest } from '../../../../test/support/databases.ts';
import { smallSchool } from '../../../../test/support/factory.ts';
import { FORM_TYPE, formData, type SentForm } from '../../../../test/support/form-data.ts';
import { CurriculumUploadRepo } from '../../../data/curriculum/curriculum-upload.repo.ts';
import type { DatabaseManager } from '../../../data/db/database-manager.ts';

const GIFT = [
  '::sum::What is 2 + 2? {#4}',
  '::capital::What is the capital of France? {=Paris ~Rome ~Madrid}',
  '::day::Write about your day. {}',
].join('\n\n');
const COURSE = { format: 'gift', course: 'Sums and more', subject: 'math', grade: '9th', licence: 'CC BY 4.0' };

async function open(t: TestContext, db: DatabaseManager) {
  const { make } = await smallSchool(db);
  await make.supervisor('yossi', 'math', 'north');
  await make.supervisor('other', 'math', 'north');
  const app = await startTestApp(t, db);
  const yossi = await login(app, 'yossi');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const sendForm = (sent: SentForm) =>
    yossi.send('/region/curriculum/import', {
      method: 'POST',
      bytes: formData(sent),
      headers: { 'content-type': FORM_TYPE },
    });
  return {
    app,
    yossi,
    sendForm,
    send: (text: string, fields: Record<string, string> = COURSE, name = 'quiz.gift') =>
      sendForm({ name, text, fields }),
    post: (path: string, fields: Record<string, string> = {}) =>
      yossi.send(path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers: form }),
    questions: () =>
      db.run(async (handle) =>
        (
          await handle
            .selectFrom('qas')
            .innerJoin('courses', 'courses.id', 'qas.course_id')
            .select('qas.question')
            .where('courses.name', '=', 'Sums and more')
            .orderBy('qas.id')
            .execute()
        ).map(({ question }) => question),
      ),
  };
}

const fingerprintIn = (html: string) => /name="fingerprint" value="([^"]+)"/.exec(html)?.[1] ?? '';

databaseTest(
  'a supervisor sends a file, sees what would happen, confirms once, and the same again is nothing new',
  async (db, t) => {
    const { yossi, send, post, questions } = await open(t, db);
    const sent = await send(GIFT);
    assert.equal(sent.status, 303, sent.text.slice(0, 600));
    const place = String(sent.headers.location);
    const preview = await yossi.get(place);
    for (const said of ['Sums and more', 'new course', '2 questions', 'Left out (1)', 'Import it']) {
      assert.ok(preview.text.includes(said), said);
    }
    assert.deepEqual(await questions(), [], 'nothing is saved before the confirmation');

    const fingerprint = fingerprintIn(preview.text);
    const [first, second] = await Promise.all([
      post(`${place}/confirm`, { fingerprint }),
      post(`${place}/confirm`, { fingerprint }),
    ]);
    assert.deepEqual([first.status, second.status], [200, 200], 'two clicks bring it in once, and both say so');
    for (const said of [first.text, second.text, (await yossi.get(place)).text]) assert.match(said, /Imported/);
    assert.equal((await questions()).length, 2);
    const actions = await db.run((handle) => handle.selectFrom('audit_log').select('action').execute());
    assert.equal(actions.filter(({ action }) => action === 'import curriculum').length, 1);

    const again = await yossi.get(String((await send(GIFT)).headers.location));
    assert.match(again.text, /All of it is there already/);
    const changed = await yossi.get(String((await send(GIFT.replace('{#4}', '{#5}'))).headers.location));
    assert.match(changed.text, /Changes \(1\)/);
  },
);

databaseTest('what cannot be read is told with its line, and the form comes back filled in', async (db, t) => {
  const { send, sendForm, post, yossi, questions } = await open(t, db);
  const broken = await send('::sum::What is 2 + 2? {#4', { ...COURSE, course: 'My <b>course' });
  assert.equal(broken.status, 400);
  assert.match(broken.text, /The file was not taken/);
  assert.match(broken.text, /value="My &lt;b>course"/);
  assert.match((await send('\u0000\u0001', { format: '' })).text, /none of the kinds of file/);
  assert.match((await post('/region/curriculum/import', { format: 'gift' })).text, /Choose a file first/);
  const large = await sendForm({ text: 'x'.repeat(8 * 1024 * 1024 + 10), behind: COURSE });
  const cut = await sendForm({ text: GIFT, fields: COURSE, cut: 40 });
  for (const [answer, status, why] of [
    [large, 413, /larger than 8 MB/],
    [cut, 400, /broke off on its way/],
  ] as const) {
    assert.equal(answer.status, status);
    assert.match(answer.text, why);
    assert.match(answer.text, /value="Sums and more"/);
    assert.match(answer.text, /<option value="9th" selected/);
  }
  assert.equal((await yossi.get('/region/curriculum/import/1')).status, 404);
  assert.deepEqual(await questions(), []);
});

databaseTest('a subject that nobody knows stands in the page beside the cells that are wrong', async (db, t) => {
  const { send } = await open(t, db);
  const csv = [
    'course,subject,grade,unit,unit prerequisites,question,answer,level',
    'Gold,alchemy,9th,Lead,,How much?,7,9',
    'Wars,history,9th,Rome,Carthage,When?,44,2',
  ].join('\n');
  const { status, text } = await send(csv, { format: 'csv' }, 'q.csv');
  assert.equal(status, 400);
  const page = text.replaceAll('&quot;', '"');
  for (const line of [
    /q\.csv, line 2, column “subject”: read "alchemy"; allowed is .*math/,
    /q\.csv, line 2, column “level”: read "9"; allowed is a whole number from 1 to 4/,
    /q\.csv, line 3, column “subject”: read "history"; this is none of your subjects; allowed is math/,
    /q\.csv, line 3, column “unit prerequisites”: read "Carthage"; the unit "Rome" names "Carthage" as a prerequisite/,
  ])
    assert.match(page, line);
});

databaseTest(
  'a field that the file leaves open or that cannot be taken is marked, with its reason, all at once',
  async (db, t) => {
    const { send, yossi } = await open(t, db);
    const marked = (html: string) =>
      [...html.matchAll(/<(?:input|select)[^>]*aria-describedby="([^"]*)"[^>]*aria-invalid="true"/g)].map(
        ([, ids = '']) => {
          const id = ids.split(' ').at(-1) ?? '';
          return `${id}: ${new RegExp(`id="${id}"[^>]*>.*?<span>(.*?)</span></span>`, 's').exec(html)?.[1]?.replace(/&[^;]+;/g, '"')}`;
        },
      );
    const open_ = await send(GIFT, { format: '', licence: 'CC0' });
    assert.equal(open_.status, 400);
    assert.deepEqual(marked(open_.text), [
      'course-problem: The file does not say it: write the name of the course.',
      'subject-problem: The file does not say it: choose one of your subjects.',
      'grade-problem: The file does not say it: choose the grade.',
    ]);
    assert.match(open_.text, /value="CC0"/);

    const broken = await send('::sum::What is 2 + 2? {#4', { format: 'gift' });
    assert.match(broken.text, /line 1[\s\S]*quiz\.gift does not say the name, the subject, and the grade/);
    assert.equal(marked(broken.text).length, 3, 'what is wrong inside hides nothing');

    const forged = await send(GIFT, {
      format: 'doc',
      course: 'c'.repeat(181),
      subject: 'history',
      grade: '99th',
      licence: 'l'.repeat(181),
    });
    assert.equal(forged.status, 400);
    assert.deepEqual(marked(forged.text), [
      'format-problem: Read “doc”, which is no kind of file; allowed is json, csv, gift, qti, imscc.',
      'course-problem: The name has 181 characters; allowed are 180.',
      'subject-problem: Read “history”, which is none of your subjects; allowed is math.',
      'grade-problem: Read “99th”, which is no grade; allowed is 1st, 2nd, 3rd, 4th, 5th, 6th, 7th, 8th, 9th, 10th, 11th, 12th.',
      'licence-problem: The licence has 181 characters; allowed are 180.',
    ]);
    const unknown = await send('\u0001 what is this', { format: '' });
    assert.deepEqual(marked(unknown.text), [
      'format-problem: What is in the file is none of these: choose what it is, or another file.',
    ]);

    const json = JSON.parse((await yossi.get('/region/curriculum/export/file?format=json')).text);
    json.courses.push({ ...json.courses[0], name: 'Another' });
    const several = await send(JSON.stringify(json), { format: 'json', course: 'One name' }, 'two.json');
    assert.deepEqual(marked(several.text), [
      'course-problem: The file holds several courses, which cannot all have one name: leave this open.',
    ]);
  },
);

databaseTest('wrong fields of the form and what is wrong with its file are said in one page', async (db, t) => {
  const { send, yossi } = await open(t, db);
  const csv = 'course,subject,grade,unit,question,answer,level\nGold,math,9th,Lead,How much?,7,9\n';
  const { status, text } = await send(csv, { format: 'doc', grade: '99th', licence: 'l'.repeat(181) }, 'q.csv');
  assert.equal(status, 400);
  assert.match(text, /id="format-problem"[\s\S]*id="grade-problem"[\s\S]*id="licence-problem"/);
  assert.match(text.replaceAll('&quot;', '"'), /q\.csv, line 2, column “level”: read "9"; allowed is/);
  const good = await send(csv.replace(',9\n', ',2\n'), { grade: '99th' }, 'q.csv');
  assert.equal(good.status, 400);
  assert.doesNotMatch(good.text, /was not taken/);
  assert.equal((await yossi.get('/region/curriculum/import/1')).status, 404, 'nothing is kept');
});

databaseTest(
  'a file is there for who sent it alone, for an hour, and not any more once it is thrown away',
  async (db, t) => {
    const { app, yossi, send, post } = await open(t, db);
    const place = String((await send(GIFT)).headers.location);
    const other = await login(app, 'other');
    assert.equal((await other.get(place)).status, 404);
    assert.equal((await post(`${place}/cancel`)).status, 303);
    assert.equal((await yossi.get(place)).status, 404);
    const second = String((await send(GIFT)).headers.location);
    app.clock.advance(61 * 60_000);
    assert.equal((await yossi.get(second)).status, 404);
  },
);

databaseTest(
  'the curriculum of one’s subjects is taken out as a file that changes nothing when it comes back',
  async (db, t) => {
    const { yossi, send } = await open(t, db);
    const json = await yossi.get('/region/curriculum/export/file?format=json');
    assert.match(String(json.headers['content-disposition']), /attachment; filename="math\.json"/);
    const back = await send(json.text, { format: '' }, 'math.json');
    assert.match((await yossi.get(String(back.headers.location))).text, /All of it is there already/);
    assert.equal((await yossi.get('/region/curriculum/export/file?subject=history')).status, 404);
    for (const place of ['export', 'export/file']) {
      const odd = await yossi.get(`/region/curriculum/${place}?format=word`);
      assert.equal(odd.status, 400, place);
      assert.match(odd.text, /read “word”; allowed is json, csv, gift, qti/);
      const all = await yossi.get(`/region/curriculum/${place}?course=everything`);
      assert.equal(all.status, 400, 'what is no course is not all of them');
      assert.match(all.text, /read “everything”; allowed is a whole number/);
    }
  },
);

databaseTest(
  'before a course goes out to another program, the page says what the file will not hold; somebody else’s is not there',
  async (db, t) => {
    const { app, yossi, send, post } = await open(t, db);
    const place = String((await send(GIFT)).headers.location);
    await post(`${place}/confirm`, { fingerprint: fingerprintIn((await yossi.get(place)).text) });
    const page = await yossi.get('/region/curriculum/export?format=gift');
    assert.match(page.text, /A file of this kind holds one course/);
    assert.doesNotMatch(page.text, /export\/file/);
    const [, id = ''] = /<option value="(\d+)"[^>]*>Sums and more/.exec(page.text) ?? [];
    const chosen = await yossi.get(`/region/curriculum/export?format=gift&course=${id}`);
    assert.match(chosen.text, /Each question stands by itself[\s\S]*the licence of 2 questions: pass it on too/);
    assert.doesNotMatch(chosen.text.replace(/<[^>]*>/g, ''), /problems?\b|\bsteps?\b/, 'the words of the editor');
    const file = await yossi.get(`/region/curriculum/export/file?format=gift&course=${id}`);
    assert.match(String(file.headers['content-disposition']), /filename="sums-and-more\.gift"/);
    assert.match(file.text, /\{#\n=4\n\}/);
    const zip = await yossi.get(`/region/curriculum/export/file?format=qti&course=${id}`);
    assert.equal(zip.headers['content-type'], 'application/zip');
    assert.equal((await yossi.get('/region/curriculum/export/file?format=gift')).status, 400);

    await db.run(async (handle) => {
      await handle.insertInto('subjects').values({ name: 'history' }).execute();
      await handle.updateTable('courses').set({ subject_name: 'history' }).where('id', '=', Number(id)).execute();
    });
    for (const foreign of ['', '/file'])
      assert.equal((await yossi.get(`/region/curriculum/export${foreign}?format=gift&course=${id}`)).status, 404);
    assert.equal((await (await login(app, 'other')).get('/region/curriculum/export')).status, 200);
  },
);

databaseTest(
  'the page of a file that takes long says how far it is and comes again by itself; what broke says so',
  async (db, t) => {
    const { yossi } = await open(t, db);
    const { id: userId } = await db.run((handle) =>
      handle.selectFrom('users').select('id').where('username', '=', 'yossi').executeTakeFirstOrThrow(),
    );
    const rows = new CurriculumUploadRepo(db);
    const options = { format: 'gift', course: null, subject: null, grade: null, licence: null };
    const now = Date.now();
    const id = await rows.replace({ userId, name: 'long.gift', options, content: Buffer.from('x') }, now, now + 9e9);
    assert.ok(id);
    const page = await yossi.get(`/region/curriculum/import/${id}`);
    assert.equal(page.headers.refresh, '2');
    assert.match(page.text, /The file is being read[\s\S]*long\.gift[\s\S]*It has just begun/);
    await rows.saveProgress(id, 1200, 13_000);
    assert.match((await yossi.get(`/region/curriculum/import/${id}`)).text, /1,200 of 13,000 questions read/);
    await rows.ask(id, 'reading', 'saving');
    assert.match((await yossi.get(`/region/curriculum/import/${id}`)).text, /The questions are being imported/);
    const slow = { state: 'refused', problem: 'It leaves its grade open.', report: { fields: { grade: '' } } } as const;
    await rows.finish(id, 1, slow);
    const refused = await yossi.get(`/region/curriculum/import/${id}`);
    assert.match(refused.text, /It leaves its grade open/);
    assert.match(refused.text, /<option value="gift" selected>/, 'the form is as it was sent');
    assert.match(refused.text, /id="grade-problem"/);
    await rows.finish(id, 1, { state: 'failed' });
    const broke = await yossi.get(`/region/curriculum/import/${id}`);
    assert.equal(broke.headers.refresh, undefined);
    assert.match(broke.text, /Something of ours broke/);
  },
);
