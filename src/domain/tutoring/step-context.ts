import type { Instant } from '../../shared/instant.ts';
import type { Item } from '../curriculum/curriculum.ts';
import type { AttemptRecord, DialogueState, Found, Move, OpenItem, SessionFacts } from './dialogue.ts';
import type { GeneratedHelp } from './generated-help.ts';
import type { Steering } from './steering.ts';
import type { AnswerChecker } from './verdict.ts';

/** What the machine is told about the world in one turn. */
export interface StepContext {
  now: Instant;
  /** The item of `state.open`, as it was posed (its revision); null when none is open. */
  open: Item | null;
  /** Study items of the session's units, in the order in which the units are to be studied. */
  pool: readonly Item[];
  /**
   * Probability of a right answer in a unit, 0 … 1. `attempt` is the one of this very turn (not yet saved), so that the next
   * item fits what was just shown; whoever cannot look ahead may ignore it.
   */
  masteryOf(unitName: string, attempt: AttemptRecord | null): number;
  /** Judged answers of the pupil in a unit so far. */
  answersOf(unitName: string): number;
  /** Questions of the bank near to the pupil's own, best first; for a picked question that one. Otherwise empty. */
  found: readonly Found[];
  /** Mastery of the session's units at its start and now, for recaps. */
  units: SessionFacts['units'];
  checker: AnswerChecker;
  /** Help that needs no author, in the pupil's language; English when absent. */
  help?: GeneratedHelp;
  /** Questions that are due for review, most urgent first (T7); at most three are asked, in a fifth of the time, and only at the start. */
  due?: readonly Item[];
  /** What a unit counts in the test that is prepared for, 0 or more, 1 being its average; absent where none is. */
  weightOf?(unitName: string): number;
  /** When the pupil last answered a question in an earlier session; null or absent means never. */
  lastAnswered?(qaId: number): Instant | null;
  /** Time until the planned end, in ms; null or absent where the session has none. */
  remaining?: number | null;
  /** What a class manager has ordered, in a lesson at school. */
  steer?: Steering;
}

export interface StepResult {
  state: DialogueState;
  move: Move;
  attempt: AttemptRecord | null;
}

/** A state with an item open, and that item. */
export interface Opened {
  state: DialogueState;
  open: OpenItem;
  item: Item;
}
