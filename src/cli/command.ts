import type { ParseArgsOptionsConfig } from 'node:util';

/** What a command writes to and where it may ask. */
export interface CommandContext {
  out(line: string): void;
  err(line: string): void;
  /** Asks on the terminal; null where there is none. */
  ask(question: string): Promise<string | null>;
}

export type OptionValues = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** One command of `allamda`. */
export interface Command {
  /** One or two words: "migrate", "import curriculum". */
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What --help prints: usage, options with their ranges, examples. */
  help: string;
  options: ParseArgsOptionsConfig;
  /** Carries it out. Answers with the exit code: 0 done, 1 failed and said why. Throws UsageError for 2. */
  run(values: OptionValues, positionals: string[], context: CommandContext): Promise<number>;
}

/** The command was called with words that it does not take. */
export class UsageError extends Error {}

/** A whole number within bounds, or the usage error that names the option, what was read and what is allowed. */
export function wholeNumber(
  values: OptionValues,
  name: string,
  [least, most]: [number, number],
  otherwise: number,
): number {
  const raw = values[name];
  if (raw === undefined) return otherwise;
  const number = typeof raw === 'string' && /^\d{1,12}$/.test(raw) ? Number(raw) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`--${name}: read ${JSON.stringify(raw)}; allowed is a whole number from ${least} to ${most}.`);
}

/** A text that is not blank, or undefined where the option is absent. */
export function textOption(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new UsageError(`--${name}: a text is needed.`);
}

/** One of some words, in any case, or the usage error that names the option, what was read and what is allowed. */
export function oneOf<Value extends string>(
  values: OptionValues,
  name: string,
  allowed: readonly Value[],
): Value | undefined {
  const value = textOption(values, name);
  const found = allowed.find((one) => one === value?.toLowerCase());
  if (value === undefined || found !== undefined) return found;
  throw new UsageError(`--${name}: read ${JSON.stringify(value)}; allowed is ${allowed.join(', ')}.`);
}

/** Reads several options and throws one usage error with all that is wrong with them, each on a line. */
export function readAll<Read extends object>(reads: { [Name in keyof Read]: () => Read[Name] }): Read {
  const wrong: string[] = [];
  const read: Partial<Read> = {};
  for (const name of Object.keys(reads) as (keyof Read)[]) {
    try {
      read[name] = reads[name]();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      wrong.push(error.message);
    }
  }
  if (wrong.length > 0) throw new UsageError(wrong.join('\n'));
  return read as Read;
}
