import { z } from 'zod';
import type { EvidenceIds } from '../../domain/evaluation/evaluation.ts';
import { jsonOf, type Read } from '../model/ask-for-json.ts';
import type { EvaluatorPrompt } from './evaluator-prompt.ts';

/** What a model made of a session, checked. */
export interface Opinion {
  /** Whole, 1 … 10, or null where the model saw too little. */
  score: number | null;
  description: string;
  evidence: EvidenceIds;
}

export type ReadOutput = Read<Opinion>;

const LONGEST_REPLY = 20_000;

const schema = z.object({
  score: z.int().min(1).max(10).nullable(),
  description: z.string().trim().min(1).max(1200),
  evidenceIds: z.array(z.string().max(30)).max(200),
});

/** A score in words or figures; the score that counts is not the model's. */
const STATES_SCORE =
  /\b(?:\d+|ten)\s*(?:\/|out\s+of)\s*(?:10|ten)\b(?!\s+(?:questions?|answers?|problems?|attempts?|tries|times))|\bscore\b[^.]{0,20}\d/iu;

/** Reads a model's reply; every problem is named, so that it can be mended. Never throws. */
export function readOutput(text: string, { messageIds, attemptIds }: EvaluatorPrompt): ReadOutput {
  if (text.length > LONGEST_REPLY) return { ok: false, problems: ['the reply is too long'] };
  const parsed = schema.safeParse(jsonOf(text));
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(issueInWords) };
  const { score, description, evidenceIds } = parsed.data;
  const evidence: EvidenceIds = { messageIds: [], attemptIds: [] };
  const unknown: string[] = [];
  for (const id of new Set(evidenceIds)) {
    const [, kind, digits] = /^([ma])(\d{1,15})$/.exec(id.trim()) ?? [];
    const number = Number(digits);
    if (kind === 'm' && messageIds.has(number)) evidence.messageIds.push(number);
    else if (kind === 'a' && attemptIds.has(number)) evidence.attemptIds.push(number);
    else unknown.push(id);
  }
  const problems: string[] = [];
  if (unknown.length > 0) problems.push(`evidenceIds that do not exist: ${JSON.stringify(unknown.slice(0, 10))}`);
  if (score !== null && evidenceIds.length === 0) problems.push('evidenceIds is empty, but there is a score');
  if (STATES_SCORE.test(description)) problems.push('the description states a score');
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { score, description, evidence } };
}

function issueInWords({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? 'the reply is not the JSON object that was asked for' : `${path.join('.')}: ${message}`;
}
