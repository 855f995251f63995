import { OpenAI } from 'openai';
import type { Clock } from '../../shared/instant.ts';
import { EventStream } from './event-stream.ts';
import {
  type LanguageModel,
  ModelError,
  type ModelErrorKind,
  type ModelEvent,
  type ModelProvider,
  type ModelRequest,
} from './language-model.ts';
import { forbidsRetry, refusedParameter, toModelError } from './openai-errors.ts';
import { OpenAiReply } from './openai-reply.ts';
import { type OptionalParameter, toChatParams } from './openai-request.ts';
import type { OutboundLimiter } from './outbound-limiter.ts';
import { DEFAULT_RETRY, type RetryPolicy, waitBeforeRetry } from './retry-policy.ts';
import { estimateUsage } from './token-estimate.ts';
import { type Sleep, sleep } from './wait.ts';
import { DEFAULT_TIMEOUTS, type ModelTimeouts, Watchdog } from './watchdog.ts';

export interface OpenAiModelOptions {
  /** Null where a compatible server wants none. */
  apiKey: string | null;
  /** Address of the API up to and including its version ("http://localhost:11434/v1"); OpenAI's own when left out. */
  baseUrl?: string;
  provider: Exclude<ModelProvider, 'embedded'>;
  timeouts?: ModelTimeouts;
  retry?: RetryPolicy;
  limiter?: OutboundLimiter;
  /** Told before each further try. */
  onRetry?: (retry: { tried: number; waitMs: number; kind: ModelErrorKind; status: number | undefined }) => void;
  /** Wall clock, for a Retry-After that is a date. */
  clock?: Clock;
  /** Monotonic clock, for time limits. */
  timer?: Clock;
  sleep?: Sleep;
  /** 0 ≤ random() < 1, spreads the retries. */
  random?: () => number;
}

interface Adapter extends Required<Omit<OpenAiModelOptions, 'apiKey' | 'baseUrl' | 'limiter' | 'onRetry'>> {
  client: OpenAI;
  limiter: OutboundLimiter | undefined;
  onRetry: OpenAiModelOptions['onRetry'];
  /** What each model has refused so far, learned from its answers. */
  refused: Map<string, Set<OptionalParameter>>;
}

/**
 * A model behind an OpenAI-compatible Chat Completions API.
 *
 * Errors are `ModelError`s, free of prompts and keys. Nothing is retried once text was yielded; before that at most
 * `retry.maxTries` tries, and only for what passes by itself. A parameter that the model refuses is left out at once and from
 * then on; that is an adjustment, not a try. Where the server does not count tokens, the usage is an estimate marked as one.
 */
export function createOpenAiModel(options: OpenAiModelOptions): LanguageModel {
  const adapter: Adapter = {
    provider: options.provider,
    client: createClient(options),
    timeouts: options.timeouts ?? DEFAULT_TIMEOUTS,
    retry: options.retry ?? DEFAULT_RETRY,
    limiter: options.limiter,
    onRetry: options.onRetry,
    clock: options.clock ?? Date,
    timer: options.timer ?? performance,
    sleep: options.sleep ?? sleep,
    random: options.random ?? Math.random,
    refused: new Map(),
  };
  return { provider: options.provider, stream: (request) => streamReply(adapter, request) };
}

function createClient({ apiKey, baseUrl }: OpenAiModelOptions): OpenAI {
  return new OpenAI({
    apiKey: apiKey ?? 'none',
    ...(baseUrl === undefined ? { baseURL: null } : { baseURL: baseUrl }),
    ...(apiKey === null ? { defaultHeaders: { Authorization: null } } : {}),
    // The SDK reads these from the environment by itself; settings come from config.ts alone.
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    // A redirect would carry a child's words to an address that nobody configured.
    fetchOptions: { redirect: 'manual' },
  });
}

/** One request that is under way, and what has come of it. */
interface Attempt {
  reply: OpenAiReply;
  events: EventStream;
  close: () => void;
}

