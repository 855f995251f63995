import type { Item } from '../curriculum/curriculum.ts';
import type { DialogueState } from './dialogue.ts';
import type { LookAlike } from './look-alike.ts';
import { termsOf } from './retrieval/terms.ts';
import { statesAnswer } from './states-answer.ts';
import type { StepContext } from './step-context.ts';

/**
 * The worked example that is ordered by what it is about, once for each order: one that an author wrote for a question of this session, and
 * that keeps the answer of this item. Null where none is ordered or there.
 */
export function exampleOrdered(item: Item, state: DialogueState, context: StepContext): LookAlike | null {
  const order = context.steer?.example ?? null;
  if (order?.about == null || state.examplesShown?.includes(order.order)) return null;
  const one = examplesAbout(order.about, context.pool).find(
    ({ workedExample }) => !statesAnswer(item, workedExample, context.checker),
  );
  return one ? { text: one.workedExample.trim(), from: one.qaId, used: null } : null;
}

/** Questions whose worked example speaks of this, or is the example of a question that does. */
export function examplesAbout(about: string, items: readonly Item[]): Item[] {
  const wanted = termsOf(about);
  if (wanted.length === 0) return [];
  return items.filter(({ workedExample, stem, question }) => {
    if (workedExample.trim() === '') return false;
    const words = new Set(termsOf(`${workedExample} ${stem} ${question}`));
    return wanted.every((word) => words.has(word));
  });
}

export function exampleFollowed({ examplesShown = [] }: DialogueState, { steer }: StepContext): Partial<DialogueState> {
  return steer?.example ? { examplesShown: [...examplesShown, steer.example.order] } : {};
}

/** The state in which the open item has the example that is ordered: it is the next help that is given with it. */
export function withExample(state: DialogueState, item: Item | null, context: StepContext): DialogueState {
  if (state.open === null || item === null || state.open.exit || state.open.own !== undefined) return state;
  const ordered = exampleOrdered(item, state, context);
  if (ordered === null) return state;
  const open = { ...state.open, lookAlike: ordered.text, example: false };
  return { ...state, ...exampleFollowed(state, context), lent: [...(state.lent ?? []), ordered.from], open };
}
