import assert from 'node:assert/strict';
import { startTestApp } from '../../../../test/support/app.ts';
import { login } from '../../../../test/support/client.ts';
import { actorOf, publishAll, supervisedSchool } from '../../../../test/support/curriculum.ts';
import { databaseTest } from '../../../../test/support/databases.ts';
import { addPast } from '../../../../test/support/past.ts';
import type { StepContent } from '../../../shared/curriculum-content.ts';
import { HOUR } from '../../../shared/instant.ts';

const choices = ['a', 'b', 'c'].map((id) => ({ id, text: `text ${id}` }));
type Key = Partial<Pick<StepContent, 'kind' | 'answer' | 'choices' | 'question' | 'explanation'>>;

/** A key, the answer given to it and its verdict; the key that is published then, what the page says of it, and the verdict after. */
const CHANGES: { from: Key; given: string; was: 'correct' | 'incorrect'; to: Key; says: RegExp; becomes: string }[] = [
  {
    from: { kind: 'number', answer: '42' },
    given: '41',
    was: 'incorrect',
    to: { answer: '41' },
    says: /Question 1: another key\. The words and the choices stay, so answers[^.]* are judged again/,
    becomes: 'correct',
  },
  {
    from: { kind: 'number', answer: '42' },
    given: '6*7',
    was: 'incorrect',
    to: { kind: 'expression' },
    says: /a number becomes an expression\. The words and the choices stay, so answers[^.]* are judged again/,
    becomes: 'correct',
  },
  {
    from: { kind: 'number', answer: '42' },
    given: '42',
    was: 'correct',
    to: { kind: 'text', answer: 'forty-two' },
    says: /a number becomes words\.[\s\S]*can only become right by it, never wrong/,
    becomes: 'correct',
  },
  {
    from: { kind: 'number', answer: '42' },
    given: '42',
    was: 'correct',
    to: { kind: 'choice', answer: 'a', choices },
    says: /a number becomes one choice\.[\s\S]*another question: answers that were given keep their verdicts/,
    becomes: 'correct',
  },
  {
    from: { kind: 'choice', answer: 'a', choices },
    given: 'b',
    was: 'incorrect',
    to: { kind: 'number', answer: '2', choices: [] },
    says: /one choice becomes a number\.[\s\S]*another question: answers that were given keep their verdicts/,
    becomes: 'incorrect',
  },
  {
    from: { kind: 'choice', answer: 'a', choices },
    given: 'a',
    was: 'correct',
    to: { kind: 'several choices', answer: 'a,c' },
    says: /one choice becomes several choices\. The words and the choices stay, so answers[^.]* are judged again/,
    becomes: 'incorrect',
  },
  {
    from: { kind: 'number', answer: '42' },
    given: '41',
    was: 'incorrect',
    to: { answer: '41', question: 'Something else?' },
    says: /another key\. The words or the choices change as well, so this is another question: answers[^.]*keep their verdicts/,
    becomes: 'incorrect',
  },
];

databaseTest(
  'before it is published the page says of each changed key whether answers are judged again, and so it comes',
  async (db, t) => {
    const { courseId, ruth, pupilId, teacherId } = await supervisedSchool(db);
    const app = await startTestApp(t, db);
    const { curriculumEditor: editor, banks } = app.services;
    const [actor, page] = [await actorOf(app, ruth), await login(app, 'ruth')];
    const [first] = (await banks.bankOf(courseId)).items;
    assert.ok(first);
    const { qaId, problemId, unitName } = first;
    const write = async (key: Key) => {
      const { content, place, token } = await editor.openById(actor, 'problem', problemId);
      const steps = content.steps.map((step) =>
        step.qaId === qaId ? { ...step, wrongAnswers: [], hints: [], ...key } : step,
      );
      const draft = { kind: 'problem', content: { ...content, steps } } as const;
      assert.deepEqual(await editor.save(actor, place, token, draft), { outcome: 'saved' });
    };
    const publishPage = () => page.get(`/region/curriculum/courses/${courseId}/publish`, { accept: 'text/html' });
    const question = 'How much is it?';
    for (const [index, { from, given, was, to, says, becomes }] of CHANGES.entries()) {
      await write({ question, choices: [], explanation: `The ${index}th.`, ...from });
      await publishAll(app, actor, courseId);
      await app.worker.runDue();
      await db.run((handle) => handle.deleteFrom('attempts').execute());
      const revisionId = (await banks.bankOf(courseId)).byQa.get(qaId)?.revisionId ?? 0;
      const past = { studentId: pupilId, courseId, teacherId, minutes: 20, start: app.clock.now() - HOUR };
      const choiceId = from.kind === 'choice' ? { choiceId: given } : {};
      await addPast(db, {
        ...past,
        attempts: [{ verdict: was, qaId, revisionId, unitName, answer: given, ...choiceId }],
      });
      await write(to);
      assert.match((await publishPage()).text, says);
      await publishAll(app, actor, courseId);
      await app.worker.runDue();
      const [after] = await db.run((handle) => handle.selectFrom('attempts').select('verdict').execute());
      assert.equal(after?.verdict, becomes, `${from.kind} to ${to.kind}`);
    }
  },
);

databaseTest('where no key changes the page says nothing of answers', async (db, t) => {
  const { courseId, ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const actor = await actorOf(app, ruth);
  const [first] = (await app.services.banks.bankOf(courseId)).items;
  const { content, place, token } = await app.services.curriculumEditor.openById(
    actor,
    'problem',
    first?.problemId ?? 0,
  );
  const steps = content.steps.map((step) => ({ ...step, explanation: 'Said better.' }));
  await app.services.curriculumEditor.save(actor, place, token, { kind: 'problem', content: { ...content, steps } });
  const page = await login(app, 'ruth');
  const { text } = await page.get(`/region/curriculum/courses/${courseId}/publish`, { accept: 'text/html' });
  assert.match(text, /Said better/);
  assert.doesNotMatch(text, /Answers that were given before/);
});
