/**
 * A way along prerequisites that comes back to where it began, as names with the first one again at the end: A needs B, B needs A
 * gives ["A", "B", "A"]. Null where there is none. Iterative, so that no depth of graph can exhaust the stack.
 */
export function findCycle<Key>(graph: ReadonlyMap<Key, readonly Key[]>): Key[] | null {
  const finished = new Set<Key>();
  for (const start of graph.keys()) {
    const way: Key[] = [];
    const onWay = new Set<Key>();
    const open: { key: Key; leave: boolean }[] = [{ key: start, leave: false }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { key, leave } = next;
      if (leave) {
        way.pop();
        onWay.delete(key);
        finished.add(key);
        continue;
      }
      if (onWay.has(key)) return [...way.slice(way.indexOf(key)), key];
      if (finished.has(key)) continue;
      way.push(key);
      onWay.add(key);
      open.push({ key, leave: true });
      for (const before of graph.get(key) ?? []) open.push({ key: before, leave: false });
    }
  }
  return null;
}
