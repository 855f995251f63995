import { isOwn } from '../../domain/tutoring/own-problem/own-item.ts';
import { block, lines } from './prompt-block.ts';
import { asSeen, asSolved, type MoveOf, onward, rung, STILL_SECRET } from './prompt-item.ts';

/** The words of a turn that helps, shows or lets go. */
export function aboutHelp(move: MoveOf<'hint' | 'smaller question' | 'reveal' | 'skip'>): string {
  switch (move.kind) {
    case 'hint':
      return lines(
        `Give hint ${move.number} of ${move.of} (${move.rung.kind}): say it in your own words, complete, and nothing beyond it.`,
        move.forAnswer ? ANSWER_KEPT : '',
        block('The hint', rung(move.rung)),
        asSeen(move.item),
        STILL_SECRET,
      );
    case 'smaller question':
      if (move.again !== undefined)
        return lines(wayOn(move.again), move.forAnswer ? ANSWER_KEPT : '', asSeen(move.item), STILL_SECRET);
      return lines(
        move.forAnswer ? ANSWER_KEPT : '',
        move.hintsKept
          ? 'No hints are given just now, in whatever shape. Do not say who decided so. Ask only the smaller question, kindly; "I give up" is always allowed.'
          : 'The pupil asked for help several times without trying. Give no new hint. Ask only the smaller question, kindly; "I give up" is always allowed.',
        block(
          'The smaller question',
          [move.question, ...(move.choices ?? []).map((c) => `${c.id}) ${c.text}`)].join('\n'),
        ),
        asSeen(move.item),
        STILL_SECRET,
      );
    case 'reveal':
      return lines(
        `Show the solution (${move.reason === 'ladder' ? 'all hints were used' : move.reason === 'given up' ? 'the pupil gave up, which is fine' : 'after a try help was asked for again and again; say kindly that it counts as given up'}): the answer and the way to it.${isOwn(move.item) ? '' : ' Mention that a fresh question of this kind comes later.'}`,
        asSolved(move.item, 'The question'),
        onward(move),
      );
    case 'skip':
      return lines(
        move.elsewhere
          ? 'The lesson goes on with another unit, and this question is left for later. Say so in a few words, without blame and without a reason; do not show the solution.'
          : move.setAside
            ? 'Turn after turn brought no answer that could be marked, and this question is now set aside. Say so kindly and without blame, do not show the solution, and suggest that somebody at school looks at it with them.'
            : 'The pupil skips the question. Accept that, do not show the solution, say that a question of this kind comes back later.',
        block('Show this worked example of its kind instead, in full', move.solvedOne ?? ''),
        onward(move),
      );
  }
}

const ANSWER_KEPT =
  'The pupil asked for the answer itself, by a trick or plainly. Say in a few words, without reproach, that you keep it for now: finding it is their part.';

/** One thing to do, and another one the next time (T5). */
function wayOn(times: number): string {
  const one =
    times === 1
      ? 'Ask for one guess, even a wrong one: it shows you where to help.'
      : 'Invite the pupil to write "I give up" and to read the solution with you; that is allowed.';
  return `Every smaller question was asked, and the pupil still asks for help without trying. Give no new hint and ask no question. ${one} Say nothing else.`;
}
