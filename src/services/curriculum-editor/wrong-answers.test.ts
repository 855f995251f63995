import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { actorOf, publishAll, supervisedSchool } from '../../../test/support/curriculum.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { unitDraft } from '../../../test/support/factory.ts';
import { FORM_TYPE, formData } from '../../../test/support/form-data.ts';
import { addPast } from '../../../test/support/past.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { HOUR } from '../../shared/instant.ts';

type Test = Parameters<typeof startTestApp>[0];
type Supervised = Awaited<ReturnType<typeof supervisedSchool>>;

/** A course of one question, "which number comes 1 after 1000?", that these many pupils have answered with 999, and the rest rightly. */
async function answered(db: DatabaseManager, t: Test, { pupils, wrong }: { pupils: number; wrong: number }) {
  const school = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const courseId = await school.make.course({ name: 'One question', units: [unitDraft('Adding', 1)] });
  await school.make.enrol(school.mateId, courseId);
  for (let index = 0; index < pupils; index += 1) {
    const studentId = await school.make.student(`pupil-${index}`, school.schoolId, { classId: school.classId });
    const given =
      index < wrong ? ({ verdict: 'incorrect', answer: '999' } as const) : ({ verdict: 'correct' } as const);
    const start = app.clock.now() - (index + 1) * HOUR;
    const { teacherId } = school;
    await addPast(db, {
      studentId,
      courseId,
      teacherId,
      start,
      minutes: 20,
      attempts: [{ ...given, understood: given.answer ?? '1001' }],
    });
  }
  const { id } = await db.run((handle) =>
    handle.selectFrom('problems').select('id').where('course_id', '=', courseId).executeTakeFirstOrThrow(),
  );
  return { ...school, app, courseId, href: `/region/curriculum/problems/${id}`, problemId: id };
}

const valueIn = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

databaseTest(
  'what pupils often answer is shown to the author, and what the author says of it to the next pupil',
  async (db, t) => {
    const { app, href, courseId, ruth, mateId } = await answered(db, t, { pupils: 12, wrong: 4 });
    const author = await login(app, 'ruth');
    const { text } = await author.get(href);
    assert.match(text, /4 of 12 pupils answered <strong dir="auto">.*999.*<\/strong>/);
    assert.match(text, /Until then the tutor/);
    const desk = async () => (await author.get(`/region/curriculum/courses/${courseId}/unit?name=Adding`)).text;
    assert.match(await desk(), /Wrong answers to explain/);
    const fields = {
      token: valueIn(text, 'token'),
      unit: 'Adding',
      source: 'tests',
      licence: 'Apache-2.0',
      's0.qaId': valueIn(text, 's0.qaId'),
      's0.kind': 'number',
      's0.level': '2',
      's0.use': 'for study',
      's0.question': 'Adding: which number comes $1$ after $1000$?',
      's0.answer': '1001',
      's0.common0': '999',
    };
    const send = (more: Record<string, string>) =>
      author.send(href, {
        method: 'POST',
        bytes: formData({ text: '', field: 'figure0.file', fields: { ...fields, ...more } }),
        headers: { 'content-type': FORM_TYPE },
      });
    const nothingSaid = await send({ 's0.common0.feedback': '', do: 'preview' });
    assert.match(nothingSaid.text, /4 of 12 pupils answered/, 'nothing is said of it yet');
    const said = { 's0.common0.feedback': 'That one comes before the thousand.' };
    const previewed = await send({ ...said, do: 'preview' });
    assert.doesNotMatch(previewed.text, /4 of 12 pupils answered/);
    assert.equal(valueIn(previewed.text, 's0.wrong0'), '999');
    const saved = await send({ ...said, do: 'save' });
    assert.equal(saved.status, 303, saved.text.slice(0, 400));
    assert.doesNotMatch(await desk(), /Wrong answers to explain/, 'a draft foresees it');
    await publishAll(app, await actorOf(app, ruth), courseId);
    assert.doesNotMatch((await author.get(href)).text, /pupils answered/, 'it is foreseen now');
    assert.doesNotMatch(await desk(), /Wrong answers to explain/);

    const mate = await actorOf(app, mateId);
    const session = await app.services.studyStart.begin(mate, {
      type: 'homework',
      courseId,
      emotionalStateBefore: 'neutral',
      minutes: 30,
    });
    const sent = await app.services.conversation.sendMessage(mate, session.id, { clientId: 'one', content: '999' });
    assert.match((await sent.done()).content, /That one comes before the thousand\./);
  },
);

databaseTest('few pupils are not spoken of, and other subjects’ questions do not exist', async (db, t) => {
  const school = await answered(db, t, { pupils: 9, wrong: 9 });
  const { app, href, problemId, courseId } = school;
  const { text } = await (await login(app, 'ruth')).get(href);
  assert.match(text, /1001/);
  assert.doesNotMatch(text, /pupils answered/);
  const unit = `/region/curriculum/courses/${courseId}/unit?name=Adding`;
  assert.doesNotMatch((await (await login(app, 'ruth')).get(unit)).text, /Wrong answers to explain/);
  const opened = await app.services.curriculumEditor.openById(await actorOf(app, school.ruth), 'problem', problemId);
  const historian = await actorOf(app, school.hana);
  await assert.rejects(app.services.wrongAnswers.ofProblem(historian, problemId, opened.content), {
    code: 'not-found',
  });
  await answerAlike(school, courseId, app.clock.now());
  assert.match((await (await login(app, 'ruth')).get(href)).text, /10 of 10 pupils answered/);
});

/** One more pupil answers 999. */
async function answerAlike(
  { make, schoolId, classId, teacherId, app }: Supervised & { app: { db: DatabaseManager } },
  courseId: number,
  now: number,
) {
  const studentId = await make.student('pupil-late', schoolId, { classId });
  const attempts = [{ verdict: 'incorrect', answer: '999', understood: '999' } as const];
  await addPast(app.db, { studentId, courseId, teacherId, start: now - HOUR, minutes: 20, attempts });
}
