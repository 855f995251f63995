import type { AnswerKey } from '../../../domain/curriculum/curriculum.ts';

const LETTERS = [...'xaknt'];
const ENDS: readonly (readonly [number, number])[] = [
  [2, 5],
  [3, 8],
  [1, 6],
  [4, 9],
  [7, 12],
];
const MOST_RAYS = 10;

/**
 * How answers of a kind are written, none of them this question's: an expression in a letter that the key does not have, intervals
 * with ends that it does not have, letters that are no choices. By the names in HOW_TO_ANSWER.
 */
export function exampleAnswers(key: AnswerKey): Record<'letter' | 'interval' | 'ray' | 'letters', string> {
  const written = [key.answer, ...key.acceptedAnswers].join(' ').toLowerCase();
  const numbers = new Set((written.match(/\d+/g) ?? []).map(Number));
  const isFree = (...ends: readonly number[]): boolean => ends.every((end) => !numbers.has(end));
  const [low, high] = ENDS.find((ends) => isFree(...ends)) ?? [13, 17];
  const start = Array.from({ length: MOST_RAYS }, (_, at) => at).find((at) => isFree(at) && at !== low) ?? MOST_RAYS;
  return {
    letter: LETTERS.find((letter) => !written.includes(letter)) ?? 'w',
    interval: `(${low}, ${high}]`,
    ray: `[${start}, ∞)`,
    letters: otherLetters(key),
  };
}

/** Letters that are none of the choices: any pair of those would say something about the right ones. */
function otherLetters({ choices }: AnswerKey): string {
  const ids = new Set(choices.map(({ id }) => id.toLowerCase()));
  return ['p', 'r', 'x', 'z']
    .filter((letter) => !ids.has(letter))
    .slice(0, 2)
    .join(', ');
}
