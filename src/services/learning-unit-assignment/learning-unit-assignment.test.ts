import assert from 'node:assert/strict';
import { startTestApp, type TestApp } from '../../../test/support/app.ts';
import { login } from '../../../test/support/client.ts';
import { databaseTest } from '../../../test/support/databases.ts';
import { smallSchool } from '../../../test/support/factory.ts';
import { addSitting, pupil } from '../../../test/support/studied.ts';
import { CurriculumRepo } from '../../data/curriculum/curriculum.repo.ts';
import { MasteryRepo } from '../../data/mastery/mastery.repo.ts';
import { ReviewCardRepo } from '../../data/mastery/review-card.repo.ts';
import { HomeSessionRepo } from '../../data/study-session/home-session.repo.ts';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import { DAY } from '../../shared/instant.ts';
import { MasteryService } from '../mastery/mastery.service.ts';
import { ReviewService } from '../mastery/review.service.ts';

/** Right answers to three questions of a unit, unaided, now. */
async function practise(app: TestApp, actor: Actor, courseId: number, unitName: string): Promise<void> {
  const [{ id: qaId } = { id: 0 }] = await app.db.run((db) =>
    db.selectFrom('qas').select('id').where('course_id', '=', courseId).where('unit_name', '=', unitName).execute(),
  );
  const attempt = { verdict: 'correct', hintsUsed: 0, revealed: false, unaided: true, counts: true } as const;
  const terms = new MasteryRepo(app.db);
  const reviews = new ReviewService({ cards: new ReviewCardRepo(app.db), terms, clock: app.clock });
  const mastery = new MasteryService(terms, new CurriculumRepo(app.db), reviews);
  for (let answers = 0; answers < 3; answers += 1) {
    const answered = { studentId: actor.userId, courseId, now: app.clock.now() };
    const record = { qaId, revisionId: 0, unitName, answer: '', choiceId: null, understood: null, milliseconds: 0 };
    await app.db.tx(() => mastery.record({ ...answered, attempt: { ...record, ...attempt } }));
  }
}

databaseTest('what was practised today gives way to what was not, and comes back when it fades', async (db, t) => {
  const { pupilId, courseId } = await smallSchool(db);
  const app = await startTestApp(t, db);
  const actor = pupil(pupilId);
  const first = async () => (await app.services.assignment.assignFor(actor, courseId, 10)).units[0]?.name;
  await practise(app, actor, courseId, 'Adding');
  assert.equal(await first(), 'Taking away');
  app.clock.advance(7 * DAY);
  await practise(app, actor, courseId, 'Taking away');
  assert.equal(await first(), 'Adding');
});

databaseTest(
  'before a test its units come first, after what they build on, and the page, the API and the session say the same',
  async (db, t) => {
    const { pupilId, courseId } = await smallSchool(db);
    const app = await startTestApp(t, db);
    const actor = pupil(pupilId);
    await addSitting(app, courseId, pupilId, { inDays: 4 });
    await db.run((handle) =>
      handle
        .insertInto('tests_learning_units')
        .columns(['test_id', 'course_id', 'unit_name', 'weight'])
        .expression((from) =>
          from
            .selectFrom('tests')
            .select((row) => [
              'tests.id',
              'tests.course_id',
              row.val('Taking away').as('unit'),
              row.lit(1).as('weight'),
            ])
            .where('tests.course_id', '=', courseId),
        )
        .execute(),
    );
    const plan = await app.services.assignment.assignFor(actor, courseId, 30);
    assert.deepEqual(
      plan.units.map(({ name, why }) => [name, why]),
      [
        ['Adding', { key: 'unit.unlocks', params: { unit: 'Taking away' } }],
        ['Taking away', { key: 'unit.tested-new', params: { percent: 100 } }],
      ],
    );
    assert.equal(plan.reason.key, 'assignment.test');
    const { suggestion } = await app.services.today.today(actor);
    assert.deepEqual(suggestion?.assignment, plan);
    const browser = await login(app, 'pupil');
    const told = (await browser.get(`/api/v1/courses/${courseId}/assignment?minutes=30`)).json as { units: object[] };
    assert.deepEqual(
      told.units.map((unit) => ('name' in unit ? unit.name : null)),
      ['Adding', 'Taking away'],
    );
    const wish = { type: 'test preparation', courseId, emotionalStateBefore: 'neutral', minutes: 30 } as const;
    const session = await app.services.studyStart.begin(actor, wish);
    const studied = await new HomeSessionRepo(db).listUnits(session.id);
    assert.deepEqual(
      studied.map(({ unitName }) => unitName),
      ['Adding', 'Taking away'],
    );
  },
);
