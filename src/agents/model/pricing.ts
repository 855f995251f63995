import type { ModelUsage } from './language-model.ts';

/** Prices of a model as the operator configured them: whole micro-dollars (1e-6 USD) for a million tokens; null = unknown. */
export interface ModelPrices {
  inputMicrosPerMillion: number | null;
  outputMicrosPerMillion: number | null;
}

const MILLION = 1_000_000;

/**
 * Cost of a call in whole micro-dollars, rounded up, so that a budget is never overrun by rounding. Null when the usage or a
 * price that it needs is unknown: a cost is never invented. Discounts (cached input, batches) are not taken off.
 */
export function costInMicros(usage: ModelUsage | null, prices: ModelPrices | null): number | null {
  if (usage === null || prices === null) return null;
  const input = part(usage.inputTokens, prices.inputMicrosPerMillion);
  const output = part(usage.outputTokens, prices.outputMicrosPerMillion);
  return input === null || output === null ? null : Number((input + output + BigInt(MILLION - 1)) / BigInt(MILLION));
}

/** Tokens × price, still to be divided by a million; exact, whatever the sizes. */
function part(tokens: number, price: number | null): bigint | null {
  if (tokens === 0) return 0n;
  return price === null ? null : BigInt(tokens) * BigInt(price);
}
