import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { AppError, type ErrorKind, invalidInput } from '../domain/errors/app-error.ts';
import type { ErrorBody } from '../shared/errors.ts';
import { isCutForm } from './forms/file-form.ts';

export interface DescribedError {
  status: number;
  body: ErrorBody;
}

const STATUS: Record<ErrorKind, number> = {
  'invalid-input': 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  internal: 500,
  unavailable: 503,
};

/** Who is not known yet is asked to log in, whatever else is the matter. */
const LOGIN = new Set(['login-needed', 'login-failed']);

/** What a fault of the request itself is called and what is said about it, by status. */
const CLIENT: Record<number, { code: string; message: string }> = {
  404: { code: 'not-found', message: 'There is nothing at this address.' },
  408: { code: 'timeout', message: 'The request took too long to arrive.' },
  413: { code: 'too-large', message: 'That is more than is taken in one request.' },
  414: { code: 'too-large', message: 'This address is too long.' },
  415: { code: 'unsupported-media-type', message: 'That kind of content is not taken here.' },
  429: { code: 'too-many', message: 'Too many requests. Please wait a moment.' },
  431: { code: 'too-large', message: 'The headers of the request are too large.' },
};
const UNREADABLE = { code: 'bad-request', message: 'The request could not be read.' };

/** What an error is for the one who asked. What is unknown becomes a 500 with an id and a plain sentence. */
export function describe(error: Error, request: FastifyRequest): DescribedError {
  const known = asAppError(error, request);
  if (known) {
    const status = LOGIN.has(known.code) ? 401 : STATUS[known.kind];
    const details = known.details === undefined ? {} : { details: known.details };
    return { status, body: { error: { code: known.code, message: known.message, ...details } } };
  }
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  if (isCutForm(error)) return describeClientError(400);
  if (status >= 400 && status < 500) return describeClientError(status);
  const id = randomUUID();
  if (isDatabaseDown(error)) {
    const message =
      'The database does not answer just now. Nothing that was saved is lost; please try again in a moment.';
    return { status: 503, body: { error: { code: 'unavailable', message, id } } };
  }
  const message = 'Something went wrong on our side. It was written down under this number; please try again.';
  return { status: 500, body: { error: { code: 'internal', message, id } } };
}

/** A request that could not be read, by its status. */
export function describeClientError(status: number): DescribedError {
  return { status, body: { error: CLIENT[status] ?? UNREADABLE } };
}

function asAppError(error: Error, request: FastifyRequest): AppError | undefined {
  if (error instanceof AppError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    // An address that no record can have leads nowhere, like one that no record has.
    if (error.validationContext === 'params') return nowhere();
    return unreadable(error.validation.map(({ instancePath, message }) => [fieldOf(instancePath), message ?? '']));
  }
  if (error instanceof z.ZodError) {
    const params: unknown = request.params;
    const inAddress = error.issues.every(({ path: [first] }) => hasField(params, first));
    if (inAddress) return nowhere();
    return unreadable(error.issues.map((issue) => [issue.path.join('.') || 'body', issue.message]));
  }
  return undefined;
}

function nowhere(): AppError {
  return new AppError('not-found', 'not-found', 'There is nothing at this address.');
}

function unreadable(fields: [string, string][]): AppError {
  return invalidInput('Some of what was sent cannot be read; see the fields.', Object.fromEntries(fields));
}

function fieldOf(path: string): string {
  return path.replace(/^\//, '').replaceAll('/', '.') || 'body';
}

function hasField(params: unknown, name: PropertyKey | undefined): boolean {
  return typeof params === 'object' && params !== null && name !== undefined && name in params;
}

const DOWN =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENOTFOUND|PROTOCOL_\w+|ER_CON_COUNT_ERROR|ER_TOO_MANY_USER_CONNECTIONS|ER_SERVER_SHUTDOWN|ER_LOCK_\w+|ER_DISK_FULL|ER_RECORD_FILE_FULL|ER_OPTION_PREVENTS_STATEMENT)$/;

/** SQLite's own numbers: busy, locked, read-only, a failed read or write, a full disk, a file that cannot be opened. */
const SQLITE_DOWN = new Set([5, 6, 8, 10, 13, 14]);

/** Whether the database cannot serve just now, through no fault of the request. */
function isDatabaseDown(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ERR_SQLITE_ERROR') {
    return 'errcode' in error && typeof error.errcode === 'number' && SQLITE_DOWN.has(error.errcode % 256);
  }
  return DOWN.test(code) || error.message === 'Queue limit reached.';
}
