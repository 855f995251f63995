import assert from 'node:assert/strict';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { EvaluationRepo } from '../../data/evaluations/evaluation.repo.ts';
import { ScoreReviewRepo } from '../../data/evaluations/score-review.repo.ts';
import { HOUR } from '../../shared/instant.ts';

type Test = Parameters<Parameters<typeof databaseTest>[1]>[1];

/** A pupil whose session was evaluated, their parent and their class manager. */
async function evaluated(db: DatabaseManager, t: Test, evaluation = {}) {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { pupilId: studentId, courseId, teacherId } = school;
  const past = { studentId, courseId, teacherId, start: app.clock.now() - HOUR, minutes: 20 };
  const { id } = await addPast(db, { ...past, evaluation: { score: 4, ...evaluation } });
  const reviews = app.services.scoreReviews;
  const people = {
    pupil: actor(studentId, 'student', school.schoolId),
    mate: actor(school.mateId, 'student', school.schoolId),
    parent: actor(school.parentId, 'parent'),
    manager: actor(school.classManagerId, 'class manager', school.schoolId),
  };
  const said = async () => (await new ScoreReviewRepo(db).ofSessions([id])).get(id) ?? [];
  return { app, school, id, reviews, people, said, proficiency: { sessionId: id, kind: 'proficiency' as const } };
}

const page = async (app: TestApp, who: string, path: string) => (await (await login(app, who)).get(path)).text;

databaseTest(
  'a pupil contests a score, the class manager answers, and everybody reads how it stands',
  async (db, t) => {
    const { app, school, id, reviews, people, proficiency, said } = await evaluated(db, t);
    await reviews.contest(people.pupil, proficiency, '  I was called away.  ');
    const queue = await reviews.queue(people.manager);
    assert.deepEqual(
      queue.contested.map(({ sessionId, kind, score, words, byPupil }) => ({ sessionId, kind, score, words, byPupil })),
      [{ sessionId: id, kind: 'proficiency', score: 4, words: 'I was called away.', byPupil: true }],
    );
    assert.equal(queue.total, 1);
    const child = `/children/${school.pupilId}/sessions/${id}`;
    const desk = `/class/students/${school.pupilId}/sessions/${id}`;
    assert.match(await page(app, 'pupil', `/study/home/${id}/summary`), /You said on .* that this is not right/);
    assert.match(
      await page(app, 'class-manager', desk),
      /Noa .* said on .* that this is not right[\s\S]*I was called away\./,
    );
    const parents = await page(app, 'parent', child);
    assert.match(parents, /Your child said on .* that this is not right/);
    assert.ok(!parents.includes('I was called away.'), "the child's words are for the class manager");
    await reviews.answer(people.manager, proficiency, { action: 'disputed', score: null, words: 'The bell rang.' });
    for (const [who, path] of [
      ['pupil', `/study/home/${id}/summary`],
      ['parent', child],
      ['class-manager', desk],
    ] as const) {
      assert.match(await page(app, who, path), /holds this score for doubtful since[\s\S]*The bell rang\./, who);
    }
    assert.deepEqual(await reviews.queue(people.manager), { contested: [], total: 0, flagged: [] });
    assert.deepEqual(
      (await said()).map(({ action }) => action),
      ['contested', 'disputed'],
    );
    const api = await (await login(app, 'pupil')).get(`/api/v1/study-sessions/home/${id}/evaluations`);
    const [first] = (api.json as { evaluations: { kind: string; score: number; disputed: boolean }[] }).evaluations;
    assert.deepEqual([first?.kind, first?.score, first?.disputed], ['proficiency', 4, true], 'the score itself stays');
  },
);

