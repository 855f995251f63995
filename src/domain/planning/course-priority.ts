import type { Instant } from '../../shared/instant.ts';
import type { CourseFacts, Moment } from './course-facts.ts';
import { PriorityBuilder, type PriorityScheme } from './priority-builder.ts';
import { type PriorityReason, reasonInEnglish } from './priority-reason.ts';

export interface FactorScore {
  name: string;
  /** 0 … 1, higher is more urgent. */
  score: number;
  /** Share of the whole, 0 … 1; the weights of a course add up to 1. */
  weight: number;
  /** The score that says nothing either way. */
  neutral: number;
  why: PriorityReason;
}

export interface CoursePriority {
  courseId: number;
  /** 0 … 1: the sum of score · weight. */
  score: number;
  factors: FactorScore[];
}

export interface PriorityOptions {
  /** Absent: the five factors with their usual weights. */
  scheme?: PriorityScheme;
  /** How far the school's clock is ahead of UTC, in ms; 0 when absent. */
  utcOffset?: number;
}

const STANDARD = new PriorityBuilder().build();

/** Ranks courses, the most urgent first; equal ones stay in the order given. */
export function prioritize(
  courses: readonly CourseFacts[],
  now: Instant,
  { scheme = STANDARD, utcOffset = 0 }: PriorityOptions = {},
): CoursePriority[] {
  const moment = { now, utcOffset };
  return mostUrgentFirst(courses.map((facts) => assess(facts, scheme, moment)));
}

function assess(facts: CourseFacts, scheme: PriorityScheme, moment: Moment): CoursePriority {
  const factors: FactorScore[] = [];
  let sum = 0;
  for (const factor of scheme.factors) {
    const { name, weight, neutral } = factor;
    const { score: found, why } = factor.assess(facts, moment);
    const score = clamp(found);
    sum += score * weight;
    factors.push({ name, score, weight, neutral, why });
  }
  return { courseId: facts.courseId, score: sum, factors };
}

/** Sorted by score, to nine decimals so that rounding errors never decide. */
export function mostUrgentFirst<T extends { score: number }>(ranked: readonly T[]): T[] {
  const key = ({ score }: T) => Math.round(score * 1e9);
  return ranked.toSorted((a, b) => key(b) - key(a));
}

function clamp(score: number): number {
  return score >= 0 ? Math.min(1, score) : 0;
}

/** The one or two reasons that lift a course most above what is usual; never none while there are factors. */
export function mainReasons({ factors }: Pick<CoursePriority, 'factors'>): PriorityReason[] {
  const lift = (factor: FactorScore) => factor.weight * (factor.score - factor.neutral);
  const sorted = [...factors].sort((a, b) => lift(b) - lift(a));
  const first = sorted[0];
  if (first === undefined) return [];
  const second = sorted.slice(1).find((factor) => lift(factor) > 0.01 && !says(first, factor));
  return second === undefined ? [first.why] : [first.why, second.why];
}

/** Progress and state say much the same; one of them is enough. */
function says(one: FactorScore, other: FactorScore): boolean {
  const pair = new Set([one.name, other.name]);
  return pair.has('progress') && pair.has('state');
}

/** Why this course, in one English sentence to the pupil. */
export function explain(priority: Pick<CoursePriority, 'factors'>): string {
  const [first, second] = mainReasons(priority).map(reasonInEnglish);
  if (first === undefined) return '';
  if (second === undefined) return first;
  return `${first.replace(/\.$/, '')}, and ${second.charAt(0).toLowerCase()}${second.slice(1)}`;
}
