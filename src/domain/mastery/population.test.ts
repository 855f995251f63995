import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { baseRate, calibrate, KNOWN_FROM, learnPopulation } from './population.ts';
import { type PopulationTerm, PRIORS } from './terms.ts';

function afterAnswers(count: number, p: number, correctShare: number): PopulationTerm {
  let population = PRIORS.population;
  for (let i = 0; i < count; i++) {
    const correct = Math.floor((i + 1) * correctShare) > Math.floor(i * correctShare) ? 1 : 0;
    population = learnPopulation(population, p, correct);
  }
  return population;
}

test('until two hundred answers are known the base rate is .65 and predictions stay as they are', () => {
  const young = afterAnswers(KNOWN_FROM - 1, 0.9, 0.1);
  assert.equal(baseRate(young), 0.65);
  assert.equal(calibrate(0.9, young), 0.9);
});

test('the base rate goes to the share of right answers as answers come in', () => {
  const some = baseRate(afterAnswers(500, 0.5, 0.4));
  const many = baseRate(afterAnswers(20_000, 0.5, 0.4));
  assert.ok(some > 0.45 && some < 0.6, `${some}`);
  assert.ok(Math.abs(many - 0.4) < 0.01, `${many}`);
});

test('a school whose pupils do worse than predicted gets lower predictions, one that does better higher ones', () => {
  assert.ok(calibrate(0.8, afterAnswers(2000, 0.8, 0.6)) < 0.72);
  assert.ok(calibrate(0.8, afterAnswers(2000, 0.8, 0.95)) > 0.86);
});

test('calibration keeps the order of predictions and stays between 0 and 1, whatever was seen', () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true });
  const seen = fc.array(fc.tuple(p, fc.constantFrom(0 as const, 1 as const)), { minLength: 200, maxLength: 400 });
  fc.assert(
    fc.property(seen, p, p, (answers, one, other) => {
      const population = answers.reduce((now, [q, c]) => learnPopulation(now, q, c), PRIORS.population);
      const [low, high] = one < other ? [one, other] : [other, one];
      const [a, b] = [calibrate(low, population), calibrate(high, population)];
      assert.ok(a > 0 && b < 1 && a <= b);
    }),
    { numRuns: 40 },
  );
});
