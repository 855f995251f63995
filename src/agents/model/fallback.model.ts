import type { CircuitBreaker, Permit } from './circuit-breaker.ts';
import {
  type LanguageModel,
  ModelError,
  type ModelErrorKind,
  type ModelEvent,
  type ModelRequest,
} from './language-model.ts';

export interface FallbackEvent {
  /** `fell back`: the other model answers. `interrupted`: the model broke off in the middle, the caller decides. */
  type: 'fell back' | 'interrupted';
  /** `unexpected` is a mistake in our own code, not a failure of the provider. */
  reason: ModelErrorKind | 'unexpected';
  purpose: ModelRequest['purpose'];
  model: string;
  /** What happened; without prompts and keys when it is a ModelError. */
  error: unknown;
}

/**
 * A model that answers by another one when the first fails before it has said anything, in the same stream, and at once while
 * the circuit is open. Once something was yielded an error is thrown on: the caller knows what the pupil has already read.
 * An abort is nobody's failure: it is thrown on and does not count.
 */
export function withFallback(
  primary: LanguageModel,
  fallback: LanguageModel,
  breaker: CircuitBreaker,
  onEvent: (event: FallbackEvent) => void = () => {},
): LanguageModel {
  async function* stream(request: ModelRequest): AsyncGenerator<ModelEvent, void, undefined> {
    request.signal?.throwIfAborted();
    const permit = breaker.enter();
    const tell = (type: FallbackEvent['type'], error: unknown) =>
      onEvent({
        type,
        reason: error instanceof ModelError ? error.kind : 'unexpected',
        purpose: request.purpose,
        model: request.model,
        error,
      });
    if (permit === undefined) {
      tell('fell back', new ModelError('circuit open', 'The model is not asked: it failed too often just now.'));
      yield* instead(fallback, request);
      return;
    }
    let yielded = false;
    try {
      for await (const event of primary.stream(request)) {
        if (event.type === 'finish') permit.succeeded();
        yielded = true;
        yield event;
      }
      return;
    } catch (error) {
      if (request.signal?.aborted) throw error;
      settle(permit, error);
      tell(yielded ? 'interrupted' : 'fell back', error);
      if (yielded) throw error;
    } finally {
      permit.released();
    }
    yield* instead(fallback, request);
  }
  return { provider: primary.provider, rests: () => breaker.keepsOut, stream };
}

/** The other model's answer, whose words say from the first on whose they are. */
async function* instead(fallback: LanguageModel, request: ModelRequest): AsyncGenerator<ModelEvent, void, undefined> {
  const { provider } = fallback;
  for await (const event of fallback.stream(request))
    yield event.type === 'text-delta' ? { ...event, provider } : event;
}

/** Counts what tells that the provider is down or does not let us in; not what one request, or our own limiter, brought about. */
function settle(permit: Permit, error: unknown): void {
  if (!(error instanceof ModelError)) return;
  const { kind, status } = error;
  const provider =
    kind === 'timeout' ||
    kind === 'unavailable' ||
    kind === 'malformed' ||
    kind === 'quota' ||
    (kind === 'rate limited' && status !== undefined) ||
    (kind === 'bad request' && (status === 401 || status === 403 || status === 404));
  if (provider) permit.failed();
  // The provider is there and answers.
  else if (kind === 'refused') permit.succeeded();
}
