import type { CourseType, GradeLevel, StudyState } from '../curriculum/curriculum.ts';
import type { ComingTest } from './coming-tests.ts';

/** A course of a pupil. */
export interface StudiedCourse {
  id: number;
  name: string;
  subject: string;
  gradeLevel: GradeLevel;
  type: CourseType;
  state: StudyState;
  /** 0 … 1 */
  progress: number;
}

/** A course in one card: what it is, how far it is, and what comes next in it. */
export interface CourseCard extends StudiedCourse {
  /** In teaching order. */
  units: { name: string; progress: number }[];
  mastered: number;
  /** The first unit that is not mastered; null when all are, or there is none. */
  next: string | null;
  nextTest: ComingTest | null;
}

/** Puts a card together. Units without a row of progress are not started; those with all of it are mastered. */
export function courseCard(
  { id, name, subject, gradeLevel, type, state, progress }: StudiedCourse,
  units: readonly { name: string }[],
  rows: readonly { unitName: string; progress: number }[],
  tests: readonly ComingTest[],
): CourseCard {
  const known = new Map<string, number>();
  for (const row of rows) known.set(row.unitName, row.progress);
  const beads: CourseCard['units'] = [];
  let mastered = 0;
  let next: string | null = null;
  for (const unit of units) {
    const share = known.get(unit.name) ?? 0;
    beads.push({ name: unit.name, progress: share });
    if (share >= 1) mastered += 1;
    else next ??= unit.name;
  }
  return {
    id,
    name,
    subject,
    gradeLevel,
    type,
    state,
    progress,
    units: beads,
    mastered,
    next,
    nextTest: tests.find((test) => test.course.id === id && !test.begun) ?? null,
  };
}
