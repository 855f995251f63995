import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY } from '../../shared/instant.ts';
import { NEW_MEMORY } from '../mastery/memory.ts';
import type { TestAhead, UnitFacts } from './assign-units.ts';
import { outlooksOf } from './outlook.ts';
import { planChanges, type StudyPlan } from './plan-change.ts';
import { outlookInEnglish, planChangeInEnglish } from './plan-change-words.ts';

const NOW = 100 * DAY;
const NONSENSE = /NaN|undefined|null|Infinity|-\d/;
const math = { id: 1, name: 'Math' };
const history = { id: 2, name: 'History' };

const plan = (units: Record<string, number>, more: Partial<StudyPlan> = {}): StudyPlan => ({
  order: [math, history],
  course: math,
  assignment: {
    units: Object.entries(units).map(([name, minutes]) => ({ name, minutes, why: { key: 'unit.most', params: {} } })),
    totalMinutes: 0,
    reason: { key: 'assignment.course', params: {} },
  },
  outlooks: [],
  ...more,
});
const told = (...plans: Parameters<typeof planChanges>) => planChanges(...plans).map(planChangeInEnglish);

test('every unit that comes, goes, grows or shrinks is told', () => {
  assert.deepEqual(told(plan({ a: 10, b: 20, c: 10 }), plan({ a: 20, b: 10, d: 30 }), null), [
    'a would get 20 minutes instead of 10.',
    'b would get 10 minutes instead of 20.',
    'd would come in for 30 minutes.',
    'c would drop out of the session.',
  ]);
  assert.deepEqual(told(plan({ a: 10 }), plan({ a: 10 }), null), ['Nothing would change: the plan stays as it is.']);
});

test('where a test moves, it is told what becomes of the order of courses', () => {
  const after = plan({ x: 30 }, { order: [history, math], course: history });
  assert.deepEqual(told(plan({ a: 30 }), after, history), [
    'History would rise from place 2 to place 1.',
    'You would study History now instead of Math.',
    'x would come in for 30 minutes.',
  ]);
  const outlook = { id: 5, test: 'Quiz', days: 3, without: 0.5, with: 0.57 };
  const sooner = plan({ a: 30 }, { outlooks: [{ ...outlook, without: 0.55, with: 0.61 }] });
  assert.deepEqual(told(plan({ a: 30 }, { outlooks: [outlook] }), sooner, math), [
    'The order of your courses would stay as it is.',
    'The session would have the same units for the same time.',
    '“Quiz”: this session would lift what is expected right from 55% to 61%; as planned now, from 50% to 57%.',
  ]);
});

const facts = fc.record({
  mastery: fc.double({ min: 0, max: 1, noNaN: true }),
  answers: fc.nat(40),
  stability: fc.double({ min: 0.1, max: 365, noNaN: true }),
  ago: fc.option(fc.integer({ min: 0, max: 400 })),
  weight: fc.constantFrom(0, 0.5, 1, 7),
  prerequisites: fc.uniqueArray(fc.constantFrom('u0', 'u1', 'u2', 'gone'), { maxLength: 3 }),
  minutes: fc.constantFrom(0, 10, 30, 240),
});
const ahead = fc.record({
  days: fc.integer({ min: 0, max: 90 }),
  about: fc.dictionary(fc.constantFrom('u0', 'u1', 'gone'), fc.constantFrom(0, 1, 4)),
});

test('whatever is known, an outlook is a share, and is told in words', () => {
  const of = fc.tuple(fc.array(facts, { maxLength: 3 }), fc.array(ahead, { maxLength: 2 }));
  fc.assert(
    fc.property(of, ([all, coming]) => {
      const units = all.map(
        ({ mastery, answers, stability, ago, weight, prerequisites }, i): UnitFacts => ({
          name: `u${i}`,
          state: answers > 0 ? 'in progress' : 'not started',
          progress: mastery,
          estimatedDurationMinutes: 30,
          prerequisites,
          weight,
          belief: { mastery, answers, memory: { stability, practisedAt: ago === null ? null : NOW - ago * DAY } },
        }),
      );
      const tests = coming.map(({ days, about }, id): TestAhead => {
        const named = Object.entries(about).map(([name, share]) => ({ name, weight: share }));
        return { id, name: `Test ${id}`, at: NOW + days * DAY, days, units: named };
      });
      const session = all.map(({ minutes }, i) => ({ name: `u${i}`, minutes }));
      for (const outlook of outlooksOf({ units, tests, now: NOW }, session)) {
        for (const share of [outlook.without, outlook.with]) assert.ok(share >= 0 && share <= 1, String(share));
        assert.doesNotMatch(outlookInEnglish(outlook), NONSENSE);
      }
    }),
  );
});

test('more time in a unit promises more, and of what nobody knows anything nothing is promised', () => {
  const belief = { mastery: 0.5, memory: NEW_MEMORY, answers: 4 };
  const unit = { name: 'a', state: 'in progress', progress: 0.3, estimatedDurationMinutes: 30, weight: 1 } as const;
  const units: UnitFacts[] = [{ ...unit, prerequisites: [], belief }];
  const after = (minutes: number) => outlooksOf({ units, tests: [], now: NOW }, [{ name: 'a', minutes }])[0]?.with ?? 0;
  assert.ok(after(0) < after(10) && after(10) < after(30) && after(30) < after(240));
  const nobody = { ...unit, prerequisites: [], belief: { ...belief, answers: 0 } };
  assert.deepEqual(outlooksOf({ units: [nobody], tests: [], now: NOW }, [{ name: 'a', minutes: 30 }]), []);
});
