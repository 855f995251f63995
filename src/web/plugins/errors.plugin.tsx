import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../domain/access/permission-matrix.ts';
import type { ErrorBody } from '../../shared/errors.ts';
import { describe, describeClientError } from '../describe-error.ts';
import { ErrorPage } from '../pages/error.page.tsx';
import { pageContextOf, sendPage } from '../send-page.tsx';
import { sentForm } from '../sent-form.ts';

/** Listens to a pupil's words that were refused; answers what to read first, null for nothing. */
type Listen = (actor: Actor, words: string) => Promise<string | null>;

/** The one place where errors become answers: HTML for pages, JSON for the API. Words of need are answered before the refusal. */
export function registerErrors(app: FastifyInstance, listen: Listen): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const { status, body } = describe(error, request);
    if (status >= 500) request.log.error({ err: error, errorId: body.error.id }, 'request failed');
    const care = await heardIn(request, listen);
    if (care) body.error.message = `${care}\n\n${body.error.message}`;
    return answer(request, reply, status, body);
  });
}

async function heardIn(request: FastifyRequest, listen: Listen): Promise<string | null> {
  if (!request.actor || typeof request.body !== 'object' || request.body === null) return null;
  const words = Object.values(request.body).filter((value) => typeof value === 'string');
  // Where not even the alert can be written, what went wrong is still answered.
  return listen(request.actor, words.join('\n')).catch((err: unknown) => {
    request.log.error({ err }, 'words that were refused could not be screened');
    return null;
  });
}

/** For addresses that lead nowhere; in the scope that knows who is logged in. */
export function registerNotFound(app: FastifyInstance): void {
  app.setNotFoundHandler(async (request, reply) => answer(request, reply, 404, describeClientError(404).body));
}

/** Answers with an error: HTML for pages, JSON for the API, for sockets and for programs that ask for it. */
function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  described: ErrorBody,
): FastifyReply | Promise<FastifyReply> {
  const { code, message } = described.error;
  const { errors } = pageContextOf(request).t.common;
  const body: ErrorBody = { error: { ...described.error, message: errors.message(code, message) } };
  const wait = body.error.details?.retryAfterSeconds;
  if (typeof wait === 'number') reply.header('retry-after', String(wait));
  else if (status === 503) reply.header('retry-after', '5');
  if (request.url.startsWith('/api/') || request.ws || wantsJson(request)) return reply.code(status).send(body);
  if (status === 401 && request.method === 'GET') {
    return reply.redirect(`/login?next=${encodeURIComponent(request.url)}`, 303);
  }
  return sendPage(
    request,
    reply.code(status),
    <ErrorPage status={status} error={body.error} form={sentForm(request)} />,
  );
}

function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}
