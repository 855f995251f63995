import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemContent, stepContent, unitContent } from '../../../../test/support/curriculum.ts';
import type { TestContent } from '../../../shared/curriculum-content.ts';
import { checkSupply, plannedSupply } from './check-supply.ts';

const structure = {
  courseId: 1,
  course: {
    name: 'Numbers',
    subject: 'math',
    gradeLevel: '9th' as const,
    type: 'mandatory' as const,
    level: 3,
    description: '',
    prerequisites: [],
    archived: false,
  },
  courseIsLive: true,
  units: ['Adding', 'Sharing'].map((key) => ({ key, live: true, content: unitContent(`New ${key}`) })),
  tests: [],
  problems: [],
};

function quiz(more: Partial<TestContent>): TestContent {
  const units = [
    { unit: 'Adding', weight: 0.75 },
    { unit: 'Sharing', weight: 0.25 },
  ];
  return { name: 'Quiz', type: 'quiz', minutes: 20, questionCount: null, link: null, units, archived: false, ...more };
}

test('a test asks for no more questions than its units have', () => {
  const supply = new Map([
    ['Adding', 6],
    ['Sharing', 1],
  ]);
  const said = (more: Partial<TestContent>) => checkSupply(quiz(more), structure, supply);
  assert.deepEqual(said({ questionCount: null }), [], 'what says nothing takes what there is');
  assert.deepEqual(said({ questionCount: 4 }), []);
  assert.deepEqual(said({ questionCount: 8 }), [
    {
      field: 'questionCount',
      problem: 'There are not enough questions for tests: “New Sharing” would give 2 and has 1.',
    },
  ]);
  assert.deepEqual(said({ questionCount: 12 })[0]?.problem.match(/would give \d+ and has \d+/g), [
    'would give 9 and has 6',
    'would give 3 and has 1',
  ]);
  assert.deepEqual(said({ questionCount: 1 }), [
    { field: 'questionCount', problem: 'At least 2: each unit of the test gives one.' },
  ]);
  assert.deepEqual(said({ questionCount: 12, archived: true }), []);
  assert.deepEqual(said({ questionCount: Number.NaN }), [], 'what is no number is said by the check of the field');
});

test('questions that are drafted, moved or archived count as they will be', () => {
  const forTest = stepContent({ use: 'for test' });
  const live = problemContent('Adding', { steps: [forTest, forTest, stepContent()] });
  const supply = (content: typeof live | null) =>
    Object.fromEntries(
      plannedSupply(new Map([['Adding', 5]]), content ? [{ kind: 'problem', key: '7', content }] : [], [
        { key: '7', live: true, content: live },
      ]),
    );
  assert.deepEqual(supply(null), { Adding: 5 });
  assert.deepEqual(supply({ ...live, archived: true }), { Adding: 3 });
  assert.deepEqual(supply({ ...live, unit: 'Sharing' }), { Adding: 3, Sharing: 2 });
  assert.deepEqual(supply({ ...live, steps: [forTest, forTest, forTest, forTest] }), { Adding: 7 });
  const fresh = plannedSupply(new Map(), [{ kind: 'problem', key: '8', content: live }], []);
  assert.deepEqual(Object.fromEntries(fresh), { Adding: 2 });
});
