import type { AnswerChecker } from '../../tutoring/verdict.ts';
import type { AnswerKey } from '../curriculum.ts';
import { ItemRefused, type NumberRight } from './item.ts';

export interface NumberKey {
  key: AnswerKey & { tolerance?: number };
  explanation: string[];
}

/** Shares of an answer that differ by less are one tolerance, written with other digits. */
const SAME = 1e-6;

/**
 * The key of a number. The source's bounds become a tolerance as a share of the answer; where the answer is not in their middle, the
 * middle is the key and the explanation says what is taken. Throws `ItemRefused` where no tolerance says what the source says.
 */
export function numberKey(right: readonly NumberRight[], checker: AnswerChecker): NumberKey {
  const read = right.map(spread);
  const [first, ...others] = read;
  if (!first) throw new ItemRefused('it does not say which answer is right');
  // A share of nothing is nothing: zero goes with any tolerance.
  const share = (first.value === 0 ? others[0]?.share : first.share) ?? 0;
  if (read.some((one) => one.value !== 0 && Math.abs(one.share - share) > SAME)) {
    throw new ItemRefused('its right numbers have different tolerances');
  }
  const key: NumberKey['key'] = {
    kind: 'number',
    answer: written(first.value),
    acceptedAnswers: [...new Set(others.map((other) => written(other.value)))],
    choices: [],
    ...(share > 0 ? { tolerance: share } : {}),
  };
  for (const { value, from = value, to = value } of [...right, ...read]) {
    const taken = [value, from, to].every((one) => checker.check(key, { text: written(one) }).verdict === 'correct');
    if (!taken) throw new ItemRefused('its own answer is not taken as right by the answer checker');
  }
  return { key, explanation: read.flatMap((one) => one.says) };
}

interface Spread extends NumberRight {
  share: number;
  says: string[];
}

function spread({ value, from, to }: NumberRight): Spread {
  if (from === undefined || to === undefined) return { value, share: 0, says: [] };
  const middle = Number(((from + to) / 2).toPrecision(12));
  const half = (to - from) / 2;
  const share = half === 0 ? 0 : half / Math.abs(middle);
  if (!(share < 1)) {
    throw new ItemRefused(
      `it takes all numbers from ${written(from)} to ${written(to)}, which no tolerance here can say`,
    );
  }
  const centred = Math.abs(value - middle) <= half * 1e-3;
  const says = [`Any number from ${written(from)} to ${written(to)} is right.`];
  return { value: centred ? value : middle, share: Number(share.toPrecision(10)), says };
}

/** A number as a pupil would type it. */
function written(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const [digits = '', power = ''] = text.split('e');
  return `${digits}*10^${power.startsWith('-') ? `(${power})` : power.replace('+', '')}`;
}
