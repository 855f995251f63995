import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

type OfKind<Message, Kind> = Extract<Message, { kind: Kind }>;

/** The next message of this kind. Fails when the process ends before. */
export async function heard<Message extends { kind: string }, Kind extends Message['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<OfKind<Message, Kind>> {
  const ended = new AbortController();
  const { signal } = ended;
  const exit = once(child, 'exit', { signal }).then(() => Promise.reject(new Error(`ended before "${kind}"`)));
  const message = async () => {
    for (;;) {
      const [said] = (await once(child, 'message', { signal })) as [Message];
      if (said.kind === kind) return said as OfKind<Message, Kind>;
    }
  };
  try {
    return await Promise.race([message(), exit]);
  } finally {
    exit.catch(() => {});
    ended.abort();
  }
}

/** Starts a script of this folder in a process of its own. */
export function start(script: string, ...args: (string | number)[]): ChildProcess {
  const loader = join(import.meta.dirname, '../../tools/tsx.mjs');
  const command = ['--import', loader, join(import.meta.dirname, script), ...args.map(String)];
  return spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
