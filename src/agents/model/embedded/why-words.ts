import type { Move } from '../../../domain/tutoring/dialogue.ts';
import type { Slip } from '../../../domain/tutoring/slip.ts';
import { ended, oneQuestion } from './author-text.ts';
import { bilingual } from './bilingual.ts';
import { saidOf, whereToLook } from './locate.ts';
import { paragraphs, type Talk } from './talk.ts';
import { WHY_EN } from './words/why.en.ts';
import { WHY_HE } from './words/why.he.ts';

const { WHY_OPEN, REASON, RULE, WHY_CLOSE } = bilingual(WHY_EN, WHY_HE);

/**
 * Why the pupil's answer is wrong: what its author foresaw, else what the slip shows; then the rule that an author wrote, or, where
 * there is none, where to look.
 */
export function whyWrongWords(talk: Talk, move: Extract<Move, { kind: 'locate error' }>): string {
  const slip: Slip = move.slip ?? { kind: move.item.key.kind };
  const feedback = move.feedback ? ended(oneQuestion(move.feedback, 0)) : '';
  const opening = `${talk.say(WHY_OPEN)} ${feedback || saidOf(talk, slip, REASON[slip.kind])}`;
  const rule = move.why?.rule ? `${talk.say(RULE)} ${ended(oneQuestion(move.why.rule))}` : whereElse(talk, slip);
  return paragraphs(opening, rule, talk.say(WHY_CLOSE));
}

/** Where to look, unless the reason has said it already. */
const whereElse = (talk: Talk, slip: Slip): string =>
  slip.kind === 'operation' || slip.kind === 'part way' ? '' : whereToLook(talk, slip);
