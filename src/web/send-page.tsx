import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { machineTimeZone } from '../shared/calendar.ts';
import { formatFor } from './i18n/format.ts';
import { type Locale, messagesFor, toLocale } from './i18n/messages.ts';
import { type PageContext, withPage } from './page-context.ts';
import { child } from './strings.ts';

/** Schools of one installation share the clock of its machine (set TZ where that is another one). */
const TIME_ZONE = machineTimeZone();

/** What the page for this request knows besides its view-model. */
export function pageContextOf(request: FastifyRequest): PageContext {
  const locale = localeOf(request);
  return {
    actor: request.actor,
    locale,
    t: messagesFor(locale),
    format: formatFor(locale, TIME_ZONE),
    path: request.url.split('?', 1)[0] ?? '/',
    assets: request.server.assets,
  };
}

/** The account says it; before login the address (`?lang=he`), else the browser. */
function localeOf({ actor, query, headers }: FastifyRequest): Locale {
  if (actor) return toLocale(actor.locale);
  const asked = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined;
  return toLocale(typeof asked === 'string' ? asked : (headers['accept-language'] ?? ''));
}

/** Renders a page for whoever asks and sends it. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: VNode): FastifyReply {
  const html = withPage(pageContextOf(request), () => child(page));
  // As bytes: the string is made of a thousand pieces and is not Latin, so that each later look at it would cost.
  return reply.type('text/html; charset=utf-8').send(Buffer.from(`<!doctype html>${html}`));
}
