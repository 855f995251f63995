/** One group in a row and in a column; what lies in one line alone has nothing across. */
export interface Crossing {
  place: number;
  row: number;
  column: number;
}

/** Stands for the line across of what lies in one line alone: its sum is told nowhere, but follows from the others. */
const NOWHERE = -1;

/**
 * How groups lie in lines: each in one line, or in a row and in a column. As a graph the lines are its points and the groups join them:
 * where every line's sum is known, exactly those groups can be worked out that are in no ring of unknown ones.
 */
export function crossingsOf(lines: readonly (readonly number[])[]): Crossing[] {
  const found = new Map<number, Crossing>();
  for (const [line, places] of lines.entries()) {
    for (const place of places) {
      const known = found.get(place);
      if (known) known.column = line;
      else found.set(place, { place, row: line, column: NOWHERE });
    }
  }
  return [...found.values()];
}

/** Which of these unknown groups follow from what the lines come to, be it by way of others that follow. */
export function workedOut(unknown: readonly Crossing[]): Set<number> {
  const ways = waysOf(unknown);
  const seen = new Map<number, number>();
  const found = new Set<number>();
  /** The earliest point that can be reached from here without the way that led here. */
  const earliest = (point: number, by: number | null): number => {
    const own = seen.size;
    seen.set(point, own);
    let first = own;
    for (const { place, to } of ways.get(point) ?? []) {
      if (place === by) continue;
      const known = seen.get(to);
      if (known !== undefined) {
        first = Math.min(first, known);
        continue;
      }
      const further = earliest(to, place);
      if (further > own) found.add(place);
      first = Math.min(first, further);
    }
    return first;
  };
  for (const point of ways.keys()) if (!seen.has(point)) earliest(point, null);
  return found;
}

/** The groups that close a ring with this one at the lowest cost in all; none where there is no ring. */
export function ringOf(one: Crossing, all: readonly Crossing[], costOf: (place: number) => number): number[] {
  const ways = waysOf(all);
  const best = new Map<number, { cost: number; by: readonly number[] }>([[one.row, { cost: 0, by: [] }]]);
  const open = new Set([one.row]);
  for (;;) {
    const [point] = [...open].toSorted((a, b) => (best.get(a)?.cost ?? 0) - (best.get(b)?.cost ?? 0));
    const here = point === undefined ? undefined : best.get(point);
    if (point === undefined || !here) return [];
    if (point === one.column) return [...here.by];
    open.delete(point);
    for (const { place, to } of ways.get(point) ?? []) {
      const cost = here.cost + costOf(place);
      if (place === one.place || cost >= (best.get(to)?.cost ?? Number.POSITIVE_INFINITY)) continue;
      best.set(to, { cost, by: [...here.by, place] });
      open.add(to);
    }
  }
}

function waysOf(crossings: readonly Crossing[]): Map<number, { place: number; to: number }[]> {
  const ways = new Map<number, { place: number; to: number }[]>();
  const add = (from: number, to: number, place: number) => {
    const list = ways.get(from);
    if (list) list.push({ place, to });
    else ways.set(from, [{ place, to }]);
  };
  for (const { place, row, column } of crossings) {
    add(row, column, place);
    add(column, row, place);
  }
  return ways;
}
