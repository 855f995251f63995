import type { SeenWork } from '../../domain/tutoring/dialogue.ts';
import { block, lines } from './prompt-block.ts';
import { asSeen, asSolved, type MoveOf, onward, rung, STILL_SECRET } from './prompt-item.ts';
import { slipInWords, whyWrong } from './prompt-slip.ts';

const ASK_AGAIN = {
  empty: 'it held no answer',
  unreadable: 'it could not be read as an answer',
  incomplete: 'it is one part of the answer, right as far as it goes; the other part is missing',
  'too long': 'it is too long to be checked',
  'ambiguous choice': 'it is not clear which choice is meant',
};

/** Praise is of what was seen: a first answer that is right shows neither care nor perseverance. */
function seenOf({ wrong, rungs, inARow, helpedBefore }: SeenWork): string {
  const facts = [
    wrong > 0 ? `wrong tries before it: ${wrong}` : 'right at the first try',
    rungs > 0 ? `hints used: ${rungs}` : 'no hint',
    inARow > 2 ? `${inARow} in a row without help: be brief` : '',
    helpedBefore && inARow > 0 ? 'the one before in this unit needed help' : '',
  ];
  return `What was seen: ${facts.filter((fact) => fact !== '').join('; ')}. Praise nothing else.`;
}

/** The words of a turn that is about an answer. */
export function aboutAnswer(
  move: MoveOf<'confirm' | 'reason heard' | 'locate error' | 'ask again' | 'compare' | 'part checked'>,
): string {
  switch (move.kind) {
    case 'confirm':
      return lines(
        `The pupil's answer is RIGHT${move.alone ? ', found without help' : ', found with help'}. Say so plainly in the first sentence, name what they did well (effort or strategy), ${move.askReason ? 'and give no reason: ask how they know, to be said in their own words. That is the one question of this turn; nothing is marked, and nothing else opens.' : 'give the reason in one or two sentences.'}`,
        move.seen ? seenOf(move.seen) : '',
        asSolved(move.item, 'The question that was solved'),
        block("The pupil's answer", move.answer),
        move.askReason ? '' : onward(move),
      );
    case 'reason heard':
      return lines(
        move.text === ''
          ? 'The pupil would rather not say how they know. Accept that in a few words.'
          : "The pupil says how they know. Thank them and do not call the reason right or wrong; tell the bank's explanation in one or two sentences to compare with.",
        asSolved(move.item, 'The question that was solved'),
        block("The pupil's reason", move.text),
        onward(move),
      );
    case 'locate error':
      if (move.why) return lines(whyWrong(move, move.why.rule), asSeen(move.item), STILL_SECRET);
      return lines(
        `The pupil's answer is WRONG (wrong answers so far: ${move.wrong}). Say so kindly, without praise for the answer, show where to look, and let them try again.`,
        asSeen(move.item),
        block("The pupil's answer", move.answer),
        block('What the author says about this wrong answer (use it)', move.feedback),
        move.feedback || !move.slip ? '' : slipInWords(move.slip),
        move.rung ? block('The hint to give with it (use it, and nothing beyond it)', rung(move.rung)) : '',
        STILL_SECRET,
      );
    case 'ask again':
      return lines(
        `The pupil's message was not counted: ${ASK_AGAIN[move.reason]}. Do not say whether it is right or wrong. Say how an answer to this question is written and ask for it.`,
        asSeen(move.item),
        block('It was read as', move.understood),
        STILL_SECRET,
      );
    case 'compare':
      return lines(
        "The pupil answered in free words that nobody here can judge. Do not call it right or wrong. Show the bank's answer and ask the pupil to compare; it does not count.",
        asSolved(move.item, 'The question'),
        block("The pupil's answer", move.answer),
        onward(move),
      );
    case 'part checked':
      return lines(
        `The pupil answered the smaller question ${move.right ? 'RIGHT' : 'WRONG'}. Say so, and go on from there to the open question.`,
        block('The smaller question', move.question),
        block("The pupil's answer to it", move.answer),
        block('What is right for the smaller question', move.partAnswer),
        asSeen(move.item),
        STILL_SECRET,
      );
  }
}
