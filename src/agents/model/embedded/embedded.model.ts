import { type LanguageModel, ModelError, type ModelEvent, type ModelRequest } from '../language-model.ts';
import { wordMove } from './word-move.ts';

const EMBEDDED_MODEL = 'question-bank-tutor';

function textFor(request: ModelRequest): string {
  if (request.purpose === 'probe') return 'ok';
  if (request.purpose === 'teach' && request.brief) return wordMove(request.brief);
  throw new ModelError(
    'bad request',
    `The embedded tutor words a teaching brief; it cannot ${request.purpose} without one.`,
  );
}

async function* speak(request: ModelRequest): AsyncGenerator<ModelEvent> {
  request.signal?.throwIfAborted();
  for (const [word] of textFor(request).matchAll(/\S+\s*/g)) {
    request.signal?.throwIfAborted();
    yield { type: 'text-delta', text: word };
  }
  const usage = { inputTokens: 0, outputTokens: 0 };
  yield { type: 'finish', reason: 'stop', usage, provider: 'embedded', model: EMBEDDED_MODEL };
}

/**
 * The tutor in this process: no key, no network, no cost. It words the move of `request.brief` and pays no attention to prose,
 * so nothing that a pupil writes can lead it astray; it calls no tools. Any purpose but `teach` with a brief, or `probe`,
 * throws a `bad request`.
 */
export function createEmbeddedModel(): LanguageModel {
  return { provider: 'embedded', stream: speak };
}
