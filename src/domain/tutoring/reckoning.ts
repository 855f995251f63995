import type { Item } from '../curriculum/curriculum.ts';
import { near, numbersIn, OPERATIONS, type Operation, plainNumber, type Written } from './slip.ts';

/** One calculation that leads to the answer. */
export interface Reckoning {
  operation: Operation;
  numbers: [string, string];
  result: string;
}

const COMMUTES: ReadonlySet<Operation> = new Set(['added', 'multiplied']);

/**
 * How the answer comes out of two numbers of the question, or of one and what its author names beside it (3.6 from km/h to m/s). Null
 * where there is no such way, or more than one: nothing is guessed.
 */
export function reckoningOf({ key, stem, question, explanation, hints }: Item): Reckoning | null {
  const wanted = key.kind === 'number' ? plainNumber(key.answer) : undefined;
  if (wanted === undefined) return null;
  const given = numbersIn(`${stem}\n${question}`);
  const own = ways(given, given, wanted);
  const beside = numbersIn([explanation, ...hints.map(({ text }) => text)].join('\n')).filter(
    ({ value }) => !near(value, wanted),
  );
  const found = own.length > 0 ? own : ways(given, beside, wanted);
  const [way] = found;
  return found.length === 1 && way !== undefined ? { ...way, result: key.answer } : null;
}

function ways(given: readonly Written[], others: readonly Written[], wanted: number): Omit<Reckoning, 'result'>[] {
  const found = new Map<string, Omit<Reckoning, 'result'>>();
  for (const a of given)
    for (const b of others)
      for (const [operation, reckon] of OPERATIONS) {
        if (a === b || b.value === 0 || (b.value === 1 && operation !== 'added' && operation !== 'subtracted'))
          continue;
        for (const [one, other] of [
          [a, b],
          [b, a],
        ] as const) {
          if (!near(reckon(one.value, other.value), wanted)) continue;
          const values = [one.value, other.value];
          const name = `${operation} ${COMMUTES.has(operation) ? values.sort((x, y) => x - y).join() : values.join()}`;
          if (!found.has(name)) found.set(name, { operation, numbers: [one.text, other.text] });
        }
      }
  return [...found.values()];
}
