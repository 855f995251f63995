import assert from 'node:assert/strict';
import { startTestApp } from '../../../../test/support/app.ts';
import { login } from '../../../../test/support/client.ts';
import { supervisedSchool } from '../../../../test/support/curriculum.ts';
import { databaseTest } from '../../../../test/support/databases.ts';
import { FORM_TYPE, formData } from '../../../../test/support/form-data.ts';
import { png } from '../../../../test/support/png.ts';

const QUESTION = { unit: 'Adding', 's0.kind': 'number', 's0.level': '2', 's0.use': 'for study' };
const WHOLE = { ...QUESTION, 's0.question': 'How wide is it?', 's0.answer': '40', source: 'us', licence: 'CC BY 4.0' };

databaseTest('a picture is added, shown before it is saved, and served to whoever sees the question', async (db, t) => {
  const { courseId } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const ruth = await login(app, 'ruth');
  const send = (bytes: Uint8Array, fields: Record<string, string>) =>
    ruth.send(`/region/curriculum/courses/${courseId}/problems/new?unit=Adding`, {
      method: 'POST',
      bytes: formData({ name: 'field.png', text: bytes, field: 'figure0.file', fields }),
      headers: { 'content-type': FORM_TYPE },
    });
  const added = await send(png(7), { ...WHOLE, 'figure0.alt': 'A field', do: 'more' });
  assert.equal(added.status, 200, added.text.slice(0, 400));
  const hash = /name="figure0.hash" value="([0-9a-f]{64})"/.exec(added.text)?.[1] ?? '';
  const shown = `<img class="figure" src="/figures/${hash}" alt="A field"`;
  assert.equal(added.text.split(shown).length - 1, 2, 'in its row and in the preview');
  const served = await ruth.get(`/figures/${hash}`);
  assert.equal(served.headers['content-type'], 'image/png');

  const refused = await send(Buffer.from('<svg/>'), { ...WHOLE, 'figure0.alt': '', 's0.answer': 'wide', do: 'save' });
  assert.equal(refused.status, 400);
  assert.match(refused.text, /This is no PNG, JPEG, GIF or WebP picture\./);
  assert.match(refused.text, /“wide” cannot be read as a number/, 'all that is wrong at once');
  assert.match(refused.text, /How wide is it\?/, 'the form comes back filled in');

  const large = await send(Buffer.concat([png(7), Buffer.alloc(5 * 1024 * 1024)]), { ...WHOLE, do: 'save' });
  assert.equal(large.status, 400);
  assert.match(large.text, /larger than 2 MB/);
  assert.match(large.text, /How wide is it\?/);

  const mute = await send(png(7), { ...WHOLE, 'figure0.alt': ' ', do: 'save' });
  assert.match(mute.text, /Say what the picture shows/);
  const saved = await send(png(7), { ...WHOLE, 'figure0.alt': 'A field', do: 'save' });
  assert.equal(saved.status, 303, saved.text.slice(0, 400));
  const [draft] = await db.run((handle) => handle.selectFrom('curriculum_drafts').selectAll().execute());
  assert.deepEqual(JSON.parse(draft?.content ?? '').figures, [{ hash, alt: 'A field' }]);

  const removed = await send(Buffer.alloc(0), {
    ...WHOLE,
    'figure0.hash': hash,
    'figure0.alt': 'A field',
    do: 'remove-figure:0',
  });
  assert.doesNotMatch(removed.text, /<img class="figure"/);
});

databaseTest('a form that is larger than a question can be is refused', async (db, t) => {
  const { courseId } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const ruth = await login(app, 'ruth');
  const fields = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`s${at}.question`, 'x'.repeat(200_000)]));
  const sent = await ruth.send(`/region/curriculum/courses/${courseId}/problems/new?unit=Adding`, {
    method: 'POST',
    bytes: formData({ text: '', field: 'figure0.file', fields }),
    headers: { 'content-type': FORM_TYPE },
  });
  assert.equal(sent.status, 400);
  assert.match(sent.text, /at most 1 MB of text/);
});

databaseTest(
  'a question as large as an import takes is saved whole, and one that is larger is refused',
  async (db, t) => {
    const { courseId } = await supervisedSchool(db);
    const ruth = await login(await startTestApp(t, db), 'ruth');
    const rows = (count: number, nameOf: (at: number) => string, textOf: (at: number) => string) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [nameOf(at), textOf(at)]));
    const large = (steps: number) => ({
      ...WHOLE,
      ...rows(
        steps,
        (at) => `s${at}.question`,
        (at) => `How much is $${at} + 1$?`,
      ),
      ...rows(
        steps,
        (at) => `s${at}.answer`,
        (at) => String(at + 1),
      ),
      ...rows(
        steps,
        (at) => `s${at}.kind`,
        () => 'number',
      ),
      ...rows(
        steps,
        (at) => `s${at}.use`,
        () => 'for study',
      ),
      ...rows(
        steps,
        (at) => `s${at}.level`,
        () => '2',
      ),
      ...rows(
        20,
        (at) => `s0.hint${at}`,
        (at) => `Look at it for the ${at + 1}th time.`,
      ),
      do: 'save',
    });
    const send = (fields: Record<string, string>) =>
      ruth.post(
        `/region/curriculum/courses/${courseId}/problems/new?unit=Adding`,
        new URLSearchParams(fields).toString(),
        { 'content-type': 'application/x-www-form-urlencoded' },
      );
    const refused = await send(large(61));
    assert.equal(refused.status, 400);
    assert.match(refused.text, /At most 60 of these are taken/);
    const saved = await send(large(15));
    assert.equal(saved.status, 303, saved.text.slice(0, 400));
    const [draft] = await db.run((handle) => handle.selectFrom('curriculum_drafts').selectAll().execute());
    const { steps } = JSON.parse(draft?.content ?? '');
    assert.deepEqual([steps.length, steps[0].hints.length], [15, 20]);
  },
);
