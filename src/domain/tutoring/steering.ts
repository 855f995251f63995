import type { DialogueState } from './dialogue.ts';
import type { StepContext } from './step-context.ts';

/** How a class manager wants a pupil to be taught from the next turn on. It never lifts a rule of teaching: it only narrows or shifts what they leave open. */
export interface Steering {
  /** `none`: no hint is given, whoever asks. `more`: it comes with the first wrong answer, and an example with each question. */
  help: 'none' | 'more' | null;
  /** Levels easier (below 0) or harder than what fits. */
  level: number;
  /** `order` tells one order from the next. A step is taken from the unit at hand when the order is first met. */
  unit: { order: number; name: string } | { order: number; step: 1 | -1 } | null;
  /** A worked example before anything else; `about`: one that speaks of this, once. */
  example: { order: number; about: string | null } | null;
}

export const UNSTEERED: Steering = { help: null, level: 0, unit: null, example: null };

/** The state with an order for a unit that was not met before: which unit that is, in the light of the one at hand. */
export function meetOrders(state: DialogueState, { steer, pool }: StepContext): DialogueState {
  const order = steer?.unit ?? null;
  if (order === null || state.steered?.order === order.order) return state;
  return {
    ...state,
    steered: { order: order.order, unit: 'name' in order ? order.name : stepFrom(state, order.step) },
  };

  function stepFrom(from: DialogueState, by: number): string | null {
    const units = [...new Set(pool.map(({ unitName }) => unitName))];
    const now = from.open?.unitName ?? from.done.at(-1)?.unitName ?? units[0] ?? '';
    return units[units.indexOf(now) + by] ?? null;
  }
}

/** The unit that is ordered, as long as the order holds; null where none is. */
export function steeredUnit({ steered }: DialogueState, { steer }: StepContext): string | null {
  return steered !== undefined && steered.order === steer?.unit?.order ? steered.unit : null;
}
