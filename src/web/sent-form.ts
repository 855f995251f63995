import type { FastifyRequest } from 'fastify';

/** A form that could not be taken as a whole: where it stood, and what was written in it. */
export interface SentForm {
  /** The address of its page; null where the browser did not say. */
  page: string | null;
  /** Words that somebody would not like to write again. */
  texts: string[];
}

/** Fields that are never shown again. */
const SECRET = /password|before|after|again|code|token/i;
const WORTH_KEEPING = /\S\s+\S/;

/** The form that came with this request; null where none did. Of people who are not logged in nothing is shown again. */
export function sentForm(request: FastifyRequest): SentForm | null {
  if (request.method !== 'POST' || !request.actor) return null;
  const { body } = request;
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const texts = fields.flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' && WORTH_KEEPING.test(value) && !SECRET.test(name) ? [value] : [],
  );
  return { page: pageBefore(request), texts };
}

/** The page of this site from which the request came. One that is shown by a form itself has no address to go back to. */
function pageBefore(request: FastifyRequest): string | null {
  const { referer = '' } = request.headers;
  if (!URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  const own = request.url.split('?', 1)[0];
  return host === request.host && !pathname.startsWith('//') && pathname !== own ? pathname + search : null;
}
