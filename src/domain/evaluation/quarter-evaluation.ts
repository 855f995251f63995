import { DAY, type Instant } from '../../shared/instant.ts';
import type { SchoolQuarter } from './school-quarter.ts';

export const QUARTER_KINDS = ['proficiency', 'investment', 'social'] as const;
export type QuarterKind = (typeof QUARTER_KINDS)[number];

/** Changes whenever the same sessions would get another score; stored with every score. */
export const QUARTER_RUBRIC_VERSION = '2';

/** Sessions with a score that a quarter's score needs at least. A class manager looks at the social side far less often. */
export const SESSIONS_NEEDED: Readonly<Record<QuarterKind, number>> = { proficiency: 3, investment: 3, social: 2 };

/** After so many days an evaluation weighs half of what a new one does. */
const HALF_LIFE_DAYS = 45;

/** An evaluation of a session, as the quarter looks at it. */
export interface ScoredSession {
  evaluationId: number;
  /** 1 … 10, or null where there was too little to see. */
  score: number | null;
  /** 0 … 1 */
  confidence: number;
  at: Instant;
}

/** A sessional evaluation as it was given. */
export interface GivenInSession extends ScoredSession {
  /** Names the session: its kind and id. */
  session: string;
  source: 'evaluator' | 'class manager';
  /** The class manager holds it for wrong. */
  disputed: boolean;
}

/** What counts of the evaluations of a kind in one session: the class manager's where there is one, else the evaluator's. */
export function countingOf<Given extends { source: 'evaluator' | 'class manager' }>(
  given: readonly Given[],
): Given | undefined {
  return given.find(({ source }) => source === 'class manager') ?? given[0];
}

/**
 * One score a session: the class manager's where there is one, else the evaluator's; one that is disputed counts as none. The order of
 * the sessions stays.
 */
export function countingScores(given: readonly GivenInSession[]): ScoredSession[] {
  return [...Map.groupBy(given, ({ session }) => session).values()].flatMap((own) => {
    const counting = countingOf(own);
    if (!counting) return [];
    const { evaluationId, score, disputed, confidence, at } = counting;
    return [{ evaluationId, score: disputed ? null : score, confidence, at }];
  });
}

/** What a score rests on, as numbers that any language has words for. */
export interface QuarterFacts {
  scored: number;
  unscored: number;
  lowest: number;
  highest: number;
  /** Sessions with a score that it takes at least. */
  needed: number;
}

/** A score of the quarter, or none and why; one of the kind that is asked for. */
export interface QuarterEvaluation extends Pick<SchoolQuarter, 'schoolYear' | 'quarter'> {
  kind: QuarterKind;
  /** 1 … 10 to a tenth. */
  score: number | null;
  reason: 'too little evidence' | null;
  facts: QuarterFacts;
  evidence: { evaluationIds: number[] };
  confidence: number;
  rubricVersion: string;
}

/**
 * What a quarter comes to for a pupil in a subject: the mean of the sessions that have a score, each by its confidence and by its
 * age at the end of the quarter (half for every 45 days). No score where too few sessions have one. `end`: when the quarter ended.
 *
 * Example: an 8 on the last day and a 5 forty-five days before, equally sure: (8 · 1 + 5 · ½) / 1½ = 7.
 * Confidence: that of the scored sessions together, 1 − Π(1 − c · age weight).
 */
export function evaluateQuarter(
  kind: QuarterKind,
  { schoolYear, quarter }: SchoolQuarter,
  sessions: readonly ScoredSession[],
  end: Instant,
): QuarterEvaluation {
  const scored = sessions.flatMap(({ score, confidence, at, evaluationId }) => {
    const weight = confidence * 2 ** (-Math.max(0, end - at) / (HALF_LIFE_DAYS * DAY));
    return score === null ? [] : [{ score, weight, evaluationId }];
  });
  const total = scored.reduce((sum, { weight }) => sum + weight, 0);
  const enough = scored.length >= SESSIONS_NEEDED[kind] && total > 0;
  const mean = scored.reduce((sum, { score, weight }) => sum + score * weight, 0) / total;
  const scores = scored.map(({ score }) => score);
  return {
    kind,
    schoolYear,
    quarter,
    score: enough ? Math.round(mean * 10) / 10 : null,
    reason: enough ? null : 'too little evidence',
    facts: {
      scored: scored.length,
      unscored: sessions.length - scored.length,
      lowest: Math.min(...scores, 10),
      highest: Math.max(...scores, 1),
      needed: SESSIONS_NEEDED[kind],
    },
    evidence: { evaluationIds: sessions.map(({ evaluationId }) => evaluationId) },
    confidence: enough ? 1 - scored.reduce((left, { weight }) => left * (1 - weight), 1) : 0,
    rubricVersion: QUARTER_RUBRIC_VERSION,
  };
}

/** In plain English, as it is stored beside the facts; pages say it in their language. */
export function describeQuarter({ score, facts }: Pick<QuarterEvaluation, 'score' | 'facts'>): string {
  const { scored, unscored, lowest, highest, needed } = facts;
  const sessions = (count: number) => `${count} ${count === 1 ? 'session' : 'sessions'}`;
  const left =
    unscored === 0 ? '' : ` ${sessions(unscored)} without a score ${unscored === 1 ? 'is' : 'are'} left out.`;
  if (score === null) {
    return `${scored === 0 ? 'No session has' : `Only ${sessions(scored)} ${scored === 1 ? 'has' : 'have'}`} a score, and it takes at least ${needed}.`;
  }
  const range = lowest === highest ? `all ${lowest}` : `from ${lowest} to ${highest}`;
  return `Made of ${sessions(scored)} with scores ${range}; newer and surer ones weigh more.${left}`;
}
