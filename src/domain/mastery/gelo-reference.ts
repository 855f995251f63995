/**
 * Reference of the mastery model: student, unit, question, answer, and p before the answer, in order, from scratch with
 * the base rate .65. For tests and benchmarks; any other implementation can be held against it.
 */
export const REFERENCE_ANSWERS: readonly (readonly [
  student: string,
  unit: string,
  item: string,
  correct: 0 | 1,
  p: number,
])[] = [
  ['a', 's1', 'q1', 1, 0.554723],
  ['a', 's1', 'q2', 1, 0.720674],
  ['a', 's1', 'q3', 0, 0.787743],
  ['a', 's2', 'q9', 1, 0.553666],
  ['b', 's1', 'q1', 0, 0.595662],
  ['b', 's1', 'q3', 1, 0.348081],
  ['a', 's1', 'q1', 1, 0.638092],
  ['a', 's2', 'q8', 0, 0.739665],
];
