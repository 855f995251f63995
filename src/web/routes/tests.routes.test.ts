import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { unitDraft } from '../../../test/support/factory.ts';
import { setTest, testSchool } from '../../../test/support/test-school.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import type { QaDraft } from '../../domain/curriculum/curriculum-draft.ts';

const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
const choices = ['a', 'b', 'c'].map((id) => ({ id, text: `leaf ${id}` }));
const STEPS: Pick<QaDraft, 'kind' | 'question' | 'answer'>[] = [
  { kind: 'choice', question: 'Which one?', answer: 'a' },
  { kind: 'several choices', question: 'Which ones?', answer: 'a,c' },
  { kind: 'text', question: 'Why?', answer: 'to make sugar' },
];

/** A test under way with a choice, several choices and free text; `at` says where each stands. */
async function underWay(db: DatabaseManager, t: TestContext) {
  const school = await testSchool(db);
  const problems = STEPS.map(({ kind, ...rest }, index) => ({
    sourceKey: `leaves-${index}`,
    source: 'tests',
    licence: 'Apache-2.0',
    steps: [
      {
        use: 'for test' as const,
        kind,
        level: 2,
        hints: [],
        explanation: 'So.',
        ...rest,
        ...(kind === 'text' ? {} : { choices }),
      },
    ],
  }));
  const courseId = await school.make.course({
    name: 'Trees',
    units: [{ ...unitDraft('Oaks', 1), problems }],
    tests: [{ name: 'Leaf quiz', type: 'quiz', durationMinutes: 20, questionCount: 3, units: { Oaks: 1 } }],
  });
  await school.make.enrol(school.pupilId, courseId);
  const { id: testId } = await db.run((handle) =>
    handle.selectFrom('tests').select('id').where('course_id', '=', courseId).executeTakeFirstOrThrow(),
  );
  const app = await startTestApp(t, db);
  const id = await setTest(app, { ...school, testId });
  const paper = await app.services.testTaking.begin(school.pupil, id);
  const at = Object.fromEntries(paper.questions.map(({ position, question }) => [question.kind, position]));
  const saved = async () => {
    const desk = await app.services.testTaking.desk(school.pupil, id);
    assert.ok(desk.shows === 'paper');
    return Object.fromEntries(desk.questions.map(({ question, answer }) => [question.kind, answer]));
  };
  return { ...school, app, id, saved, noa: await login(app, 'pupil'), at: (kind: string) => at[kind] ?? 0 };
}

databaseTest(
  'a choice that is not there is refused by the API with what was read and what is allowed, and the save takes nothing',
  async (db, t) => {
    const { noa, id, at, saved } = await underWay(db, t);
    const save = (...answers: [string, number, string[]][]) =>
      noa.send(`/api/v1/tests/${id}/answers`, {
        method: 'PUT',
        body: { device: 'phone', answers: answers.map(([kind, seq, values]) => ({ position: at(kind), seq, values })) },
      });
    assert.equal((await save(['choice', 1, ['b']])).status, 200);
    const wrong = await save(['text', 1, ['light']], ['choice', 2, ['z']], ['several choices', 1, ['a', 'q', 'r']]);
    assert.equal(wrong.status, 400, wrong.text);
    const allowed = 'of "a", "b", "c", or none to take it back';
    assert.deepEqual(wrong.json, {
      error: {
        code: 'invalid-input',
        message:
          `Question ${at('choice')} has no choice "z". ` +
          `Question ${at('several choices')} has no choice "q", "r". Nothing was saved.`,
        details: { fields: { 'answers.1.values': allowed, 'answers.2.values': allowed } },
      },
    });
    assert.deepEqual(await saved(), { choice: 'b', 'several choices': '', text: '' });
    assert.equal((await save(['choice', 2, ['a', 'b']])).status, 400, 'none of two is picked');
    const right = await save(['text', 1, ['light']], ['choice', 2, ['']], ['several choices', 1, ['c', 'a']]);
    assert.equal(right.status, 200);
    assert.deepEqual(await saved(), { choice: '', 'several choices': 'a,c', text: 'light' }, 'none takes it back');
  },
);

databaseTest('the form comes back with all that was written and what cannot be taken', async (db, t) => {
  const { noa, id, at, saved } = await underWay(db, t);
  const { text: shown } = await noa.get(`/tests/${id}`, { accept: 'text/html' });
  const fields = new URLSearchParams(
    [...shown.matchAll(/name="((?:was|seq)-\d+)" value="([^"]*)"/g)].map(([, n = '', v = '']) => [n, v]),
  );
  for (const id of ['a', 'q']) fields.append(`answer-${at('several choices')}`, id);
  fields.append(`answer-${at('choice')}`, 'b');
  fields.append(`answer-${at('text')}`, 'because of light');
  const wrong = await noa.post(`/tests/${id}/answers`, fields.toString(), form);
  assert.equal(wrong.status, 400);
  assert.match(wrong.text, /Nothing was saved yet/);
  assert.match(
    wrong.text,
    new RegExp(`id="answer-${at('several choices')}-problem"[\\s\\S]*?q is none of the choices`),
  );
  assert.match(wrong.text, /because of light/);
  const chosen = [...wrong.text.matchAll(/name="answer-(\d+)" value="(\w)" checked/g)].map(([, n, v]) => [
    Number(n),
    v,
  ]);
  assert.deepEqual(
    chosen.sort(),
    [
      [at('choice'), 'b'],
      [at('several choices'), 'a'],
    ].sort(),
  );
  assert.deepEqual(await saved(), { choice: '', 'several choices': '', text: '' });
});

databaseTest('words of need in a save that could not be taken are heard, and answered', async (db, t) => {
  const { noa, id, at } = await underWay(db, t);
  const answers = [
    { position: at('text'), seq: 1, values: ['I want to kill myself'] },
    { position: at('choice'), seq: 1, values: ['z'] },
  ];
  const refused = await noa.send(`/api/v1/tests/${id}/answers`, { method: 'PUT', body: { device: 'phone', answers } });
  assert.equal(refused.status, 400);
  assert.match(refused.text, /"care":"/);
  const alerts = await db.run((handle) => handle.selectFrom('safety_alerts').select('sitting_id').execute());
  assert.deepEqual(alerts, [{ sitting_id: id }]);
});
