import type { TeachingBrief } from '../../domain/tutoring/brief.ts';
import type { CallPermit } from './permitted.model.ts';

/** A tool that a model may call. Tools only read. */
export interface ToolDefinition {
  name: string;
  description: string;
  /** JSON Schema of the arguments (an object). */
  parameters: Record<string, unknown>;
}

export interface ToolCall {
  id: string;
  name: string;
  /** As the model wrote it: JSON text that has not been checked. */
  arguments: string;
}

export type ModelMessage =
  | { role: 'user'; content: string }
  | { role: 'assistant'; content: string; toolCalls?: ToolCall[] }
  | { role: 'tool'; toolCallId: string; content: string };

export interface ModelRequest {
  /** What the call is for; goes into logs, metrics and the cost ledger. */
  purpose: 'teach' | 'evaluate' | 'mark' | 'reword' | 'probe';
  /** Model name as the provider knows it; an adapter that has only one ignores it. */
  model: string;
  system: string;
  messages: ModelMessage[];
  tools?: ToolDefinition[];
  /** 0 … 2; left out where the model does not take it. */
  temperature?: number;
  /** Upper bound of the reply in tokens. */
  maxTokens: number;
  /** JSON Schema that the reply must follow. */
  responseSchema?: { name: string; schema: Record<string, unknown> };
  /** The brief behind the prompt, as data: what the embedded tutor words from. Remote adapters never send it. */
  brief?: TeachingBrief;
  /** Without one no remote model is asked. Never sent. */
  permit?: CallPermit;
  signal?: AbortSignal;
}

export interface ModelUsage {
  inputTokens: number;
  outputTokens: number;
  /** True where the provider sent no count and this is our own estimate (`token-estimate.ts`). */
  estimated?: boolean;
}

export type ModelEvent =
  /** `provider`: another than the model's own, which answers in its place. */
  | { type: 'text-delta'; text: string; provider?: ModelProvider }
  | { type: 'tool-call'; call: ToolCall }
  | {
      type: 'finish';
      reason: 'stop' | 'length' | 'tool-calls';
      usage: ModelUsage;
      provider: ModelProvider;
      model: string;
    };

export type ModelProvider = 'openai' | 'compatible' | 'embedded';

/**
 * The one way to a model. The stream ends with exactly one `finish`, or throws a `ModelError`; an abort throws the signal's
 * reason. Text that was yielded before an error stays with the caller.
 */
export interface LanguageModel {
  readonly provider: ModelProvider;
  /** Its provider is left in peace just now: another model answers in its place. Left out where none does. */
  rests?(): boolean;
  stream(request: ModelRequest): AsyncIterable<ModelEvent>;
}

export type ModelErrorKind =
  | 'rate limited'
  | 'quota'
  | 'timeout'
  | 'unavailable'
  | 'malformed'
  | 'refused'
  | 'bad request'
  | 'circuit open'
  /** What was said, by either side, is nothing for a remote model; or moderation could not tell. */
  | 'moderated'
  | 'not permitted';

export class ModelError extends Error {
  readonly kind: ModelErrorKind;
  /** Whether trying again may help. Quota and bad requests never do. */
  readonly retryable: boolean;
  /** How long the provider asked to wait, in ms. */
  readonly retryAfterMs: number | undefined;
  /** HTTP status, where the provider answered with one; a refusal of our own (limiter, breaker) has none. */
  readonly status: number | undefined;

  constructor(
    kind: ModelErrorKind,
    message: string,
    options: { retryAfterMs?: number | undefined; status?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'ModelError';
    this.kind = kind;
    this.retryable = kind === 'rate limited' || kind === 'timeout' || kind === 'unavailable' || kind === 'malformed';
    this.retryAfterMs = options.retryAfterMs;
    this.status = options.status;
  }
}
