import * as z from 'zod';
import { lines } from './lines.ts';

const form = z.record(z.string(), z.unknown()).catch({});

/** What was sent, by field: one text each, however long; how long each may be is for its reader to say. What is no text is nothing. */
export type Fields = Record<string, string | undefined>;

/** The fields of a form or of a JSON object. */
export function fieldsOf(body: unknown): Fields {
  const sent = Object.entries(form.parse(body ?? {})).flatMap(([name, value]) => {
    const read = lines.safeParse(value);
    return read.success ? [[name, read.data]] : [];
  });
  return Object.fromEntries(sent);
}

/** The texts that were ticked under this name. */
export function textsOf(body: unknown, name: string): string[] {
  const sent = form.parse(body ?? {})[name];
  const values: unknown[] = Array.isArray(sent) ? sent : [sent];
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}

const number = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** The ids that were ticked under this name; what is no id is left out. */
export function idsOf(body: unknown, name: string): number[] {
  const sent = form.parse(body ?? {})[name];
  const values = Array.isArray(sent) ? sent : sent === undefined ? [] : [sent];
  const ids = values.flatMap((value: unknown) => {
    const read = number.safeParse(value);
    return read.success ? [read.data] : [];
  });
  return [...new Set(ids)];
}
