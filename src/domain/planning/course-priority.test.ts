import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY, HOUR } from '../../shared/instant.ts';
import type { CourseFacts, UpcomingTest } from './course-facts.ts';
import { explain, prioritize } from './course-priority.ts';
import { PriorityBuilder } from './priority-builder.ts';
import { reasonInEnglish } from './priority-reason.ts';

const NOW = 1_760_000_000_000 - (1_760_000_000_000 % DAY) + 9 * HOUR;
const bare: CourseFacts = { courseId: 1, progress: 0, state: 'not started', tests: [], grades: [], feedback: [] };
const midterm = (days: number, more: Partial<UpcomingTest> = {}): UpcomingTest => ({
  name: 'Midterm',
  type: 'mid term',
  at: NOW + days * DAY,
  ...more,
});

function factor(facts: Partial<CourseFacts>, name: string, utcOffset = 0) {
  const [priority] = prioritize([{ ...bare, ...facts }], NOW, { utcOffset });
  const found = priority?.factors.find((one) => one.name === name);
  assert.ok(found, `no factor ${name}`);
  return { score: Number(found.score.toFixed(6)), why: reasonInEnglish(found.why), weight: found.weight };
}

test('a course with nothing known scores as the formula says', () => {
  const [priority] = prioritize([bare], NOW);
  // .30 · 1 + .25 · 0 + .20 · .5 + .15 · .5 + .10 · .6
  assert.equal(priority?.score.toFixed(6), '0.535000');
});

test('a course with everything known scores as the formula says', () => {
  const facts: CourseFacts = {
    courseId: 7,
    progress: 0.4,
    state: 'in progress',
    tests: [midterm(4), midterm(20)],
    grades: [60, 80],
    feedback: [{ understanding: 5, difficulty: 8, at: NOW - DAY }],
  };
  const [priority] = prioritize([facts], NOW);
  const expected = 0.3 * 0.6 + 0.25 * (1 - 4 / 14) + 0.2 * (0.9 - 10 / 150) + 0.15 * 1 + 0.1 * 1;
  assert.equal(priority?.score.toFixed(9), expected.toFixed(9));
});

test('urgency grows as the nearest test comes nearer', () => {
  const urgency = (days: number) => factor({ tests: [midterm(days)] }, 'test urgency').score;
  assert.equal(urgency(0), 1);
  assert.equal(urgency(1), 0.928571);
  assert.equal(urgency(7), 0.5);
  assert.equal(urgency(8), 0.48913);
  assert.equal(urgency(30), 0.25);
  assert.equal(urgency(31), 0.1);
  assert.equal(factor({ tests: [] }, 'test urgency').score, 0);
  assert.equal(factor({ tests: [midterm(25), midterm(3)] }, 'test urgency').score, 0.785714);
});

test('a test that is over no longer presses, one that may still be handed in does', () => {
  assert.equal(factor({ tests: [midterm(-1)] }, 'test urgency').score, 0);
  const open = factor({ tests: [midterm(-3, { deadline: NOW + DAY })] }, 'test urgency');
  assert.deepEqual([open.score, open.why], [1, 'Your midterm is still waiting to be handed in.']);
  const missed = factor({ tests: [midterm(-3, { deadline: NOW - HOUR })] }, 'test urgency');
  assert.equal(missed.score, 0, 'its deadline was an hour ago');
});

test('days are those of the school, not of UTC', () => {
  // 22:30 UTC is already tomorrow in Jerusalem.
  const tests = [midterm(0, { at: NOW + 13.5 * HOUR })];
  assert.equal(factor({ tests }, 'test urgency').why, 'Your midterm is today.');
  assert.equal(factor({ tests }, 'test urgency', 2 * HOUR).why, 'Your midterm is tomorrow.');
});

test('poor grades come first, the best last', () => {
  const grades = (...list: number[]) => factor({ grades: list }, 'test performance').score;
  assert.equal(grades(), 0.5);
  assert.equal(grades(59.9), 1);
  assert.equal(grades(60), 0.9);
  assert.equal(grades(75), 0.7);
  assert.equal(grades(80), 0.6);
  assert.equal(grades(85), 0.5);
  assert.equal(grades(90), 0.4);
  assert.equal(grades(95), 0.1);
  assert.equal(grades(100, 20), 0.9);
});

test('what the pupil said counts for thirty days', () => {
  const said = (understanding: number, difficulty: number, daysAgo = 1) =>
    factor({ feedback: [{ understanding, difficulty, at: NOW - daysAgo * DAY }] }, 'feedback').score;
  assert.equal(said(4, 7), 1);
  assert.equal(said(6, 5), 0.8);
  assert.equal(said(7, 4), 0.6);
  assert.equal(said(8, 3), 0.4);
  assert.equal(said(9, 2), 0.2);
  assert.equal(said(10, 1), 0.1);
  assert.equal(said(1, 10, 30), 0.5);
  assert.equal(said(1, 10, 29), 1);
  assert.equal(factor({}, 'feedback').score, 0.5);
});

