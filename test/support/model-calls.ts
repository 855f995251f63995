import type { LanguageModel, ModelEvent, ModelRequest, ToolCall } from '../../src/agents/model/language-model.ts';

/** A request with everything in it that a test does not care about. */
export function modelRequest(fields: Partial<ModelRequest> = {}): ModelRequest {
  return {
    purpose: 'teach',
    model: 'test-model',
    system: 'You are a teacher.',
    messages: [{ role: 'user', content: 'What is a half of ten?' }],
    temperature: 0.7,
    maxTokens: 1000,
    ...fields,
  };
}

export interface HeardReply {
  text: string;
  calls: ToolCall[];
  finish: (ModelEvent & { type: 'finish' }) | undefined;
  /** What the stream threw, if it did. */
  error: unknown;
  events: ModelEvent[];
}

/** Listens to a reply to its end and never throws: what was heard before an error counts too. */
export async function listen(model: LanguageModel, request: ModelRequest = modelRequest()): Promise<HeardReply> {
  const heard: HeardReply = { text: '', calls: [], finish: undefined, error: undefined, events: [] };
  try {
    for await (const event of model.stream(request)) {
      heard.events.push(event);
      if (event.type === 'text-delta') heard.text += event.text;
      else if (event.type === 'tool-call') heard.calls.push(event.call);
      else heard.finish = event;
    }
  } catch (error) {
    heard.error = error;
  }
  return heard;
}
