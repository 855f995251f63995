import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { countWords, ended, firstSentences, withoutQuestions } from './author-text.ts';
import { bilingual } from './bilingual.ts';
import { leadTo } from './lead-on.ts';
import { paragraphs, type Talk } from './talk.ts';
import { REASON_EN } from './words/reason.en.ts';
import { REASON_HE } from './words/reason.he.ts';

const { REASON_HEARD, REASON_LEFT, REASON_COMPARE, ...asking } = bilingual(REASON_EN, REASON_HE);

export const { ASK_REASON } = asking;

const EXPLANATION = 40;

/** The pupil's reason is taken up and not judged (T9); beside it stands the author's, and the next question is led to. */
export function reasonHeardWords(talk: Talk, move: Extract<Move, { kind: 'reason heard' }>): string {
  const text = ended(firstSentences(withoutQuestions(move.item.explanation), EXPLANATION));
  const fits = text !== '' && countWords(text) <= EXPLANATION && !(move.example && move.pose);
  return paragraphs(
    talk.say(move.text === '' ? REASON_LEFT : REASON_HEARD),
    fits ? talk.say(REASON_COMPARE, { text }) : '',
    leadTo(talk, move, move.item),
  );
}
