import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { messagesFor, toLocale } from './i18n/messages.ts';
import { type PageContext, PageContextProvider } from './page-context.ts';

/** Renders a page for whoever asks and sends it. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: VNode): FastifyReply {
  const locale = toLocale(request.actor?.locale ?? request.headers['accept-language'] ?? 'en');
  const context: PageContext = {
    actor: request.actor,
    locale,
    t: messagesFor(locale),
    path: request.url.split('?', 1)[0] ?? '/',
    assets: request.server.assets,
  };
  const html = renderToString(<PageContextProvider value={context}>{page}</PageContextProvider>);
  return reply.type('text/html; charset=utf-8').send(`<!doctype html>${html}`);
}