test('a course in progress comes before a new one, that before a completed one', () => {
  assert.equal(factor({ state: 'in progress' }, 'state').score, 1);
  assert.equal(factor({ state: 'not started' }, 'state').score, 0.6);
  assert.equal(factor({ state: 'completed' }, 'state').score, 0.2);
});

test('courses are ranked by score and equal ones keep their order', () => {
  const courses = [1, 2, 3, 4].map((courseId) => ({ ...bare, courseId, progress: courseId === 3 ? 0 : 0.5 }));
  assert.deepEqual(
    prioritize(courses, NOW).map(({ courseId }) => courseId),
    [3, 1, 2, 4],
  );
});

test('a pupil reads why, in one sentence of what weighs most', () => {
  const say = (facts: Partial<CourseFacts>) => {
    const [priority] = prioritize([{ ...bare, ...facts }], NOW);
    return priority === undefined ? '' : explain(priority);
  };
  assert.equal(
    say({ tests: [midterm(4)], progress: 0.3, state: 'in progress' }),
    'Your midterm is in 4 days, and you are 30% of the way through this course.',
  );
  assert.equal(say({}), 'All of this course is still ahead of you.');
  assert.equal(
    say({ progress: 0.9, state: 'in progress', grades: [50] }),
    'Your tests here average 50, so practice helps here, and you are in the middle of this course.',
  );
  assert.equal(explain({ factors: [] }), '');
});

test('progress is never called 0% once begun, nor 100% before it is done', () => {
  assert.match(factor({ progress: 0.001 }, 'progress').why, / 1% /);
  assert.match(factor({ progress: 0.999 }, 'progress').why, / 99% /);
});

test('a factor can be added, replaced, weighed anew and left out; weights always add up to 1', () => {
  const liked = {
    name: 'liked',
    weight: 1,
    neutral: 0,
    assess: () => ({ score: 1, why: { key: 'priority.custom', params: { text: 'You like it.' } } as const }),
  };
  const scheme = new PriorityBuilder().add(liked).weigh('progress', 0.55).without('state').without('none').build();
  assert.deepEqual(
    scheme.factors.map(({ name }) => name),
    ['progress', 'test urgency', 'test performance', 'feedback', 'liked'],
  );
  assert.ok(Math.abs(scheme.factors.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-12);
  const [priority] = prioritize([bare], NOW, { scheme });
  assert.equal(priority && explain(priority), 'You like it, and all of this course is still ahead of you.');
  const replaced = new PriorityBuilder([liked]).add({ ...liked, neutral: 0.5 }).build();
  assert.equal(replaced.factors.length, 1);
});

test('weights that make no sense are refused', () => {
  assert.throws(() => new PriorityBuilder().weigh('nobody', 1), RangeError);
  assert.throws(() => new PriorityBuilder().weigh('state', -1).build(), RangeError);
  assert.throws(() => new PriorityBuilder().weigh('state', Number.NaN).build(), RangeError);
  assert.throws(() => new PriorityBuilder([]).build(), RangeError);
});

const facts = fc.record({
  courseId: fc.nat(),
  progress: fc.double({ min: 0, max: 1, noNaN: true }),
  state: fc.constantFrom('not started' as const, 'in progress' as const, 'completed' as const),
  tests: fc.array(
    fc.integer({ min: -40, max: 90 }).map((days) => midterm(days)),
    { maxLength: 4 },
  ),
  grades: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 }),
  feedback: fc.array(
    fc.record({
      understanding: fc.integer({ min: 1, max: 10 }),
      difficulty: fc.integer({ min: 1, max: 10 }),
      at: fc.integer({ min: 0, max: 60 }).map((days) => NOW - days * DAY),
    }),
    { maxLength: 4 },
  ),
});

test('any courses are ranked between 0 and 1, highest first, each with a reason in words', () => {
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 8 }), (courses) => {
      const ranked = prioritize(courses, NOW);
      assert.equal(ranked.length, courses.length);
      ranked.forEach(({ score, factors }, i) => {
        assert.ok(score >= 0 && score <= 1);
        assert.ok(score <= (ranked[i - 1]?.score ?? 1) + 1e-9);
        assert.ok(explain({ factors }).endsWith('.'));
        for (const { why } of factors) assert.match(reasonInEnglish(why), /^[A-Z].*\.$/);
      });
    }),
  );
});

test('the same course with less progress never comes later', () => {
  fc.assert(
    fc.property(facts, fc.double({ min: 0, max: 1, noNaN: true }), (course, part) => {
      const less = { ...course, progress: course.progress * part };
      const [a, b] = [prioritize([less], NOW)[0], prioritize([course], NOW)[0]];
      assert.ok((a?.score ?? 0) >= (b?.score ?? 0) - 1e-12);
    }),
  );
});
