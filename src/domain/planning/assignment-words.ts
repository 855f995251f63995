import type { AssignmentReason, UnitReason } from './assign-units.ts';

/** Why a unit is in the session, in one English sentence to the pupil. */
export function unitReasonInEnglish(reason: UnitReason): string {
  switch (reason.key) {
    case 'unit.continue':
      return reason.params.percent > 0
        ? `You are ${reason.params.percent}% of the way to mastering it.`
        : 'You have begun it; go on from there.';
    case 'unit.after':
      return `It builds on ${reason.params.unit}, which comes first.`;
    case 'unit.next':
      return 'It is the next one, and you know what it builds on.';
    case 'unit.first':
      return 'It is the first one that you have not completed.';
    case 'unit.review':
      return 'You have completed it; a review keeps it fresh.';
  }
}

const ASSIGNMENTS: Record<AssignmentReason['key'], string> = {
  'assignment.sequential': 'Units in the order of the course, as far as the time goes.',
  'assignment.review': 'You have completed every unit, so this session is for review.',
  'assignment.none': 'This course has no units yet.',
};

/** How the session was filled, in one English sentence to the pupil. */
export function assignmentInEnglish(reason: AssignmentReason): string {
  return ASSIGNMENTS[reason.key];
}
