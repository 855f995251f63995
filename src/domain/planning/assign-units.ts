import type { Instant } from '../../shared/instant.ts';
import type { StudyState } from '../curriculum/curriculum.ts';
import type { UnitBelief } from './unit-gain.ts';

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
  /** What it counts in the course. */
  weight: number;
  /** What the pupil's answers say. */
  belief: UnitBelief;
}

/** A test of the course that is ahead. */
export interface TestAhead {
  id: number;
  name: string;
  /** When it is; now for one that is open. */
  at: Instant;
  /** Of the school's calendar until its day; below 0 when only its deadline is ahead. */
  days: number;
  /** What it is about; nothing named is the whole course. */
  units: readonly { name: string; weight: number }[];
}

/** Why a unit is in a session; the words are made of the key (assignment-words.ts). */
export type UnitReason =
  | { key: 'unit.continue'; params: { percent: number } }
  | { key: 'unit.next' | 'unit.first' | 'unit.review' | 'unit.most' | 'unit.new'; params: Record<string, never> }
  | { key: 'unit.after' | 'unit.unlocks'; params: { unit: string } }
  | { key: 'unit.tested' | 'unit.tested-new'; params: { percent: number } }
  | { key: 'unit.fading'; params: { days: number } };

export type AssignmentReason =
  | {
      key: 'assignment.sequential' | 'assignment.review' | 'assignment.none' | 'assignment.course';
      params: Record<string, never>;
    }
  | { key: 'assignment.test'; params: { test: string; days: number } }
  | { key: 'assignment.tests'; params: { tests: number; test: string; days: number } };

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
  tests: readonly TestAhead[];
  /** The session's time. */
  minutes: number;
  now: Instant;
}

/** A session is filled in blocks; one shorter than a block is one block as long as it lasts. */
export function blocksIn(minutes: number): number {
  return Number.isFinite(minutes) ? Math.max(1, Math.floor(minutes / BLOCK_MINUTES)) : 1;
}

export function minutesOf(blocks: number, minutes: number): number {
  return Math.min(blocks * BLOCK_MINUTES, Math.max(1, Math.floor(minutes)));
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
