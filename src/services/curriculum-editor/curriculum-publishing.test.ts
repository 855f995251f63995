import assert from 'node:assert/strict';
import { startTestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import {
  actorOf,
  problemContent,
  publishAll,
  stepContent,
  supervisedSchool,
  unitContent,
} from '../../../test/support/curriculum.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { activeSession, field } from '../../../test/support/study.ts';
import { REGRADE } from '../../data/jobs/job-kinds.ts';

databaseTest('what is written stays a draft until it is published, and then pupils have it', async (db, t) => {
  const { ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumEditor: editor, banks } = app.services;
  const actor = await actorOf(app, ruth);
  const course = { name: 'Powers', subject: 'math', gradeLevel: '9th', type: 'optional', level: 2 } as const;
  const made = await editor.createCourse(actor, { ...course, description: '', prerequisites: [], archived: false });
  assert.ok(made.outcome === 'made');
  const { courseId } = made.place;
  await editor.create(actor, courseId, { kind: 'unit', content: unitContent('Squares') });
  const steps = [stepContent(), stepContent({ question: 'And $7 \\cdot 8$?', answer: '56', use: 'for test' })];
  const problem = await editor.create(actor, courseId, {
    kind: 'problem',
    content: problemContent('Squares', { steps }),
  });
  assert.equal(problem.outcome, 'made', JSON.stringify(problem));
  assert.deepEqual((await banks.bankOf(courseId)).items, [], 'a draft is not asked');
  assert.deepEqual(
    await app.services.curriculumCatalogue.search(actor, 'much', 1).then((found) => found.questions),
    [],
  );

  await publishAll(app, actor, courseId);
  const [item, ...more] = (await banks.bankOf(courseId)).items;
  assert.equal(item?.key.answer, '42');
  assert.deepEqual(more, [], 'what is for tests stays out of the bank');
  const { questions } = await app.services.curriculumCatalogue.search(actor, 'much', 1);
  assert.deepEqual(
    questions.map(({ answer }) => answer),
    ['42'],
  );
});

databaseTest('a session under way keeps its question, and a new one has the new', async (db, t) => {
  const { courseId, ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumEditor: editor, banks } = app.services;
  const actor = await actorOf(app, ruth);
  const pupil = await login(app, 'pupil');
  const session = await activeSession(pupil, courseId);
  const open = async (id: number) => {
    const state = await db.run((handle) =>
      handle
        .selectFrom('session_dialogues')
        .select('state')
        .where('home_session_id', '=', id)
        .executeTakeFirstOrThrow(),
    );
    return JSON.parse(state.state).open;
  };
  const before = await open(session);
  const opened = await editor.openById(actor, 'problem', before.problemId);
  const [old] = opened.content.steps;
  assert.ok(old);
  const steps = [{ ...old, question: 'Another question', answer: '7' }];
  const draft = { kind: 'problem', content: { ...opened.content, steps } } as const;
  assert.deepEqual(await editor.save(actor, opened.place, opened.token, draft), { outcome: 'saved' });
  await publishAll(app, actor, courseId);

  const said = await pupil.post(`/api/v1/study-sessions/home/${session}/messages`, {
    clientId: 'a',
    content: old.answer,
  });
  assert.equal(said.status, 200, said.text);
  const attempt = await db.run((handle) =>
    handle.selectFrom('attempts').selectAll().where('home_session_id', '=', session).executeTakeFirstOrThrow(),
  );
  assert.equal(attempt.verdict, 'correct', 'judged by the key that was asked');
  assert.equal(attempt.revision_id, before.revisionId);
  const now = (await banks.bankOf(courseId)).byQa.get(before.qaId);
  assert.equal(now?.question, 'Another question');
  assert.notEqual(now?.revisionId, before.revisionId);
  const jobs = await db.run((handle) => handle.selectFrom('jobs').selectAll().where('kind', '=', REGRADE).execute());
  assert.deepEqual(
    jobs.map(({ subject_key, payload, state }) => ({ subject_key, payload: JSON.parse(payload), state })),
    [
      {
        subject_key: `qa:${before.qaId}:${now?.revisionId}`,
        payload: { qaId: before.qaId, revisionId: now?.revisionId },
        state: 'queued',
      },
    ],
  );
  const again = await pupil.get(`/api/v1/study-sessions/home/${session}`);
  assert.equal(field(again, 'status'), 'active');
});

databaseTest('a change that leaves the key alone makes a revision and no work', async (db, t) => {
  const { courseId, ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumEditor: editor, banks } = app.services;
  const actor = await actorOf(app, ruth);
  const [item] = (await banks.bankOf(courseId)).items;
  const opened = await editor.openById(actor, 'problem', item?.problemId ?? 0);
  const steps = opened.content.steps.map((step) => ({ ...step, explanation: 'Said better.' }));
  await editor.save(actor, opened.place, opened.token, { kind: 'problem', content: { ...opened.content, steps } });
  const id = await publishAll(app, actor, courseId, 'Clearer words');
  const now = (await banks.bankOf(courseId)).byQa.get(item?.qaId ?? 0);
  assert.equal(now?.explanation, 'Said better.');
  assert.notEqual(now?.revisionId, item?.revisionId);
  assert.equal(
    (await app.services.banks.itemOf(await banks.bankOf(courseId), item?.revisionId ?? 0))?.explanation,
    item?.explanation,
  );
  const { jobs } = await db.run((handle) =>
    handle
      .selectFrom('jobs')
      .select(({ fn }) => fn.countAll<number>().as('jobs'))
      .executeTakeFirstOrThrow(),
  );
  assert.equal(Number(jobs), 0);

  const { publication, changes } = await app.services.curriculumPublishing.publication(actor, id);
  assert.equal(publication.by, 'Ruth North');
  assert.equal(publication.note, 'Clearer words');
  assert.deepEqual(
    changes.flatMap(({ differences }) => differences.map(({ field: name }) => name)),
    ['explanation'],
  );

  const history = await app.services.curriculumPublishing.problemHistory(actor, item?.problemId ?? 0);
  const change = history.entries[0]?.change.id ?? 0;
  const earlier = await app.services.curriculumPublishing.earlierState(actor, item?.problemId ?? 0, change, 'before');
  assert.equal(earlier.steps[0]?.explanation, item?.explanation);
});

databaseTest('a unit gets another name while a session is under way, and the session goes on in it', async (db, t) => {
  const { courseId, ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumEditor: editor } = app.services;
  const actor = await actorOf(app, ruth);
  const pupil = await login(app, 'pupil');
  const session = await activeSession(pupil, courseId);
  for (const [from, to] of [
    ['Adding', 'Taking away'],
    ['Taking away', 'Adding'],
  ] as const) {
    const opened = await editor.open(actor, { courseId, kind: 'unit', key: from });
    const renamed = (name: string) => ({ kind: 'unit', content: { ...opened.content, name } }) as const;
    if (from === 'Adding') {
      const refused = await editor.save(actor, opened.place, opened.token, renamed(to));
      assert.ok(refused.outcome === 'problems');
      assert.deepEqual(
        refused.problems.map(({ field: name }) => name),
        ['name'],
      );
    }
    const draft = renamed(from === 'Adding' ? 'Sums' : to);
    assert.deepEqual(await editor.save(actor, opened.place, opened.token, draft), { outcome: 'saved' });
  }
  await publishAll(app, actor, courseId);
  const said = await pupil.post(`/api/v1/study-sessions/home/${session}/messages`, { clientId: 'a', content: '1001' });
  assert.equal(said.status, 200, said.text);
  const attempt = await db.run((handle) =>
    handle.selectFrom('attempts').select('unit_name').where('home_session_id', '=', session).executeTakeFirstOrThrow(),
  );
  assert.ok(['Sums', 'Adding'].includes(attempt.unit_name));
  const edges = await db.run((handle) => handle.selectFrom('learning_unit_prerequisites').selectAll().execute());
  assert.deepEqual(
    edges.map(({ unit_name, prerequisite_name }) => [unit_name, prerequisite_name]),
    [['Adding', 'Sums']],
  );
});

databaseTest('how many questions a test has is written, held against what there is, and drawn', async (db, t) => {
  const { courseId, ruth } = await supervisedSchool(db);
  const app = await startTestApp(t, db);
  const { curriculumEditor: editor, curriculumPublishing: publishing } = app.services;
  const actor = await actorOf(app, ruth);
  const units = [{ unit: 'Adding', weight: 1 }];
  const quiz = {
    name: 'Quiz',
    type: 'quiz',
    minutes: 20,
    questionCount: 3,
    link: null,
    units,
    archived: false,
  } as const;
  const refused = await editor.create(actor, courseId, { kind: 'test', content: { ...quiz, units } });
  assert.ok(refused.outcome === 'problems');
  const problem = 'There are not enough questions for tests: “Adding” would give 3 and has 0.';
  assert.deepEqual(refused.problems, [{ field: 'questionCount', problem }]);
  const steps = [1, 2, 3].map((n) => stepContent({ use: 'for test', question: `$${n} + 1$?`, answer: `${n + 1}` }));
  const content = problemContent('Adding', { steps });
  assert.equal((await editor.create(actor, courseId, { kind: 'problem', content })).outcome, 'made');
  const made = await editor.create(actor, courseId, { kind: 'test', content: { ...quiz, units } });
  assert.ok(made.outcome === 'made', 'questions that are drafts are counted');

  const { drafts } = await publishing.review(actor, courseId);
  const alone = drafts.filter(({ draft }) => draft.kind === 'test').map(({ draft }) => draft);
  const early = await publishing.publish(actor, courseId, { note: '', chosen: alone });
  assert.ok(early.outcome === 'problems', 'but not before they are published with it');
  assert.deepEqual(
    early.problems.map((one) => one.problem),
    [problem],
  );
  await publishAll(app, actor, courseId);
  const opened = await editor.openById(actor, 'test', Number(made.place.key));
  assert.equal(opened.content.questionCount, 3);
  const row = await db.run((handle) =>
    handle.selectFrom('tests').select('question_count').where('name', '=', 'Quiz').executeTakeFirstOrThrow(),
  );
  assert.equal(Number(row.question_count), 3);
});
