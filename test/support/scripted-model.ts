import type { LanguageModel, ModelEvent, ModelProvider, ModelRequest } from '../../src/agents/model/language-model.ts';

/** One call: text in pieces, tool calls, and how it ends. */
export interface ScriptedCall {
  text?: string;
  tools?: { name: string; arguments?: string }[];
  reason?: 'stop' | 'length' | 'tool-calls';
  /** Thrown after the text. */
  fails?: Error;
}

const USAGE = { inputTokens: 100, outputTokens: 20 };

/** A model that says what it was told, call by call; the last call is repeated. Keeps what it was asked. */
export function scriptedModel(script: ScriptedCall[], provider: ModelProvider = 'openai') {
  const requests: ModelRequest[] = [];
  async function* stream(request: ModelRequest): AsyncGenerator<ModelEvent> {
    const call = script[Math.min(requests.length, script.length - 1)] ?? {};
    const { signal: _, ...asked } = request;
    requests.push(structuredClone(asked));
    for (const [piece] of (call.text ?? '').matchAll(/[\s\S]{1,3}/g)) {
      request.signal?.throwIfAborted();
      yield { type: 'text-delta', text: piece };
    }
    for (const [index, tool] of (call.tools ?? []).entries()) {
      const id = `call-${requests.length}-${index}`;
      yield { type: 'tool-call', call: { id, name: tool.name, arguments: tool.arguments ?? '{}' } };
    }
    if (call.fails) throw call.fails;
    const reason = call.reason ?? (call.tools ? 'tool-calls' : 'stop');
    yield { type: 'finish', reason, usage: USAGE, provider, model: request.model };
  }
  const model: LanguageModel = { provider, stream };
  return { model, requests };
}
