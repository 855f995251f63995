import type { Move } from '../../../domain/tutoring/dialogue.ts';
import type { Slip } from '../../../domain/tutoring/slip.ts';
import { ended, oneQuestion, statementsOf } from './author-text.ts';
import { bilingual } from './bilingual.ts';
import { saidOf } from './locate.ts';
import { paragraphs, type Talk } from './talk.ts';
import { WHY_EN } from './words/why.en.ts';
import { WHY_HE } from './words/why.he.ts';

const { WHY_OPEN, REASON, RULE, NO_MORE, WHY_CLOSE } = bilingual(WHY_EN, WHY_HE);

type WhyWrong = Extract<Move, { kind: 'locate error' }>;

/**
 * Why the pupil's answer is wrong, as far as it was not said with the verdict: what its author foresaw, else what the slip shows; then
 * the rule that an author wrote. Where there is nothing beyond the last turn, that is said.
 */
export function whyWrongWords(talk: Talk, move: WhyWrong): string {
  const { feedback, item } = move;
  const slip: Slip = move.slip ?? { kind: item.key.kind };
  const foreseen =
    feedback && !wasSaid(talk, feedback) ? ended(statementsOf(feedback) || oneQuestion(feedback, 0)) : '';
  const isKnown = !feedback || slip.kind !== item.key.kind;
  const reason = foreseen || (isKnown ? saidOf(talk, slip, REASON[slip.kind]) : '');
  const rule = move.why?.rule && !wasSaid(talk, move.why.rule) ? oneQuestion(move.why.rule) : '';
  const close = talk.say(
    WHY_CLOSE[item.key.choices.length > 0 ? 'choosing' : item.key.kind === 'text' ? 'in words' : 'lines'],
  );
  if (reason === '' && rule === '') return paragraphs(talk.say(NO_MORE), close);
  const open = `${talk.say(WHY_OPEN)} ${reason}`;
  const told = rule && `${talk.say(RULE)} ${ended(rule)}`;
  return reason === '' ? paragraphs(`${open}${told}`, close) : paragraphs(open, told, close);
}

/** Whether the last turn holds it already, whatever became of its questions there. */
function wasSaid({ brief: { lastReplies } }: Talk, text: string): boolean {
  const last = lastReplies.at(-1) ?? '';
  const statement = statementsOf(text);
  return statement === '' ? last.includes(text.trim().replace(/[?؟？.]+$/, '')) : last.includes(statement);
}
