import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPage } from '../support/browser.ts';
import { png } from '../support/png.ts';
import { logInAs } from '../support/pupil.ts';
import { openSite, type Site } from '../support/site.ts';

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

interface Written {
  kind: string;
  question: string;
  answer?: string;
  choices?: string[];
  right?: number[];
  /** What a pupil might answer: right, and wrong or not judged. */
  tried: [string, string];
  verdict?: string;
}

/** A question of every kind. */
const QUESTIONS: Written[] = [
  { kind: 'number', question: 'How much is $6 \\cdot 7$?', answer: '42', tried: ['forty-two', '41'] },
  { kind: 'expression', question: 'Expand $2(x + 3)$.', answer: '2x + 6', tried: ['6 + 2x', '2x + 3'] },
  { kind: 'set', question: 'Which numbers have the square 4?', answer: '{-2, 2}', tried: ['2 and -2', '{2, 4}'] },
  { kind: 'interval', question: 'Where is $0 \\le x < 4$?', answer: '[0, 4)', tried: ['[0,4)', '[0, 4]'] },
  { kind: 'choice', question: 'Which is prime?', choices: ['4', '7', '9'], right: [1], tried: ['b', 'a'] },
  {
    kind: 'several choices',
    question: 'Which are even?',
    choices: ['2', '3', '8'],
    right: [0, 2],
    tried: ['a and c', 'a'],
  },
  {
    kind: 'text',
    question: 'What is a line that touches a circle once called?',
    answer: 'a tangent',
    tried: ['tangent', 'a bent line'],
    verdict: 'not judged',
  },
];

async function fillQuestion(page: Page, written: Written): Promise<void> {
  await page.locator('[name="s0.kind"]').selectOption(written.kind);
  await page.locator('[name="s0.question"]').fill(written.question);
  if (written.answer) await page.locator('[name="s0.answer"]').fill(written.answer);
  for (const [index, text] of (written.choices ?? []).entries()) {
    await page.locator(`[name="s0.choice${index}"]`).fill(text);
    await page
      .locator('[name="s0.right"]')
      .nth(index)
      .setChecked(written.right?.includes(index) ?? false);
  }
}

async function tryAnswer(page: Page, answer: string, verdict: string): Promise<void> {
  await page.locator('[name="s0.try"]').fill(answer);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.locator('#try-0').getByText(verdict, { exact: true }).waitFor();
}

test('a course is written with questions of every kind, tried, published and changed, and a session under way keeps its question', async (t) => {
  const page = await openPage(t, site.origin, { width: 1440 });
  await logInAs(page, 'yossi');
  await page.goto('/region/curriculum/courses/new');
  await page.getByLabel('Name').fill('All kinds');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByRole('heading', { name: 'All kinds', level: 1 }).waitFor();
  const courseId = Number(/courses\/(\d+)/.exec(page.url())?.[1]);
  await page.getByRole('link', { name: 'New unit' }).click();
  await page.getByLabel('Name').fill('Seven of them');
  await page.getByRole('button', { name: 'Save the draft' }).click();

  for (const written of QUESTIONS) {
    await page.getByRole('link', { name: 'New question' }).click();
    await fillQuestion(page, written);
    await tryAnswer(page, written.tried[0], 'right');
    await tryAnswer(page, written.tried[1], written.verdict ?? 'wrong');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('The draft is saved.').waitFor();
  }
  assert.deepEqual((await site.app.services.banks.bankOf(courseId)).items, [], 'no pupil has any of it');
  await publish(page, courseId, 'A new course');

  const noa = await openPage(t, site.origin);
  await logInAs(noa, 'noa');
  const first = await begin(noa, courseId);
  const { items } = await site.app.services.banks.bankOf(courseId);
  assert.equal(items.length, QUESTIONS.length);
  const asked = items.find(({ revisionId }) => revisionId === first);
  assert.ok(asked);

  await page.goto(`/region/curriculum/problems/${asked.problemId}`);
  await page.locator('[name="s0.question"]').fill(`${asked.question} (said anew)`);
  await page.locator('#preview').getByText('said anew').waitFor();
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByText('The draft is saved.').waitFor();
  await publish(page, courseId, 'Clearer words');

  await noa.reload();
  assert.equal(await revisionAsked(noa), asked.revisionId, 'the session under way has the question that was asked');
  assert.doesNotMatch((await noa.locator('main').textContent()) ?? '', /said anew/);
  const now = (await site.app.services.banks.bankOf(courseId)).byQa.get(asked.qaId);
  assert.match(now?.question ?? '', /said anew/);
  const lina = await openPage(t, site.origin);
  await logInAs(lina, 'lina');
  const revision = await begin(lina, courseId);
  assert.ok(
    (await site.app.services.banks.bankOf(courseId)).byRevision.has(revision),
    'a new session asks what is published now',
  );
});

async function publish(page: Page, courseId: number, note: string): Promise<void> {
  await page.goto(`/region/curriculum/courses/${courseId}/publish`);
  await page.getByLabel('Note for the history').fill(note);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('It is published.').waitFor();
}

/** Begins a session in a course; answers with the revision of the question that is asked first. */
async function begin(page: Page, courseId: number): Promise<number> {
  await page.goto(`/study/new?course=${courseId}`);
  await page.getByLabel('Good', { exact: true }).check();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL(/\/study\/home\/\d+$/);
  await page.locator('.said.teacher').first().waitFor();
  return revisionAsked(page);
}

