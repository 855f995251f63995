import type { DialogueState } from './dialogue.ts';

/** The dialogue of a session in which nothing was said yet. */
export function initialDialogue(): DialogueState {
  return {
    version: 1,
    phase: 'opening',
    open: null,
    done: [],
    helpWithoutEffort: 0,
    wrongStreak: 0,
    flags: [],
    offered: [],
    offeredQuestions: [],
    recap: null,
    turn: 0,
  };
}

/** The same dialogue after a pause of so many ms: time paused is not time spent on the open item. */
export function afterPause(state: DialogueState, pausedMs: number): DialogueState {
  if (state.open === null || !(pausedMs > 0)) return state;
  return { ...state, open: { ...state.open, posedAt: state.open.posedAt + pausedMs } };
}

/** Whether the pupil has said something about the open item, or was helped with it. */
export function hasBegun({ open }: Pick<DialogueState, 'open'>): boolean {
  return open !== null && (open.said.length > 0 || open.rung > 0 || open.cannotJudge > 0 || open.smaller > 0);
}

/** How many items of the session came before the open one; what was only shown is none. */
export function itemsBefore({ done }: Pick<DialogueState, 'done'>): number {
  return done.filter(({ outcome }) => outcome !== 'shown').length;
}
