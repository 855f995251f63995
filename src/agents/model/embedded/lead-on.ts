import type { Item } from '../../../domain/curriculum/curriculum.ts';
import type { Posing } from '../../../domain/tutoring/dialogue.ts';
import { exampleIn } from '../../../domain/tutoring/look-alike.ts';
import { exampleText } from './author-text.ts';
import { bilingual } from './bilingual.ts';
import { RECAP_ASK } from './recap-ask.ts';
import { paragraphs, type Talk } from './talk.ts';
import { LEAD_ON_EN } from './words/lead-on.en.ts';
import { LEAD_ON_HE } from './words/lead-on.he.ts';

/** Whether an item is worked out with numbers and its answer written, not chosen or thought through in words. */
export const isCalculated = ({ key, question }: Item): boolean =>
  key.kind !== 'text' && key.choices.length === 0 && /\d/.test(question);

export const { UNHURRIED } = bilingual(LEAD_ON_EN, LEAD_ON_HE);
const {
  NEXT,
  NEXT_STEP,
  NEW_UNIT,
  OTHER_UNIT,
  LAST_DONE,
  NO_ITEM,
  REVIEW,
  REVIEWS_OPEN,
  REVIEWS_DONE,
  REVIEWS_WAIT,
  REVIEWS_END,
  EXIT,
  EXIT_EASY,
  NOTHING_TRIED,
  EXAMPLE,
  EXAMPLE_OF,
  REVIEW_EXAMPLE,
  AFTER_EXAMPLE,
  BACK,
} = bilingual(LEAD_ON_EN, LEAD_ON_HE);

/**
 * How an item that opens with this turn is led to. It stands under the words, so its question is not repeated; its worked
 * example comes first where the move says so (T6).
 */
export function leadTo(talk: Talk, posing: Posing, before?: Item): string {
  const { pose } = posing;
  if (posing.recap) return `${talk.say(LAST_DONE)} ${talk.say(RECAP_ASK)}`;
  if (posing.over) return talk.say(NOTHING_TRIED, { unit: `*${before?.unitName ?? talk.brief.courseName}*` });
  if (pose === null) return talk.say(NO_ITEM);
  const example = exampleIn(posing);
  const kind = isCalculated(pose) ? 'numbers' : 'words';
  const unit = `*${pose.unitName}*`;
  const changes = before !== undefined && before.unitName !== pose.unitName;
  const reviewed = posing.reviewed ? `${talk.say(REVIEWS_END[posing.waiting ? 'waiting' : 'done'])} ` : '';
  if (example)
    return paragraphs(
      posing.review ? talk.say(REVIEW_EXAMPLE, { unit }) : `${reviewed}${exampleLead(talk, unit, changes)}`,
      exampleText(example),
      talk.say(AFTER_EXAMPLE[kind]),
    );
  if (posing.exit) return `${reviewed}${talk.say(posing.easy ? EXIT_EASY : EXIT)}`;
  if (posing.review) return reviewLead(talk, posing, unit, before);
  if (posing.reviewed) return talk.say(posing.waiting ? REVIEWS_WAIT : REVIEWS_DONE, { unit });
  if (before && before.problemId === pose.problemId && pose.stepIndex > before.stepIndex) return talk.say(NEXT_STEP);
  if (changes) return talk.say(posing.newUnit === false ? OTHER_UNIT : NEW_UNIT, { unit });
  return talk.say(NEXT);
}

const exampleLead = (talk: Talk, unit: string, changes: boolean): string =>
  changes ? talk.say(EXAMPLE_OF, { unit }) : talk.say(EXAMPLE);

function reviewLead(talk: Talk, { reviews = 1 }: Posing, unit: string, before: Item | undefined): string {
  if (before !== undefined || talk.brief.move.kind !== 'welcome') return talk.say(REVIEW, { unit });
  return talk.say(REVIEWS_OPEN[reviews > 1 ? 'some' : 'one'], {
    unit,
    count: talk.phrasing.counts[reviews] ?? String(reviews),
  });
}

/** Back to the open item, on to the one that opens now, or to whatever the pupil wants to do next. */
export function leadBack(talk: Talk, open: Item | null, posing: Posing = { pose: null }): string {
  return posing.pose === null && open !== null ? talk.say(BACK) : leadTo(talk, posing);
}
