/**
 * The order of a course's units after an import. Units that only the course has keep their places; those that both have take
 * the draft's order among themselves; new ones follow the unit that the draft has before them, or stand at the end.
 */
export function mergedOrder(there: readonly string[], draft: readonly string[]): string[] {
  const wanted = draft.filter((name) => there.includes(name));
  const both = new Set(wanted);
  const order = there.map((name) => (both.has(name) ? (wanted.shift() ?? name) : name));
  draft.forEach((name, index) => {
    if (order.includes(name)) return;
    const before = draft[index - 1];
    const next = draft.slice(index + 1).find((later) => both.has(later));
    if (before !== undefined) order.splice(order.indexOf(before) + 1, 0, name);
    else order.splice(next === undefined ? order.length : order.indexOf(next), 0, name);
  });
  return order;
}

/** The same where the draft says nothing about order: new units stand at the end. */
export function appendedOrder(there: readonly string[], draft: readonly string[]): string[] {
  return [...there, ...draft.filter((name) => !there.includes(name))];
}
