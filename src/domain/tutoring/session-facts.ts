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

/** Whether the pupil has worked on anything yet that a recap could be about. */
export function hasWorked(state: DialogueState): boolean {
  const tried = state.open !== null && (state.open.wrong > 0 || state.open.rung > 0);
  return tried || state.done.some((item) => item.outcome !== 'shown' && (item.outcome !== 'left' || item.wrong > 0));
}
