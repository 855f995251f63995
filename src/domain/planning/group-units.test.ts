import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY } from '../../shared/instant.ts';
import { NEW_MEMORY } from '../mastery/memory.ts';
import type { TestAhead, UnitFacts } from './assign-units.ts';
import { assignGroupUnits, type GroupMember } from './group-units.ts';
import { groupReasonInEnglish, groupUnitInEnglish } from './group-words.ts';

const NOW = 100 * DAY;
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
const knows = (mastery: number): Partial<UnitFacts> => ({
  state: 'in progress',
  belief: { mastery, memory: { stability: 12, practisedAt: NOW - DAY }, answers: 6 },
});
const quiz = (weights: Record<string, number>): TestAhead => ({
  id: 1,
  name: 'Quiz',
  at: NOW + 5 * DAY,
  days: 5,
  units: Object.entries(weights).map(([name, weight]) => ({ name, weight })),
});
const plan = (members: GroupMember[], minutes = 30) => assignGroupUnits(members, { minutes, now: NOW });
const told = (members: GroupMember[], minutes?: number) =>
  plan(members, minutes).units.map(({ name, minutes: given, why }) => `${name} ${given}: ${groupUnitInEnglish(why)}`);

test('a group studies where practice brings most to all of them together', () => {
  const weakInB = (id: number): GroupMember => ({
    id,
    units: [unit('a', knows(0.9)), unit('b', knows(0.3))],
    tests: [],
  });
  const weakInA: GroupMember = { id: 9, units: [unit('a', knows(0.3)), unit('b', knows(0.9))], tests: [] };
  assert.match(told([weakInB(1), weakInB(2), weakInA], 10).join(), /^b 10/);
  assert.match(told([weakInA, { ...weakInA, id: 8 }, weakInB(1)], 10).join(), /^a 10/);
});

test('who has not begun what a unit builds on gains nothing there, and is named with what is missing', () => {
  const ready = (id: number): GroupMember => ({
    id,
    units: [unit('a', knows(0.9)), unit('b', { prerequisites: ['a'] })],
    tests: [quiz({ b: 1 })],
  });
  const newcomer: GroupMember = {
    id: 7,
    units: [unit('a'), unit('b', { prerequisites: ['a'] })],
    tests: [quiz({ b: 1 })],
  };
  const { units, reason, outlook } = plan([ready(1), ready(2), newcomer], 10);
  assert.deepEqual(
    units.map(({ name, ready: can, waiting }) => ({ name, can, waiting })),
    [{ name: 'b', can: [1, 2], waiting: [{ id: 7, missing: ['a'] }] }],
  );
  assert.equal(
    groupReasonInEnglish(reason),
    'Units in which practice brings the group most; 3 of 3 have a test ahead in this course.',
  );
  assert.ok(outlook && outlook.with > outlook.without);
  const alone = plan([newcomer], 30).units;
  assert.deepEqual(
    alone.map(({ name, waiting }) => [name, waiting]),
    [
      ['a', []],
      ['b', []],
    ],
  );
});

test('where nobody is known, a group goes in the order of the course; without units it is told so', () => {
  const nobody = (id: number): GroupMember => ({ id, units: [unit('a'), unit('b')], tests: [] });
  const { units, reason, outlook } = plan([nobody(1), nobody(2)]);
  assert.deepEqual([units.map(({ name }) => name), reason.key, outlook], [['a'], 'group.sequential', null]);
  assert.equal(plan([{ id: 1, units: [], tests: [] }]).reason.key, 'group.none');
  assert.equal(plan([]).reason.key, 'group.none');
});

const names = ['a', 'b', 'c', 'd'];
const member = fc.record({
  beliefs: fc.array(
    fc.record({
      mastery: fc.double({ min: 0, max: 1, noNaN: true }),
      answers: fc.nat(20),
      ago: fc.option(fc.integer({ min: 0, max: 300 })),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  about: fc.option(fc.dictionary(fc.constantFrom(...names, 'gone'), fc.constantFrom(0, 1, 4))),
});
// Also itself, units that are not there, and round in a circle.
const edges = fc.array(fc.uniqueArray(fc.constantFrom(...names, 'gone'), { maxLength: 3 }), {
  minLength: 4,
  maxLength: 4,
});

test('whatever is known of a group, its session is full, counts everybody once in each unit, and is told in words', () => {
  const all = fc.tuple(fc.array(member, { minLength: 1, maxLength: 4 }), edges, fc.integer({ min: 1, max: 120 }));
  fc.assert(
    fc.property(all, ([pupils, prerequisites, minutes]) => {
      const members = pupils.map(({ beliefs, about }, id): GroupMember => {
        const units = beliefs.map(({ mastery, answers, ago }, i) => {
          const memory = { stability: 12, practisedAt: ago === null ? null : NOW - ago * DAY };
          const more = { prerequisites: prerequisites[i] ?? [], progress: mastery };
          return unit(names[i] ?? '', { ...more, belief: { mastery, answers, memory } });
        });
        return { id, units, tests: about === null ? [] : [quiz(about)] };
      });
      const session = plan(members, minutes);
      assert.ok(session.units.length > 0);
      assert.ok(session.totalMinutes >= 1 && session.totalMinutes <= minutes);
      for (const { ready, waiting, why } of session.units) {
        assert.deepEqual(
          [...ready, ...waiting.map(({ id }) => id)].sort(),
          members.map(({ id }) => id),
        );
        assert.doesNotMatch(groupUnitInEnglish(why), /NaN|undefined|Infinity/);
      }
      for (const share of Object.values(session.outlook ?? {})) assert.ok(share >= 0 && share <= 1);
    }),
  );
});
