import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY } from '../../shared/instant.ts';
import { NEW_MEMORY } from '../mastery/memory.ts';
import { type AssignmentRequest, assignUnits, type TestAhead, type UnitFacts } from './assign-units.ts';
import { assignmentInEnglish, unitReasonInEnglish } from './assignment-words.ts';
import { gainUnits } from './gain-units.ts';
import { sequentialUnits } from './sequential-units.ts';
import type { UnitBelief } from './unit-gain.ts';

const NOW = 100 * DAY;
const UNTOUCHED: UnitBelief = { mastery: 0.6, memory: NEW_MEMORY, answers: 0 };

/** Practised so many days ago, with so much mastery. */
const practised = (mastery: number, days: number, stability = 12): UnitBelief => ({
  mastery,
  memory: { stability, practisedAt: NOW - days * DAY },
  answers: 8,
});
const unit = (name: string, more: Partial<UnitFacts> = {}): UnitFacts => ({
  name,
  state: 'not started',
  progress: 0,
  estimatedDurationMinutes: 30,
  prerequisites: [],
  weight: 1,
  belief: UNTOUCHED,
  ...more,
});
const exam = (days: number, weights: Record<string, number>, name = 'Exam'): TestAhead => ({
  id: days,
  name,
  at: NOW + days * DAY,
  days,
  units: Object.entries(weights).map(([about, weight]) => ({ name: about, weight })),
});

function plan(request: Partial<AssignmentRequest>) {
  const { units, totalMinutes, reason } = assignUnits({ units: [], tests: [], minutes: 30, now: NOW, ...request }, [
    gainUnits,
    sequentialUnits,
  ]);
  return {
    names: units.map(({ name, minutes }) => `${name} ${minutes}`),
    whys: units.map(({ why }) => unitReasonInEnglish(why)),
    totalMinutes,
    reason: assignmentInEnglish(reason),
  };
}

test('where neither a test nor an answer says anything, units come in teaching order', () => {
  const { names, reason } = plan({ units: [unit('a'), unit('b')] });
  assert.deepEqual(names, ['a 30']);
  assert.equal(reason, 'Units in the order of the course, as far as the time goes.');
});

test('time goes to what the test is about, most of it to what counts most there', () => {
  const units = ['a', 'b', 'c'].map((name) => unit(name));
  const { names, whys, reason } = plan({ units, tests: [exam(4, { b: 1, c: 3 })], minutes: 40 });
  assert.deepEqual(names, ['b 10', 'c 30']);
  assert.equal(whys[1], 'It counts 75% in the test, and you have not tried it yet.');
  assert.equal(reason, 'Units in which practice helps you most for “Exam”, in 4 days.');
});

test('what is known and fresh is left alone, what is fading is gone over again', () => {
  const units = [
    unit('fresh', { belief: practised(0.95, 0), state: 'completed', progress: 1 }),
    unit('fading', { belief: practised(0.9, 40), state: 'completed', progress: 1 }),
  ];
  const { names, whys } = plan({ units, tests: [exam(1, { fresh: 1, fading: 1 })] });
  assert.deepEqual(names, ['fading 30']);
  assert.equal(whys[0], 'You practised it 40 days ago; going over it again keeps it from fading.');
});

test('who never got far in a unit is not told that it fades', () => {
  const half = unit('a', { belief: practised(0.6, 40), state: 'in progress', progress: 0.5 });
  const plans = [half, { ...half, progress: 0.17 }].map((one) => plan({ units: [one], tests: [exam(4, { a: 1 })] }));
  assert.deepEqual(
    plans.map(({ whys }) => whys[0]),
    [
      'You practised it 40 days ago; going over it again keeps it from fading.',
      'It counts 100% in the test, and practice helps you more here than in other units.',
    ],
  );
});