databaseTest(
  "a class manager's own score stands beside the evaluator's, and the earlier one on record",
  async (db, t) => {
    const { app, school, id, reviews, people, said } = await evaluated(db, t);
    const investment = { sessionId: id, kind: 'investment' as const };
    await reviews.answer(people.manager, investment, { action: 'scored', score: 9, words: 'Worked on paper.' });
    await reviews.answer(people.manager, investment, { action: 'scored', score: 8, words: 'Worked on paper, mostly.' });
    const all = (await new EvaluationRepo(db).ofSessions([id])).get(id) ?? [];
    assert.deepEqual(
      all.filter(({ kind }) => kind === 'investment').map(({ source, score }) => [source, score]),
      [
        ['evaluator', all.find(({ kind, source }) => kind === 'investment' && source === 'evaluator')?.score],
        ['class manager', 8],
      ],
    );
    assert.deepEqual(
      (await said()).map(({ score }) => score),
      [9, 8],
    );
    const { text } = await (await login(app, 'pupil')).get(`/study/home/${id}/summary`);
    assert.match(text, /8 of 10[\s\S]*Worked on paper, mostly\.[\s\S]*Given by the class manager\./);
    const status = await app.services.evaluations.resultsOf(school.pupilId, [id]);
    assert.equal(status.get(id)?.status, 'done');
  },
);

databaseTest(
  'contesting twice, at once or one after the other, is one contest; after the answer there may be another',
  async (db, t) => {
    const { reviews, people, proficiency, said } = await evaluated(db, t);
    await Promise.all([
      reviews.contest(people.pupil, proficiency, 'No.'),
      reviews.contest(people.parent, proficiency, 'No!'),
      reviews.contest(people.pupil, proficiency, 'No, really.'),
    ]);
    assert.equal((await said()).length, 1);
    await reviews.answer(people.manager, proficiency, { action: 'stands', score: null, words: 'I looked.' });
    await reviews.contest(people.parent, proficiency, 'Please look again.');
    assert.deepEqual(
      (await said()).map(({ action }) => action),
      ['contested', 'stands', 'contested'],
    );
    assert.equal((await reviews.queue(people.manager)).contested[0]?.byPupil, false);
  },
);

databaseTest('a score for which the evaluator wants a person waits until one has looked', async (db, t) => {
  const { app, school, id, reviews, people, proficiency } = await evaluated(db, t, { flagged: true });
  const { evaluations } = app.services;
  const standing = async () => ({
    status: (await evaluations.resultsOf(school.pupilId, [id])).get(id)?.status,
    waiting: (await reviews.queue(people.manager)).flagged.map(({ kind }) => kind).sort(),
  });
  assert.deepEqual(await standing(), { status: 'needs-review', waiting: ['investment', 'proficiency'] });
  const desk = `/class/students/${school.pupilId}/sessions/${id}`;
  assert.match(await page(app, 'class-manager', desk), /<details class="fold" open[\s\S]*The score stands/);
  const stands = { action: 'stands', score: null, words: 'I read it all.' } as const;
  await reviews.answer(people.manager, proficiency, stands);
  assert.deepEqual(await standing(), { status: 'needs-review', waiting: ['investment'] });
  await reviews.answer(
    people.manager,
    { ...proficiency, kind: 'investment' },
    { ...stands, action: 'scored', score: 5 },
  );
  assert.deepEqual(await standing(), { status: 'done', waiting: [] });
  assert.match(await page(app, 'pupil', `/study/home/${id}/summary`), /the score stands\.[\s\S]*I read it all\./);
  await assert.rejects(reviews.answer(people.manager, proficiency, stands), { code: 'nothing-to-answer' });
});

databaseTest(
  'who contests an answered score again is read after the answer, and a doubtful score is marked',
  async (db, t) => {
    const { app, id, reviews, people, proficiency } = await evaluated(db, t);
    const summary = () => page(app, 'pupil', `/study/home/${id}/summary`);
    await reviews.contest(people.pupil, proficiency, 'I was called away.');
    await reviews.answer(people.manager, proficiency, { action: 'stands', score: null, words: 'I looked.' });
    assert.match(await summary(), /I was called away\.[\s\S]*I looked\./);
    await reviews.contest(people.pupil, proficiency, 'Twice, even.');
    const contested = await summary();
    assert.match(contested, /I looked\.[\s\S]*You said on [\s\S]*Twice, even\./);
    assert.ok(!contested.includes('I was called away.'), 'what was answered is over');
    await reviews.answer(people.manager, proficiency, { action: 'disputed', score: null, words: 'True.' });
    assert.match(await summary(), /class="notice warn"[\s\S]*holds this score for doubtful[\s\S]*True\./);
  },
);

