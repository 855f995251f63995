import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { costInMicros } from './pricing.ts';

const PRICES = { inputMicrosPerMillion: 2_500_000, outputMicrosPerMillion: 10_000_000 };

test('1,000 tokens in at $2.50 and 200 out at $10 a million cost 4,500 micro-dollars', () => {
  assert.equal(costInMicros({ inputTokens: 1000, outputTokens: 200 }, PRICES), 4500);
});

test('a part of a micro-dollar is a whole one', () => {
  assert.equal(costInMicros({ inputTokens: 1, outputTokens: 0 }, PRICES), 3);
  assert.equal(costInMicros({ inputTokens: 0, outputTokens: 0 }, PRICES), 0);
});

test('where a price or the usage is unknown the cost is unknown, never zero', () => {
  const usage = { inputTokens: 10, outputTokens: 10 };
  assert.equal(costInMicros(usage, null), null);
  assert.equal(costInMicros(null, PRICES), null);
  assert.equal(costInMicros(usage, { ...PRICES, outputMicrosPerMillion: null }), null);
  assert.equal(costInMicros(usage, { ...PRICES, inputMicrosPerMillion: null }), null);
});

test('a price that is not needed may be unknown; a model that is free costs nothing', () => {
  assert.equal(costInMicros({ inputTokens: 4, outputTokens: 0 }, { ...PRICES, outputMicrosPerMillion: null }), 10);
  assert.equal(
    costInMicros({ inputTokens: 9, outputTokens: 9 }, { inputMicrosPerMillion: 0, outputMicrosPerMillion: 0 }),
    0,
  );
});

test('the cost is a whole number, never less than exact and less than one more', () => {
  const tokens = fc.integer({ min: 0, max: 10_000_000 });
  const price = fc.integer({ min: 0, max: 1_000_000_000 });
  fc.assert(
    fc.property(tokens, tokens, price, price, (inputTokens, outputTokens, input, output) => {
      const cost = costInMicros(
        { inputTokens, outputTokens },
        { inputMicrosPerMillion: input, outputMicrosPerMillion: output },
      );
      assert.ok(cost !== null && Number.isInteger(cost));
      const exact = BigInt(inputTokens) * BigInt(input) + BigInt(outputTokens) * BigInt(output);
      const rest = BigInt(cost) * 1_000_000n - exact;
      assert.ok(rest >= 0n && rest < 1_000_000n);
    }),
  );
});
