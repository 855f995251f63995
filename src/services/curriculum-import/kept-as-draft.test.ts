import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { actorOf, publishAll, supervisedSchool } from '../../../test/support/curriculum.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { course, problem, qa, run, stored } from '../../../test/support/import-drafts.ts';
import type { ProblemDraft } from '../../domain/curriculum/curriculum-draft.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import { takeProblem } from './take-problems.ts';

const choicesOf = (...texts: string[]) => texts.map((text, index) => ({ id: String.fromCharCode(97 + index), text }));

const asked = (...texts: string[]): ProblemDraft =>
  problem('hours', [qa({ kind: 'choice', question: 'When?', answer: 'a', choices: choicesOf(...texts) })]);

/** As every reader hands it on. */
async function taken(draft: ProblemDraft) {
  const checker = createAnswerChecker(await loadMathEngine());
  const read = { notTaken: [], notes: [] as { id: string; note: string }[] };
  const result = takeProblem(draft, 'hours', { checker }, read);
  assert.ok(result, JSON.stringify(read.notTaken));
  return { draft: result, notes: read.notes.map(({ note }) => note) };
}

const HOURS = { name: 'Hours' };

const reasons = ({ notTaken }: { notTaken: { reason: string }[] }) => notTaken.map(({ reason }) => reason);

databaseTest(
  'a question that leaves nothing to choose is a draft, until somebody mends and publishes it',
  async (db, t) => {
    const { ruth } = await supervisedSchool(db);
    const app = await startTestApp(t, db);
    const { curriculumEditor: editor, curriculumPublishing: publishing, banks } = app.services;
    const actor = await actorOf(app, ruth);
    const same = await taken(asked('less', 'less', 'less'));
    assert.deepEqual(same.notes, ['kept as a draft, which no pupil is asked: its choices all read the same']);
    const file = [course([problem('before', [qa()]), same.draft, problem('after', [qa()])], HOURS)];

    const first = await run(db, file);
    assert.deepEqual(first.courses[0]?.added, { units: 1, problems: 2, questions: 2, tests: 0, drafts: 1 });
    const there = await stored(db, HOURS.name);
    assert.deepEqual(
      (await banks.bankOf(there.id)).items.map((item) => item.question),
      [qa().question, qa().question],
      'nobody is asked it',
    );
    const [draft] = there.drafts;
    assert.deepEqual(
      draft?.steps[0]?.choices.map(({ text }) => text),
      ['less', 'less', 'less'],
    );

    const again = await run(db, file);
    assert.deepEqual(again.courses[0]?.added, { units: 0, problems: 0, questions: 0, tests: 0, drafts: 0 });
    assert.match(reasons(again).join(), /a draft here already/);
    const mended = [course([(await taken(asked('less', 'more'))).draft], HOURS)];
    assert.match(reasons(await run(db, mended)).join(), /somebody may be mending/);
    assert.deepEqual(await stored(db, HOURS.name), there, 'a file changes no draft');

    const review = await publishing.review(actor, there.id);
    assert.match(JSON.stringify(review.problems), /“less” stands there twice/);
    const chosen = review.drafts.map(({ draft: { id, version } }) => ({ id, version }));
    const refused = await publishing.publish(actor, there.id, { note: '', chosen });
    assert.notEqual(refused.outcome, 'published');

    const opened = await editor.openById(actor, 'problem', draft?.id ?? 0);
    const steps = opened.content.steps.map((step) => ({ ...step, choices: choicesOf('less', 'more') }));
    const content = { ...opened.content, steps };
    const saved = await editor.save(actor, opened.place, opened.token, { kind: 'problem', content });
    assert.deepEqual(saved, { outcome: 'saved' });
    await publishAll(app, actor, there.id);
    const bank = (await banks.bankOf(there.id)).items.map((item) => item.question);
    assert.deepEqual(bank, [qa().question, 'When?', qa().question]);
    const late = await run(db, file);
    assert.match(reasons(late).join(), /all read the same; the question that is here stays as it is/);
    assert.equal(late.courses[0]?.changes, 0);
  },
);

databaseTest('a draft of a file that was thrown away comes in again', async (db, t) => {
  const { ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const actor = await actorOf(app, ruth);
  const file = [course([problem('before', [qa()]), (await taken(asked('less', 'less'))).draft], HOURS)];
  await run(db, file);
  const [draft] = (await stored(db, HOURS.name)).drafts;
  const opened = await app.services.curriculumEditor.openById(actor, 'problem', draft?.id ?? 0);
  assert.equal(await app.services.curriculumEditor.discard(actor, opened.place, opened.token), true);
  assert.deepEqual((await stored(db, HOURS.name)).drafts, []);
  assert.equal((await run(db, file)).courses[0]?.added.drafts, 1);
});