databaseTest('what cannot be contested or answered is refused, and nothing is written', async (db, t) => {
  const { reviews, people, proficiency, said, id } = await evaluated(db, t, {
    score: null,
    reason: 'too little evidence',
  });
  const answer = { score: null, words: 'I looked.' };
  await assert.rejects(reviews.contest(people.pupil, proficiency, 'No.'), { code: 'no-score' });
  await assert.rejects(reviews.answer(people.manager, proficiency, { ...answer, action: 'disputed' }), {
    code: 'no-score',
  });
  await assert.rejects(reviews.answer(people.manager, proficiency, { ...answer, action: 'scored', score: 5 }), {
    code: 'invalid-input',
  });
  const investment = { sessionId: id, kind: 'investment' as const };
  await assert.rejects(reviews.answer(people.manager, investment, { ...answer, action: 'stands' }), {
    kind: 'conflict',
  });
  for (const [who, where] of [
    [people.mate, proficiency],
    [{ ...people.parent, userId: people.mate.userId }, proficiency],
    [people.pupil, { ...proficiency, sessionId: 999_999 }],
    [people.parent, { ...proficiency, studentId: people.mate.userId }],
  ] as const) {
    await assert.rejects(reviews.contest(who, where, 'No.'), { code: 'not-found' });
  }
  await assert.rejects(reviews.contest(people.manager, proficiency, 'No.'), { code: 'forbidden' });
  await assert.rejects(reviews.answer(people.pupil, proficiency, { ...answer, action: 'stands' }), {
    code: 'forbidden',
  });
  assert.deepEqual(await said(), []);
});

databaseTest('words of need in a contest are heard, whether or not they can be taken', async (db, t) => {
  const { app, school, id, reviews, people, proficiency } = await evaluated(db, t);
  const alerts = () => app.services.alerts.board(actor(school.classManagerId, 'class manager', school.schoolId));
  await assert.rejects(reviews.contest(people.pupil, proficiency, `I want to kill myself. ${'x'.repeat(500)}`), {
    code: 'invalid-input',
  });
  assert.ok(JSON.stringify(await alerts()).includes('self-harm'));
  const pupil = await login(app, 'pupil');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const empty = await pupil.send(`/study/home/${id}/contest/proficiency`, {
    method: 'POST',
    body: 'words=',
    headers: form,
  });
  assert.equal(empty.status, 400);
  assert.match(empty.text, /Please say why/);
  const sent = await pupil.send(`/study/home/${id}/contest/proficiency`, {
    method: 'POST',
    body: 'words=No.',
    headers: form,
  });
  assert.deepEqual([sent.status, sent.headers.location], [303, `/study/home/${id}/summary#proficiency`]);
});

databaseTest(
  'a form that a class manager sends half filled comes back as it was, with all that is missing',
  async (db, t) => {
    const { app, school, id } = await evaluated(db, t);
    const manager = await login(app, 'class-manager');
    const send = (kind: string, body: string) =>
      manager.send(`/class/students/${school.pupilId}/sessions/${id}/scores/${kind}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    const half = await send('investment', 'investment-action=scored&investment-score=11&investment-words=');
    assert.equal(half.status, 400);
    assert.match(half.text, /Please choose a number from 1 to 10\.[\s\S]*Please say why/);
    assert.equal((await send('investment', 'investment-action=disputed&investment-words=x')).status, 400);
    assert.equal((await send('social', '')).status, 404);
    const whole = await send('investment', 'investment-action=scored&investment-score=10&investment-words=Good+work.');
    assert.equal(whole.status, 303);
    const another = `/class/students/${school.mateId}/sessions/${id}/scores/proficiency`;
    const body = 'proficiency-action=disputed&proficiency-words=No.';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    assert.equal(
      (await manager.send(another, { method: 'POST', body, headers })).status,
      404,
      "another pupil's address",
    );
  },
);
