import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Candidate, drawQuestions, shortages, type TestUnit, wantedByUnit } from './draw-questions.ts';

const unit = (unitName: string, weight: number): TestUnit => ({ courseId: 1, unitName, weight });

/** `steps` questions in each of `problems` problems of a unit. */
function bank(unitName: string, problems: number, steps = 1, from = 0): Candidate[] {
  return Array.from({ length: problems * steps }, (_, index) => ({
    qaId: from + index + 1,
    revisionId: 1000 + from + index,
    problemId: from + Math.floor(index / steps) + 1,
    stepIndex: index % steps,
    courseId: 1,
    unitName,
  }));
}

const some = fc.record({
  weights: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
  count: fc.integer({ min: 1, max: 60 }),
  steps: fc.integer({ min: 1, max: 3 }),
  problems: fc.integer({ min: 0, max: 12 }),
  seed: fc.string({ maxLength: 12 }),
});

const drawn = ({ weights, count, steps, problems, seed }: typeof some extends fc.Arbitrary<infer T> ? T : never) => {
  const units = weights.map((weight, index) => unit(`u${index}`, weight));
  const candidates = units.flatMap(({ unitName }, index) => bank(unitName, problems, steps, index * 100));
  const test = { durationMinutes: 45, questionCount: count };
  return { units, candidates, test, seed, questions: drawQuestions(seed, test, units, candidates) };
};

test('the same seed draws the same questions, no question twice, and only what is there', () => {
  fc.assert(
    fc.property(some, (wish) => {
      const { units, candidates, test: asked, seed, questions } = drawn(wish);
      assert.deepEqual(drawQuestions(seed, asked, units, candidates.toReversed()), questions);
      assert.equal(new Set(questions.map(({ qaId }) => qaId)).size, questions.length);
      for (const one of questions) assert.ok(candidates.some(({ revisionId }) => revisionId === one.revisionId));
    }),
  );
});

test('points add up to a hundred, and each unit earns its weight of them', () => {
  fc.assert(
    fc.property(some, (wish) => {
      const { units, questions } = drawn(wish);
      if (questions.length === 0) return;
      const points = (name?: string) =>
        questions.reduce((sum, one) => sum + (name === undefined || one.unitName === name ? one.points : 0), 0);
      assert.ok(Math.abs(points() - 100) < 1e-6);
      const asked = units.filter(({ unitName }) => questions.some((one) => one.unitName === unitName));
      const weight = asked.reduce((sum, one) => sum + one.weight, 0);
      for (const one of asked) assert.ok(Math.abs(points(one.unitName) - (100 * one.weight) / weight) < 1e-6);
    }),
  );
});

test('the steps of a problem are asked together and in their order', () => {
  fc.assert(
    fc.property(some, (wish) => {
      const { candidates, questions } = drawn(wish);
      const steps = questions.map(({ qaId }) => candidates.find((one) => one.qaId === qaId));
      for (const [index, step] of steps.entries()) {
        if (!step || step.stepIndex === 0) continue;
        const before = steps[index - 1];
        assert.deepEqual([before?.problemId, before?.stepIndex], [step.problemId, step.stepIndex - 1]);
      }
    }),
  );
});

test('a unit of three times the weight gives three times the questions', () => {
  assert.deepEqual(wantedByUnit({ durationMinutes: 45, questionCount: 8 }, [unit('a', 0.75), unit('b', 0.25)]), [6, 2]);
  assert.deepEqual(
    wantedByUnit({ durationMinutes: 20, questionCount: null }, [unit('a', 0.6), unit('b', 0.4)]),
    [3, 2],
  );
});

test('a unit that weighs little gives a question all the same, and one that weighs nothing none', () => {
  const units = [unit('a', 0.98), unit('b', 0.01), unit('c', 0)];
  assert.deepEqual(wantedByUnit({ durationMinutes: 20, questionCount: 5 }, units), [4, 1, 0]);
  assert.deepEqual(wantedByUnit({ durationMinutes: 20, questionCount: 1 }, units), [1, 1, 0]);
});

test('units with too few questions are named with how many are wanted and there', () => {
  const units = [unit('a', 0.5), unit('b', 0.5), unit('c', 0)];
  const test = { durationMinutes: 45, questionCount: 8 };
  const candidates = [...bank('a', 4), ...bank('b', 1, 1, 100)];
  assert.deepEqual(shortages(test, units, candidates), [{ unitName: 'b', wanted: 4, there: 1 }]);
});
