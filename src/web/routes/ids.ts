import * as z from 'zod';
import { notFound } from '../../domain/errors/app-error.ts';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** The id in the path of a page. Throws `not-found` for what is no id: nothing can be there. */
export function idIn(params: unknown, what: string): number {
  const read = z.object({ id }).safeParse(params);
  if (!read.success) throw notFound(what);
  return read.data.id;
}
