import {
  type LanguageModel,
  ModelError,
  type ModelMessage,
  type ModelRequest,
  type ModelUsage,
} from './language-model.ts';

/** A reply as it was read: what it says, or every problem that it has. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; problems: string[] };

export interface ModelUse extends ModelUsage {
  calls: number;
}

/** What is asked, but for the words of it. */
export type JsonRequest = Omit<ModelRequest, 'messages'> & { content: string };

const LONGEST_SHOWN = 4000;

/**
 * Asks a model for one JSON object, and once more with the problems named when the first reply cannot be used. Counts what it
 * used. Throws `ModelError`, and the signal's reason on an abort.
 */
export async function askForJson<Value>(
  model: LanguageModel,
  { content, ...request }: JsonRequest,
  read: (text: string) => Read<Value>,
  used: ModelUse,
): Promise<Read<Value>> {
  const question: ModelMessage = { role: 'user', content };
  const first = await reply(model, { ...request, messages: [question] }, read, used);
  if (first.read.ok) return first.read;
  const mend = `That reply cannot be used: ${first.read.problems.join('; ')}. Reply again with the JSON object alone.`;
  const messages: ModelMessage[] = [
    question,
    { role: 'assistant', content: first.text.slice(0, LONGEST_SHOWN) },
    { role: 'user', content: mend },
  ];
  return (await reply(model, { ...request, messages }, read, used)).read;
}

async function reply<Value>(
  model: LanguageModel,
  request: ModelRequest,
  read: (text: string) => Read<Value>,
  used: ModelUse,
): Promise<{ text: string; read: Read<Value> }> {
  used.calls++;
  let text = '';
  let complete = false;
  try {
    for await (const event of model.stream(request)) {
      if (event.type === 'text-delta') text += event.text;
      if (event.type !== 'finish') continue;
      complete = event.reason === 'stop';
      used.inputTokens += event.usage.inputTokens;
      used.outputTokens += event.usage.outputTokens;
      if (event.usage.estimated) used.estimated = true;
    }
  } catch (error) {
    // It was never made.
    if (error instanceof ModelError && error.kind === 'not permitted') used.calls--;
    throw error;
  }
  if (!complete) return { text, read: { ok: false, problems: ['the reply was cut off'] } };
  return { text, read: read(text) };
}

/** The JSON of a reply, with or without a code fence around it; undefined where there is none. */
export function jsonOf(text: string): unknown {
  const bare = text.trim().replace(/^```(?:json)?\s*\n([\s\S]*?)\n?```$/u, '$1');
  try {
    return JSON.parse(bare);
  } catch {
    return undefined;
  }
}
