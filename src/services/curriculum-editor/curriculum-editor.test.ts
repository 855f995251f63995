import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import {
  actorOf,
  problemContent,
  publishAll,
  stepContent,
  supervisedSchool,
  unitContent,
} from '../../../test/support/curriculum.ts';
import { databaseTest } from '../../../test/support/databases.ts';

databaseTest('of two who edit one unit the second is told who saved, and sees both versions', async (db, t) => {
  const { courseId, ruth, sami } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumEditor: editor } = app.services;
  const [first, second] = [await actorOf(app, ruth), await actorOf(app, sami)];
  const place = { courseId, kind: 'unit', key: 'Adding' } as const;
  const [a, b] = [await editor.open(first, place), await editor.open(second, place)];
  const draft = (description: string) => ({ kind: 'unit', content: { ...a.content, description } }) as const;
  assert.deepEqual(await editor.save(first, place, a.token, draft('By Ruth')), { outcome: 'saved' });
  const refused = await editor.save(second, place, b.token, draft('By Sami'));
  assert.ok(refused.outcome === 'conflict');
  assert.equal(refused.other.saved?.by, 'Ruth North');
  assert.deepEqual(refused.other.content, draft('By Ruth').content);
  assert.deepEqual(await editor.save(second, place, refused.other.token, draft('By Sami')), { outcome: 'saved' });
  await publishAll(app, second, courseId);

  const late = await editor.save(first, place, a.token, draft('Late'));
  assert.ok(late.outcome === 'conflict', 'a form from before a publication does not take it back');
  assert.equal(late.other.content, late.other.live);
  const { count } = await db.run((handle) =>
    handle
      .selectFrom('audit_log')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('action', 'in', ['save a draft', 'publish a curriculum'])
      .executeTakeFirstOrThrow(),
  );
  assert.equal(Number(count), 3, 'two saves and a publication are written down, refused ones are not');
});

databaseTest('prerequisites that go round in a circle are refused with the way named', async (db, t) => {
  const { courseId, ruth, make } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumEditor: editor } = app.services;
  const actor = await actorOf(app, ruth);
  const place = { courseId, kind: 'unit', key: 'Adding' } as const;
  const opened = await editor.open(actor, place);
  const content = { ...opened.content, prerequisites: ['Taking away'] };
  const refused = await editor.save(actor, place, opened.token, { kind: 'unit', content });
  assert.ok(refused.outcome === 'problems');
  assert.deepEqual(refused.problems, [
    { field: 'prerequisites', problem: 'This goes round in a circle: “Adding” needs “Taking away” needs “Adding”.' },
  ]);
  const other = await make.course({ name: 'Letters' });
  const letters = await editor.open(actor, { courseId: other, kind: 'course', key: 'course' });
  const builds = (prerequisites: number[]) =>
    ({ kind: 'course', content: { ...letters.content, prerequisites } }) as const;
  await editor.save(actor, letters.place, letters.token, builds([courseId]));
  await publishAll(app, actor, other);
  const numbers = await editor.open(actor, { courseId, kind: 'course', key: 'course' });
  const circle = { ...numbers.content, prerequisites: [other] };
  const again = await editor.save(actor, numbers.place, numbers.token, { kind: 'course', content: circle });
  assert.ok(again.outcome === 'problems');
  assert.match(again.problems[0]?.problem ?? '', /circle: “Numbers” needs “Letters” needs “Numbers”/);

  const nameless = unitContent(' ', { prerequisites: ['new'] });
  const unnamed = await editor.create(actor, courseId, { kind: 'unit', content: nameless });
  assert.ok(unnamed.outcome === 'problems');
  assert.deepEqual(unnamed.problems, [
    { field: 'name', problem: 'A name is needed.' },
    { field: 'prerequisites', problem: 'This goes round in a circle: this unit needs this unit.' },
  ]);
});

