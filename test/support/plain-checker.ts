import type { AnswerChecker } from '../../src/domain/tutoring/verdict.ts';

const squeezed = (text: string): string => text.toLowerCase().replace(/[\s$*()]/g, '');

function numberIn(text: string): number {
  const fraction = /^(-?[\d.]+)\/([\d.]+)$/.exec(squeezed(text));
  return fraction ? Number(fraction[1]) / Number(fraction[2]) : Number(squeezed(text) || 'NaN');
}

/** Just enough of a checker for tests of what stands around it: numbers, fractions, and the same text. */
export const plainChecker: AnswerChecker = {
  check: (key, answer) =>
    plainChecker.sameAnswer(key, answer.text)
      ? { verdict: 'correct', understood: answer.text }
      : { verdict: 'incorrect', understood: answer.text },
  sameAnswer: (key, candidate) =>
    [key.answer, ...key.acceptedAnswers].some(
      (answer) => squeezed(answer) === squeezed(candidate) || Math.abs(numberIn(answer) - numberIn(candidate)) < 1e-9,
    ),
};
