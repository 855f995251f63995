import { block, lines } from './prompt-block.ts';
import { asSolved, backTo, type MoveOf, onward } from './prompt-item.ts';

const LATE: Record<string, string> = {
  true: 'It is right as well.',
  false: 'It is not right.',
  null: 'Do not judge it.',
};

/** The words of a turn that is about what the pupil asked or told. */
export function aboutQuestions(
  move: MoveOf<'answer question' | 'did you mean' | 'cannot answer' | 'small talk' | 'came late'>,
): string {
  switch (move.kind) {
    case 'answer question': {
      const same = move.open?.qaId === move.found.item.qaId;
      return lines(
        move.justDone
          ? 'The pupil asks why the answer to the question before is what it is. Explain it from what the question bank says.'
          : "Answer the pupil's own question from what the question bank says.",
        block("The pupil's question", move.question),
        same
          ? 'It asks just what the open question asks: only point the way.'
          : asSolved(move.found.item, 'What the bank has'),
        backTo(move.open),
        move.open ? '' : onward(move),
      );
    }
    case 'did you mean':
      return lines(
        move.word
          ? `The pupil asks what a word of the open question means, and does not say which. Ask which word, and nothing else.${move.options.length > 0 ? ' The page offers a question under your words that explains one of them.' : ''}`
          : 'Nothing in the question bank answers the pupil with certainty. Do not guess. Ask the pupil to pick one of the questions that the page offers under your words, or to ask in other words.',
        block("The pupil's question", move.question),
        backTo(move.open),
      );
    case 'cannot answer':
      return lines(
        'The question bank has nothing about this. If it belongs to the subject and you are certain, explain in two or three sentences; else say honestly that you do not know and that the teacher at school can be asked.',
        block("The pupil's question", move.question),
        backTo(move.open),
      );
    case 'came late':
      return lines(
        `What the pupil wrote was about the question before, which is done by now. ${LATE[String(move.right)]} Say so in one kind sentence and lead to what is open.`,
        backTo(move.open),
      );
    case 'small talk':
      return lines(
        'The pupil makes small talk. Answer in one kind sentence and lead back to the work.',
        backTo(move.open),
        move.open ? '' : onward(move),
      );
  }
}
