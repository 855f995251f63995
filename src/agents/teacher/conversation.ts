import type { ModerationFlag } from '../../domain/safety/moderation.ts';
import {
  type LanguageModel,
  ModelError,
  type ModelMessage,
  type ModelProvider,
  type ModelRequest,
  type ModelUsage,
  type ToolCall,
} from '../model/language-model.ts';
import { costInMicros } from '../model/pricing.ts';
import { estimateUsage } from '../model/token-estimate.ts';
import type { Moderator } from '../moderation/moderator.ts';
import type { GuardEvent, ReplyGuard } from './guard.ts';
import { PROMPT_VERSION, promptMessages, systemPrompt } from './prompt.ts';
import { fromPseudonyms, peopleOf, toPseudonyms } from './pseudonym.ts';
import type { TeacherEvent, TeacherReply, TeacherRequest } from './teacher-reply.ts';
import { failedTool, type TeacherTool } from './teacher-tool.ts';

/** Calls of a model in one try; the last is made without tools, so that it has to answer. */
const MOST_STEPS = 5;
const MOST_CALLS_A_STEP = 8;

const ESSENTIAL = new Set(['unsafe', 'leak', 'verdict']);

/** One reply in the making. */
export interface Run {
  request: TeacherRequest;
  signal: AbortSignal | undefined;
  guard: ReplyGuard;
  done: TeacherReply;
  /** An essential sentence was dropped in this try. */
  spoiled: boolean;
}

export function emptyReply(): TeacherReply {
  return {
    type: 'done',
    text: '',
    provider: 'embedded',
    model: '',
    usage: { inputTokens: 0, outputTokens: 0 },
    costMicros: 0,
    promptVersion: PROMPT_VERSION,
    rounds: 0,
    toolCalls: [],
    droppedSentences: [],
    flags: [],
    failures: [],
  };
}

/** Takes what the guard lets through into the reply. */
export function* show(run: Run, events: GuardEvent[]): Generator<TeacherEvent> {
  for (const event of events) {
    if (event.type === 'dropped') {
      run.done.droppedSentences.push({ rule: event.rule, sentence: event.sentence });
      note(run, 'output', event.flags ?? []);
      if (ESSENTIAL.has(event.rule)) run.spoiled = true;
    } else {
      const shown = run.done.text === '' ? event.text.trimStart() : event.text;
      const text = fromPseudonyms(shown, peopleOf(run.request.brief));
      if (text === '') continue;
      run.done.text += text;
      yield { type: 'text-delta', text };
    }
  }
}

function note({ done }: Run, direction: 'input' | 'output', flags: readonly ModerationFlag[]): void {
  done.flags.push(...flags.map((flag) => ({ direction, flag })));
}

/** Throws `not permitted` where no remote model may get the pupil's words now. */
export async function requireLeave({ request }: Run): Promise<void> {
  if (!(await request.permit?.stands())) {
    throw new ModelError('not permitted', 'There is no consent, or the school’s limit is reached.');
  }
}

/** Throws `moderated` where the provider's moderation minds a text, or cannot say in time: it fails closed. */
export async function mindful(
  run: Run,
  moderator: Moderator,
  direction: 'input' | 'output',
  text: string,
): Promise<void> {
  const flags = await moderator.check(text, run.signal).catch((error: unknown) => {
    if (run.signal?.aborted) throw error;
    throw new ModelError(
      'moderated',
      `Moderation could not tell: ${error instanceof Error ? error.message : 'no answer'}`,
    );
  });
  note(run, direction, flags);
  if (flags.length > 0) throw new ModelError('moderated', `Moderation minds the ${direction}.`);
}

/** Asks the provider's moderation about what is to go out, unless the embedded tutor says it. Throws `moderated` where it minds, or cannot say. */
async function passed(
  run: Run,
  moderator: Moderator | undefined,
  provider: ModelProvider,
  events: GuardEvent[],
): Promise<GuardEvent[]> {
  const text = events.flatMap((event) => (event.type === 'text' ? [event.text] : [])).join('');
  if (moderator && provider !== 'embedded' && text.trim() !== '') await mindful(run, moderator, 'output', text);
  return events;
}

function account(run: Run, usage: ModelUsage, provider: ModelProvider, model: string): void {
  const { done, request } = run;
  done.provider = provider;
  done.model = model;
  done.usage.inputTokens += usage.inputTokens;
  done.usage.outputTokens += usage.outputTokens;
  if (usage.estimated) done.usage.estimated = true;
  const cost = provider === 'embedded' ? 0 : costInMicros(usage, request.prices);
  done.costMicros = cost === null || done.costMicros === null ? null : done.costMicros + cost;
}

