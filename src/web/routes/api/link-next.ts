import type { FastifyReply, FastifyRequest } from 'fastify';

/** Names the address of the page that follows in the `Link` header; `before` is null where none does. */
export function linkNext(request: FastifyRequest, reply: FastifyReply, before: number | null): void {
  if (before === null) return;
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  searchParams.set('before', String(before));
  reply.header('link', `<${pathname}?${searchParams}>; rel="next"`);
}
