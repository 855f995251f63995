import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addUp, type FactSums, metricsOf, NOTHING } from './metrics.ts';

const scores = (...given: number[]) => ({
  count: given.length,
  sum: given.reduce((sum, one) => sum + one, 0),
  squares: given.reduce((sum, one) => sum + one * one, 0),
});

test('where nobody did anything counts are 0, and shares and means are not known', () => {
  const { sessions, attendance, proficiency, 'right answers': right } = metricsOf(NOTHING);
  assert.deepEqual(sessions, { value: 0, of: 0, error: null });
  for (const unknown of [attendance, proficiency, right])
    assert.deepEqual(unknown, { value: null, of: 0, error: null });
});

test('a share is said from enough answers on, with what it rests on and how sure it is', () => {
  const few = metricsOf({ ...NOTHING, attempts: 9, correct: 9 })['right answers'];
  assert.deepEqual(few, { value: null, of: 9, error: null });
  const enough = metricsOf({ ...NOTHING, attempts: 100, correct: 80 })['right answers'];
  assert.equal(enough.value, 0.8);
  assert.ok(Math.abs((enough.error ?? 0) - Math.sqrt(((82 / 104) * (22 / 104)) / 104)) < 1e-12);
  const all = metricsOf({ ...NOTHING, expected: 3, attended: 3 }).attendance;
  assert.ok(all.value === 1 && (all.error ?? 0) > 0.1, 'three out of three is no certainty');
});

test('a mean has the standard error of its scores, and one score has none', () => {
  const { proficiency } = metricsOf({ ...NOTHING, proficiency: scores(4, 6, 8) });
  assert.equal(proficiency.value, 6);
  assert.ok(Math.abs((proficiency.error ?? 0) - 2 / Math.sqrt(3)) < 1e-12);
  assert.deepEqual(metricsOf({ ...NOTHING, proficiency: scores(7) }).proficiency, { value: 7, of: 1, error: null });
  assert.deepEqual(metricsOf({ ...NOTHING, proficiency: scores(7, 7) }).proficiency, { value: 7, of: 2, error: null });
});

test('grades of tests are counted, their mean and the share of passes said with what they rest on', () => {
  const { tests, grade, 'pass rate': passed } = metricsOf({ ...NOTHING, grades: scores(50, 90), passed: 1, tested: 2 });
  assert.deepEqual(tests, { value: 2, of: 2, error: null });
  assert.deepEqual([grade.value, grade.of, grade.error], [70, 2, 20]);
  assert.deepEqual([passed.value, passed.of], [0.5, 2]);
  assert.deepEqual(metricsOf(NOTHING).grade, { value: null, of: 0, error: null });
});

test('what is added up in parts is the same as all at once, and no metric is ever out of its range', () => {
  const score = fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 8 }).map((all) => scores(...all));
  const upTo = (most: number) => fc.integer({ min: 0, max: most });
  const sums: fc.Arbitrary<FactSums> = fc
    .record({
      attempts: upTo(50),
      expected: upTo(20),
      feelings: upTo(20),
      sessions: upTo(20),
      pupils: upTo(5),
      tested: upTo(5),
      grades: score,
    })
    .chain((whole) =>
      fc.record({
        ...Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, fc.constant(value)])),
        activeMs: upTo(10_000_000),
        attended: upTo(whole.expected),
        correct: upTo(whole.attempts),
        unaided: upTo(whole.attempts),
        lowFeelings: upTo(whole.feelings),
        proficiency: score,
        investment: score,
        social: score,
        passed: upTo(whole.grades.count),
      }),
    ) as fc.Arbitrary<FactSums>;
  fc.assert(
    fc.property(fc.array(sums, { maxLength: 6 }), (parts) => {
      const half = Math.floor(parts.length / 2);
      assert.deepEqual(addUp([addUp(parts.slice(0, half)), addUp(parts.slice(half))]), addUp(parts));
      for (const [metric, { value, error }] of Object.entries(metricsOf(addUp(parts)))) {
        if (value === null) continue;
        const [least, most] =
          /answers$|attendance|feelings|rate/.test(metric) && metric !== 'answers' ? [0, 1] : [0, Infinity];
        assert.ok(value >= least && value <= most, `${metric} ${value}`);
        assert.ok(error === null || error >= 0);
      }
    }),
  );
});
