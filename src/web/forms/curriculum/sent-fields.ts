import * as z from 'zod';
import type { FieldProblem } from '../../../domain/curriculum/editing/field-problem.ts';
import { lines } from '../lines.ts';

/** What a form sent, flat: a name that came several times holds a list. */
export type SentFields = Record<string, string[]>;

const sent = z.record(z.string(), z.union([lines.transform((one) => [one]), z.array(lines)]).catch([]));

/** Reads a form; what is no form is an empty one. */
export function readFields(body: unknown): SentFields {
  const read = sent.safeParse(body ?? {});
  return read.success ? read.data : {};
}

/** The first value of a field; empty when it is not there. */
export function one(fields: SentFields, name: string): string {
  return fields[name]?.[0] ?? '';
}

/** A number that was written; NaN for what is none, so that the check of the field says what is allowed. */
export function numberIn(written: string): number {
  return /^\s*-?\d*[.,]?\d+(?:e-?\d+)?\s*$/i.test(written) ? Number(written.replace(',', '.')) : Number.NaN;
}

/** Lines without empty ones. */
export function linesIn(written: string): string[] {
  return written
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** A form that is being read, and what it says that fits nothing on its page, each with what is allowed. */
export interface Reading {
  fields: SentFields;
  refused: FieldProblem[];
}

/** One of a fixed list. Anything else is refused, and the first of the list stands in for it. */
export function wordIn<Word extends string>(
  { fields, refused }: Reading,
  field: string,
  words: readonly [Word, ...Word[]],
): Word {
  const written = one(fields, field);
  const word = words.find((each) => each === written);
  if (word !== undefined) return word;
  refused.push({ field, problem: `“${written.slice(0, 80)}” is none of these: ${words.join(', ')}.` });
  return words[0];
}

/** How many of the fields `nameOf` were sent in a row. More than `most` are refused, beside the field `at`. */
export function rowsIn(
  { fields, refused }: Reading,
  at: string,
  { nameOf, most }: { nameOf: (index: number) => string; most: number },
): number {
  let count = 0;
  while (count < most && fields[nameOf(count)] !== undefined) count += 1;
  if (fields[nameOf(most)] !== undefined) refused.push({ field: at, problem: `At most ${most} of these are taken.` });
  return count;
}
