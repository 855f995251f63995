import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { AppError, type ErrorKind, invalidInput } from '../../domain/errors/app-error.ts';
import type { ErrorBody } from '../../shared/errors.ts';
import { ErrorPage } from '../pages/error.page.tsx';
import { sendPage } from '../send-page.tsx';

const STATUS: Record<ErrorKind, number> = {
  'invalid-input': 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  internal: 500,
  unavailable: 503,
};

/** The one place where errors become answers: HTML for pages, JSON for the API. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const { status, body } = describe(error, request);
    if (status >= 500) request.log.error({ err: error, errorId: body.error.id }, 'request failed');
    return answer(request, reply, status, body);
  });
}

/** For addresses that lead nowhere; in the scope that knows who is logged in. */
export function registerNotFound(app: FastifyInstance): void {
  app.setNotFoundHandler(async (request, reply) =>
    answer(request, reply, 404, { error: { code: 'not-found', message: 'There is nothing at this address.' } }),
  );
}

export interface DescribedError {
  status: number;
  body: ErrorBody;
}

/** What an error is for the one who asked. What is unknown becomes a 500 with an id and a plain sentence. */
export function describe(error: FastifyError | AppError, request: FastifyRequest): DescribedError {
  const known = asAppError(error);
  if (known) {
    const status = known.code === 'login-needed' ? 401 : STATUS[known.kind];
    const details = known.details === undefined ? {} : { details: known.details };
    return { status, body: { error: { code: known.code, message: known.message, ...details } } };
  }
  const status = 'statusCode' in error && error.statusCode ? error.statusCode : 500;
  if (status >= 400 && status < 500) {
    return { status, body: { error: { code: clientCode(status), message: clientMessage(status) } } };
  }
  const id = randomUUID();
  if (isDatabaseDown(error)) {
    const message = 'The database does not answer just now. Nothing that was saved is lost; please try again in a moment.';
    return { status: 503, body: { error: { code: 'unavailable', message, id } } };
  }
  const message = 'Something went wrong on our side. It was written down under this number; please try again.';
  request.log.debug({ errorId: id }, 'unknown error');
  return { status: 500, body: { error: { code: 'internal', message, id } } };
}

function asAppError(error: FastifyError | AppError): AppError | undefined {
  if (error instanceof AppError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = Object.fromEntries(
      error.validation.map((issue) => [issue.instancePath.replace(/^\//, '').replaceAll('/', '.') || 'body', issue.message ?? '']),
    );
    return invalidInput('Some of what was sent cannot be read; see the fields.', fields);
  }
  return undefined;
}

function clientCode(status: number): string {
  const codes: Record<number, string> = { 404: 'not-found', 413: 'too-large', 415: 'unsupported-media-type', 429: 'too-many' };
  return codes[status] ?? 'bad-request';
}

function clientMessage(status: number): string {
  const messages: Record<number, string> = {
    404: 'There is nothing at this address.',
    413: 'That is more than is taken in one request.',
    415: 'That kind of content is not taken here.',
    429: 'Too many requests. Please wait a moment.',
  };
  return messages[status] ?? 'The request could not be read.';
}

function isDatabaseDown(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|PROTOCOL_CONNECTION_LOST|ER_CON_COUNT_ERROR|ENOTFOUND)$/.test(code);
}

function answer(request: FastifyRequest, reply: FastifyReply, status: number, body: ErrorBody): FastifyReply | Promise<FastifyReply> {
  const wait = body.error.details?.retryAfterSeconds;
  if (typeof wait === 'number') reply.header('retry-after', String(wait));
  else if (status === 503) reply.header('retry-after', '5');
  if (request.url.startsWith('/api/') || wantsJson(request)) return reply.code(status).send(body);
  if (status === 401 && request.method === 'GET') {
    return reply.redirect(`/login?next=${encodeURIComponent(request.url)}`, 303);
  }
  return sendPage(request, reply.code(status), <ErrorPage status={status} error={body.error} />);
}

function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}