async function* streamReply(adapter: Adapter, request: ModelRequest): AsyncGenerator<ModelEvent, void, undefined> {
  const watchdog = new Watchdog(adapter.timeouts, adapter.timer);
  const { attempt, firstWords } = await openReply(adapter, request, watchdog);
  const { reply } = attempt;
  try {
    for (let text = firstWords; text !== undefined; text = await nextText(attempt, request, watchdog)) {
      yield { type: 'text-delta', text };
    }
  } catch (error) {
    throw translate(adapter, request, watchdog, error);
  } finally {
    attempt.close();
  }
  const { reason, calls } = reply.end();
  for (const call of calls) yield { type: 'tool-call', call };
  const usage = reply.usage ?? estimateUsage(request, reply.written);
  yield { type: 'finish', reason, usage, provider: adapter.provider, model: reply.model ?? request.model };
}

/** Tries until a reply has begun with a word, or has ended properly without one: from there on nothing can be tried again. */
async function openReply(adapter: Adapter, request: ModelRequest, watchdog: Watchdog) {
  for (let tried = 1; ; tried++) {
    try {
      return await tryToOpen(adapter, request, watchdog);
    } catch (thrown) {
      const error = translate(adapter, request, watchdog, thrown);
      if (!(error instanceof ModelError) || forbidsRetry(thrown)) throw error;
      const waitMs = waitBeforeRetry(error, tried, adapter.retry, adapter.random());
      if (waitMs === null || waitMs >= watchdog.leftMs()) throw error;
      adapter.onRetry?.({ tried, waitMs, kind: error.kind, status: error.status });
      await adapter.sleep(waitMs, request.signal);
    }
  }
}

async function tryToOpen(adapter: Adapter, request: ModelRequest, watchdog: Watchdog) {
  const { signal } = request;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort();
  signal?.addEventListener('abort', abort, { once: true });
  const reply = new OpenAiReply();
  let events: EventStream | undefined;
  const close = () => {
    signal?.removeEventListener('abort', abort);
    watchdog.rest();
    if (events !== undefined && reply.done) void events.drain(abort);
    else abort();
  };
  try {
    const response = await send(adapter, request, watchdog, controller);
    watchdog.connected();
    if (response.body === null) throw new ModelError('malformed', 'The model answered without a body.');
    events = new EventStream(response.body);
    const attempt: Attempt = { reply, events, close };
    // White space before the first word is held back: a reply of nothing else is an empty one, and may be tried again.
    let firstWords = '';
    while (!reply.hasText) {
      const text = await nextText(attempt, request, watchdog);
      if (text === undefined) {
        reply.end();
        return { attempt, firstWords: undefined };
      }
      firstWords += text;
    }
    return { attempt, firstWords };
  } catch (error) {
    close();
    throw error;
  }
}

/** The next piece of text, or undefined at the end of the reply. */
async function nextText(
  { reply, events }: Attempt,
  request: ModelRequest,
  watchdog: Watchdog,
): Promise<string | undefined> {
  try {
    while (!reply.done) {
      const event = await events.next();
      request.signal?.throwIfAborted();
      if (event === undefined) break;
      const text = reply.read(event);
      if (reply.finishReason !== undefined) watchdog.closing();
      else if (reply.begun) watchdog.heard();
      if (text !== '') return text;
    }
  } catch (error) {
    // A reply that has said why it stops is complete, whatever happens to the connection then: only a count is missing.
    if (reply.finishReason === undefined || request.signal?.aborted) throw error;
  }
  return undefined;
}

/** Sends the request, again without it for each parameter that the model turns out to refuse. */
async function send(adapter: Adapter, request: ModelRequest, watchdog: Watchdog, controller: AbortController) {
  const { client, provider, limiter, refused } = adapter;
  for (;;) {
    await limiter?.acquire(Math.max(0, Math.min(watchdog.leftMs(), adapter.retry.maxWaitMs)), controller.signal);
    watchdog.connecting(() => controller.abort());
    const known = refused.get(request.model) ?? new Set();
    try {
      const body = toChatParams(request, provider, known);
      return await client.chat.completions.create(body, { signal: controller.signal }).asResponse();
    } catch (error) {
      const parameter = refusedParameter(error);
      if (parameter === undefined || known.has(parameter)) throw error;
      refused.set(request.model, new Set([...(refused.get(request.model) ?? []), parameter]));
    }
  }
}

function translate(adapter: Adapter, request: ModelRequest, watchdog: Watchdog, error: unknown): unknown {
  if (request.signal?.aborted) return request.signal.reason;
  return watchdog.expiry() ?? toModelError(error, adapter.clock.now());
}
