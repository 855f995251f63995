import type { TestContext } from 'node:test';

/** Enough of a test to be told from others. */
type Whose = Pick<TestContext, 'after'>;

const leaving = new WeakMap<Whose, (() => Promise<void>)[]>();

/** Says how the visitors of a test leave. */
export function onLeave(t: Whose, leave: () => Promise<void>): void {
  leaving.set(t, [...(leaving.get(t) ?? []), leave]);
}

/** Sees all visitors of a test out: before their server stops, so that no page asks for something of one that is gone. */
export async function seeOut(t: Whose): Promise<void> {
  for (const leave of leaving.get(t) ?? []) await leave();
  leaving.delete(t);
}