/** What a call used that broke off, or was not read to its end. */
function usageOfBroken(model: LanguageModel, asked: ModelRequest, heard: string): ModelUsage {
  return model.provider === 'embedded' ? { inputTokens: 0, outputTokens: 0 } : estimateUsage(asked, heard);
}

/** Spoiled before anything was shown: not worth reading on, unless it is the last that can answer, whose other words stand. */
const hopeless = (run: Run, model: LanguageModel): boolean =>
  run.spoiled && run.done.text === '' && model.provider !== 'embedded';

interface ConversationDeps {
  /** The provider's moderation; none: our own lists alone. */
  moderator?: Moderator | undefined;
  tools: readonly TeacherTool[];
}

/** What is known of one pupil is not read out to a group. */
const toolsFor = ({ request }: Run, { tools }: ConversationDeps) =>
  tools.filter((tool) => !request.brief.party || !tool.personal);

/** @returns a whole try: the model, its tools, the model again, until it answers. Throws what the model throws. */
export function createConversation(deps: ConversationDeps) {
  /** One call of a model; its tool calls are left in `calls`. */
  async function* step(
    run: Run,
    model: LanguageModel,
    prompt: { system: string; messages: ModelMessage[] },
    withTools: boolean,
    calls: ToolCall[],
  ): AsyncGenerator<TeacherEvent> {
    const { request, signal, done } = run;
    done.rounds += 1;
    let cutOff = false;
    const asked: ModelRequest = {
      purpose: 'teach',
      model: request.model,
      ...prompt,
      maxTokens: request.maxTokens,
      brief: request.brief,
      ...(withTools ? { tools: toolsFor(run, deps).map((tool) => tool.definition) } : {}),
      ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
      ...(request.permit ? { permit: request.permit } : {}),
      ...(signal ? { signal } : {}),
    };
    let heard = '';
    let by = model.provider;
    let finished = false;
    try {
      for await (const event of model.stream(asked)) {
        if (event.type === 'text-delta') {
          heard += event.text;
          by = event.provider ?? by;
          yield* show(run, await passed(run, deps.moderator, by, run.guard.push(event.text)));
        } else if (event.type === 'tool-call') calls.push(event.call);
        else {
          finished = true;
          account(run, event.usage, event.provider, event.model);
          cutOff = event.reason === 'length';
        }
        if (hopeless(run, model)) return;
      }
    } finally {
      if (!finished && heard !== '') account(run, usageOfBroken(model, asked, heard), model.provider, request.model);
    }
    yield* show(run, await passed(run, deps.moderator, by, run.guard.end(cutOff)));
  }

  async function runTool(run: Run, call: ToolCall): Promise<ModelMessage> {
    const tool = toolsFor(run, deps).find((each) => each.definition.name === call.name);
    const answer = tool
      ? await tool.call(call.arguments, run.request.ports, run.request.brief)
      : failedTool(`There is no tool "${call.name.slice(0, 60)}".`);
    run.done.toolCalls.push({ name: call.name.slice(0, 60), ...(answer.error ? { error: answer.error } : {}) });
    return { role: 'tool', toolCallId: call.id, content: answer.content };
  }

  /** A whole try: the model, its tools, the model again, until it answers. */
  return async function* converse(run: Run, model: LanguageModel, hint: string): AsyncGenerator<TeacherEvent> {
    const { brief, transcript } = run.request;
    const system = hint === '' ? systemPrompt(brief) : `${systemPrompt(brief)}\n\n${hint}`;
    const messages = promptMessages(brief, transcript);
    for (let round = 1; round <= MOST_STEPS; round += 1) {
      const calls: ToolCall[] = [];
      const before = run.done.text;
      yield* step(run, model, { system, messages }, round < MOST_STEPS, calls);
      if (calls.length === 0 || round === MOST_STEPS || hopeless(run, model)) return;
      const said = run.done.text.slice(before.length);
      const made = calls.slice(0, MOST_CALLS_A_STEP);
      messages.push({ role: 'assistant', content: toPseudonyms(said, peopleOf(brief)), toolCalls: made });
      for (const call of made) messages.push(await runTool(run, call));
      run.signal?.throwIfAborted();
      if (run.done.text !== '' && !/\s$/.test(run.done.text)) yield* show(run, [{ type: 'text', text: '\n\n' }]);
    }
  };
}
