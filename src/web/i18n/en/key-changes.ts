import type { QaKind } from '../../../domain/curriculum/curriculum.ts';
import { kinds } from './curriculum-names.ts';

const becomes = (before: QaKind, after: QaKind) =>
  before === after ? 'another key' : `${kinds[before]} becomes ${kinds[after]}`;

const JUDGED =
  'The words and the choices stay, so answers that were given to them, in sessions, lessons and tests, are judged again by the new key.';
const KEPT = 'A verdict stays where the new key cannot judge the answer, and where a class manager gave it.';
const WORDS = 'Words can only become right by it, never wrong: where they are not the key’s, the verdict stays.';
const OTHER_KIND =
  'What there is to choose from or the words change with it, so this is another question: answers that were given keep their verdicts, in tests too. Only new answers are judged by the new key.';
const OTHER_WORDS =
  'The words or the choices change as well, so this is another question: answers that were given keep their verdicts, in tests too. To have them judged again, publish the new key alone.';

/** What becomes of answers that were given when a key changes, said before it is published. */
export const keyChanges = {
  keyChangesTitle: 'Answers that were given before',
  keyChange: (step: number, { before, after }: { before: QaKind; after: QaKind }, judgedAgain: boolean) => {
    const what = `Question ${step + 1}: ${becomes(before, after)}.`;
    if (!judgedAgain) return `${what} ${before === after ? OTHER_WORDS : OTHER_KIND}`;
    return `${what} ${JUDGED} ${KEPT}${after === 'text' ? ` ${WORDS}` : ''}`;
  },
};
