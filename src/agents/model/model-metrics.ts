import type { Clock } from '../../shared/instant.ts';
import {
  type LanguageModel,
  ModelError,
  type ModelErrorKind,
  type ModelEvent,
  type ModelProvider,
  type ModelRequest,
  type ModelUsage,
} from './language-model.ts';
import { estimateUsage } from './token-estimate.ts';

/** One call as logs, metrics and the cost ledger see it: no words of anybody. */
export interface ModelCall {
  purpose: ModelRequest['purpose'];
  provider: ModelProvider;
  /** The model that was asked for: the key of its prices. */
  model: string;
  /** The model that says it answered, where a reply came to its end ("gpt-4o-2024-08-06"). */
  answeredBy: string | null;
  /** Whole call, ms. */
  ms: number;
  /** To the first word or tool call, ms; null when there was none. */
  firstTokenMs: number | null;
  /** Null when nothing was written; an estimate, and marked as one, when the reply broke off. */
  usage: ModelUsage | null;
  /** `abandoned`: whoever asked stopped listening, or aborted. `unexpected`: a mistake in our own code. */
  outcome: 'ok' | 'abandoned' | 'unexpected' | ModelErrorKind;
}

/**
 * Reports each call of a model, once, when it has ended in whatever way. The reply never depends on it: an error of `onCall`
 * becomes a process warning.
 *
 * @param timer monotonic clock, ms
 */
export function withMetrics(
  model: LanguageModel,
  onCall: (call: ModelCall) => void,
  timer: Clock = performance,
): LanguageModel {
  async function* stream(request: ModelRequest): AsyncGenerator<ModelEvent, void, undefined> {
    const startedAt = timer.now();
    let firstAt: number | null = null;
    let written = '';
    let finish: (ModelEvent & { type: 'finish' }) | null = null;
    let outcome: ModelCall['outcome'] = 'abandoned';
    try {
      for await (const event of model.stream(request)) {
        if (event.type === 'text-delta') written += event.text;
        else if (event.type === 'tool-call') written += event.call.arguments;
        else {
          finish = event;
          outcome = 'ok';
        }
        if (event.type !== 'finish') firstAt ??= timer.now();
        yield event;
      }
    } catch (error) {
      outcome = request.signal?.aborted ? 'abandoned' : error instanceof ModelError ? error.kind : 'unexpected';
      throw error;
    } finally {
      const usage = finish?.usage ?? (firstAt === null ? null : estimateUsage(request, written));
      report(onCall, {
        purpose: request.purpose,
        provider: finish?.provider ?? model.provider,
        model: request.model,
        answeredBy: finish?.model ?? null,
        ms: timer.now() - startedAt,
        firstTokenMs: firstAt === null ? null : firstAt - startedAt,
        usage,
        outcome,
      });
    }
  }
  return { provider: model.provider, stream };
}

function report(onCall: (call: ModelCall) => void, call: ModelCall): void {
  try {
    onCall(call);
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error), 'ModelMetricsWarning');
  }
}
