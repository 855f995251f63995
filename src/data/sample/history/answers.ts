import type { Item } from '../../../domain/curriculum/curriculum.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import type { Random } from '../random.ts';

/** What a pupil would answer before it is typed; `ids` for choices. */
export interface Answer {
  text: string;
  ids: string[];
}

/** The answer in one of the forms that the author takes as right. */
export function rightAnswer({ key }: Item, random: Random): Answer {
  if (key.kind === 'choice' || key.kind === 'several choices') return chosen(key.answer);
  const texts = [key.answer, key.answer, ...key.acceptedAnswers];
  return { text: random.pick(texts), ids: [] };
}

/**
 * A wrong answer: mostly one that pupils are known to give, else something near; not one of those that were given before.
 * Null where none can be thought of.
 */
export function wrongAnswer(
  item: Item,
  random: Random,
  checker: AnswerChecker,
  given: readonly string[],
): Answer | null {
  const { key, wrongAnswers } = item;
  const { kind } = key;
  const ids = key.choices.map((choice) => choice.id);
  const known = wrongAnswers.map((wrong) => wrong.answer);
  const near =
    kind === 'number' ? nearNumbers(key.answer) : kind === 'several choices' ? missesOf(key.answer, ids) : [];
  const first = kind === 'choice' ? random.shuffled(ids) : random.shuffled(known);
  const candidates = random.chance(0.3) ? [...random.shuffled(near), ...first] : [...first, ...random.shuffled(near)];
  const isChoice = kind === 'choice' || kind === 'several choices';
  const answers = candidates
    .filter((answer) => answer !== '')
    .map((answer) => (isChoice ? chosen(answer) : { text: answer, ids: [] }));
  const before = given.map(bare);
  const isNew = ({ text }: Answer) => !before.some((one) => isSame(one, text, item));
  const isWrong = ({ text }: Answer) => checker.check(key, { text }, wrongAnswers).verdict === 'incorrect';
  return answers.find((answer) => isNew(answer) && isWrong(answer)) ?? null;
}

const bare = (text: string): string => text.toLowerCase().replace(/\band\b|[\s,.?)]+/g, '');

/** Whether what was said was this answer; a choice may have been named by its letter or by its words. */
function isSame(said: string, answer: string, { key }: Item): boolean {
  if (key.kind !== 'choice') return said.includes(bare(answer));
  const words = key.choices.find((choice) => choice.id === answer)?.text ?? answer;
  return said === answer || said.includes(bare(words));
}

function chosen(answer: string): Answer {
  return { text: answer, ids: answer.split(',').map((id) => id.trim()) };
}

/** One choice forgotten, or one too many. */
function missesOf(answer: string, ids: readonly string[]): string[] {
  const right = answer.split(',').map((id) => id.trim());
  const forgotten = right.map((id) => right.filter((other) => other !== id).join(','));
  const extra = ids.filter((id) => !right.includes(id)).map((id) => [...right, id].sort().join(','));
  return [...forgotten, ...extra];
}

/** Slips: the sign, one off, a place value, two digits that changed places, a fraction upside down. */
function nearNumbers(answer: string): string[] {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(answer);
  if (fraction) {
    const [, top = '', bottom = ''] = fraction;
    return [`${bottom}/${top}`, `${Number(top) + 1}/${bottom}`, `${top}/${Number(bottom) + 1}`];
  }
  const value = Number(answer.replaceAll(',', ''));
  if (!Number.isFinite(value)) return [];
  const swapped = /^\d\d$/.test(answer) ? [Number([...answer].reverse().join(''))] : [];
  const one = Number.isInteger(value) ? 1 : 0.1;
  return [-value, value + one, value - one, value * 10, value / 10, value * 2, ...swapped]
    .filter((slip) => slip !== value)
    .map((slip) => String(Number(slip.toPrecision(8))))
    .filter((text) => !text.includes('e'));
}
