import type { Item } from '../curriculum/curriculum.ts';
import { isUsed } from './choose-item.ts';
import type { DialogueState, Posing } from './dialogue.ts';
import { ENGLISH_HELP, type GeneratedHelp } from './generated-help.ts';
import { shownAnswer, workedExampleOf } from './ladder.ts';
import { termsOf } from './retrieval/terms.ts';
import { hasSameShape } from './same-shape.ts';
import { statesAnswer } from './states-answer.ts';
import type { StepContext } from './step-context.ts';

/** A worked example of an item's kind that its own author did not write. */
export interface LookAlike {
  text: string;
  /** Whose example or solution it is: it is lent once in a lesson. */
  from: number;
  /** The question that is shown solved, where it was still to be asked: it is not fresh any more. */
  used: Item | null;
}

/** Candidates whose words are looked at for the answer: what that costs must not grow with the bank. */
const TRIED = 3;
/** A question is only used up as an example where the unit keeps so many fresh ones. */
const KEPT_FRESH = 3;
const LONGEST = 1200;
const SHORTEST_WAY = 4;

/**
 * For an item without a worked example of its own: that of a neighbour, or a neighbour shown whole with its way and its answer.
 * Neighbours are questions for study of the same unit that stand alone, are worked out with the same steps (same-shape.ts) and have
 * another answer; the ones nearest in words come first, those that were done before ones that are still to come. Null where there
 * is none that keeps the answer: then the hints of the item itself are the better help. What was skipped stays unsolved (T10).
 */
export function lookAlikeFor(item: Item, state: DialogueState, context: StepContext): LookAlike | null {
  const skipped = state.done.filter(({ outcome }) => outcome === 'skipped').map(({ qaId }) => qaId);
  const kept = new Set([...skipped, ...(state.lent ?? [])]);
  const near = neighbours(item, context.pool).filter((one) => !kept.has(one.qaId));
  const authored = near.filter((one) => one.workedExample.trim() !== '').slice(0, TRIED);
  for (const one of authored) {
    const text = workedExampleOf({ ...item, workedExample: one.workedExample }, context.checker);
    if (text !== null && text.length <= LONGEST) return { text, from: one.qaId, used: null };
  }
  const met = new Set(state.done.filter(isUsed).map(({ qaId }) => qaId));
  const isMet = (one: Item) => met.has(one.qaId) || typeof context.lastAnswered?.(one.qaId) === 'number';
  const fresh = near.filter((one) => !isMet(one));
  const spare = fresh.length > KEPT_FRESH ? fresh : [];
  for (const one of [...near.filter(isMet), ...spare].slice(0, TRIED)) {
    const text = shownWhole(one, context.help);
    if (text === null || keepsNot(item, one, text, context)) continue;
    return { text, from: one.qaId, used: isMet(one) ? null : one };
  }
  return null;
}

function neighbours(item: Item, pool: readonly Item[]): Item[] {
  const words = new Set(wordsIn(item));
  const shared = (one: Item) => wordsIn(one).filter((word) => words.has(word)).length;
  return pool
    .filter(
      (one) =>
        one.unitName === item.unitName &&
        one.problemId !== item.problemId &&
        one.use === 'for study' &&
        one.stepCount <= 1 &&
        one.figures.length === 0 &&
        hasSameShape(one, item),
    )
    .map((one) => ({ one, nearness: shared(one) }))
    .sort((a, b) => b.nearness - a.nearness)
    .map(({ one }) => one);
}

/** Stems of a question, kept as long as its item is: every item that opens asks for those of its whole unit. */
const KEPT = new WeakMap<Item, readonly string[]>();

function wordsIn(item: Item): readonly string[] {
  const words = KEPT.get(item) ?? termsOf(item.question);
  KEPT.set(item, words);
  return words;
}

/** The question, the way and the answer; null where nobody has written the way. */
function shownWhole(one: Item, help: GeneratedHelp = ENGLISH_HELP): string | null {
  const hints = one.hints.map(({ text }) => text.trim()).filter((text) => text !== '');
  const way = one.explanation.trim() || hints.join(' ');
  if (way.split(/\s+/).length < SHORTEST_WAY) return null;
  const asked = [one.stem, one.question].map((text) => text.trim()).filter((text) => text !== '');
  // The words of a question that nobody is to answer: a colon leads to its way.
  const text = `*${asked.join(' ').replace(/[\s?؟？.:]+$/, '')}:*\n\n${way}\n\n${help.exampleEnds(shownAnswer(one))}`;
  return text.length <= LONGEST ? text : null;
}

/** Whether the example would give the open item away. */
function keepsNot(item: Item, one: Item, text: string, { checker }: StepContext): boolean {
  return checker.sameAnswer(item.key, shownAnswer(one)) || statesAnswer(item, text, checker);
}

/** The worked example that is shown with an item as it opens; '' where none is. */
export function exampleIn(posing: Posing): string {
  if (!posing.example || posing.pose === null) return '';
  return (posing.lookAlike ?? posing.pose.workedExample).trim();
}
