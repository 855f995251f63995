import * as z from 'zod';
import { notFound } from '../../domain/errors/app-error.ts';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

const sessionId = z.object({ sessionId: id });
const page = z.object({ before: id });
const lessonsPage = z.object({ lessonsBefore: id });

/** The id in the path of a page. Throws `not-found` for what is no id: nothing can be there. */
export function idIn(params: unknown, what: string): number {
  const read = z.object({ id }).safeParse(params);
  if (!read.success) throw notFound(what);
  return read.data.id;
}

/** The id of a session below that of a person. Throws `not-found` for what is no id. */
export function sessionIdIn(params: unknown): number {
  const read = sessionId.safeParse(params);
  if (!read.success) throw notFound('study session');
  return read.data.sessionId;
}

/** The id to page on from; undefined, and so the first page, for what is no id. */
export function beforeIn(query: unknown): number | undefined {
  const read = page.safeParse(query);
  return read.success ? read.data.before : undefined;
}

/** The same for lessons in school hours, on a page that has another list too. */
export function lessonsBeforeIn(query: unknown): number | undefined {
  const read = lessonsPage.safeParse(query);
  return read.success ? read.data.lessonsBefore : undefined;
}
