import * as z from 'zod';

/** What a form sent, flat: a name that came several times holds a list. */
export type SentFields = Record<string, string[]>;

const MOST_CHARACTERS = 60_000;
const text = z.string().transform((value) => value.replaceAll('\r\n', '\n').slice(0, MOST_CHARACTERS));
const sent = z.record(z.string(), z.union([text.transform((one) => [one]), z.array(text)]).catch([]));

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

/** One of a fixed list; the first of them for anything else. */
export function wordIn<Word extends string>(written: string, words: readonly [Word, ...Word[]]): Word {
  return words.find((word) => word === written) ?? words[0];
}

/** How many of the fields `prefix0suffix`, `prefix1suffix` … were sent, in a row and no more than `most`. */
export function countOf(fields: SentFields, nameOf: (index: number) => string, most: number): number {
  let count = 0;
  while (count < most && fields[nameOf(count)] !== undefined) count += 1;
  return count;
}