test('what much builds on comes before what builds on it', () => {
  const weak = practised(0.2, 1);
  const units = [
    unit('ground', { belief: weak }),
    ...['x', 'y', 'z'].map((name) => unit(name, { prerequisites: ['ground'], belief: weak })),
  ];
  const { names, whys } = plan({ units, tests: [exam(20, { ground: 0.1, x: 1, y: 1, z: 1 })], minutes: 10 });
  assert.deepEqual(names, ['ground 10']);
  assert.equal(whys[0], 'What you learn here helps you with x later.');
});

test('without a test, answers lead to where practice brings most in the course', () => {
  const units = [unit('known', { belief: practised(0.97, 1, 60) }), unit('shaky', { belief: practised(0.4, 1) })];
  const { names, whys, reason } = plan({ units });
  assert.deepEqual(names, ['shaky 30']);
  assert.equal(whys[0], 'Practice helps you more here than in other units now.');
  assert.equal(reason, 'Units in which practice brings you furthest now.');
});

test('a test that names no unit of the course is about all of it; one that is over counts no more', () => {
  const units = [unit('a', { weight: 1 }), unit('b', { weight: 5 })];
  assert.deepEqual(plan({ units, tests: [exam(3, {})], minutes: 10 }).names, ['b 10']);
  assert.deepEqual(plan({ units, tests: [exam(3, { gone: 1 })], minutes: 10 }).names, ['b 10']);
  assert.deepEqual(plan({ units, tests: [exam(-3, { b: 1 })], minutes: 10 }).names, ['a 10']);
});

test('several tests are said together, the first by its name', () => {
  const { reason } = plan({ units: [unit('a')], tests: [exam(30, { a: 1 }, 'Final'), exam(1, { a: 1 }, 'Quiz')] });
  assert.equal(reason, 'Units in which practice helps you most for your next 2 tests; “Quiz” is tomorrow.');
});

test('whatever is known and ahead, a session is filled in blocks of ten minutes, in teaching order, for a reason', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const belief = fc.record({
    mastery: fc.double({ min: 0, max: 1, noNaN: true }),
    answers: fc.nat(40),
    memory: fc.record({
      stability: fc.double({ min: 0.1, max: 365, noNaN: true }),
      practisedAt: fc.option(fc.integer({ min: 0, max: NOW + DAY })),
    }),
  });
  const facts = fc.record({
    belief,
    weight: fc.constantFrom(0, 0.5, 1, 7),
    // Also itself, units that are not there, and round in a circle.
    prerequisites: fc.uniqueArray(fc.constantFrom(...names, 'gone'), { maxLength: 3 }),
    state: fc.constantFrom('not started' as const, 'in progress' as const, 'completed' as const),
  });
  const test_ = fc.record({
    days: fc.integer({ min: -5, max: 90 }),
    about: fc.dictionary(fc.constantFrom(...names), fc.constantFrom(0, 1, 4)),
  });
  fc.assert(
    fc.property(
      fc.array(facts, { minLength: 1, maxLength: names.length }),
      fc.array(test_, { maxLength: 3 }),
      fc.integer({ min: 0, max: 200 }),
      (all, tests, minutes) => {
        const units = all.map((more, index) => unit(names[index] ?? '', more));
        const request = { units, tests: tests.map(({ days, about }) => exam(days, about)), minutes, now: NOW };
        const assignment = assignUnits(request, [gainUnits, sequentialUnits]);
        assert.ok(assignment.units.length > 0);
        assert.ok(assignment.totalMinutes <= Math.max(1, minutes));
        const order = assignment.units.map(({ name }) => names.indexOf(name));
        if (assignment.reason.key !== 'assignment.sequential') {
          assert.deepEqual(
            order,
            [...order].sort((a, b) => a - b),
          );
        }
        for (const one of assignment.units) {
          assert.ok(one.minutes >= 1 && (one.minutes % 10 === 0 || minutes < 10));
          assert.doesNotMatch(unitReasonInEnglish(one.why), /NaN|undefined|Infinity/);
        }
        assert.doesNotMatch(assignmentInEnglish(assignment.reason), /NaN|undefined|Infinity/);
      },
    ),
  );
});
