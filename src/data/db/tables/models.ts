import { id, optional, text, word } from '../columns.ts';

export type AgentStatus = 'operational' | 'disabled' | 'deprecated' | 'development' | 'testing';

/** The language models that subjects, teachers and evaluators may name. */
export const MODEL_TABLES = {
  ai_models: {
    id,
    name: text,
    version: text,
    provider: word<'openai' | 'compatible' | 'embedded'>(),
    base_url: optional.text,
    status: word<AgentStatus>(),
    input_price: optional.integer,
    output_price: optional.integer,
  },
};
