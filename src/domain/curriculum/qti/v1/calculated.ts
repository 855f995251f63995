import {
  attribute,
  childOf,
  childrenOf,
  firstDescendant,
  type MarkupElement,
  wordsOf,
} from '../../../markup/markup.ts';
import { ItemRefused, type NumberRight } from '../item.ts';

/** A question of Canvas whose numbers are drawn for each pupil: one of the sets of numbers that come with it. */
export interface Calculated {
  values: ReadonlyMap<string, string>;
  right: NumberRight;
  sets: number;
}

/** The first set of numbers whose answer is there; undefined for an item that is not of this kind. Throws `ItemRefused`. */
export function readCalculated(item: MarkupElement): Calculated | undefined {
  const calculated = firstDescendant(item, 'calculated');
  if (!calculated) return undefined;
  const sets = childrenOf(childOf(calculated, 'var_sets') ?? calculated, 'var_set');
  const [first] = sets;
  if (!first) throw new ItemRefused('its numbers are drawn by a program, and no set of them comes with it');
  const said = wordsOf(childOf(first, 'answer'));
  const value = Number(said);
  if (said === '') throw new ItemRefused('it does not say which answer is right');
  if (!Number.isFinite(value)) throw new ItemRefused(`its answer “${said.slice(0, 40)}” is no plain number`);
  const by = toleranceOf(childOf(calculated, 'answer_tolerance'), value);
  return {
    values: new Map(childrenOf(first, 'var').map((one) => [attribute(one, 'name') ?? '', wordsOf(one)])),
    right: by > 0 ? { value, from: value - by, to: value + by } : { value },
    sets: sets.length,
  };
}

function toleranceOf(tolerance: MarkupElement | undefined, value: number): number {
  const text = wordsOf(tolerance);
  const isShare = text.endsWith('%') || (tolerance && attribute(tolerance, 'margin_type')) === 'percent';
  const size = Number(text.replace('%', ''));
  if (!Number.isFinite(size) || size < 0)
    throw new ItemRefused(`read “${text.slice(0, 40)}” as the tolerance of its answer`);
  return isShare ? (Math.abs(value) * size) / 100 : size;
}
