import * as z from 'zod';
import type { TeachingBrief } from '../../domain/tutoring/brief.ts';
import type { ToolDefinition } from '../model/language-model.ts';
import type { TeacherPorts } from './ports.ts';

/** What a tool is written as; `defineTool` makes it callable with whatever a model sends. */
export interface ToolSpec<A extends z.ZodType, R extends z.ZodType> {
  name: string;
  description: string;
  /** It tells how one pupil stands: not for the ears of a group. */
  personal?: true;
  argumentsSchema: A;
  /** What leaves the tool; keys that it does not name are cut off. */
  resultSchema: R;
  run(args: z.output<A>, ports: TeacherPorts, brief: TeachingBrief): Promise<z.input<R>>;
}

/** A result for the model, as JSON text; `error` names what went wrong, for the log. */
export interface ToolAnswer {
  content: string;
  error?: string;
}

export interface TeacherTool {
  definition: ToolDefinition;
  personal?: true;
  /** Never throws: bad arguments and failing ports become an answer that tells the model so. */
  call(rawArguments: string, ports: TeacherPorts, brief: TeachingBrief): Promise<ToolAnswer>;
}

const LONGEST_ARGUMENTS = 4_000;
/** Characters of JSON; about 2,000 tokens. */
const LONGEST_RESULT = 8_000;

export function failedTool(error: string): ToolAnswer {
  return { content: JSON.stringify({ error }), error };
}

function parsed(text: string): unknown {
  if (text.length > LONGEST_ARGUMENTS) return undefined;
  try {
    return text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problem(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`.replace(/^: /, '').slice(0, 200);
}

/** Wraps a tool: arguments and result are checked, the result is bounded in size. */
export function defineTool<A extends z.ZodType, R extends z.ZodType>(spec: ToolSpec<A, R>): TeacherTool {
  const { $schema: _, ...parameters } = z.toJSONSchema(spec.argumentsSchema);
  return {
    ...(spec.personal ? { personal: true } : {}),
    definition: { name: spec.name, description: spec.description, parameters },
    async call(rawArguments, ports, brief) {
      const raw = parsed(rawArguments);
      if (raw === undefined) return failedTool('The arguments are not a JSON object.');
      const args = spec.argumentsSchema.safeParse(raw);
      if (!args.success) return failedTool(`Bad arguments: ${problem(args.error)}`);
      try {
        const result = spec.resultSchema.safeParse(await spec.run(args.data, ports, brief));
        if (!result.success) return { ...failedTool('Not available just now.'), error: problem(result.error) };
        const content = JSON.stringify(result.data);
        return content.length > LONGEST_RESULT ? failedTool('There is too much of it; ask for less.') : { content };
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { ...failedTool('Not available just now.'), error: message };
      }
    },
  };
}
