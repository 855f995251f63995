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

/** Rows and columns of a grid of so many, which lies there row by row. */
function linesOf(rows: number, columns: number): number[][] {
  const across = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, at) => row * columns + at),
  );
  const down = Array.from({ length: columns }, (_, at) =>
    Array.from({ length: rows }, (__, row) => row * columns + at),
  );
  return [...across, ...down];
}

/** What follows line by line from those that are told and what every line comes to, again and again. */
function eliminated(hidden: ReadonlySet<number>, lines: readonly (readonly number[])[]): Set<number> {
  const left = new Set(hidden);
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const line of lines) {
      const unknown = line.filter((one) => left.has(one));
      if (unknown.length === 1) left.delete(unknown[0] ?? 0);
    }
  }
  return hidden.difference(left);
}

/** Those of the hidden that the sums of lines leave only one number for: by elimination over the whole of the equations. */
function solved(hidden: ReadonlySet<number>, lines: readonly (readonly number[])[]): Set<number> {
  const places = [...hidden];
  const rows = lines.map((line) => places.map((place): number => (line.includes(place) ? 1 : 0)));
  let rank = 0;
  for (let at = 0; at < places.length && rank < rows.length; at += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[at] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const lead = (rows[pivot] ?? []).map((value, _, all) => value / (rows[pivot]?.[at] ?? all.length));
    rows[pivot] = rows[rank] ?? [];
    rows[rank] = lead;
    for (const [index, row] of rows.entries()) {
      const factor = row[at] ?? 0;
      if (index !== rank && factor !== 0)
        rows[index] = row.map((value, column) => value - factor * (lead[column] ?? 0));
    }
    rank += 1;
  }
  const found = rows.flatMap((row) => {
    const unknown = places.filter((_, at) => Math.abs(row[at] ?? 0) > 1e-9);
    return unknown.length === 1 ? unknown : [];
  });
  return new Set(found);
}

const hiddenOf = (people: readonly number[], told: readonly boolean[]) =>
  new Set([...people.keys()].filter((at) => !told[at] && (people[at] ?? 0) > 0));

test('a small group does not follow from a large one that follows from its column', () => {
  // 12 would be hidden for the sake of 5, and stand alone in its column.
  const people = [5, 12, 30, 60, 50, 70];
  const lines = linesOf(2, 3);
  const hidden = hiddenOf(people, toldOf(people, lines));
  assert.ok(hidden.has(0));
  assert.deepEqual([eliminated(hidden, lines), solved(hidden, lines)], [new Set(), new Set()]);
  // Each line has two, and still the one that joins two squares would follow.
  const joined = [5, 20, 99, 99, 20, 20, 15, 99, 99, 99, 20, 20, 99, 99, 20, 5];
  const both = hiddenOf(joined, toldOf(joined, linesOf(4, 4)));
  assert.deepEqual(solved(both, linesOf(4, 4)), new Set());
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
      const lines = linesOf(rows, columns);
      const told = toldOf(people, lines);
      for (const [at, count] of people.entries()) assert.ok(!told[at] || !isSmall(count), 'no small group is told of');
      for (const line of lines) {
        const hidden = line.filter((one) => !told[one]).reduce((sum, one) => sum + (people[one] ?? 0), 0);
        const shown = line.some((one) => told[one]);
        assert.ok(!shown || hidden === 0 || !isSmall(hidden), `${hidden} of a line can be worked out`);
      }
      // What is the only one of its line, or follows from such, is told by the sums alone: no hiding of others helps it.
      const always = solved(hiddenOf(people, []), lines);
      const hidden = hiddenOf(people, told);
      assert.deepEqual(eliminated(hidden, lines).difference(always), new Set());
      assert.deepEqual(solved(hidden, lines).difference(always), new Set());
    }),
    { numRuns: 500 },
  );
});
