import { z } from 'zod';
import { asRead, speaksToEvaluator } from '../../evaluator/appeals.ts';
import { askForJson, jsonOf, type ModelUse, type Read } from '../../model/ask-for-json.ts';
import { type LanguageModel, ModelError, type ModelErrorKind } from '../../model/language-model.ts';
import type { CallPermit } from '../../model/permitted.model.ts';
import { fromPseudonym, type Named } from '../pseudonym.ts';
import { MARK_SCHEMA, MARKING_SYSTEM, type MarkingTask, markingContent } from './marking-prompt.ts';

export interface MarkingModel {
  /** Without a fallback behind it: the embedded tutor cannot judge free text. */
  model: LanguageModel;
  modelName: string;
  /** Tokens of one reply. */
  maxTokens: number;
  permit?: CallPermit;
}

export type FreeTextMark =
  | { status: 'marked'; verdict: 'correct' | 'partly' | 'incorrect'; comment: string }
  /** A person marks it, and why no model did. */
  | { status: 'for a person'; because: 'unsure' | 'unusable reply' | 'speaks to the marker' | ModelErrorKind }
  /** The model could not be reached now. */
  | { status: 'retry later'; error: ModelErrorKind; afterMs: number | null };

const LONGEST_COMMENT = 400;
const schema = z.object({
  verdict: z.enum(['correct', 'partly', 'incorrect', 'unsure']),
  comment: z.string().trim().max(LONGEST_COMMENT),
});
type Opinion = z.infer<typeof schema>;

/**
 * Marks one answer in free text against its key by the rubric. Whatever a model or the network does wrong comes back as a
 * result; what throws is an abort or a mistake of our own.
 */
export async function markFreeText(
  task: MarkingTask,
  pupil: Named,
  by: MarkingModel,
  used: ModelUse,
  signal?: AbortSignal,
): Promise<FreeTextMark> {
  if (speaksToMarker(task.answer)) return { status: 'for a person', because: 'speaks to the marker' };
  const request = {
    purpose: 'mark' as const,
    model: by.modelName,
    system: MARKING_SYSTEM,
    content: markingContent(task, pupil),
    temperature: 0,
    maxTokens: by.maxTokens,
    responseSchema: MARK_SCHEMA,
    ...(by.permit === undefined ? {} : { permit: by.permit }),
    ...(signal === undefined ? {} : { signal }),
  };
  try {
    const read = await askForJson(by.model, request, readOpinion, used);
    if (!read.ok) return { status: 'for a person', because: 'unusable reply' };
    const { verdict, comment } = read.value;
    if (verdict === 'unsure') return { status: 'for a person', because: 'unsure' };
    return { status: 'marked', verdict, comment: fromPseudonym(comment, pupil) };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof ModelError)) throw error;
    if (error.retryable || error.kind === 'circuit open') {
      return { status: 'retry later', error: error.kind, afterMs: error.retryAfterMs ?? null };
    }
    return { status: 'for a person', because: error.kind };
  }
}

/** Words meant for whoever marks: a person reads those, and no model. */
function speaksToMarker(answer: string): boolean {
  const plain = asRead(answer);
  return speaksToEvaluator(plain) || SPEAKS_OF_VERDICT.some((appeal) => appeal.test(plain));
}

const SPEAKS_OF_VERDICT: readonly RegExp[] = [
  /\bverdict\b/iu,
  /\b(?:mark|count|accept|treat|consider)\s+(?:this|it|that|the\s+answer|my\s+answer)\b[^.!?\n]{0,20}\b(?:correct|right|true)\b/iu,
  /(?:סמן|סמני|סמנו|תסמן|תסמני)\s[^.!?\n]{0,20}נכו/u,
];

function readOpinion(text: string): Read<Opinion> {
  const parsed = schema.safeParse(jsonOf(text));
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) =>
      path.length === 0 ? 'the reply is not the JSON object that was asked for' : `${path.join('.')}: ${message}`,
    ),
  };
}
