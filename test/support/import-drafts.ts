import { StoredCourseRepo } from '../../src/data/curriculum/stored-course.repo.ts';
import type { DatabaseManager } from '../../src/data/db/database-manager.ts';
import type { CourseDraft, ProblemDraft, QaDraft } from '../../src/domain/curriculum/curriculum-draft.ts';
import { createCurriculumImport } from '../../src/services/curriculum-import/create-curriculum-import.ts';
import type { ImportOptions } from '../../src/services/curriculum-import/curriculum-import.service.ts';
import { courseDraft, unitDraft } from './factory.ts';

export const NOW = Date.UTC(2026, 8, 1);

/** A question that is whole. */
export const qa = (more: Partial<QaDraft> = {}): QaDraft => ({
  use: 'for study',
  level: 2,
  kind: 'number',
  question: 'How much is 3 + 4?',
  answer: '7',
  hints: [{ text: 'Count on from three.' }],
  explanation: 'Three and four are seven.',
  ...more,
});

export const problem = (key: string, steps: QaDraft[], more: Partial<ProblemDraft> = {}): ProblemDraft => ({
  sourceKey: key,
  source: 'A book',
  licence: 'CC BY 4.0',
  steps,
  ...more,
});

/** A course of one unit. */
export const course = (problems: ProblemDraft[], more: Partial<CourseDraft> = {}): CourseDraft =>
  courseDraft({ name: 'Numbers', units: [{ ...unitDraft('Adding', 0), problems }], ...more });

/** Brings courses in. */
export const run = (db: DatabaseManager, courses: CourseDraft[], options: Partial<ImportOptions> = {}) =>
  createCurriculumImport(db, { now: () => NOW }).importCurriculum({ courses }, { source: 'tests', ...options });

/** The course as it is in the database now. */
export async function stored(db: DatabaseManager, name = 'Numbers') {
  const repo = new StoredCourseRepo(db);
  const [{ id } = { id: 0 }] = await repo.listCourses({ name });
  return repo.getCourse(id);
}
