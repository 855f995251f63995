import type { DialogueState, Outcome, SessionFacts } from './dialogue.ts';

/** What the session came to: `shown` counts the items whose solution was shown, at the ladder's end or on giving up. */
export function sessionFacts(state: DialogueState, units: SessionFacts['units']): SessionFacts {
  const count = (...outcomes: Outcome[]) => state.done.filter((item) => outcomes.includes(item.outcome)).length;
  return {
    solvedAlone: count('solved alone'),
    solvedWithHints: count('solved with hints'),
    shown: count('revealed', 'given up'),
    skipped: count('skipped'),
    units,
  };
}

/** Without a try at it there is nothing to look back at. */
const UNTRIED = new Set<Outcome>(['shown', 'left', 'skipped']);

/** Whether the pupil has worked on anything yet that a recap could be about: an answer was tried, or a solution read. */
export function hasWorked({ open, done }: DialogueState): boolean {
  return (open?.wrong ?? 0) > 0 || done.some(({ outcome, wrong }) => wrong > 0 || !UNTRIED.has(outcome));
}
