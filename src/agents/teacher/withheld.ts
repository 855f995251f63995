import type { Item } from '../../domain/curriculum/curriculum.ts';
import type { TeachingBrief } from '../../domain/tutoring/brief.ts';
import type { Move } from '../../domain/tutoring/dialogue.ts';

/** Moves after which the item is over: its answer may be said. */
const OVER = new Set<Move['kind']>(['confirm', 'reveal', 'compare', 'reason heard']);

/**
 * The item whose answer this move gives or has given: what the guard lets through. While an item is open, another one found for
 * a question of the pupil's own is not let through as such: it may be the open one in other words.
 */
export function disclosedItem(move: Move): Item | null {
  if ('item' in move) return OVER.has(move.kind) ? move.item : null;
  return move.kind === 'answer question' && move.open === null ? move.found.item : null;
}

/** The items of this move whose answers the pupil must still find. */
export function withheldItems(move: Move): Item[] {
  const items: Item[] = [];
  if ('item' in move && !OVER.has(move.kind)) items.push(move.item);
  if ('open' in move && move.open) items.push(move.open);
  if ('pose' in move && move.pose) items.push(move.pose);
  return items;
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether a question of the bank is one of those that are open or about to open. */
export function isWithheld(brief: TeachingBrief, question: { qaId: number; question: string }): boolean {
  const text = squeezed(question.question);
  return (
    withheldItems(brief.move).some((item) => item.qaId === question.qaId || squeezed(item.question) === text) ||
    (text !== '' && brief.withheld.some((each) => squeezed(each.visible).includes(text)))
  );
}
