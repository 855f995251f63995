import type { Evaluation, ScoredEvaluation } from '../../domain/evaluation/evaluation.ts';
import { describeInEnglish } from '../../domain/evaluation/evaluation-words.ts';
import { investment } from '../../domain/evaluation/investment.ts';
import { proficiency } from '../../domain/evaluation/proficiency.ts';
import type { SessionEvidence } from '../../domain/evaluation/session-evidence.ts';
import { askForJson, type ModelUse } from '../model/ask-for-json.ts';
import { type LanguageModel, ModelError, type ModelErrorKind, type ModelProvider } from '../model/language-model.ts';
import type { CallPermit } from '../model/permitted.model.ts';
import { fromPseudonym } from '../teacher/pseudonym.ts';
import { type Opinion, type ReadOutput, readOutput } from './evaluator-output.ts';
import {
  EVALUATOR_PROMPT_VERSION,
  type EvaluatorPrompt,
  type EvaluatorSubject,
  evaluatorPrompt,
  OUTPUT_SCHEMA,
} from './evaluator-prompt.ts';

/** The most that a model's opinion weighs beside the evidence. */
export const MODEL_WEIGHT = 0.3;
/** Points between the two from which a person has to look; the evidence then stands alone. */
export const WIDEST_GAP = 3;

export interface EvaluatorModel {
  /** Without a fallback behind it: the embedded tutor has no opinion, and a later try may well get one. */
  model: LanguageModel;
  modelName: string;
  /** Tokens of one reply. */
  maxTokens: number;
  permit?: CallPermit;
  temperature: number;
}

/** One evaluation, ready to be stored. */
export interface GivenEvaluation {
  evaluation: Evaluation;
  /** The evidence in words, and the model's words after them where it had a part. */
  description: string;
  /** `embedded` and null where the evidence alone decided. */
  provider: ModelProvider;
  model: string | null;
  /** What the model gave, whether or not it counted. */
  modelScore: number | null;
  /** For the class manager: model and evidence lie more than three points apart. */
  flagged: boolean;
}

export interface SessionEvaluations {
  proficiency: GivenEvaluation;
  investment: GivenEvaluation;
}

export type EvaluatorResult =
  /** `unanswered`: why the model had no part although there is one, when trying again would not help. */
  | { status: 'evaluated'; evaluations: SessionEvaluations; used: ModelUse; unanswered: ModelErrorKind | null }
  /** The model twice replied with what cannot be used. The evaluations are those of the evidence alone. */
  | { status: 'needs review'; evaluations: SessionEvaluations; used: ModelUse; problems: string[] }
  /** The model could not be reached now. When no try is left: `evaluateFromEvidence`. */
  | { status: 'retry later'; error: ModelErrorKind; afterMs: number | null; used: ModelUse };

/** Both evaluations by the evidence rules alone, at once and without a model. */
export function evaluateFromEvidence(evidence: SessionEvidence): SessionEvaluations {
  return { proficiency: byEvidence(proficiency(evidence)), investment: byEvidence(investment(evidence)) };
}

/**
 * Evaluates a session. Investment is the evidence's alone; a remote model adds its opinion of proficiency, where there is
 * enough evidence for a score at all. Everything that a model or the network can do wrong comes back as a result; what
 * throws is an abort (the signal's reason) or a mistake in our own code.
 */
export async function evaluateSession(
  subject: EvaluatorSubject,
  by: EvaluatorModel | null,
  signal?: AbortSignal,
): Promise<EvaluatorResult> {
  const evaluations = evaluateFromEvidence(subject.evidence);
  const used: ModelUse = { calls: 0, inputTokens: 0, outputTokens: 0 };
  const { evaluation } = evaluations.proficiency;
  if (by === null || by.model.provider === 'embedded' || evaluation.score === null) {
    return { status: 'evaluated', evaluations, used, unanswered: null };
  }
  try {
    const answer = await ask(evaluatorPrompt(subject), by, used, signal);
    if (!answer.ok) return { status: 'needs review', evaluations, used, problems: answer.problems };
    const description = fromPseudonym(answer.value.description, subject.pupil);
    const weighed = weigh(evaluation, { ...answer.value, description }, by);
    return { status: 'evaluated', evaluations: { ...evaluations, proficiency: weighed }, used, unanswered: null };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof ModelError)) throw error;
    // An open circuit closes again; a used-up quota, a refusal or a request that is wrong stay what they are.
    if (error.retryable || error.kind === 'circuit open') {
      return { status: 'retry later', error: error.kind, afterMs: error.retryAfterMs ?? null, used };
    }
    return { status: 'evaluated', evaluations, used, unanswered: error.kind };
  }
}

/** Asks once, and once more with the problems named. */
function ask(
  prompt: EvaluatorPrompt,
  by: EvaluatorModel,
  used: ModelUse,
  signal: AbortSignal | undefined,
): Promise<ReadOutput> {
  const request = {
    purpose: 'evaluate' as const,
    model: by.modelName,
    system: prompt.system,
    content: prompt.content,
    temperature: by.temperature,
    maxTokens: by.maxTokens,
    responseSchema: OUTPUT_SCHEMA,
    ...(by.permit === undefined ? {} : { permit: by.permit }),
    ...(signal === undefined ? {} : { signal }),
  };
  return askForJson(by.model, request, (text) => readOutput(text, prompt), used);
}

/**
 * .7 evidence + .3 model, rounded at the end. No opinion, or one more than three points away: the evidence alone; the latter
 * is flagged, half as sure, and the model's words are left out, since they would explain another score.
 */
function weigh(evaluation: ScoredEvaluation, opinion: Opinion, by: EvaluatorModel): GivenEvaluation {
  const given = { provider: by.model.provider, model: by.modelName, modelScore: opinion.score };
  const alone = { ...byEvidence(evaluation), ...given };
  if (opinion.score === null) return alone;
  if (Math.abs(evaluation.exact - opinion.score) > WIDEST_GAP) {
    return { ...alone, evaluation: { ...evaluation, confidence: evaluation.confidence / 2 }, flagged: true };
  }
  const exact = (1 - MODEL_WEIGHT) * evaluation.exact + MODEL_WEIGHT * opinion.score;
  const evidence = {
    messageIds: together(evaluation.evidence.messageIds, opinion.evidence.messageIds),
    attemptIds: together(evaluation.evidence.attemptIds, opinion.evidence.attemptIds),
  };
  const rubricVersion = `${evaluation.rubricVersion} ${EVALUATOR_PROMPT_VERSION}`;
  return {
    ...given,
    evaluation: { ...evaluation, score: Math.round(exact), exact, evidence, rubricVersion },
    description: `${describeInEnglish(evaluation)}\n\n${opinion.description}`,
    flagged: false,
  };
}

function byEvidence(evaluation: Evaluation): GivenEvaluation {
  return {
    evaluation,
    description: describeInEnglish(evaluation),
    provider: 'embedded',
    model: null,
    modelScore: null,
    flagged: false,
  };
}

function together(some: readonly number[], more: readonly number[]): number[] {
  return [...new Set([...some, ...more])].sort((a, b) => a - b);
}
