import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { countWords, ended, oneQuestion, rungText, withChoices } from './author-text.ts';
import { bilingual, type Ways } from './bilingual.ts';
import { isCalculated, UNHURRIED } from './lead-on.ts';
import { plainlyShown } from './shown-answer.ts';
import { paragraphs, type Talk } from './talk.ts';
import { HELP_EN } from './words/help.en.ts';
import { HELP_HE } from './words/help.he.ts';

type Hint = Extract<Move, { kind: 'hint' }>;
type SmallerQuestion = Extract<Move, { kind: 'smaller question' }>;
type PartChecked = Extract<Move, { kind: 'part checked' }>;

const {
  HINT_OPEN,
  HINT_CLOSE,
  CHOOSE,
  SMALLER_OPEN,
  SMALLER_CLOSE,
  ANSWER_KEPT,
  TRICK_MET,
  WAYS_ON,
  PART_RIGHT,
  PART_WRONG,
  PART_ANSWER,
  PART_GO_ON,
} = bilingual(HELP_EN, HELP_HE);

function closeOf({ item, rung }: Hint, text: string): Ways {
  if (rung.scaffold) return HINT_CLOSE['small question'];
  if (rung.kind === 'worked look-alike') return HINT_CLOSE[isCalculated(item) ? 'look-alike' : 'look-alike in words'];
  if (countWords(text) < 9) return UNHURRIED;
  if (item.key.choices.length > 0) return CHOOSE;
  return HINT_CLOSE[item.key.kind === 'text' ? 'in words' : 'own'];
}

/** Whoever just asks for the answer is not spoken to as one who tries a trick. */
const kept = ({ trick }: Hint | SmallerQuestion) => (trick ? TRICK_MET : ANSWER_KEPT);

/** One rung of the ladder (T2), in the author's words. */
export function hintWords(talk: Talk, move: Hint): string {
  const { rung, number, of } = move;
  const text = rungText(rung);
  const opening = rung.kind === 'next step' && number >= of ? 'last step' : rung.kind;
  const open = move.forAnswer ? kept(move).hint : HINT_OPEN[opening];
  return paragraphs(talk.say(open), text, talk.say(closeOf(move, text)));
}

/** T10: help was asked for again and again without a try. */
export function smallerQuestionWords(talk: Talk, move: SmallerQuestion): string {
  if (move.again) {
    // That the answer is kept would contradict the way to it.
    if (move.again !== 1) return talk.say(WAYS_ON.solution);
    return `${move.forAnswer ? `${talk.say(kept(move)['way on'])} ` : ''}${talk.say(WAYS_ON.guess)}`;
  }
  const question = withChoices(ended(oneQuestion(move.question)), move.choices);
  const open = move.forAnswer ? kept(move)['small question'] : SMALLER_OPEN;
  return paragraphs(talk.say(open), question, talk.say(SMALLER_CLOSE));
}

/** The verdict on a smaller question; the item itself stays open, and nothing is said about its answer. */
export function partCheckedWords(talk: Talk, move: PartChecked): string {
  const answer = move.partAnswer?.trim();
  const told = answer && !move.right ? ` ${talk.say(PART_ANSWER, { answer: plainlyShown(answer) })}` : '';
  const verdict = talk.say(move.right ? PART_RIGHT : PART_WRONG);
  return `${verdict}${told} ${talk.say(PART_GO_ON[move.right ? 'right' : 'wrong'])}`;
}
