import { setImmediate } from 'node:timers/promises';

/** How long the thread is held at a time, in ms. */
const SLICE = 10;

/**
 * Does long work a piece after the other and lets others have their turn between the pieces; the work says with `yield` where it can
 * be left. Answers with what the work returns.
 */
export async function inSlices<Result>(work: Generator<void, Result>): Promise<Result> {
  const pause = pauses();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    await pause();
  }
}

/** To be called between the pieces of long work: gives up the thread whenever it was held for long enough. */
export function pauses(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
