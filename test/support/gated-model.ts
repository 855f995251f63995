import type { LanguageModel, ModelEvent, ModelRequest } from '../../src/agents/model/language-model.ts';

interface Call {
  request: ModelRequest;
  /** Lets the call go on to its end. */
  release(): void;
  /** Lets it break off with this error. */
  fail(error: Error): void;
}

/** A model that says its first words and then waits for the test. `open()` lets every later call run through by itself. */
export function gatedModel(first = 'Look at the number once more. Then', rest = ' write down what you get.') {
  const calls: Call[] = [];
  let isOpen = false;
  let arrived: (() => void)[] = [];
  async function* stream(request: ModelRequest): AsyncGenerator<ModelEvent> {
    const gate = Promise.withResolvers<void>();
    calls.push({ request, release: gate.resolve, fail: gate.reject });
    const { signal } = request;
    signal?.addEventListener('abort', () => gate.reject(signal.reason), { once: true });
    for (const wake of arrived) wake();
    arrived = [];
    if (isOpen) gate.resolve();
    gate.promise.catch(() => {});
    yield { type: 'text-delta', text: first };
    await gate.promise;
    yield { type: 'text-delta', text: rest };
    const usage = { inputTokens: 500, outputTokens: 100 };
    yield { type: 'finish', reason: 'stop', usage, provider: 'openai', model: request.model };
  }
  const model: LanguageModel = { provider: 'openai', stream };
  return {
    model,
    calls,
    open() {
      isOpen = true;
      for (const call of calls) call.release();
    },
    close() {
      isOpen = false;
    },
    /** Waits until so many calls have been made. */
    async called(times: number): Promise<Call> {
      while (calls.length < times) await new Promise<void>((resolve) => arrived.push(resolve));
      const call = calls[times - 1];
      if (!call) throw new Error(`There is no call ${times}.`);
      return call;
    },
  };
}