async function revisionAsked(page: Page): Promise<number> {
  const id = Number(/home\/(\d+)/.exec(page.url())?.[1]);
  const row = await site.db.run((db) =>
    db.selectFrom('session_dialogues').select('state').where('home_session_id', '=', id).executeTakeFirstOrThrow(),
  );
  return JSON.parse(row.state).open?.revisionId ?? 0;
}

test('a question for a number shows its right answer, also where a smaller question of its hints has choices', async (t) => {
  const { problem_id: id } = await site.db.run((db) =>
    db
      .selectFrom('qas')
      .select('problem_id')
      .where('question', '=', 'Work out $20 - 3 \\cdot 4$.')
      .executeTakeFirstOrThrow(),
  );
  const page = await openPage(t, site.origin, { width: 1440 });
  await logInAs(page, 'yossi');
  await page.goto(`/region/curriculum/problems/${id}`);
  assert.equal(await page.locator('[name="s0.kind"]').inputValue(), 'number');
  assert.ok(await page.locator('select[name="s0.hint1.kind"] option[value="choice"]:checked').count());
  for (const name of ['s0.answer', 's0.tolerance']) assert.ok(await page.locator(`[name="${name}"]`).isVisible(), name);
  assert.ok(await page.locator('[name="s0.choice0"]').isHidden());
});

test('without scripts a question is looked at, its key tried, its hints put in order, and nothing typed is lost', async (t) => {
  const page = await openPage(t, site.origin, { javaScript: false });
  await logInAs(page, 'yossi');
  await page.goto('/region/curriculum');
  await page.getByRole('link', { name: 'Algebra foundations' }).click();
  await page.getByRole('link', { name: 'Inequalities', exact: true }).click();
  await page.getByRole('link', { name: 'New question' }).click();
  await page.locator('[name="s0.question"]').fill('How much is $\\frac{1}{2}$ of 84?');
  await page.locator('[name="s0.answer"]').fill('plenty');
  await page.locator('[name="s0.tolerance"]').fill('a lot');
  await page.getByText('Hints, wrong answers, explanation').click();
  await page.locator('[name="s0.hint0"]').fill('Second');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByRole('link', { name: 'cannot be read as a number' }).waitFor();
  assert.equal(await page.locator('[name="s0.tolerance"]').inputValue(), 'a lot');
  assert.equal((await page.locator('#preview math').count()) > 0, true, 'the preview shows the formula');
  await page.locator('[name="s0.answer"]').fill('42');
  await page.locator('[name="s0.tolerance"]').fill('');
  await page.locator('[name="s0.try"]').fill('84/2');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.locator('#try-0').getByText('right', { exact: true }).waitFor();
  await page.getByText('Hints, wrong answers, explanation').click();
  await page.locator('[name="s0.hint1"]').fill('First');
  await page.getByRole('button', { name: 'Another hint' }).click();
  await page.getByRole('button', { name: 'Move hint 2 up' }).click();
  assert.equal(await page.locator('[name="s0.hint0"]').inputValue(), 'First');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByText('The draft is saved.').waitFor();
});

test('without scripts a question gets a picture and another place, and of two who save it the second loses nothing', async (t) => {
  const page = await openPage(t, site.origin, { javaScript: false });
  await logInAs(page, 'yossi');
  await page.goto('/region/curriculum');
  await page.getByRole('link', { name: 'Geometry and measurement' }).click();
  await page.getByRole('link', { name: 'Circles', exact: true }).click();
  const unit = page.url();
  const order = () => page.locator('li.in-place').evaluateAll((lines) => lines.map((line) => line.id));
  const [first, second, third] = await order();
  const down = page.locator(`#${first}`).getByRole('button', { name: /^Move .* down$/ });
  await down.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.hash === `#${first}`);
  assert.deepEqual((await order()).slice(0, 3), [second, first, third]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.match(
    (await page.locator(':focus').getAttribute('aria-label')) ?? '',
    /^Move .* up$/,
    'the way goes on there',
  );

  await page.locator(`#${first} a`).click();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.getByText('Pictures', { exact: true }).first().click();
  await page.getByLabel('File of picture 1').setInputFiles({
    name: 'field.png',
    mimeType: 'image/png',
    buffer: png(120),
  });
  await page.getByRole('button', { name: 'Add the picture' }).click();
  await page.waitForURL((url) => url.hash === '#figures');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByRole('link', { name: 'Say what the picture shows' }).waitFor();
  await page.getByLabel('What picture 1 shows').fill('A field');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByText('The draft is saved.').waitFor();

  await other.locator('[name="title"]').fill('Written meanwhile');
  await other.getByRole('button', { name: 'Save the draft' }).click();
  await other.getByText('Somebody else was faster').waitFor();
  assert.equal(await other.locator('[name="title"]').inputValue(), 'Written meanwhile');
  const theirs = other.getByAltText('A field');
  assert.equal(await theirs.evaluate((img: HTMLImageElement) => img.naturalWidth), 40, 'their picture is seen');
  await other.getByRole('button', { name: 'Save the draft' }).click();
  await other.getByText('The draft is saved.').waitFor();
  assert.equal(new URL(other.url()).pathname, new URL(unit).pathname);
});
