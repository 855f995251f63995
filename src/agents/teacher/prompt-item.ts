import type { Item } from '../../domain/curriculum/curriculum.ts';
import type { Move, Posing, SessionFacts } from '../../domain/tutoring/dialogue.ts';
import { exampleIn } from '../../domain/tutoring/look-alike.ts';
import { block, lines } from './prompt-block.ts';

export type MoveOf<K extends Move['kind']> = Extract<Move, { kind: K }>;

/** The question as the pupil sees it; never its key. */
export function asSeen(item: Item, label = 'The open question'): string {
  const choices = item.key.choices.map((choice) => `${choice.id}) ${choice.text}`).join('\n');
  return lines(
    block(label, [item.stem, item.question].filter((text) => text.trim()).join('\n\n')),
    block('Its choices', choices),
  );
}

/** A question that is over, with its answer. */
export function asSolved(item: Item, label: string): string {
  const ids = item.key.answer.split(',').map((id) => id.trim());
  const chosen = item.key.choices.filter((choice) => ids.includes(choice.id)).map((choice) => choice.text);
  const answer =
    chosen.length > 0 ? chosen.join('; ') : `${item.key.answer}${item.key.unit ? ` ${item.key.unit}` : ''}`;
  return lines(
    asSeen(item, label),
    block('Its answer', answer),
    block('Its explanation', item.explanation || item.workedExample),
  );
}

export const STILL_SECRET =
  'The answer to the open question is still to be found by the pupil. You are not told it. Do not work it out, do not hint at its value, do not finish the last step.';

export function onward(posing: Posing): string {
  const { pose } = posing;
  if (posing.recap)
    return 'That was the last question of the session. End by asking the pupil for a recap in their own words: what will they remember? That is the one question of this turn.';
  if (posing.over)
    return 'The lesson is over and nothing was tried in it. Say so kindly and without praise, ask for no recap, and say in a sentence what comes next time.';
  if (pose === null)
    return 'No question opens with this turn. End by inviting the pupil to write "next" when ready to go on.';
  const kind = posing.exit
    ? `It is the last one of the session, to be done alone, without hints.${posing.easy ? ' Nothing was tried yet: say that any answer to this easy one is a start.' : ''}`
    : posing.review
      ? `It is a short review of something from before that is due (${posing.reviews ?? 1} of them before new questions): say so plainly.`
      : posing.waiting
        ? 'The reviews of the start have used up their time; those that are left wait for another day, and the work of today begins: say so in a few words.'
        : posing.reviewed
          ? 'The reviews of the start are over; the work of today begins: say so in a few words.'
          : '';
  return lines(
    `A question from the unit "${pose.unitName}" appears on the page under your words. Lead to it ("Try the next one below."). Do not repeat, guess or answer it, and ask no question of your own. ${kind}`.trim(),
    block('First show this worked example of its kind, in full', exampleIn(posing)),
  );
}

export function facts(session: SessionFacts): string {
  const units = session.units
    .map((unit) => `${unit.name}: ${percent(unit.before)} → ${percent(unit.after)}`)
    .join('; ');
  return `Facts of the session: solved alone ${session.solvedAlone}, solved with hints ${session.solvedWithHints}, solutions shown ${session.shown}, skipped ${session.skipped}. Estimated mastery: ${units || 'no change'}.`;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export function backTo(open: Item | null): string {
  return open === null
    ? ''
    : lines(asSeen(open), STILL_SECRET, 'Answer briefly, then lead the pupil back to the open question.');
}

export function rung(each: MoveOf<'hint'>['rung']): string {
  const choices = each.scaffold?.choices?.map((choice) => `${choice.id}) ${choice.text}`).join('\n') ?? '';
  return [each.text, each.scaffold?.question ?? '', choices].filter((text) => text.trim() !== '').join('\n');
}
