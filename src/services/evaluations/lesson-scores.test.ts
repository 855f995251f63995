import assert from 'node:assert/strict';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { actor, addPast } from '../../../test/support/past.ts';
import { addSchoolLesson } from '../../../test/support/school-lesson.ts';
import type { DatabaseManager } from '../../data/db/database-manager.ts';
import { toStored } from '../../data/db/instants.ts';
import { ScoreReviewRepo } from '../../data/evaluations/score-review.repo.ts';
import { HOUR } from '../../shared/instant.ts';

type Test = Parameters<Parameters<typeof databaseTest>[1]>[1];

/** A pupil with a lesson at school and a session at home of the same id, both with a proficiency score; a classmate in the same lesson. */
async function scored(db: DatabaseManager, t: Test) {
  const school = await smallSchool(db);
  const app = await startTestApp(t, db);
  const { pupilId, mateId, classId, classManagerId, courseId, teacherId } = school;
  const start = app.clock.now() - 5 * HOUR;
  const home = await addPast(db, {
    studentId: pupilId,
    courseId,
    teacherId,
    start,
    minutes: 20,
    evaluation: { score: 4 },
  });
  const lesson = { id: home.id, classId, classManagerId, courseId, teacherId, unitName: 'Adding' };
  await addSchoolLesson(db, { ...lesson, studentIds: [pupilId, mateId], start });
  const people = {
    pupil: actor(pupilId, 'student', school.schoolId),
    mate: actor(mateId, 'student', school.schoolId),
    parent: actor(school.parentId, 'parent'),
    manager: actor(classManagerId, 'class manager', school.schoolId),
  };
  const name = { hours: 'school', sessionId: home.id, kind: 'proficiency' } as const;
  return { app, school, people, id: home.id, reviews: app.services.scoreReviews, name };
}

const page = async (app: TestApp, who: string, path: string) => (await (await login(app, who)).get(path)).text;

databaseTest(
  'a score of a lesson at school is contested and answered, and neither the session at home of the same id nor a classmate has part in it',
  async (db, t) => {
    const { app, school, people, id, reviews, name } = await scored(db, t);
    assert.equal(await reviews.contestable(people.pupil, name), 6);
    await reviews.contest(people.pupil, name, 'The fire bell rang twice.');
    await reviews.contest(people.pupil, name, 'Again.');
    const queue = await reviews.queue(people.manager);
    assert.deepEqual(
      queue.contested.map(({ hours, sessionId, studentId, score, words, byPupil }) => {
        return { hours, sessionId, studentId, score, words, byPupil };
      }),
      [
        {
          hours: 'school',
          sessionId: id,
          studentId: school.pupilId,
          score: 6,
          words: 'The fire bell rang twice.',
          byPupil: true,
        },
      ],
    );
    assert.equal(queue.total, 1);
    const desk = `/class/students/${school.pupilId}/lessons/${id}`;
    assert.match(await page(app, 'class-manager', '/class/evaluations'), new RegExp(`${desk}#proficiency-evaluator`));
    assert.match(
      await page(app, 'class-manager', desk),
      /said on .* that this is not right[\s\S]*The fire bell rang twice\./,
    );
    assert.match(await page(app, 'pupil', `/study/school/${id}`), /You said on .* that this is not right/);
    assert.doesNotMatch(await page(app, 'mate', `/study/school/${id}`), /that this is not right|fire bell/);
    const parents = await page(app, 'parent', `/children/${school.pupilId}/lessons/${id}`);
    assert.match(parents, /Your child said on/);
    assert.ok(!parents.includes('fire bell'), "the child's words are for the class manager");
    assert.doesNotMatch(await page(app, 'pupil', `/study/home/${id}/summary`), /that this is not right/);
    await reviews.answer(
      people.manager,
      { ...name, studentId: school.pupilId },
      { action: 'disputed', score: null, words: 'It did.' },
    );
    assert.match(await page(app, 'pupil', `/study/school/${id}`), /holds this score for doubtful since[\s\S]*It did\./);
    assert.equal((await reviews.queue(people.manager)).total, 0);
    const api = await (await login(app, 'pupil')).get(`/api/v1/lessons/${id}`);
    const [first] = (api.json as { evaluations: { kind: string; score: number; disputed: boolean }[] }).evaluations;
    assert.deepEqual([first?.kind, first?.score, first?.disputed], ['proficiency', 6, true], 'the score itself stays');
    const { rows } = await app.services.scoreAgreement.ofSchool(
      actor(school.managerId, 'school manager', school.schoolId),
    );
    assert.deepEqual(
      rows
        .filter(({ kind }) => kind === 'proficiency')
        .map(({ scores, disputed }) => ({ scores, disputed }))
        .reduce((sum, row) => ({ scores: sum.scores + row.scores, disputed: sum.disputed + row.disputed }), {
          scores: 0,
          disputed: 0,
        }),
      { scores: 3, disputed: 1 },
      'of the two in the lesson and the one at home, one',
    );
  },
);

databaseTest(
  "a class manager's own score of a lesson takes the place of the one before it, which stays on record",
  async (db, t) => {
    const { app, school, people, id, reviews } = await scored(db, t);
    const about = {
      score: 5,
      description: 'Five.',
      evidence: '{"messageIds":[],"attemptIds":[]}',
      rubric_version: '1',
      confidence: 0.5,
    };
    const row = {
      ...about,
      student_id: school.pupilId,
      school_session_id: id,
      flagged: 0,
      created_at: toStored(app.clock.now()),
    };
    const insert = (values: typeof row & { source: 'evaluator' | 'class manager'; provider: string }) =>
      db.handle().insertInto('sessional_investment_evaluations').values(values).execute();
    await insert({ ...row, source: 'evaluator', provider: 'embedded' });
    await insert({ ...row, source: 'class manager', provider: 'person', score: 7 });
    const name = { hours: 'school', sessionId: id, kind: 'investment', studentId: school.pupilId } as const;
    await reviews.answer(people.manager, name, { action: 'scored', score: 9, words: 'Helped the table next to them.' });
    const lesson = await app.services.schoolHours.session(people.manager, school.pupilId, id);
    assert.deepEqual(
      lesson.evaluations.filter(({ kind }) => kind === 'investment').map(({ source, score }) => [source, score]),
      [
        ['evaluator', 5],
        ['class manager', 9],
      ],
    );
    const said = (await new ScoreReviewRepo(db).ofLessons(school.pupilId, [id])).get(id) ?? [];
    assert.deepEqual(
      said.map(({ action, score, by: { id: by } }) => [action, score, by]),
      [
        ['scored', 7, null],
        ['scored', 9, school.classManagerId],
      ],
    );
    for (const [who, asked] of [
      [people.mate, { ...name, studentId: school.pupilId }],
      [people.parent, { ...name, studentId: school.mateId }],
    ] as const)
      await assert.rejects(reviews.contest(who, asked, 'Not mine.'), { kind: 'not-found' });
    await assert.rejects(reviews.contest(people.pupil, { ...name, kind: 'proficiency', sessionId: id + 1 }, 'None.'), {
      kind: 'not-found',
    });
  },
);
