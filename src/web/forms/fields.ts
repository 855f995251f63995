import * as z from 'zod';

const text = z.string().max(4000);
const form = z.record(z.string(), z.unknown()).catch({});

/** What was sent, by field: one text each. What is no text, or far too long, is as good as nothing. */
export type Fields = Record<string, string | undefined>;

/** The fields of a form or of a JSON object. */
export function fieldsOf(body: unknown): Fields {
  const sent = Object.entries(form.parse(body ?? {})).flatMap(([name, value]) => {
    const read = text.safeParse(value);
    return read.success ? [[name, read.data.replaceAll('\r\n', '\n')]] : [];
  });
  return Object.fromEntries(sent);
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
