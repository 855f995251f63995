import type { MathKey } from './math-check.ts';
import type { MathObject } from './math-objects.ts';
import type { Term } from './terms.ts';

const COORDINATES =
  /^([a-z])\s*(?:=|:|\bis\b)\s*([-+−–\d./]+)[\s,;]*(?:\band\b\s*)?([a-z])\s*(?:=|:|\bis\b)\s*([-+−–\d./]+?)[\s.]*$/i;

/** "x=2 y=3", "x is 2 and y is 3", "x: 2" in two lines: as "x = 2, y = 3". */
export const inCoordinates = (text: string): string => text.trim().replace(COORDINATES, '$1 = $2, $3 = $4');

/** "2, 3" and "x = 2, y = 3" name the point (2, 3); coordinates go by the order of their letters. A point is one already. */
export function asPoint(object: MathObject): MathObject | undefined {
  if (object.type === 'group') return object;
  if (object.type !== 'collection' || object.braces || object.items.length < 2) return undefined;
  const named = namedIn(object.items);
  if (named) return pointOf(named.map(({ value }) => value));
  const values = object.items.flatMap((item) => (item.type === 'scalar' ? item.term : []));
  return values.length === object.items.length ? pointOf(values) : undefined;
}

/** The key with the points that its answers name. */
export function pointsOf(wanted: MathKey): MathKey {
  return {
    ...wanted,
    objects: wanted.objects.map((object) => (isNamed(object) ? (asPoint(object) ?? object) : object)),
  };
}

/** The letters that the coordinates of a point go by, where its key names none. */
const LETTERS: Readonly<Record<number, readonly string[]>> = { 2: ['x', 'y'], 3: ['x', 'y', 'z'] };

/** Whether "x = 2" is one coordinate of the point that is wanted: what is right as far as it goes is not wrong. */
export function isPartOf(wanted: MathKey, given: MathObject, same: (a: Term, b: Term) => boolean): boolean {
  const [part, ...more] = namedIn([given]) ?? [];
  if (!part || more.length > 0) return false;
  return wanted.objects.some((object) =>
    coordinatesOf(object).some(
      (one) => one.letter.toLowerCase() === part.letter.toLowerCase() && same(one.value, part.value),
    ),
  );
}

interface Coordinate {
  letter: string;
  value: Term;
}

function coordinatesOf(object: MathObject): Coordinate[] {
  if (object.type === 'collection' && !object.braces) return namedIn(object.items) ?? [];
  if (object.type !== 'group' || object.open !== '(' || object.close !== ')') return [];
  const letters = LETTERS[object.items.length] ?? [];
  return object.items.flatMap((item, place) => {
    const letter = letters[place];
    return item.type === 'scalar' && letter ? { letter, value: item.term } : [];
  });
}

const isNamed = (object: MathObject): boolean => object.type === 'collection' && namedIn(object.items) !== undefined;

/** "x = 2, y = 3": each letter once, in their order; undefined for anything else. */
function namedIn(items: readonly MathObject[]): Coordinate[] | undefined {
  const read = items.flatMap((item): Coordinate[] => {
    const [left, value] = item.type === 'relation' && item.relations.join('') === '=' ? item.terms : [];
    return left?.type === 'name' && value ? [{ letter: left.name, value }] : [];
  });
  const letters = new Set(read.map(({ letter }) => letter));
  if (read.length !== items.length || letters.size !== read.length) return undefined;
  return read.toSorted((a, b) => (a.letter < b.letter ? -1 : 1));
}

function pointOf(values: readonly Term[]): MathObject {
  return { type: 'group', open: '(', close: ')', items: values.map((term) => ({ type: 'scalar', term })) };
}
