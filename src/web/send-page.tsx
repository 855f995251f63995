import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { machineTimeZone } from '../shared/calendar.ts';
import { formatFor } from './i18n/format.ts';
import { messagesFor, toLocale } from './i18n/messages.ts';
import { type PageContext, withPage } from './page-context.ts';
import { child } from './strings.ts';

/** Schools of one installation share the clock of its machine (set TZ where that is another one). */
const TIME_ZONE = machineTimeZone();

/** What the page for this request knows besides its view-model. */
export function pageContextOf(request: FastifyRequest): PageContext {
  const locale = toLocale(request.actor?.locale ?? request.headers['accept-language'] ?? 'en');
  return {
    actor: request.actor,
    locale,
    t: messagesFor(locale),
    format: formatFor(locale, TIME_ZONE),
    path: request.url.split('?', 1)[0] ?? '/',
    assets: request.server.assets,
  };
}

/** Renders a page for whoever asks and sends it. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: VNode): FastifyReply {
  const html = withPage(pageContextOf(request), () => child(page));
  // As bytes: the string is made of a thousand pieces and is not Latin, so that each later look at it would cost.
  return reply.type('text/html; charset=utf-8').send(Buffer.from(`<!doctype html>${html}`));
}
