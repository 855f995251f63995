import type { Instant } from '../../shared/instant.ts';
import type { StudyState } from '../curriculum/curriculum.ts';

export const BLOCK_MINUTES = 10;

/** What unit assignment looks at; units of one course, in teaching order. */
export interface UnitFacts {
  name: string;
  state: StudyState;
  /** 0 … 1 */
  progress: number;
  estimatedDurationMinutes: number;
  /** Names of units of the course that should be known first; names that are not there count as met. */
  prerequisites: readonly string[];
}

/** Why a unit is in a session; the words are made of the key (assignment-words.ts). */
export type UnitReason =
  | { key: 'unit.continue'; params: { percent: number } }
  | { key: 'unit.next' | 'unit.first' | 'unit.review'; params: Record<string, never> }
  | { key: 'unit.after'; params: { unit: string } };

export type AssignmentReason = {
  key: 'assignment.sequential' | 'assignment.review' | 'assignment.none';
  params: Record<string, never>;
};

export interface AssignedUnit {
  name: string;
  minutes: number;
  why: UnitReason;
}

export interface UnitAssignment {
  units: AssignedUnit[];
  /** Never more than was asked for, but always at least a minute where there are units. */
  totalMinutes: number;
  reason: AssignmentReason;
}

export interface AssignmentRequest {
  units: readonly UnitFacts[];
  /** The session's time. */
  minutes: number;
  now: Instant;
}

/**
 * How units are chosen for a session. A policy answers null where it has nothing to go by (no evidence, no test), and the
 * next one is asked; see `assignUnits`.
 */
export interface UnitPolicy {
  name: string;
  choose(request: AssignmentRequest): UnitAssignment | null;
}

/** Asks the policies in their order; teaching order (sequential-units.ts) belongs last, it always has an answer. */
export function assignUnits(request: AssignmentRequest, policies: readonly UnitPolicy[]): UnitAssignment {
  for (const policy of policies) {
    const assignment = policy.choose(request);
    if (assignment !== null) return assignment;
  }
  return { units: [], totalMinutes: 0, reason: { key: 'assignment.none', params: {} } };
}
