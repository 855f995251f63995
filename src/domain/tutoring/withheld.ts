import type { Item } from '../curriculum/curriculum.ts';
import type { WithheldAnswer } from './brief.ts';
import type { DialogueState } from './dialogue.ts';
import { visibleText } from './states-answer.ts';

/**
 * The keys that the reply to a turn must not give away: those of the items that are open after it. `state` is the state after
 * the turn, `open` the item that was open before it, `posed` the one that opens with it: what was confirmed, revealed or left
 * is free. `pupilWords` is what the pupil wrote about the item before, newest last.
 */
export function withheldBy(
  state: DialogueState,
  open: Item | null,
  posed: Item | null,
  pupilWords: readonly string[] = [],
): WithheldAnswer[] {
  const still = state.open;
  if (still === null) return [];
  const item = [posed, open].find((candidate) => candidate?.revisionId === still.revisionId);
  if (item === undefined || item === null) return [];
  const earlier = item.revisionId === open?.revisionId ? pupilWords : [];
  const turns = still.posedIn === undefined ? {} : { turns: Math.max(0, state.turn - still.posedIn - 1) };
  return [
    { key: item.key, visible: visibleText(item), pupilWords: [...new Set([...earlier, ...still.said])], ...turns },
  ];
}
