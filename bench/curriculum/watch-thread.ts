/** How long somebody who asks waits for a turn, in ms. */
export interface Waits {
  p99: number;
  longest: number;
}

const EVERY = 2;

/**
 * Asks for a turn every two milliseconds until it is stopped. `held`: how long the thread itself worked between two turns; `waited`: by
 * the clock, the turns of other programs and the waiting for the disk included.
 */
export function watchThread(): () => { held: Waits; waited: Waits } {
  const [held, waited]: [number[], number[]] = [[], []];
  let [clock, worked] = [performance.now(), threadTime()];
  const timer = setInterval(() => {
    const [now, used] = [performance.now(), threadTime()];
    waited.push(Math.max(0, now - clock - EVERY));
    held.push(used - worked);
    [clock, worked] = [now, used];
  }, EVERY);
  return () => {
    clearInterval(timer);
    return { held: waitsOf(held), waited: waitsOf(waited) };
  };
}

function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function waitsOf(values: number[]): Waits {
  const sorted = values.sort((a, b) => a - b);
  return { p99: sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN, longest: sorted.at(-1) ?? Number.NaN };
}
