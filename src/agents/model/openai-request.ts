import type { OpenAI } from 'openai';
import type { ModelMessage, ModelProvider, ModelRequest, ToolDefinition } from './language-model.ts';

type ChatParams = OpenAI.Chat.ChatCompletionCreateParamsStreaming;
type ChatMessage = OpenAI.Chat.ChatCompletionMessageParam;

/** Parameters that some models or servers refuse, and without which a request still makes sense. */
export const OPTIONAL_PARAMETERS = [
  'temperature',
  'max_completion_tokens',
  'max_tokens',
  'stream_options',
  'response_format',
  'tools',
  'store',
] as const;
export type OptionalParameter = (typeof OPTIONAL_PARAMETERS)[number];

/**
 * The request as the Chat Completions API takes it, without the parameters that the model is known to refuse: the other name
 * for the token limit, the schema as a sentence in the system prompt, everything else left out. The brief stays here.
 */
export function toChatParams(
  request: ModelRequest,
  provider: ModelProvider,
  refused: ReadonlySet<OptionalParameter>,
): ChatParams {
  const schema = request.responseSchema;
  const schemaInPrompt = schema !== undefined && refused.has('response_format');
  const system = schemaInPrompt ? `${request.system}\n\n${schemaSentence(schema.schema)}` : request.system;
  const params: ChatParams = {
    model: request.model,
    stream: true,
    messages: [
      ...(system === '' ? [] : [{ role: 'system' as const, content: system }]),
      ...request.messages.map(toChatMessage),
    ],
  };
  if (!refused.has('stream_options')) params.stream_options = { include_usage: true };
  if (request.temperature !== undefined && !refused.has('temperature')) params.temperature = request.temperature;
  if (request.tools?.length && !refused.has('tools')) params.tools = request.tools.map(toChatTool);
  if (schema !== undefined && !schemaInPrompt) {
    const { name, schema: body } = schema;
    params.response_format = { type: 'json_schema', json_schema: { name, schema: body, strict: isStrict(body) } };
  }
  // OpenAI's newer models refuse max_tokens, most compatible servers know nothing else.
  const limits = ['max_completion_tokens', 'max_tokens'] as const;
  const limit = (provider === 'openai' ? limits : limits.toReversed()).find((name) => !refused.has(name));
  if (limit !== undefined) params[limit] = request.maxTokens;
  // A child's words are not to be kept for distillation or evals, whatever the account's setting says.
  if (provider === 'openai' && !refused.has('store')) params.store = false;
  return params;
}

function toChatMessage(message: ModelMessage): ChatMessage {
  switch (message.role) {
    case 'user':
      return { role: 'user', content: message.content };
    case 'tool':
      return { role: 'tool', tool_call_id: message.toolCallId, content: message.content };
    case 'assistant':
      if (!message.toolCalls?.length) return { role: 'assistant', content: message.content };
      return {
        role: 'assistant',
        content: message.content === '' ? null : message.content,
        tool_calls: message.toolCalls.map(({ id, name, arguments: args }) => ({
          id,
          type: 'function',
          function: { name, arguments: args },
        })),
      };
  }
}

function toChatTool(tool: ToolDefinition): OpenAI.Chat.ChatCompletionTool {
  return {
    type: 'function',
    function: { name: tool.name, description: tool.description, parameters: tool.parameters },
  };
}

function schemaSentence(schema: Record<string, unknown>): string {
  return `Reply with one JSON value and nothing else. It must follow this JSON Schema:\n${JSON.stringify(schema)}`;
}

/** May the schema be sent as strict? OpenAI demands that every object closes itself and requires all its properties. */
function isStrict(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isStrict);
  if (typeof schema !== 'object' || schema === null) return true;
  if ('properties' in schema && typeof schema.properties === 'object' && schema.properties !== null) {
    const required: unknown[] = 'required' in schema && Array.isArray(schema.required) ? schema.required : [];
    if (!('additionalProperties' in schema) || schema.additionalProperties !== false) return false;
    if (!Object.keys(schema.properties).every((key) => required.includes(key))) return false;
  }
  return Object.values(schema).every(isStrict);
}
