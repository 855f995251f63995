// A process of its own: it takes as long as twenty others.
import assert from 'node:assert/strict';
import { before, type TestContext, test } from 'node:test';
import { SAMPLE_COURSES } from '../../src/data/sample/curriculum/sample-courses.ts';
import type { CourseDraft } from '../../src/domain/curriculum/curriculum-draft.ts';
import { createTutoring } from '../../src/services/study-session/create-tutoring.ts';
import type { Tutoring } from '../../src/services/study-session/tutoring.ts';
import { DAY } from '../../src/shared/instant.ts';
import { openSqlite } from '../support/databases.ts';
import { Factory, unitDraft } from '../support/factory.ts';
import { sessionStack } from '../support/session-stack.ts';
import { holdLesson, MANNERS, type Manner } from '../support/simulated-pupil.ts';
import { addSitting } from '../support/studied.ts';

/** With TEST_LONG every manner in every sample course, for whole evenings; without it one course, for some turns. */
const LONG = process.env.TEST_LONG === '1';
const COURSES = LONG ? SAMPLE_COURSES : SAMPLE_COURSES.slice(0, 1);
const TURNS = LONG ? 150 : 16;
const FEELINGS = ['neutral', 'negative', 'positive', 'extreme'] as const;

let tutoring: Tutoring;
before(async () => {
  tutoring = await createTutoring(null);
});

/** The real tutor over a course, with one pupil in it. */
async function school(t: TestContext, course: Partial<CourseDraft> & { name: string }) {
  const stack = sessionStack(await openSqlite(t), { tutoring });
  const make = new Factory(stack.db);
  await make.region('north');
  await make.subject(course.subject ?? 'math');
  const managerId = await make.schoolManager('manager');
  const schoolId = await make.school('School', 'north', { managerId });
  const pupilId = await make.student('pupil', schoolId, { firstName: 'Noa' });
  await make.teacher(course.subject ?? 'math');
  const courseId = await make.course(course);
  await make.enrol(pupilId, courseId);
  const units = (await stack.curriculum.listUnits([courseId])).map(({ name }) => name);
  return { stack, lesson: { courseId, pupilId, units: units.slice(0, 4) }, units };
}

for (const [name, manner] of Object.entries<Manner>(MANNERS)) {
  test(`a pupil who is ${name} is answered sensibly in every turn of every session`, async (t) => {
    for (const [index, course] of COURSES.entries()) {
      const { stack, lesson } = await school(t, course);
      for (const type of ['homework', 'test preparation'] as const) {
        const feeling = FEELINGS[(index + name.length + type.length) % FEELINGS.length] ?? 'neutral';
        await holdLesson(stack, { ...lesson, type, feeling }, manner, TURNS);
        stack.clock.advance(4 * DAY);
      }
    }
  });
}

test('hundreds of answers in a row in one session neither wear the tutor out nor run dry', async (t) => {
  const answers = LONG ? 500 : 60;
  const units = ['Adding', 'Taking away'].map((name) => unitDraft(name, answers));
  const { stack, lesson } = await school(t, { name: 'Long', units });
  const alternating: Manner = (item, turn) => (turn % 3 === 2 ? '7' : (item?.key.answer ?? 'next'));
  const { answers: given } = await holdLesson(stack, lesson, alternating, answers);
  assert.ok(given > answers * 0.9, `${given} answers`);
});

test('a course of one unit, of units that build on each other in a circle, and of units without questions can be studied', async (t) => {
  const circle = [
    { ...unitDraft('Adding', 5), prerequisites: ['Taking away'] },
    { ...unitDraft('Taking away', 5), prerequisites: ['Adding'] },
  ];
  const bare = [unitDraft('Adding', 0), unitDraft('Taking away', 0)];
  for (const units of [[unitDraft('Adding', 4)], [unitDraft('Adding', 1)], circle, bare]) {
    for (const manner of [MANNERS['all right'], MANNERS.mixed, MANNERS.silent]) {
      const { stack, lesson } = await school(t, { name: 'Small', units });
      await holdLesson(stack, lesson, manner, 24);
      stack.clock.advance(3 * DAY);
      await holdLesson(stack, lesson, MANNERS['all right'], 24);
    }
  }
});

test('whoever prepares for a test has questions by its weights, today’s test and none at all included', async (t) => {
  const units = ['Adding', 'Taking away', 'Sharing'].map((name) => unitDraft(name, 30));
  const asked: string[] = [];
  const watching: Manner = (item) => {
    if (item) asked.push(item.unitName);
    return item?.key.answer ?? 'next';
  };
  const { stack, lesson } = await school(t, { name: 'Tested', units });
  const preparation = { ...lesson, type: 'test preparation' as const };
  await holdLesson(stack, preparation, watching, 6);
  await addSitting(stack, lesson.courseId, lesson.pupilId, { inDays: 0, units: { Sharing: 0.9, Adding: 0.1 } });
  asked.length = 0;
  await holdLesson(stack, preparation, watching, 24);
  const times = (unit: string) => asked.filter((each) => each === unit).length;
  assert.ok(times('Sharing') > times('Adding') && times('Sharing') > times('Taking away'), asked.join(', '));
});

test('a problem from homework is helped with rung by rung, its answer checked, and nothing recorded of it', async (t) => {
  const { stack, lesson } = await school(t, { name: 'Homework', units: [unitDraft('Adding', 6)] });
  const said = ['help me with 3x + 5 = 20', 'hint', 'hint', '7', 'is it 5?'];
  const phases: string[] = [];
  const bringing: Manner = (item, turn, state) => {
    phases.push(state.open?.own ? 'own' : 'bank');
    return said[turn] ?? item?.key.answer ?? 'next';
  };
  const { id } = await holdLesson(stack, lesson, bringing, said.length + 1);
  assert.deepEqual(phases, ['bank', 'own', 'own', 'own', 'own', 'bank']);
  const messages = await stack.messages.list(id);
  const replies = messages.filter(({ from }) => from === 'teacher');
  assert.deepEqual(
    replies.map(({ move }) => move),
    ['welcome', 'own problem', 'hint', 'hint', 'locate error', 'confirm', 'confirm'],
  );
  for (const { content } of replies.slice(1, 5)) assert.doesNotMatch(content, /x\s*=\s*\$?5|answer is 5|\b15\s*\/\s*3/);
  assert.match(replies[5]?.content ?? '', /right|correct/i);
  assert.equal((await stack.attempts.listOfSession(id)).length, 1, 'only the answer to a question of the bank');
});
