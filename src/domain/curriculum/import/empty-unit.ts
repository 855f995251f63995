import type { ProblemDraft, UnitDraft } from '../curriculum-draft.ts';

/** A unit of which the source says no more than its name and its problems. */
export const emptyUnit = (name: string, problems: ProblemDraft[] = []): UnitDraft => ({
  unsaid: ['type', 'weight', 'estimatedDurationMinutes', 'description', 'prerequisites'],
  name,
  type: 'chapter',
  weight: 0.5,
  estimatedDurationMinutes: 30,
  description: '',
  prerequisites: [],
  problems,
});
