import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProblemDraft, QaDraft } from '../curriculum-draft.ts';
import { unitsOf } from './units.ts';

function problems(lesson: string, count: number, steps = 1) {
  const step: QaDraft = {
    use: 'for study',
    level: 1,
    kind: 'number',
    question: '?',
    answer: '1',
    hints: [],
    explanation: '',
  };
  const draft: ProblemDraft = { source: 's', licence: 'l', steps: Array.from({ length: steps }, () => ({ ...step })) };
  return Array.from({ length: count }, () => ({ lesson, draft }));
}

const summary = (units: ReturnType<typeof unitsOf>) =>
  units.map((unit) => [unit.name, unit.problems.reduce((sum, problem) => sum + problem.steps.length, 0)]);

test('chapters come in the order of their numbers, not of the alphabet', () => {
  const units = unitsOf([...problems('10. Rotation', 5), ...problems('2. Vectors', 5), ...problems('1. Units', 5)]);
  assert.deepEqual(summary(units), [
    ['Units', 5],
    ['Vectors', 5],
    ['Rotation', 5],
  ]);
});

test('neighbours are merged until a unit has five questions, and a short rest joins the last', () => {
  const units = unitsOf([
    ...problems('1. One', 2),
    ...problems('2. Two', 3),
    ...problems('3. Three', 6),
    ...problems('4. Four', 1),
  ]);
  assert.deepEqual(summary(units), [
    ['One and Two', 5],
    ['Three and Four', 7],
  ]);
});

test('questions are counted, not problems', () => {
  assert.deepEqual(summary(unitsOf([...problems('1. One', 1, 5), ...problems('2. Two', 2, 3)])), [
    ['One', 5],
    ['Two', 6],
  ]);
});

test('a course of fewer than five questions is one unit', () => {
  assert.deepEqual(summary(unitsOf(problems('4.2 Lines', 3))), [['Lines', 3]]);
});

test('sections belong to their chapter, which has its title where it is known', () => {
  const lessons = [...problems('3.1 - Slope', 3), ...problems('3.2- Intercepts', 3)];
  assert.deepEqual(summary(unitsOf(lessons, ['A', 'B', 'Lines'])), [['Lines', 6]]);
  assert.deepEqual(summary(unitsOf(lessons)), [['Slope and Intercepts', 6]]);
});

test('a lesson without a number stands at the end', () => {
  const units = unitsOf([...problems('Extra', 5), ...problems('1. One', 5)]);
  assert.deepEqual(
    units.map((unit) => unit.name),
    ['One', 'Extra'],
  );
});

test('names of units are distinct', () => {
  const units = unitsOf([...problems('1. Review', 5), ...problems('2. Review', 5)]);
  assert.deepEqual(
    units.map((unit) => unit.name),
    ['Review', 'Review (2)'],
  );
});

test('weight, minutes and description follow what the unit holds', () => {
  const [small, large] = unitsOf([...problems('1. One', 5), ...problems('2. Two', 20)]);
  assert.deepEqual([small?.weight, small?.estimatedDurationMinutes], [0.5, 20]);
  assert.deepEqual([large?.weight, large?.estimatedDurationMinutes], [1, 80]);
  assert.equal(small?.description, '5 questions in 5 problems, from the lesson: One.');
});
