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
 * a group that is large enough; where the small ones stand alone, the smallest of the others goes with them.
 */
export function toldOf(people: readonly number[], lines: readonly (readonly number[])[]): boolean[] {
  const told = people.map((count) => !isSmall(count));
  const sizeOf = (place: number) => people[place] ?? 0;
  for (let isDone = false; !isDone; ) {
    isDone = true;
    for (const line of lines) {
      const hidden = line.filter((place) => !told[place] && sizeOf(place) > 0);
      if (hidden.length === 0 || hidden.some((place) => !isSmall(sizeOf(place)))) continue;
      const [next] = line.filter((place) => told[place]).toSorted((a, b) => sizeOf(a) - sizeOf(b));
      if (next === undefined) continue;
      told[next] = false;
      isDone = false;
    }
  }
  return told;
}

/** One line of everything. */
export const oneLine = (things: readonly unknown[]): number[][] => [things.map((_, place) => place)];
