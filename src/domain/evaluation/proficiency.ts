import { confidenceOf, type Evaluation, type EvaluationFact, onScale, RUBRIC_VERSION } from './evaluation.ts';
import type { EvidenceAttempt, SessionEvidence } from './session-evidence.ts';

/** Judged answers (right or wrong, with help or without) that a score needs at least. */
export const JUDGED_NEEDED = 5;

/**
 * What the pupil can do, from the evidence alone: 1 + 9 · (mean p after the session of the units that were answered,
 * weighted by their unaided answers in it). No score with fewer than five judged answers, or none without help.
 *
 * Example: four unaided answers in a unit that ends at p .75 and two in one at .45 → 1 + 9 · .65 = 6.85 → 7.
 * Confidence: u/(u + 5) for u unaided answers.
 */
export function proficiency(evidence: SessionEvidence): Evaluation {
  const judged = evidence.attempts.filter(isJudged);
  const after = new Map(evidence.units.map((unit) => [unit.name, unit.after]));
  const unaided = judged.filter((attempt) => attempt.unaided && after.has(attempt.unitName));
  const common = { kind: 'proficiency', evidence: idsOf(evidence.attempts), rubricVersion: RUBRIC_VERSION } as const;
  if (judged.length < JUDGED_NEEDED || unaided.length === 0) {
    const params = { judged: judged.length, unaided: unaided.length, needed: JUDGED_NEEDED };
    const facts: EvaluationFact[] = [{ key: 'proficiency.too little', params }];
    return { ...common, score: null, exact: null, reason: 'too little evidence', facts, confidence: 0 };
  }
  const sum = unaided.reduce((total, attempt) => total + (after.get(attempt.unitName) ?? 0), 0);
  const exact = onScale(sum / unaided.length);
  return {
    ...common,
    score: Math.round(exact),
    exact,
    reason: null,
    facts: factsOf(evidence, unaided),
    confidence: confidenceOf(unaided.length),
  };
}

function isJudged(attempt: EvidenceAttempt): boolean {
  return attempt.verdict === 'correct' || attempt.verdict === 'incorrect';
}

function factsOf(evidence: SessionEvidence, unaided: readonly EvidenceAttempt[]): EvaluationFact[] {
  const right = unaided.filter(({ verdict }) => verdict === 'correct').length;
  const helped = evidence.attempts.filter((one) => one.verdict === 'correct' && !one.unaided).length;
  const notSolved = evidence.attempts.filter(
    (one) => one.verdict !== 'correct' && (one.verdict === 'given up' || one.revealed),
  ).length;
  const facts: EvaluationFact[] = [{ key: 'proficiency.unaided', params: { right, of: unaided.length } }];
  if (helped > 0) facts.push({ key: 'proficiency.with help', params: { count: helped } });
  if (notSolved > 0) facts.push({ key: 'proficiency.not solved', params: { count: notSolved } });
  const answered = new Set(evidence.attempts.map(({ unitName }) => unitName));
  for (const { name, before, after } of evidence.units) {
    if (!answered.has(name)) continue;
    const params = { unit: name, before: percent(before), after: percent(after) };
    facts.push({ key: 'proficiency.unit', params });
  }
  return facts;
}

/** Whatever was answered, given up or skipped is there to be looked at. */
function idsOf(attempts: readonly EvidenceAttempt[]) {
  return {
    attemptIds: attempts.map(({ id }) => id),
    messageIds: [...new Set(attempts.flatMap(({ messageId }) => (messageId === null ? [] : [messageId])))],
  };
}

function percent(p: number): number {
  return Math.round(p * 100);
}
