import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CourseFacts } from './course-facts.ts';
import { explain } from './course-priority.ts';
import { GROUP_STRATEGIES, groupScore, prioritizeForGroup } from './group-priority.ts';

const course = (courseId: number, more: Partial<CourseFacts> = {}): CourseFacts => ({
  courseId,
  progress: 0.5,
  state: 'in progress',
  tests: [],
  grades: [],
  feedback: [],
  ...more,
});
const members = [
  { score: 0.9, meanGrade: 50 },
  { score: 0.5, meanGrade: 70 },
  { score: 0.4, meanGrade: 80 },
  { score: 0.2, meanGrade: 90 },
];

test('each strategy brings the members together as it is named', () => {
  const score = (strategy: (typeof GROUP_STRATEGIES)[number]) => groupScore(members, strategy).toFixed(6);
  assert.equal(score('average'), '0.500000');
  assert.equal(score('weighted average'), ((1.8 + 0.75 + 0.4 + 0.14) / 5.2).toFixed(6));
  assert.equal(score('max'), '0.900000');
  assert.equal(score('highest need'), (0.63 + 0.15).toFixed(6));
  assert.equal(score('balanced'), (0.3 + 0.4 * 0.78).toFixed(6));
  assert.equal(groupScore(members).toFixed(6), score('balanced'));
});

test('a group of pupils without grades weighs all alike, and a group of nobody scores 0', () => {
  const plain = members.map(({ score }) => ({ score, meanGrade: null }));
  assert.equal(groupScore(plain, 'weighted average').toFixed(6), '0.500000');
  for (const strategy of GROUP_STRATEGIES) assert.equal(groupScore([], strategy), 0);
  assert.deepEqual(prioritizeForGroup([], 0), []);
});

test('only courses that all members share are ranked, the one with most need first', () => {
  const ranked = prioritizeForGroup(
    [
      [course(1), course(2, { progress: 0.1 }), course(3)],
      [course(2, { progress: 0.2 }), course(1), course(4)],
    ],
    0,
  );
  assert.deepEqual(
    ranked.map(({ courseId }) => courseId),
    [2, 1],
  );
});

test('the reasons of a group tell nothing of a single pupil', () => {
  const [priority] = prioritizeForGroup([[course(1, { grades: [31] })], [course(1, { grades: [97] })]], 0);
  assert.ok(priority);
  assert.equal(
    explain(priority),
    'Your group has this course under way, and practice for the tests here helps your group.',
  );
  for (const { why } of priority.factors) assert.equal(why.key, 'priority.group');
});

test('a group score lies between its lowest and its highest member', () => {
  const member = fc.record({
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    meanGrade: fc.option(fc.integer({ min: 0, max: 100 })),
  });
  fc.assert(
    fc.property(
      fc.array(member, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...GROUP_STRATEGIES),
      (all, strategy) => {
        const scores = all.map(({ score }) => score);
        const score = groupScore(all, strategy);
        assert.ok(score >= Math.min(...scores) - 1e-12 && score <= Math.max(...scores) + 1e-12);
      },
    ),
  );
});