databaseTest('all that is wrong with a question is named at once, each beside its field', async (db, t) => {
  const { courseId, ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const actor = await actorOf(app, ruth);
  const steps = [
    stepContent({ question: ' ', answer: 'plenty', tolerance: 2, hints: [{ text: '', scaffold: null }] }),
    stepContent({ kind: 'choice', answer: 'c', choices: [{ id: 'a', text: 'one' }] }),
    stepContent({ wrongAnswers: [{ answer: '42.0', feedback: 'Almost' }], acceptedAnswers: ['many'] }),
  ];
  const content = problemContent('Adding', { steps });
  const made = await app.services.curriculumEditor.create(actor, courseId, { kind: 'problem', content });
  assert.ok(made.outcome === 'problems');
  assert.deepEqual(made.problems.map(({ field }) => field).sort(), [
    's0.answer',
    's0.hint0',
    's0.question',
    's0.tolerance',
    's1.choices',
    's1.choices',
    's2.acceptedAnswers',
    's2.wrong0',
  ]);
});

databaseTest('what is archived is not asked, suggested or found, and stays in the history', async (db, t) => {
  const { courseId, ruth, pupilId } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumEditor: editor, curriculumCatalogue: catalogue, banks, courses } = app.services;
  const [actor, pupil] = [await actorOf(app, ruth), await actorOf(app, pupilId)];
  const archive = async (kind: 'unit' | 'course', key: string) => {
    const opened = await editor.open(actor, { courseId, kind, key });
    const draft = { kind, content: { ...opened.content, archived: true } } as Parameters<typeof editor.save>[3];
    return editor.save(actor, opened.place, opened.token, draft);
  };
  const needed = await archive('unit', 'Adding');
  assert.ok(needed.outcome === 'problems');
  assert.deepEqual(needed.problems, [
    { field: 'archived', problem: 'It is needed by “Taking away”: change that first.' },
  ]);
  assert.equal((await archive('unit', 'Taking away')).outcome, 'saved');
  const publication = await publishAll(app, actor, courseId);
  assert.deepEqual([...new Set((await banks.bankOf(courseId)).items.map((item) => item.unitName))], ['Adding']);
  assert.deepEqual(
    (await courses.getOwn(pupil, courseId)).units.map(({ name }) => name),
    ['Adding'],
  );
  assert.deepEqual((await catalogue.search(actor, 'Taking away', 1)).questions, []);
  const { changes } = await app.services.curriculumPublishing.publication(actor, publication);
  assert.equal(changes[0]?.name, 'Taking away');
  assert.equal((await archive('course', 'course')).outcome, 'saved');
  await publishAll(app, actor, courseId);
  assert.deepEqual((await app.services.progress.ownProgress(pupil)).length, 0);
  await assert.rejects(courses.getOwn(pupil, courseId), /no such course/i);
  assert.deepEqual((await catalogue.search(actor, 'Adding', 1)).questions, []);
  await assert.rejects(editor.deleteCourse(actor, courseId), /only be archived/);
});

databaseTest('drafts that were never published go away for good, and what is published stays', async (db, t) => {
  const { courseId, ruth, hana } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumEditor: editor, curriculumCatalogue: catalogue } = app.services;
  const actor = await actorOf(app, ruth);
  const made = await editor.create(actor, courseId, { kind: 'unit', content: unitContent('Roots') });
  assert.ok(made.outcome === 'made');
  const inside = await editor.create(actor, courseId, { kind: 'problem', content: problemContent('Roots') });
  assert.ok(inside.outcome === 'made');
  const unit = await editor.open(actor, { courseId, kind: 'unit', key: 'Roots' });
  await assert.rejects(editor.discard(actor, unit.place, unit.token), /questions in this unit/);
  const problem = await editor.openById(actor, 'problem', Number(inside.place.key));
  assert.equal(await editor.discard(actor, problem.place, problem.token), true);
  assert.equal(await editor.discard(actor, unit.place, unit.token), true);
  assert.deepEqual(
    (await catalogue.course(actor, courseId)).units.map(({ key }) => key),
    ['Adding', 'Taking away'],
  );
  await assert.rejects(catalogue.course(await actorOf(app, hana), courseId), /no such course/i);
});

databaseTest(
  'questions are found by the beginnings of their words, whatever the case, in any of their texts',
  async (db, t) => {
    const { courseId, ruth } = await supervisedSchool(db);
    const app = await startTestApp(t, db);
    const { curriculumEditor: editor, curriculumCatalogue: catalogue } = app.services;
    const actor = await actorOf(app, ruth);
    const texts = [
      { question: 'What is Energy measured in?', kind: 'text', answer: 'Joule', aliases: ['the unit of work'] },
      { question: 'מהו השורש של תשע?', kind: 'number', answer: '3' },
      { question: 'An ox pulls a cart of 300 kg. How heavy is it?', kind: 'number', answer: '300' },
    ] as const;
    for (const { ...text } of texts) {
      const steps = [stepContent({ ...text, aliases: 'aliases' in text ? [...text.aliases] : [] })];
      const made = await editor.create(actor, courseId, {
        kind: 'problem',
        content: problemContent('Adding', { steps }),
      });
      assert.equal(made.outcome, 'made', JSON.stringify(made));
    }
    await publishAll(app, actor, courseId);
    const find = async (words: string) =>
      (await catalogue.search(actor, words, 1)).questions.map(({ answer }) => answer);
    assert.deepEqual(await find('energy meas'), ['Joule']);
    assert.deepEqual(await find('JOULE'), ['Joule']);
    assert.deepEqual(await find('unit of WORK'), ['Joule']);
    assert.deepEqual(await find('השורש'), ['3']);
    assert.deepEqual(await find('ox'), ['300'], 'words of two letters');
    assert.deepEqual(await find('what is energy'), ['Joule'], 'words that are everywhere');
    assert.deepEqual(await find('energy ox'), []);
    assert.deepEqual(await find('"( * -'), []);
  },
);
