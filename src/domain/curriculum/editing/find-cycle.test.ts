import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findCycle } from './find-cycle.ts';

const key = fc.integer({ min: 0, max: 9 });
const graphs = fc
  .uniqueArray(fc.tuple(key, fc.array(key, { maxLength: 4 })), { selector: ([from]) => from, maxLength: 10 })
  .map((edges) => new Map(edges));

/** Takes away what needs nothing any more, until nothing is left or all that is left needs each other. */
function hasCircle(graph: ReadonlyMap<number, readonly number[]>): boolean {
  let left = [...graph.keys()];
  for (;;) {
    const stuck = left.filter((from) => graph.get(from)?.some((to) => left.includes(to)));
    if (stuck.length === left.length) return left.length > 0;
    left = stuck;
  }
}

test('a circle is found exactly where there is one, and what is named is a way round', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const cycle = findCycle(graph);
      assert.equal(cycle !== null, hasCircle(graph));
      if (cycle === null) return;
      assert.equal(cycle[0], cycle.at(-1));
      assert.ok(cycle.length >= 2);
      assert.equal(new Set(cycle).size, cycle.length - 1, 'nothing stands twice in it but the ends');
      for (const [at, from] of cycle.slice(0, -1).entries()) {
        assert.ok(graph.get(from)?.includes(cycle[at + 1] ?? -1), `${from} does not need ${cycle[at + 1]}`);
      }
    }),
    { numRuns: 2000 },
  );
});

test('what needs itself goes round, and a long way does not exhaust anything', () => {
  assert.deepEqual(findCycle(new Map([['a', ['a']]])), ['a', 'a']);
  const chain = new Map(Array.from({ length: 100_000 }, (_, at): [number, number[]] => [at, [at + 1]]));
  assert.equal(findCycle(chain), null);
  chain.set(100_000, [99_999]);
  assert.deepEqual(findCycle(chain), [99_999, 100_000, 99_999]);
});
