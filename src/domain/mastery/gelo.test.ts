import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { learn, learnOwn, learnShared, predict, stepOf } from './gelo.ts';
import { REFERENCE_ANSWERS } from './gelo-reference.ts';
import { type GeloTerms, PRIORS } from './terms.ts';

/** Remembers terms by name, as a repository does. */
function school() {
  const students = new Map<string, GeloTerms['student']>();
  const inUnits = new Map<string, GeloTerms['studentUnit']>();
  const units = new Map<string, GeloTerms['unit']>();
  const items = new Map<string, GeloTerms['item']>();
  let { weights, population } = PRIORS;
  const termsOf = (student: string, unit: string, item: string): GeloTerms => ({
    student: students.get(student) ?? PRIORS.student,
    studentUnit: inUnits.get(`${student} ${unit}`) ?? PRIORS.studentUnit,
    unit: units.get(unit) ?? PRIORS.unit,
    item: items.get(item) ?? PRIORS.item,
    weights,
    population,
  });
  const answer = (student: string, unit: string, item: string, correct: 0 | 1) => {
    const after = learn(termsOf(student, unit, item), { correct, unaided: true });
    students.set(student, after.student);
    inUnits.set(`${student} ${unit}`, after.studentUnit);
    units.set(unit, after.unit);
    items.set(item, after.item);
    weights = after.weights;
    population = after.population;
  };
  return { termsOf, answer };
}

test('the eight reference answers are predicted as in the reference', () => {
  const { termsOf, answer } = school();
  for (const [student, unit, item, correct, expected] of REFERENCE_ANSWERS) {
    const { p } = predict(termsOf(student, unit, item));
    assert.ok(Math.abs(p - expected) < 1e-4, `${student} ${unit} ${item}: ${p} instead of ${expected}`);
    answer(student, unit, item, correct);
  }
});

const outcome = fc.constantFrom(0 as const, 1 as const);
const history = fc.array(fc.record({ correct: outcome, unaided: fc.boolean(), item: fc.nat({ max: 5 }) }), {
  maxLength: 60,
});

/** The terms of one pupil in one unit after a history over six questions; ends at an unseen question. */
function after(answers: readonly { correct: 0 | 1; unaided: boolean; item: number }[]): GeloTerms {
  const items = new Map<number, GeloTerms['item']>();
  let terms: GeloTerms = PRIORS;
  for (const answer of answers) {
    terms = learn({ ...terms, item: items.get(answer.item) ?? PRIORS.item }, answer);
    items.set(answer.item, terms.item);
  }
  return { ...terms, item: PRIORS.item };
}

test('whatever a pupil answers, p stays between 0 and 1 and every variance above 0', () => {
  fc.assert(
    fc.property(history, (answers) => {
      const terms = after(answers);
      const { p, variance } = predict(terms);
      assert.ok(p > 0 && p < 1);
      assert.ok(variance > 0);
      for (const term of [terms.student, terms.studentUnit, terms.unit]) assert.ok(term.variance >= 1e-3);
      for (const v of terms.weights.variances) assert.ok(v >= 1e-5);
    }),
  );
});

test('whatever is stored, even nonsense of any size, p stays between 0 and 1', () => {
  const mean = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(mean, mean, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), outcome, (th, d, v, correct) => {
      const terms: GeloTerms = {
        ...PRIORS,
        student: { mean: th, variance: v, ewma: 1 },
        unit: { mean: d, variance: v },
      };
      const later = learn(terms, { correct, unaided: true });
      for (const { p } of [predict(terms), predict(later)]) assert.ok(p > 0 && p < 1);
      assert.ok(later.student.variance > 0);
    }),
  );
});

test('one more right answer never leaves a pupil with a lower p than one more wrong answer', () => {
  fc.assert(
    fc.property(history, (answers) => {
      const terms = after(answers);
      const right = { ...learn(terms, { correct: 1, unaided: true }), item: PRIORS.item };
      const wrong = { ...learn(terms, { correct: 0, unaided: true }), item: PRIORS.item };
      assert.ok(predict(right).p > predict(wrong).p);
    }),
  );
});

test('a pupil who only answers right rises with every answer, one who only answers wrong falls', () => {
  for (const correct of [0, 1] as const) {
    let terms: GeloTerms = PRIORS;
    for (let i = 0; i < 40; i++) {
      const later = { ...learn(terms, { correct, unaided: true }), item: PRIORS.item };
      if (correct === 1) assert.ok(predict(later).p > predict(terms).p, `answer ${i + 1}`);
      // The first answer of all also ends the discount for newcomers, hence from the second on.
      else if (i > 0) assert.ok(predict(later).p < predict(terms).p, `answer ${i + 1}`);
      terms = later;
    }
  }
});

test('a wrong answer lowers the pupil and makes the unit and the question look harder', () => {
  const later = learn(PRIORS, { correct: 0, unaided: true });
  assert.ok(later.student.mean < 0 && later.studentUnit.mean < 0);
  assert.ok(later.unit.mean > 0 && later.item.mean > 0);
});

test('an answer that surprises teaches more than one that was expected', () => {
  const strong: GeloTerms = { ...PRIORS, student: { mean: 2, variance: 0.2, ewma: 0.8 } };
  const expected = learn(strong, { correct: 1, unaided: true }).student.mean - 2;
  const surprising = 2 - learn(strong, { correct: 0, unaided: true }).student.mean;
  assert.ok(surprising > expected);
});

test('shared terms that are moved later, in the order of answers, end where they would have ended at once', () => {
  fc.assert(
    fc.property(history, (answers) => {
      let own = { student: PRIORS.student, studentUnit: PRIORS.studentUnit };
      let at: GeloTerms = PRIORS;
      const steps = answers.map((answer) => {
        const step = stepOf({ ...at, item: PRIORS.item }, answer);
        own = learnOwn(own, step);
        at = { ...learn({ ...at, item: PRIORS.item }, answer) };
        return step;
      });
      let shared: Pick<GeloTerms, 'unit' | 'item' | 'weights' | 'population'> = PRIORS;
      for (const step of steps) shared = learnShared({ ...shared, item: PRIORS.item }, step);
      assert.deepEqual({ ...own, ...shared }, { ...at });
    }),
  );
});

test('answers in one unit leave what is known of another pupil alone', () => {
  const { termsOf, answer } = school();
  const before = termsOf('b', 's2', 'q2');
  answer('a', 's1', 'q1', 0);
  const later = termsOf('b', 's2', 'q2');
  assert.deepEqual(later.student, before.student);
  assert.deepEqual(later.studentUnit, before.studentUnit);
  assert.deepEqual(later.unit, before.unit);
});

test('the last eight unaided answers are remembered, newest last; helped ones are not', () => {
  const marks = [1, 1, 0, 1, 0, 0, 1, 1, 1, 0] as const;
  let terms: GeloTerms = PRIORS;
  for (const correct of marks) {
    terms = learn(terms, { correct, unaided: true });
    terms = learn(terms, { correct: 0, unaided: false });
  }
  assert.equal(terms.studentUnit.recent, '01001110');
  assert.equal(terms.studentUnit.unaided, 10);
  assert.equal(terms.studentUnit.successes + terms.studentUnit.failures, 20);
});
