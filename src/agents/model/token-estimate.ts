import type { ModelRequest, ModelUsage } from './language-model.ts';

/**
 * UTF-8 bytes in a token: OpenAI's own rule of thumb is four characters of English a token; counted in bytes it comes out
 * higher for Hebrew and other scripts, which tokenizers do cut smaller.
 */
const BYTES_PER_TOKEN = 4;
/** Tokens that the chat format itself spends on a message (OpenAI Cookbook, "How to count tokens with tiktoken"). */
const TOKENS_PER_MESSAGE = 4;

/**
 * What a call used, estimated from the lengths, for servers that do not count, and for replies that broke off. Always marked
 * `estimated`; good for budgets, not for invoices.
 *
 * @param outputText all that the model wrote, tool arguments included
 */
export function estimateUsage(request: ModelRequest, outputText: string): ModelUsage {
  let input = tokens(request.system) + TOKENS_PER_MESSAGE;
  for (const message of request.messages) {
    input += tokens(message.content) + TOKENS_PER_MESSAGE;
    if (message.role === 'assistant') {
      for (const call of message.toolCalls ?? []) input += tokens(call.name) + tokens(call.arguments);
    }
  }
  if (request.tools?.length) input += tokens(JSON.stringify(request.tools));
  if (request.responseSchema) input += tokens(JSON.stringify(request.responseSchema.schema));
  return { inputTokens: input, outputTokens: tokens(outputText), estimated: true };
}

function tokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN);
}
