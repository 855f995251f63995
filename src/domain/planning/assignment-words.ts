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
    case 'unit.unlocks':
      return `What you learn here helps you with ${reason.params.unit} later.`;
    case 'unit.fading':
      return `You practised it ${inDays(reason.params.days)} ago; going over it again keeps it from fading.`;
    case 'unit.tested':
      return `It counts ${reason.params.percent}% in the test, and practice helps you more here than in other units.`;
    case 'unit.tested-new':
      return `It counts ${reason.params.percent}% in the test, and you have not tried it yet.`;
    case 'unit.new':
      return 'You have not tried it yet, and practice helps you more here than in other units now.';
    case 'unit.most':
      return 'Practice helps you more here than in other units now.';
  }
}

function inDays(days: number): string {
  return days === 1 ? 'a day' : `${days} days`;
}

/** When a test is: "today", "tomorrow", "in 4 days"; "open now" when only its deadline is ahead. */
function until(days: number): string {
  if (days < 0) return 'open now';
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** How the session was filled, in one English sentence to the pupil. */
export function assignmentInEnglish(reason: AssignmentReason): string {
  switch (reason.key) {
    case 'assignment.sequential':
      return 'Units in the order of the course, as far as the time goes.';
    case 'assignment.review':
      return 'You have completed every unit, so this session is for review.';
    case 'assignment.none':
      return 'This course has no units yet.';
    case 'assignment.course':
      return 'Units in which practice brings you furthest now.';
    case 'assignment.test':
      return `Units in which practice helps you most for “${reason.params.test}”, ${until(reason.params.days)}.`;
    case 'assignment.tests':
      return `Units in which practice helps you most for your next ${reason.params.tests} tests; “${reason.params.test}” is ${until(reason.params.days)}.`;
  }
}
