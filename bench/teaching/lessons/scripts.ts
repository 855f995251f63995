import type { Item } from '../../../src/domain/curriculum/curriculum.ts';
import type { Pupil, Said, Seen } from './play-lesson.ts';

/** The right answer as the author writes it; a choice is clicked. */
export function right({ open }: Seen): Said {
  if (open === null) return 'next';
  return open.key.kind === 'choice' ? { choiceId: open.key.answer } : open.key.answer;
}

/** The n-th foreseen wrong answer, or something near. */
export function wrong({ open }: Seen, n = 0): Said {
  if (open === null) return 'next';
  const known = open.wrongAnswers[n]?.answer;
  if (open.key.kind === 'choice') {
    const others = open.key.choices.filter((choice) => choice.id !== open.key.answer);
    return { choiceId: known ?? others[n % others.length]?.id ?? 'a' };
  }
  if (known !== undefined) return known;
  if (open.key.kind === 'number') return String(Number.parseFloat(open.key.answer) + 3 + n);
  return ['7x', 'something else', 'no idea really'][n % 3] ?? '0';
}

export const textOf = (item: Item): string =>
  item.key.kind === 'choice' || item.key.kind === 'several choices'
    ? item.key.answer
        .split(',')
        .map((id) => item.key.choices.find((choice) => choice.id === id.trim())?.text ?? id)
        .join(' and ')
    : item.key.answer;

/** Swaps two letters of every long word. */
export const mistyped = (text: string): string =>
  text.replace(/[a-z]{5,}/gi, (word) => `${word.slice(0, 2)}${word[3] ?? ''}${word[2] ?? ''}${word.slice(4)}`);

type Line = string | ((seen: Seen) => Said);

/** Says the lines in order, then works for so many messages, then stops with a recap. */
export function scripted(
  lines: readonly Line[],
  recap: string,
  after: (seen: Seen) => Said = right,
  more = 4,
): Pupil['say'] {
  let stopped = false;
  return (seen) => {
    if (seen.move === 'recap' || seen.move === 'nothing left') return null;
    if (seen.move === 'ask for recap') return recap;
    const line = lines[seen.turn];
    if (line !== undefined) return typeof line === 'string' ? line : line(seen);
    if (seen.turn < lines.length + more) return after(seen);
    if (stopped) return null;
    stopped = true;
    return "I'm done for today";
  };
}
