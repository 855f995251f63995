import type { Instant } from '../../shared/instant.ts';
import { learnOwn, type Observation, stepOf } from './gelo.ts';
import { predictUnit } from './mastery.ts';
import { NEW_MEMORY, practised, type UnitMemory } from './memory.ts';
import { type GeloTerms, PRIORS, type StudentTerm, type StudentUnitTerm } from './terms.ts';

/** An answer of a pupil that taught the model something. */
export interface PastAnswer {
  /** The unit, by whatever key the caller has for it. */
  unit: string;
  qaId: number;
  observation: Observation;
  at: Instant;
}

/** What all pupils share, as it is now. */
export interface SharedNow extends Pick<GeloTerms, 'weights' | 'population'> {
  unit(key: string): GeloTerms['unit'];
  item(qaId: number): GeloTerms['item'];
}

export interface ReplayedPupil {
  student: StudentTerm;
  units: Map<string, { studentUnit: StudentUnitTerm; memory: UnitMemory }>;
  /** How well the unit of each answer was known after it, 0 … 1; in the order of the answers. */
  masteryAfter: number[];
}

/**
 * A pupil's terms, made anew from all answers in their order: for when a verdict of the past has changed. What is shared with
 * other pupils (difficulties, weights, the population) is taken as it is now and stays: it has learnt from the answers of all,
 * and one corrected answer is little among them. So this is what the pupil would have come to with today's difficulties.
 */
export function replayPupil(answers: readonly PastAnswer[], shared: SharedNow): ReplayedPupil {
  let student: StudentTerm = PRIORS.student;
  const units: ReplayedPupil['units'] = new Map();
  const masteryAfter: number[] = [];
  const { weights, population } = shared;
  for (const { unit, qaId, observation, at } of answers) {
    const before = units.get(unit) ?? { studentUnit: PRIORS.studentUnit, memory: NEW_MEMORY };
    const own = { student, studentUnit: before.studentUnit };
    const terms = { ...own, weights, population, unit: shared.unit(unit), item: shared.item(qaId) };
    const after = learnOwn(own, stepOf(terms, observation));
    student = after.student;
    const memory = practised(before.memory, { correct: observation.correct, at });
    units.set(unit, { studentUnit: after.studentUnit, memory });
    masteryAfter.push(predictUnit({ ...terms, ...after }).p);
  }
  return { student, units, masteryAfter };
}
