/** First judged answers of a pupil to questions of the guided units, before guidance was published and after. */
export interface PupilAnswers {
  before: { answers: number; right: number };
  after: { answers: number; right: number };
  /** By how much the pupil's mastery of the units moved in the weeks before, and after; null: too few answers to tell. */
  gainBefore: number | null;
  gainAfter: number | null;
}

/** A figure of some pupils, with how far chance alone may move it. */
export interface Estimate {
  value: number;
  /** Standard error; null: too few pupils to know. */
  error: number | null;
}

/** What pupils of some classes did before and after. */
export interface GroupEffect {
  pupils: number;
  pupilsBefore: number;
  pupilsAfter: number;
  answersBefore: number;
  answersAfter: number;
  rightBefore: Estimate;
  rightAfter: Estimate;
  /** After less before. */
  change: Estimate;
  /** The mean over the pupils of whom it is known. */
  gainBefore: (Estimate & { of: number }) | null;
  gainAfter: (Estimate & { of: number }) | null;
}

/**
 * Right answers of a group before and after, each a share of all answers. Answers of one pupil hang together, so the errors are counted
 * by pupil and not by answer (a ratio of sums: √(m/(m−1) · Σe²) with e the pupil's part in the deviation); of the change too, in which
 * a pupil who answered on both sides stands once. Null where nobody answered on one side.
 */
export function effectOn(pupils: readonly PupilAnswers[]): GroupEffect | null {
  const there = pupils.filter(({ before, after }) => before.answers + after.answers > 0);
  const [before, after] = [sumOf(there.map((one) => one.before)), sumOf(there.map((one) => one.after))];
  if (before.answers === 0 || after.answers === 0) return null;
  const [p, q] = [before.right / before.answers, after.right / after.answers];
  const partBefore = (one: PupilAnswers) => (one.before.right - p * one.before.answers) / before.answers;
  const partAfter = (one: PupilAnswers) => (one.after.right - q * one.after.answers) / after.answers;
  const [onceBefore, onceAfter] = [
    there.filter((one) => one.before.answers > 0),
    there.filter((one) => one.after.answers > 0),
  ];
  return {
    pupils: there.length,
    pupilsBefore: onceBefore.length,
    pupilsAfter: onceAfter.length,
    answersBefore: before.answers,
    answersAfter: after.answers,
    rightBefore: { value: p, error: errorOf(onceBefore.map(partBefore)) },
    rightAfter: { value: q, error: errorOf(onceAfter.map(partAfter)) },
    change: { value: q - p, error: errorOf(there.map((one) => partAfter(one) - partBefore(one))) },
    gainBefore: meanOf(there.flatMap(({ gainBefore }) => gainBefore ?? [])),
    gainAfter: meanOf(there.flatMap(({ gainAfter }) => gainAfter ?? [])),
  };
}

/** By how much more one group changed than the other: what chance leaves of it is no proof, since nobody drew lots. */
export function differenceOf(one: GroupEffect, other: GroupEffect): Estimate {
  const [a, b] = [one.change.error, other.change.error];
  return {
    value: one.change.value - other.change.value,
    error: a === null || b === null ? null : Math.sqrt(a * a + b * b),
  };
}

function sumOf(all: readonly { answers: number; right: number }[]): { answers: number; right: number } {
  return all.reduce((sum, one) => ({ answers: sum.answers + one.answers, right: sum.right + one.right }), {
    answers: 0,
    right: 0,
  });
}

/** Of a figure that is made of these parts, one a pupil. */
function errorOf(parts: readonly number[]): number | null {
  const m = parts.length;
  if (m < 2) return null;
  return Math.sqrt((m / (m - 1)) * parts.reduce((sum, part) => sum + part * part, 0));
}

function meanOf(values: readonly number[]): (Estimate & { of: number }) | null {
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { value: mean, error: errorOf(values.map((value) => (value - mean) / values.length)), of: values.length };
}
