import {
  type LanguageModel,
  ModelError,
  type ModelEvent,
  type ModelRequest,
  type ModelUsage,
} from './language-model.ts';
import { estimateUsage } from './token-estimate.ts';

/** Leave to ask a remote model: of the pupils whose words go there, and of what their school spends. */
export interface CallPermit {
  /** Asks anew whether there is consent, and room at all: before words leave the house in another way than by a call. Holds nothing. */
  stands(): Promise<boolean>;
  /** Asks anew before a call that may use so much, and holds it. False: the call is not made. */
  hold(most: ModelUsage, model: string): Promise<boolean>;
  /** What the call that was held has used. */
  used(usage: ModelUsage, model: string): Promise<void>;
}

/** Our estimate of what is sent may be too low, above all of what is not English: so many times as much is held. */
const MARGIN = 1.5;
const NOTHING: ModelUsage = { inputTokens: 0, outputTokens: 0 };

/**
 * A remote model that is asked only with a permit, of which each call is asked anew. Every connection goes out through here: a call that
 * nobody got a permit for fails before anything leaves the house.
 */
export function withPermits(model: LanguageModel): LanguageModel {
  async function* stream(request: ModelRequest): AsyncGenerator<ModelEvent, void, undefined> {
    const { permit, ...asked } = request;
    if (!permit) throw new ModelError('not permitted', 'Nobody got a permit for this call.');
    asked.signal?.throwIfAborted();
    if (!(await permit.hold(mostOf(asked), asked.model))) {
      throw new ModelError('not permitted', 'There is no consent, or the school’s limit is reached.');
    }
    let heard = '';
    let usage: ModelUsage | null = null;
    try {
      for await (const event of model.stream(asked)) {
        if (event.type === 'text-delta') heard += event.text;
        // The tutor that is built in may have answered in its place, which costs nothing.
        if (event.type === 'finish') usage = event.provider === 'embedded' ? NOTHING : event.usage;
        yield event;
      }
    } finally {
      await permit.used(usage ?? (heard === '' ? NOTHING : estimateUsage(asked, heard)), asked.model);
    }
  }
  return { provider: model.provider, rests: () => model.rests?.() ?? false, stream };
}

function mostOf(request: ModelRequest): ModelUsage {
  const { inputTokens } = estimateUsage(request, '');
  return { inputTokens: Math.ceil(inputTokens * MARGIN), outputTokens: request.maxTokens, estimated: true };
}
