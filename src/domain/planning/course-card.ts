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

/** Puts a card together. Units without a row of progress are not started. */
export function courseCard(
  { id, name, subject, gradeLevel, type, state, progress }: StudiedCourse,
  units: readonly { name: string }[],
  rows: readonly { unitName: string; state: StudyState; progress: number }[],
  tests: readonly ComingTest[],
): CourseCard {
  const known = new Map(rows.map((row) => [row.unitName, row]));
  const open = units.find((unit) => known.get(unit.name)?.state !== 'completed');
  return {
    id,
    name,
    subject,
    gradeLevel,
    type,
    state,
    progress,
    units: units.map((unit) => ({
      name: unit.name,
      progress: known.get(unit.name)?.progress ?? 0,
    })),
    mastered: units.filter((unit) => known.get(unit.name)?.state === 'completed').length,
    next: open?.name ?? null,
    nextTest: tests.find((test) => test.course.id === id) ?? null,
  };
}
