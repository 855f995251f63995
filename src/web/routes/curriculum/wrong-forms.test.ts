import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestApp } from '../../../../test/support/app.ts';
import { login } from '../../../../test/support/client.ts';
import { supervisedSchool } from '../../../../test/support/curriculum.ts';
import { openSqlite } from '../../../../test/support/databases.ts';

/** Each form filled in as wrongly as it goes: what was written, and how many things are wrong with it. */
const FORMS: Record<string, { fields: Record<string, string>; wrong: number }> = {
  'courses/new': {
    fields: {
      name: '',
      subject: '',
      gradeLevel: '13th',
      type: 'voluntary',
      level: '',
      description: 'x'.repeat(70_001),
      prerequisites: 'Latin',
    },
    wrong: 7,
  },
  'courses/:id/units/new': {
    fields: {
      name: ' ',
      type: 'middle',
      weight: '1,5',
      minutes: '0.5',
      description: 'Kept as it was',
      prerequisites: 'Nowhere',
    },
    wrong: 5,
  },
  'courses/:id/tests/new': {
    fields: {
      name: '',
      type: 'surprise',
      minutes: 'an hour',
      questionCount: '61',
      link: 'ftp://x',
      'unit-0': 'Adding',
      'weight-0': '2',
    },
    wrong: 6,
  },
  'courses/:id/problems/new?unit=Adding': {
    fields: {
      unit: 'Nowhere',
      'figure0.alt': 'A circle',
      's0.kind': 'riddle',
      's0.use': 'for fun',
      's0.level': '2',
      's0.question': '',
      's0.answer': 'plenty',
      's0.tolerance': 'a lot',
      's0.hint0': '',
      's0.hint0.question': 'Smaller?',
      's0.wrong0': '4',
      's1.kind': 'choice',
      's1.use': 'for study',
      's1.level': '2',
      's1.question': 'Which one?',
      's1.choice0': 'this',
    },
    // No unit, picture, kind, use, question, number, tolerance, hint, kind and answer in it, words about a wrong answer; too few
    // choices, none marked.
    wrong: 13,
  },
};

for (const [path, { fields, wrong }] of Object.entries(FORMS)) {
  test(`${path} comes back as it was filled in, with a link to each field that is wrong`, async (t) => {
    const db = await openSqlite(t);
    const { courseId } = await supervisedSchool(db);
    const ruth = await login(await startTestApp(t, db), 'ruth');
    const sent = await ruth.send(`/region/curriculum/${path.replace(':id', String(courseId))}`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, do: 'save' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(sent.status, 400);
    const [, listed = ''] = /role="alert"[\s\S]*?<ul>([\s\S]*?)<\/ul>/.exec(sent.text) ?? [];
    const links = [...listed.matchAll(/href="#([^"]+)"/g)].map(([, field = '']) => field);
    assert.equal(links.length, wrong, listed);
    for (const field of links) assert.ok(sent.text.includes(` id="${field}"`), `${field} is not there`);
    for (const written of Object.values(fields).filter((value) => value.trim() !== '')) {
      assert.ok(sent.text.includes(written), `${written.slice(0, 40)} was lost`);
    }
  });
}

test('a word about a publication that is too long comes back beside what else is wrong, and nothing is published', async (t) => {
  const db = await openSqlite(t);
  const { courseId } = await supervisedSchool(db);
  const ruth = await login(await startTestApp(t, db), 'ruth');
  const course = `/region/curriculum/courses/${courseId}`;
  const post = (path: string, fields: Record<string, string>) =>
    ruth.post(`${course}/${path}`, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  const unit = { name: 'Fractions', type: 'chapter', weight: '0.5', minutes: '30', description: '', do: 'save' };
  assert.equal((await post('units/new', unit)).status, 303);
  const [, draft = ''] = /name="draft" value="([^"]+)"/.exec((await ruth.get(`${course}/publish`)).text) ?? [];
  const note = 'x'.repeat(2001);
  const chosen = await post('publish', { note, draft });
  const empty = await post('publish', { note });
  for (const sent of [chosen, empty]) {
    assert.equal(sent.status, 400);
    assert.match(sent.text, /At most 2000 characters, please; these are 2001/);
    assert.ok(sent.text.includes(note));
  }
  assert.match(empty.text, /Tick at least one draft/);
  assert.doesNotMatch(chosen.text, /Tick at least one draft/);
  assert.equal((await post('publish', { note: 'Fractions are new', draft })).status, 303);
});
