/** Whether a key is a number as every program writes it: digits, a sign, a point; "3/4", "1,000" and "7.50" are not. */
export const isPlainNumber = (answer: string): boolean =>
  /^-?\d+(?:\.\d+)?$/.test(answer) && String(Number(answer)) === answer;

/** The share that a tolerance is of an answer, without the dust that dividing leaves: 0.04 of 4 is 0.01. */
export const toleranceShare = (reach: number, answer: number): number =>
  Number((reach / Math.abs(answer)).toPrecision(10));

/** How far from the answer a number may be, as a plain number; null where it has too many digits to be one. */
export function toleranceReach(share: number, answer: number): string | null {
  const text = String(Number((share * Math.abs(answer)).toPrecision(12)));
  return text.includes('e') ? null : text;
}
