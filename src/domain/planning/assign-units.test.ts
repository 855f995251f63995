import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NEW_MEMORY } from '../mastery/memory.ts';
import { assignUnits, type UnitFacts, type UnitPolicy } from './assign-units.ts';
import { assignmentInEnglish, unitReasonInEnglish } from './assignment-words.ts';
import { sequentialUnits } from './sequential-units.ts';

const unit = (name: string, more: Partial<UnitFacts> = {}): UnitFacts => ({
  name,
  state: 'not started',
  progress: 0,
  estimatedDurationMinutes: 30,
  prerequisites: [],
  weight: 1,
  belief: { mastery: 0.6, memory: NEW_MEMORY, answers: 0 },
  ...more,
});
const done = { state: 'completed', progress: 1 } as const;

function assign(units: readonly UnitFacts[], minutes = 60) {
  const {
    units: assigned,
    totalMinutes,
    reason,
  } = assignUnits({ units, tests: [], minutes, now: 0 }, [sequentialUnits]);
  return { plan: assigned.map(({ name, minutes: m }) => `${name} ${m}`), assigned, totalMinutes, reason: reason.key };
}

test('a session goes on with the first unit that is not completed, then with what builds on it', () => {
  const units = [
    unit('a', done),
    unit('b', { state: 'in progress', progress: 0.5, prerequisites: ['a'] }),
    unit('c', { prerequisites: ['b'] }),
    unit('d', { prerequisites: ['c'] }),
  ];
  const { plan, assigned, totalMinutes } = assign(units);
  assert.deepEqual(plan, ['b 20', 'c 30', 'd 10']);
  assert.equal(totalMinutes, 60);
  assert.deepEqual(
    assigned.map(({ why }) => unitReasonInEnglish(why)),
    [
      'You are 50% of the way to mastering it.',
      'It builds on b, which comes first.',
      'It builds on c, which comes first.',
    ],
  );
});

test('a unit whose prerequisite is not known yet waits', () => {
  const units = [unit('a', { prerequisites: ['z'] }), unit('b'), unit('z', { estimatedDurationMinutes: 90 })];
  assert.deepEqual(assign(units, 30).plan, ['b 30']);
  assert.deepEqual(assign(units, 60).plan, ['b 30', 'z 30']);
});

test('even the shortest session has one unit', () => {
  assert.deepEqual(assign([unit('a')], 5).plan, ['a 5']);
  assert.deepEqual(assign([unit('a')], 10).plan, ['a 10']);
  assert.deepEqual(assign([unit('a')], 0).plan, ['a 1']);
  assert.deepEqual(assign([unit('a')], Number.NaN).plan.length, 1);
});

test('time left over goes to the last unit', () => {
  assert.deepEqual(assign([unit('a', done), unit('b')], 60).plan, ['b 60']);
});

test('prerequisites that go round in a circle, or to a unit that is gone, hold nobody up', () => {
  const circle = [unit('a', { prerequisites: ['b'] }), unit('b', { prerequisites: ['a'] })];
  assert.deepEqual(assign(circle).plan, ['a 30', 'b 30']);
  assert.deepEqual(assign([unit('a', { prerequisites: ['a'] })], 30).plan, ['a 30']);
  assert.deepEqual(assign([unit('a', { prerequisites: ['gone'] })], 30).plan, ['a 30']);
});

test('when all is completed the session reviews, the least sure first', () => {
  const units = ['a', 'b', 'c'].map((name, i) => unit(name, { ...done, progress: 1 - i / 10 }));
  const { plan, reason } = assign(units, 40);
  assert.deepEqual(plan, ['c 20', 'b 10', 'a 10']);
  assert.equal(reason, 'assignment.review');
  assert.deepEqual(assign(units, 20).plan, ['c 10', 'b 10']);
});

test('a course without units says so', () => {
  const { plan, totalMinutes, reason } = assign([]);
  assert.deepEqual([plan, totalMinutes, reason], [[], 0, 'assignment.none']);
  assert.equal(assignmentInEnglish({ key: 'assignment.none', params: {} }), 'This course has no units yet.');
});

test('a policy that has nothing to go by leaves the choice to the next', () => {
  const silent: UnitPolicy = { name: 'silent', choose: () => null };
  const request = { units: [unit('a')], tests: [], minutes: 30, now: 0 };
  assert.equal(assignUnits(request, [silent, sequentialUnits]).units[0]?.name, 'a');
});

test('whatever the units and their prerequisites, a session has units of ten minutes or more within its time', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const units = fc
    .array(
      fc.record({
        state: fc.constantFrom('not started' as const, 'in progress' as const, 'completed' as const),
        progress: fc.double({ min: 0, max: 1, noNaN: true }),
        estimatedDurationMinutes: fc.integer({ min: 1, max: 200 }),
        prerequisites: fc.array(fc.constantFrom(...names, 'gone'), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((list) => list.map((one, i) => unit(names[i] ?? '', one)));
  fc.assert(
    fc.property(units, fc.integer({ min: 10, max: 240 }), (course, minutes) => {
      const { assigned, totalMinutes } = assign(course, minutes);
      assert.ok(assigned.length > 0);
      assert.ok(assigned.every((one) => one.minutes >= 10 && one.minutes % 10 === 0));
      assert.equal(new Set(assigned.map(({ name }) => name)).size, assigned.length);
      assert.equal(totalMinutes, Math.floor(minutes / 10) * 10);
    }),
  );
});
