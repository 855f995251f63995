import { type Crossing, crossingsOf, ringOf, workedOut } from './worked-out.ts';

/** Groups of fewer people than this are not counted out loud: somebody could be recognized in them. */
export const SMALLEST_GROUP = 10;

/** Whether a group is too small to be told of: some, but fewer than ten. */
export function isSmall(people: number): boolean {
  return people < SMALLEST_GROUP;
}

/** The number of a group, or null where the group is too small to be named; nobody at all is 0. */
export function unlessSmall(people: number): number | null {
  return people === 0 || people >= SMALLEST_GROUP ? people : null;
}

/**
 * Which groups may be told of, where it is known what whole lines of them come to (a row, a column, all of them): none that is too small,
 * and none besides whose telling would let a small one be worked out. In each line either nobody is hidden, or among the hidden there is
 * a group that is large enough; and no hidden group follows from the lines, be it by way of others in rows and columns that cross. Where
 * the small ones stand alone, the smallest of the others go with them. What the lines tell by themselves, as the only group of one, cannot
 * be kept here. A group lies in one line at most, or in a row and a column.
 */
export function toldOf(people: readonly number[], lines: readonly (readonly number[])[]): boolean[] {
  const told = people.map((count) => !isSmall(count));
  const sizeOf = (place: number) => people[place] ?? 0;
  const peopled = crossingsOf(lines).filter(({ place }) => sizeOf(place) > 0);
  const known = workedOut(peopled);
  for (;;) {
    const alone = besideSmall(lines, { told, sizeOf, known });
    const more = alone === undefined ? besideKnown(peopled, { told, sizeOf, known }) : [alone];
    if (more.length === 0) return told;
    for (const place of more) told[place] = false;
  }
}

interface Telling {
  told: readonly boolean[];
  sizeOf: (place: number) => number;
  /** Those that follow from the lines even where everything is hidden: they hide nothing. */
  known: ReadonlySet<number>;
}

/** What has to be hidden in a line in which too few are. */
function besideSmall(lines: readonly (readonly number[])[], { told, sizeOf, known }: Telling): number | undefined {
  for (const line of lines) {
    const hidden = line.filter((place) => !told[place] && sizeOf(place) > 0);
    const large = hidden.filter((place) => !isSmall(sizeOf(place)));
    if (hidden.length === 0 || large.some((place) => !known.has(place))) continue;
    const shown = line.filter((place) => told[place]).toSorted((a, b) => sizeOf(a) - sizeOf(b));
    const next = shown.find((place) => !known.has(place)) ?? (large.length === 0 ? shown[0] : undefined);
    if (next !== undefined) return next;
  }
  return undefined;
}

/** What has to be hidden so that one of the hidden does not follow from the others. */
function besideKnown(peopled: readonly Crossing[], { told, sizeOf, known }: Telling): number[] {
  const follow = workedOut(peopled.filter(({ place }) => !told[place]));
  for (const one of peopled) {
    if (!follow.has(one.place) || known.has(one.place)) continue;
    return ringOf(one, peopled, (place) => (told[place] ? sizeOf(place) : 0)).filter((place) => told[place]);
  }
  return [];
}

/** One line of everything. */
export const oneLine = (things: readonly unknown[]): number[][] => [things.map((_, place) => place)];
