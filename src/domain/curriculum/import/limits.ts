/** How large a curriculum that comes in may be. Longer texts than these are no questions of a school. */
export const LIMITS = {
  courses: 300,
  unitsEach: 300,
  /** Of the whole import. */
  questions: 100_000,
  stepsEach: 60,
  figuresEach: 30,
  /** Bytes of one figure. */
  figure: 2 * 1024 * 1024,
  testsEach: 200,
  unitMinutes: 100_000,
  testMinutes: 10_000,
  name: 190,
  title: 480,
  /** Question, stem, explanation, worked example, description. */
  text: 20_000,
  answer: 2000,
  /** "cm", "m/s". */
  unit: 60,
  choices: 26,
  /** "a", "b", … */
  choiceId: 20,
  hints: 30,
  /** Accepted answers, wrong answers, aliases, prerequisites. */
  list: 100,
} as const;
