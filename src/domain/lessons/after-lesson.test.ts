import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MINUTE } from '../../shared/instant.ts';
import { type LessonPart, summaryOf } from './after-lesson.ts';

const absent: LessonPart = {
  attended: false,
  late: false,
  activeMs: 0,
  attempts: 0,
  solved: 0,
  hints: 0,
  units: [],
  feelingBefore: null,
  feelingAfter: null,
  difficulty: null,
  understanding: null,
};
const there: LessonPart = {
  ...absent,
  attended: true,
  activeMs: 20 * MINUTE,
  attempts: 5,
  solved: 3,
  hints: 2,
  units: [
    { course: 'Algebra', unit: 'Adding', before: 0.4, after: 0.6 },
    { course: 'Algebra', unit: 'Signs', before: 0.5, after: null },
  ],
  feelingBefore: 'neutral',
  difficulty: 4,
};

test('a lesson is what those who were there did and said, each mean with how many it is of', () => {
  const other: LessonPart = {
    ...there,
    late: true,
    activeMs: 10 * MINUTE,
    units: [{ course: 'Algebra', unit: 'Adding', before: 0.2, after: 0.6 }],
    feelingAfter: 'positive',
    difficulty: 8,
    understanding: 9,
  };
  const summary = summaryOf([there, other, absent]);
  assert.deepEqual([summary.places, summary.there, summary.late], [3, 2, 1]);
  assert.deepEqual([summary.attempts, summary.solved, summary.hints], [10, 6, 4]);
  assert.deepEqual(summary.activeMs, { mean: 15 * MINUTE, of: 2 });
  assert.deepEqual(summary.difficulty, { mean: 6, of: 2 });
  assert.deepEqual(summary.understanding, { mean: 9, of: 1 }, 'of who said something');
  const [adding, ...rest] = summary.units;
  assert.deepEqual(rest, [], 'no unit in which no answer moved anything');
  assert.deepEqual([adding?.unit, adding?.pupils, adding?.after], ['Adding', 2, 0.6]);
  assert.ok(Math.abs((adding?.before ?? 0) - 0.3) < 1e-9);
  assert.deepEqual([summary.feelings.before.neutral, summary.feelings.after.positive], [2, 1]);
});

test('of a lesson to which nobody came nothing is said that nobody knows', () => {
  const { activeMs, difficulty, understanding, units } = summaryOf([absent]);
  assert.deepEqual(
    { activeMs, difficulty, understanding, units },
    { activeMs: null, difficulty: null, understanding: null, units: [] },
  );
});
