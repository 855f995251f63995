import type { StreamEvent } from './event-stream.ts';
import { ModelError, type ModelUsage, type ToolCall } from './language-model.ts';
import { fromStreamedError } from './openai-errors.ts';

/** Longest name of a model that is believed when a server reports it. */
const MODEL_NAME_LIMIT = 100;
/** More tool calls than that in one reply is not a model at work but a stream gone wrong. */
const TOOL_CALL_LIMIT = 64;
/** Characters after which a reply is a stream gone wrong: no token limit of ours comes near it. */
const WRITTEN_LIMIT = 1_000_000;

/**
 * Folds the chunks of one reply: text is handed on piece by piece, fragments of tool calls are joined, the reason to stop and
 * the usage are kept. Reads chunks as unknown data, because a compatible server may send anything.
 */
export class OpenAiReply {
  /** Everything the model wrote so far, tool arguments included; for an estimate of the usage. */
  written = '';
  hasText = false;
  /** Has the server said that nothing follows? */
  done = false;
  /** Has the model begun, be it only to think? */
  begun = false;
  finishReason: string | undefined;
  usage: ModelUsage | undefined;
  model: string | undefined;
  readonly #calls: { id: string | undefined; index: number | undefined; name: string; arguments: string }[] = [];

  /**
   * Takes the next event and answers with the text in it, which may be empty.
   * @throws ModelError 'malformed', 'refused', or what an error inside the stream says
   */
  read({ name, data }: StreamEvent): string {
    if (data.startsWith('[DONE]')) {
      this.done = true;
      return '';
    }
    const chunk = parse(data);
    if (!isRecord(chunk)) throw new ModelError('malformed', 'The model sent an event that is no chunk of a reply.');
    if (chunk.error || name === 'error') throw fromStreamedError(chunk.error ?? chunk);
    return this.#readChunk(chunk);
  }

  #readChunk(chunk: Record<string, unknown>): string {
    if (typeof chunk.model === 'string' && chunk.model !== '') this.model ??= chunk.model.slice(0, MODEL_NAME_LIMIT);
    if (isRecord(chunk.usage)) this.#readUsage(chunk.usage);
    const choice = Array.isArray(chunk.choices) ? firstChoice(chunk.choices) : undefined;
    if (choice === undefined) return '';
    const text = isRecord(choice.delta) ? this.#readDelta(choice.delta) : '';
    if (this.written.length > WRITTEN_LIMIT) throw new ModelError('malformed', 'The reply of the model does not end.');
    const reason = choice.finish_reason;
    if (typeof reason === 'string' && reason !== '') {
      if (reason === 'content_filter')
        throw new ModelError('refused', 'The content filter of the model stopped the reply.');
      this.finishReason = reason;
    }
    return text;
  }

  #readDelta(delta: Record<string, unknown>): string {
    if (typeof delta.refusal === 'string' && delta.refusal !== '') {
      throw new ModelError('refused', 'The model refused to answer.');
    }
    // Thinking aloud, as several servers stream it: a sign of life, never shown.
    if (delta.reasoning_content || delta.reasoning) this.begun = true;
    if (Array.isArray(delta.tool_calls)) for (const fragment of delta.tool_calls) this.#readFragment(fragment);
    const { content } = delta;
    if (typeof content !== 'string' || content === '') return '';
    this.begun = true;
    this.written += content;
    if (!this.hasText && content.trim() !== '') this.hasText = true;
    return content;
  }

  #readFragment(fragment: unknown): void {
    if (!isRecord(fragment))
      throw new ModelError('malformed', 'The model sent a fragment of a tool call that is none.');
    this.begun = true;
    const part = isRecord(fragment.function) ? fragment.function : {};
    const id = typeof fragment.id === 'string' && fragment.id !== '' ? fragment.id : undefined;
    const index = typeof fragment.index === 'number' ? fragment.index : undefined;
    let call = this.#find(id, index);
    if (call === undefined) {
      if (this.#calls.length >= TOOL_CALL_LIMIT)
        throw new ModelError('malformed', 'The model called too many tools at once.');
      call = { id, index, name: '', arguments: '' };
      this.#calls.push(call);
    }
    if (typeof part.name === 'string' && call.name === '') call.name = part.name;
    const args = part.arguments;
    // A few servers send the arguments parsed.
    const written = typeof args === 'string' ? args : isRecord(args) ? JSON.stringify(args) : '';
    call.arguments += written;
    this.written += written;
  }

  /** The call that a fragment goes on with. Servers that leave the index out start a new call with a new id. */
  #find(id: string | undefined, index: number | undefined) {
    if (index !== undefined) return this.#calls.find((call) => call.index === index);
    if (id !== undefined) return this.#calls.find((call) => call.id === id);
    return this.#calls.at(-1);
  }

  #readUsage(usage: Record<string, unknown>): void {
    const { prompt_tokens: input, completion_tokens: output } = usage;
    if (isCount(input) && isCount(output)) this.usage = { inputTokens: input, outputTokens: output };
  }

  /**
   * What the reply came to, once its stream has ended.
   * @throws ModelError 'malformed' when it did not end properly or says nothing, 'bad request' when the token limit was used up before the first word
   */
  end(): { reason: 'stop' | 'length' | 'tool-calls'; calls: ToolCall[] } {
    if (this.finishReason === undefined) throw new ModelError('malformed', 'The reply ended without a reason to stop.');
    if (this.#calls.some((call) => call.name === ''))
      throw new ModelError('malformed', 'The model called a tool without a name.');
    const calls = this.#calls.map(({ id, name, arguments: args }, at) => ({
      id: id ?? `call_${at + 1}`,
      name,
      arguments: args,
    }));
    if (calls.length === 0 && !this.hasText) {
      if (this.finishReason === 'length') {
        throw new ModelError('bad request', 'The model used up the token limit before it wrote a word.');
      }
      throw new ModelError('malformed', 'The reply of the model is empty.');
    }
    if (this.finishReason === 'length') return { reason: 'length', calls };
    return { reason: calls.length > 0 ? 'tool-calls' : 'stop', calls };
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    // What JSON.parse says would quote what the model wrote.
    throw new ModelError('malformed', 'The model sent an event that is not JSON.');
  }
}

/** We ask for one choice; a server that sends several gets its first one read. */
function firstChoice(choices: unknown[]): Record<string, unknown> | undefined {
  return choices.filter(isRecord).find((choice) => (choice.index ?? 0) === 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
