import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { stepContent } from '../../../../test/support/curriculum.ts';
import type { StepContent } from '../../../shared/curriculum-content.ts';
import { createAnswerChecker } from '../../tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../tutoring/verdict.ts';
import { checkStep } from './check-step.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

const wrongOf = (more: Partial<StepContent>) => checkStep(stepContent(more), checker);
const fieldsOf = (more: Partial<StepContent>) => wrongOf(more).map(({ field }) => field);
const CHOICES = [
  { id: 'a', text: 'four' },
  { id: 'b', text: 'five' },
];

test('a right question of every kind has nothing wrong with it', () => {
  const right: Partial<StepContent>[] = [
    { kind: 'number', answer: '3/4', tolerance: 0.01, unit: 'cm', acceptedAnswers: ['0.75'] },
    { kind: 'expression', answer: '2x + 6', acceptedAnswers: ['6 + 2x'] },
    { kind: 'set', answer: '{-2, 2}' },
    { kind: 'interval', answer: '[0, 4)' },
    { kind: 'choice', answer: 'b', choices: CHOICES },
    { kind: 'several choices', answer: 'a,b', choices: CHOICES },
    { kind: 'text', answer: 'a tangent', acceptedAnswers: ['the tangent'] },
  ];
  for (const more of right) assert.deepEqual(wrongOf(more), [], more.kind ?? '');
});

test('every way to write a question that cannot be asked is named beside its field', () => {
  const wrong: [Partial<StepContent>, string[]][] = [
    [{ question: ' ' }, ['question']],
    [{ question: 'x'.repeat(20_001) }, ['question']],
    [{ level: 5 }, ['level']],
    [{ level: 1.5 }, ['level']],
    [{ level: Number.NaN }, ['level']],
    [{ tolerance: 1 }, ['tolerance']],
    [{ tolerance: Number.NaN }, ['tolerance']],
    [{ kind: 'text', answer: 'a word', tolerance: 0.1 }, ['tolerance']],
    [{ answer: '' }, ['answer']],
    [{ answer: 'plenty' }, ['answer']],
    [{ answer: '1'.repeat(501) }, ['answer']],
    [{ kind: 'set', answer: 'two of them' }, ['answer']],
    [{ kind: 'choice', answer: '', choices: CHOICES }, ['choices']],
    [{ kind: 'choice', answer: 'a,b', choices: CHOICES }, ['choices']],
    [{ kind: 'choice', answer: 'c', choices: CHOICES }, ['choices']],
    [{ kind: 'choice', answer: 'a', choices: CHOICES.slice(0, 1) }, ['choices']],
    [{ kind: 'several choices', answer: 'a', choices: CHOICES.map(({ id }) => ({ id, text: 'four' })) }, ['choices']],
    [{ kind: 'choice', answer: 'b', choices: [...CHOICES, { id: 'c', text: ' five' }] }, ['choices']],
    [{ acceptedAnswers: ['many'] }, ['acceptedAnswers']],
    [{ answer: 'plenty', acceptedAnswers: ['many'] }, ['answer', 'acceptedAnswers']],
    [{ wrongAnswers: [{ answer: '42.0', feedback: 'Almost.' }] }, ['wrong0']],
    [{ wrongAnswers: [{ answer: '', feedback: 'Almost.' }] }, ['wrong0']],
    [{ wrongAnswers: [{ answer: '41', feedback: '' }] }, ['wrong0']],
    [{ wrongAnswers: [{ answer: '41', feedback: '42' }] }, ['wrong0']],
    [{ hints: [{ text: '', scaffold: null }] }, ['hint0']],
    [{ unit: 'x'.repeat(191) }, ['unit']],
    [{ explanation: 'x'.repeat(20_001) }, ['explanation']],
  ];
  for (const [more, fields] of wrong) assert.deepEqual(fieldsOf(more), fields, JSON.stringify(more).slice(0, 120));
});

test('a smaller question is held to the same as a whole one', () => {
  const scaffold = { question: 'Half of ten?', kind: 'number' as const, answer: '5', choices: [] };
  const with_ = (more: Partial<typeof scaffold>) =>
    fieldsOf({ hints: [{ text: 'Begin small.', scaffold: { ...scaffold, ...more } }] });
  assert.deepEqual(with_({}), []);
  assert.deepEqual(with_({ question: '' }), ['hint0.question']);
  assert.deepEqual(with_({ answer: 'a few' }), ['hint0.answer']);
  assert.deepEqual(with_({ question: ' ', answer: '' }), ['hint0.answer', 'hint0.question']);
});

test('whatever number is the answer, it is taken, and a foreseen wrong answer is held against it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 }), (right, foreseen) => {
      const wrongAnswers = [{ answer: String(foreseen), feedback: 'Look at the sign.' }];
      const fields = fieldsOf({ answer: String(right), wrongAnswers });
      assert.deepEqual(fields, right === foreseen ? ['wrong0'] : []);
    }),
    { numRuns: 60 },
  );
});
