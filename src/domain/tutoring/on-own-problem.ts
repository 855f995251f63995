import type { Item } from '../curriculum/curriculum.ts';
import type { DialogueState, OpenItem } from './dialogue.ts';
import { onQuestion } from './on-question.ts';
import { ownItem } from './own-problem/own-item.ts';
import type { BroughtProblem } from './own-problem/read-own-problem.ts';
import { closeItem } from './pose.ts';
import type { StepContext, StepResult } from './step-context.ts';
import type { AnswerChecker } from './verdict.ts';

/**
 * The pupil brings a problem: it opens as an item with a ladder of its own, and its answer is withheld like any other's. What was
 * open is set aside; untouched, it comes back later.
 */
export function onOwnProblem(
  { state, item, problem: brought }: { state: DialogueState; item: Item | null; problem: BroughtProblem },
  context: StepContext,
): StepResult {
  const problem = { ...brought, language: context.help?.language ?? 'en' };
  const own = ownItem(problem, state.turn, context.checker);
  if (own === null) return onQuestion({ state, item, question: problem.written }, context);
  const before = state.open === null || item === null ? state : closeItem({ state, open: state.open, item }, 'left');
  // A review that was set aside comes back before anything new.
  const phase = before.phase === 'opening' && before.done.length > 0 ? 'opening' : 'practice';
  const { revisionId, qaId, problemId, unitName } = own;
  const counts = { rung: 0, wrong: 0, cannotJudge: 0, smaller: 0, posedAt: context.now, posedIn: state.turn };
  const shape = { exit: false, example: false, part: null, said: [] };
  const open: OpenItem = { revisionId, qaId, problemId, unitName, ...counts, ...shape, own: problem };
  return {
    state: { ...before, phase, helpWithoutEffort: 0, open },
    move: { kind: 'own problem', setAside: item !== null, pose: own },
    attempt: null,
  };
}

/** The item that a pupil brought and that is open; null where the open one is of the bank, or none is open. */
export function openOwnItem({ open }: Pick<DialogueState, 'open'>, checker: AnswerChecker): Item | null {
  return open?.own === undefined ? null : ownItem(open.own, -1 - open.revisionId, checker);
}
