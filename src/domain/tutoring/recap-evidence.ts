import type { Item } from '../curriculum/curriculum.ts';
import type { DialogueState, DoneItem, RecapEvidence } from './dialogue.ts';
import { stem } from './retrieval/stem.ts';
import { termsOf, wordsOf } from './retrieval/terms.ts';

const MOST_WORDS = 3;
/** Shorter words are in every text. */
const SHORTEST = 4;
/** What is said of any lesson names nothing that was learned in this one. */
const OF_ANY_LESSON = new Set(
  `answer always better calculate carefully check choose come find first idea last lead learn look number part practice
  practise problem question read remember right session solve step study thing think time today topic true unit want way word
  write wrong`
    .split(/\s+/)
    .map(stem),
);

const solvedIn = ({ done }: DialogueState): DoneItem[] =>
  done.filter(
    ({ revisionId, outcome }) => revisionId >= 0 && (outcome === 'solved alone' || outcome === 'solved with hints'),
  );

const HEBREW = /\p{Script=Hebrew}/u;

/** Whether a recap names nothing of what was solved. Not known where nothing was, or where the questions are in other letters than it. */
export function namesNothing(text: string, state: DialogueState, items: readonly Item[]): boolean {
  const solved = new Set(solvedIn(state).map(({ qaId }) => qaId));
  const asked = items.filter(({ qaId }) => solved.has(qaId));
  if (asked.length === 0 || HEBREW.test(text) !== asked.some(({ question }) => HEBREW.test(question))) return false;
  return recapEvidence(text, state, items) === null;
}

/**
 * What of the pupil's own recap the session bears out: words of it that belong to what was solved in a unit, and how it was solved. The
 * names of units say only where that was, and words of any lesson say nothing.
 * Nobody judges the sentence itself (T9). Null where it names nothing that was solved.
 */
export function recapEvidence(text: string, state: DialogueState, items: readonly Item[]): RecapEvidence | null {
  const said = [...new Set(wordsOf(text).filter((word) => word.length >= SHORTEST && /^\p{L}/u.test(word)))];
  const byQa = new Map(items.map((item) => [item.qaId, item]));
  const units = Map.groupBy(solvedIn(state), ({ unitName }) => unitName);
  const names = [...new Set([...items, ...state.done].map(({ unitName }) => unitName))];
  const naming = new Set([...termsOf(names.join('\n')), ...OF_ANY_LESSON]);
  const borneOut = [...units].flatMap(([unit, done]): RecapEvidence[] => {
    const texts = done.flatMap(({ qaId }) => byQa.get(qaId) ?? []).flatMap((item) => [item.question, item.explanation]);
    const terms = new Set(termsOf(texts.join('\n'))).difference(naming);
    const words = said.filter((word) => terms.has(stem(word)));
    const alone = done.filter(({ outcome }) => outcome === 'solved alone').length;
    return words.length === 0 ? [] : [{ unit, words: words.slice(0, MOST_WORDS), alone, helped: done.length - alone }];
  });
  return borneOut.toSorted((a, b) => b.words.length - a.words.length || b.alone - a.alone)[0] ?? null;
}
