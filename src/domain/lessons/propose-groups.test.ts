import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Classmate, GROUPINGS, proposeGroups } from './propose-groups.ts';

const classmates = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 10_000 }),
    mastery: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  }),
  { selector: ({ id }) => id, maxLength: 45 },
);

test('everybody is in exactly one group, groups differ by one at most, and nobody is alone who need not be', () => {
  fc.assert(
    fc.property(classmates, fc.integer({ min: 2, max: 8 }), fc.constantFrom(...GROUPINGS), (pupils, size, grouping) => {
      const groups = proposeGroups(pupils, size, grouping);
      assert.deepEqual(groups.flat().sort(), pupils.map(({ id }) => id).sort());
      const sizes = groups.map((group) => group.length);
      if (pupils.length > 1) assert.ok(Math.min(...sizes) >= 2, 'nobody is alone');
      if (pupils.length > 0) assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1, sizes.join());
      assert.deepEqual(proposeGroups([...pupils].reverse(), size, grouping), groups, 'whatever their order');
    }),
  );
});

const CLASS: Classmate[] = [0.1, 0.9, 0.2, 0.8, 0.5, 0.55].map((mastery, index) => ({ id: index + 1, mastery }));

test('similar groups have those together who stand alike, mixed ones somebody who is ahead in each', () => {
  assert.deepEqual(proposeGroups(CLASS, 2, 'similar'), [
    [1, 3],
    [5, 6],
    [4, 2],
  ]);
  const ahead = new Set([2, 4, 6]);
  for (const group of proposeGroups(CLASS, 2, 'mixed')) {
    assert.equal(group.filter((id) => ahead.has(id)).length, 1);
  }
});
