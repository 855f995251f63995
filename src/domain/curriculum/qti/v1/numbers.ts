import { attribute, childrenOf, type MarkupElement, wordsOf } from '../../../markup/markup.ts';
import { ItemRefused, type NumberRight } from '../item.ts';

/** A number, or all numbers between two. */
interface Range {
  value?: number;
  from?: number;
  to?: number;
}

const UNCLEAR = 'its marking of numbers cannot be followed';

/** Which numbers are right, from the conditions that give points. Throws `ItemRefused` where they say no clear thing. */
export function numbersRight(gains: readonly MarkupElement[]): NumberRight[] {
  const found = gains.flatMap((gain) => childrenOf(gain, 'conditionvar').map((all) => joined(anyOf(childrenOf(all)))));
  if (found.length === 0) throw new ItemRefused('it does not say which answer is right');
  return merged(found);
}

/** Bounds that overlap are one. */
function merged(found: readonly NumberRight[]): NumberRight[] {
  const list: NumberRight[] = [];
  const low = ({ value, from }: NumberRight) => from ?? value;
  const high = ({ value, to }: NumberRight) => to ?? value;
  for (const right of found.toSorted((a, b) => low(a) - low(b) || high(b) - high(a))) {
    const before = list.at(-1);
    if (!before || low(right) > high(before)) list.push(right);
    else if (high(right) > high(before)) list.splice(-1, 1, { ...before, from: low(before), to: high(right) });
  }
  // The one that the source names first stays the answer that is shown.
  return list.toSorted((a, b) => found.findIndex((one) => isIn(one, a)) - found.findIndex((one) => isIn(one, b)));
}

const isIn = (one: NumberRight, all: NumberRight): boolean =>
  one.value >= (all.from ?? all.value) && one.value <= (all.to ?? all.value);

/** Tests that stand side by side: bounds belong together, single values are ways to be right. */
function anyOf(tests: readonly MarkupElement[]): Range[] {
  const bounds = tests.filter((test) => /^var[gl]te?$/.test(test.name));
  const rest = tests.filter((test) => !bounds.includes(test) && test.name !== 'qticomment');
  const between: Range = Object.assign({}, ...bounds.map(bound));
  return [...(bounds.length > 0 ? [between] : []), ...rest.flatMap(single)];
}

function single(test: MarkupElement): Range[] {
  if (test.name === 'or' || test.name === 'and') return anyOf(childrenOf(test));
  if (test.name !== 'varequal') throw new ItemRefused(UNCLEAR);
  const value = numberIn(wordsOf(test));
  const margin = attribute(test, 'margin');
  if (margin === undefined) return [{ value }];
  const size = numberIn(margin);
  const by = attribute(test, 'margintype') === 'percent' ? (Math.abs(value) * size) / 100 : size;
  return [{ value, from: clean(value - by), to: clean(value + by) }];
}

function bound(test: MarkupElement): Range {
  const value = numberIn(wordsOf(test));
  return test.name.startsWith('varg') ? { from: value } : { to: value };
}

/** The ways of one condition are one thing said twice: a number, and the bounds around it. */
function joined(ranges: readonly Range[]): NumberRight {
  const values = [...new Set(ranges.flatMap((range) => (range.value === undefined ? [] : [range.value])))];
  const from = Math.min(...ranges.map((range) => range.from ?? Number.POSITIVE_INFINITY));
  const to = Math.max(...ranges.map((range) => range.to ?? Number.NEGATIVE_INFINITY));
  const bounded = Number.isFinite(from) && Number.isFinite(to);
  if (values.length > 1 || (values.length === 0 && !bounded)) throw new ItemRefused(UNCLEAR);
  if (!bounded) {
    if (Number.isFinite(from) || Number.isFinite(to)) throw new ItemRefused(UNCLEAR);
    return { value: values[0] ?? 0 };
  }
  const value = values[0] ?? middle(from, to);
  if (from > to || value < from || value > to) {
    throw new ItemRefused(`its answer ${value} is outside of the numbers that it takes, ${from} to ${to}`);
  }
  return from === to ? { value } : { value, from, to };
}

/** Without the dust of binary fractions. */
const clean = (value: number): number => Number(value.toPrecision(12));

const middle = (from: number, to: number): number => clean((from + to) / 2);

function numberIn(text: string): number {
  const value = Number(text.trim());
  if (text.trim() === '' || !Number.isFinite(value))
    throw new ItemRefused(`read “${text.slice(0, 40)}” where a number is needed`);
  return value;
}
