import { APIError } from 'openai';
import type { Instant } from '../../shared/instant.ts';
import { ModelError, type ModelErrorKind } from './language-model.ts';
import { OPTIONAL_PARAMETERS, type OptionalParameter } from './openai-request.ts';
import { readRetryAfter } from './retry-policy.ts';

const QUOTA_CODES = new Set([
  'insufficient_quota',
  'billing_hard_limit_reached',
  'billing_not_active',
  'quota_exceeded',
]);
const REFUSAL_CODES = new Set(['content_filter', 'content_policy_violation', 'responsibleaipolicyviolation']);

/**
 * Translates whatever the SDK or the network threw. The message is made of status, error code and request id alone: what a
 * server writes in prose may repeat the prompt or the key, so it is neither quoted nor kept as a cause.
 * What is not an error of the call (a mistake in our own code) comes back as it is.
 */
export function toModelError(error: unknown, now: Instant): unknown {
  if (error instanceof ModelError) return error;
  if (error instanceof APIError) return fromApiError(error, now);
  const code = networkCode(error);
  if (code !== undefined) return new ModelError('unavailable', `The connection to the model broke (${code}).`);
  return error;
}

/** An error that the server sent as an event, in the middle of the answer. */
export function fromStreamedError(error: unknown): ModelError {
  const body = typeof error === 'object' && error !== null ? error : {};
  return fromApiError(new APIError(undefined, body, undefined, undefined), 0);
}

function fromApiError(error: APIError, now: Instant): ModelError {
  const code = errorCode(error);
  if (error.status === undefined && error.error === undefined) {
    const network = networkCode(error.cause) ?? 'no answer';
    return new ModelError(
      /TIMEOUT/.test(network) ? 'timeout' : 'unavailable',
      `The model cannot be reached (${network}).`,
    );
  }
  const kind = kindOf(error.status, code);
  const id = /^[\w-]{1,64}$/.exec(error.requestID ?? '')?.[0];
  const details = [error.status, code, id && `request ${id}`].filter(Boolean).join(', ');
  return new ModelError(kind, `${SENTENCES[kind]} (${details || 'error in the stream'}).`, {
    status: error.status,
    retryAfterMs: kind === 'rate limited' || kind === 'unavailable' ? readRetryAfter(error.headers, now) : undefined,
  });
}

/** What a server can answer; the others are our own. */
type Answered = Exclude<ModelErrorKind, 'circuit open' | 'moderated' | 'not permitted'>;

const SENTENCES: Record<Answered, string> = {
  'rate limited': 'The model is asked too often',
  quota: 'The quota of the model account is used up',
  timeout: 'The model did not answer in time',
  unavailable: 'The model is not available',
  malformed: 'The model answered with something that is no reply',
  refused: 'The model refused to answer',
  'bad request': 'The model did not accept the request',
};

function kindOf(status: number | undefined, code: string | undefined): Answered {
  if (code !== undefined && QUOTA_CODES.has(code)) return 'quota';
  if (code !== undefined && REFUSAL_CODES.has(code)) return 'refused';
  if (status === 402) return 'quota';
  if (status === 429 || (status === undefined && code === 'rate_limit_exceeded')) return 'rate limited';
  if (status === undefined)
    return code?.startsWith('invalid_request') || code?.startsWith('context_length') ? 'bad request' : 'unavailable';
  if (status >= 500 || status === 408 || status === 409 || status === 425) return 'unavailable';
  return 'bad request';
}

/** The machine-readable code, or the type where there is no code; only if it looks like one (letters and underscores). */
function errorCode(error: APIError): string | undefined {
  const candidates: unknown[] = [error.code, error.type];
  return candidates
    .filter((value) => typeof value === 'string')
    .map((value) => value.toLowerCase())
    .find((value) => /^[a-z][a-z_]{2,47}$/.test(value));
}

/** Code of a network failure ("ECONNREFUSED", "UND_ERR_SOCKET"), looked for along the causes. */
function networkCode(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    if ('code' in current && typeof current.code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(current.code)) {
      return current.code;
    }
    if (current.message === 'terminated' || current.message === 'fetch failed') {
      return networkCode(current.cause) ?? current.message;
    }
    current = current.cause;
  }
  return undefined;
}

/** Does the provider say that coming back is of no use? OpenAI's `x-should-retry`, which its own SDK obeys. */
export function forbidsRetry(error: unknown): boolean {
  return error instanceof APIError && error.headers?.get('x-should-retry') === 'false';
}

const REFUSING_CODES = new Set(['unsupported_parameter', 'unsupported_value', 'unknown_parameter', 'extra_forbidden']);
const REFUSING_WORDS =
  /unsupported|not? support|unrecogni[sz]ed|unknown (parameter|field|argument|name)|extra (inputs|fields)|not permitted|not allowed|unavailable|unexpected (keyword|field)/i;

/**
 * Which parameter a 400 or 422 refuses, if it is one that may be left out ("temperature does not support 0.7 with this
 * model", "extra inputs are not permitted: stream_options"); undefined for every other complaint.
 */
export function refusedParameter(error: unknown): OptionalParameter | undefined {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return undefined;
  // The beginning only: further on a server may quote the request, and with it a child who asks about temperature.
  const prose = error.message.slice(0, 400);
  if (!REFUSING_CODES.has(error.code ?? '') && !REFUSING_WORDS.test(prose)) return undefined;
  const named = typeof error.param === 'string' && error.param !== '' ? error.param : prose;
  const positions = OPTIONAL_PARAMETERS.map((name) => ({ name, at: named.search(new RegExp(`\\b${name}\\b`)) }));
  return positions.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at)[0]?.name;
}
