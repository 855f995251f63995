import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRandom } from './random.ts';

const draws = (name: string) => {
  const random = createRandom(name);
  return Array.from({ length: 20 }, () => random.next());
};

test('the same name draws the same numbers, another name others', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      assert.deepEqual(draws(one), draws(one));
      if (one !== other) assert.notDeepEqual(draws(`a${one}`), draws(`b${other}`));
    }),
  );
});

test('a stream that branches off is the same whatever was drawn before', () => {
  const one = createRandom('a');
  const other = createRandom('a');
  other.next();
  assert.equal(one.fork('pupil').next(), other.fork('pupil').next());
});

test('numbers stay within their bounds, and what has no weight is never drawn', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(40), (name, from, size) => {
      const random = createRandom(name);
      const drawn = random.int(from, from + size);
      assert.ok(Number.isInteger(drawn) && drawn >= from && drawn <= from + size);
      assert.equal(
        random.weighted([
          ['never', 0],
          ['always', 1],
          ['never', 0],
        ]),
        'always',
      );
      assert.deepEqual(random.shuffled([3, 1, 2]).sort(), [1, 2, 3]);
    }),
  );
});

test('draws are spread evenly: each tenth gets about a tenth', () => {
  const random = createRandom('spread');
  const counts = new Map<number, number>();
  for (let i = 0; i < 10_000; i += 1) {
    const tenth = Math.floor(random.next() * 10);
    counts.set(tenth, (counts.get(tenth) ?? 0) + 1);
  }
  for (const count of counts.values()) assert.ok(count > 850 && count < 1150, String(count));
});
