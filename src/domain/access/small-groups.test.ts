import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSmall, oneLine, toldOf } from './small-groups.ts';

test('a small group is hidden, and where it stands alone the smallest other one with it', () => {
  assert.deepEqual(toldOf([12, 30, 10], oneLine([1, 2, 3])), [true, true, true]);
  assert.deepEqual(toldOf([12, 30, 9], oneLine([1, 2, 3])), [false, true, false]);
  assert.deepEqual(toldOf([12, 30, 0], oneLine([1, 2, 3])), [true, true, false], 'nobody can be worked out');
  assert.deepEqual(toldOf([4, 5], oneLine([1, 2])), [false, false]);
});

test('in no row and no column can a small group be worked out from the others and their sum', () => {
  const size = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 }));
  const grid = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .chain(([rows, columns]) =>
      fc.tuple(
        fc.constant([rows, columns] as const),
        fc.array(size, { minLength: rows * columns, maxLength: rows * columns }),
      ),
    );
  fc.assert(
    fc.property(grid, ([[rows, columns], people]) => {
      const place = (row: number, column: number) => row * columns + column;
      const across = Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (__, at) => place(row, at)),
      );
      const down = Array.from({ length: columns }, (_, at) =>
        Array.from({ length: rows }, (__, row) => place(row, at)),
      );
      const told = toldOf(people, [...across, ...down]);
      for (const [at, count] of people.entries()) assert.ok(!told[at] || !isSmall(count), 'no small group is told of');
      for (const line of [...across, ...down]) {
        const hidden = line.filter((one) => !told[one]).reduce((sum, one) => sum + (people[one] ?? 0), 0);
        const shown = line.some((one) => told[one]);
        assert.ok(!shown || hidden === 0 || !isSmall(hidden), `${hidden} of a line can be worked out`);
      }
    }),
    { numRuns: 500 },
  );
});
