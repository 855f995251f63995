/** A unit on the map: its name and the names of the units that should be known first. */
export interface MapUnit {
  name: string;
  prerequisites: readonly string[];
}

/** Where units stand: columns by how much comes before them, rows so that chains run straight. */
export interface MapLayout {
  /** In the order of the units given. */
  places: { column: number; row: number }[];
  /** Indices of units: what comes first, and what builds on it. */
  links: { from: number; to: number }[];
  columns: number;
  rows: number;
}

/**
 * Lays units out from left to right. Names that are not there are left aside; where prerequisites go round in a circle, the
 * circle is cut at the unit that was reached first.
 */
export function layOut(units: readonly MapUnit[]): MapLayout {
  const index = new Map(units.map((unit, at) => [unit.name, at]));
  const before = units.map((unit, at) =>
    [...new Set(unit.prerequisites)].flatMap((name) => {
      const found = index.get(name);
      return found === undefined || found === at ? [] : [found];
    }),
  );
  const columns = depths(before);
  const places = rowsFor(columns, before);
  return {
    places,
    links: before.flatMap((list, to) => list.map((from) => ({ from, to }))),
    columns: Math.max(0, ...places.map(({ column }) => column + 1)),
    rows: Math.max(0, ...places.map(({ row }) => row + 1)),
  };
}

/** The longest way to each unit. */
function depths(before: readonly number[][]): number[] {
  const known: (number | undefined)[] = [];
  const onTheWay = new Set<number>();
  const depth = (at: number): number => {
    const found = known[at];
    if (found !== undefined) return found;
    if (onTheWay.has(at)) return -1;
    onTheWay.add(at);
    const result = 1 + Math.max(-1, ...(before[at] ?? []).map(depth));
    onTheWay.delete(at);
    known[at] = result;
    return result;
  };
  return before.map((_, at) => depth(at));
}

/** Each unit stands in the row of what it builds on, where that place is free. */
function rowsFor(columns: readonly number[], before: readonly number[][]): MapLayout['places'] {
  const taken = new Set<string>();
  const places: MapLayout['places'] = columns.map((column) => ({ column, row: 0 }));
  const order = columns.map((column, at) => ({ column, at })).sort((a, b) => a.column - b.column || a.at - b.at);
  for (const { column, at } of order) {
    const wanted = (before[at] ?? [])
      .filter((from) => (columns[from] ?? 0) < column)
      .map((from) => places[from]?.row ?? 0);
    const free = (row: number) => !taken.has(`${column}/${row}`);
    let row = wanted.find(free) ?? 0;
    while (!free(row)) row += 1;
    taken.add(`${column}/${row}`);
    places[at] = { column, row };
  }
  return places;
}
