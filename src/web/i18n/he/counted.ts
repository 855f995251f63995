/** So many of something: Hebrew has words of its own for one and for two, and says "5 שאלות" from three on. */
export function counted(n: number, one: string, two: string, many: string): string {
  if (n === 1) return one;
  return n === 2 ? two : `${n.toLocaleString('en')} ${many}`;
}

/** A name by itself: in Latin letters it does not draw the number or the comma after it to its own side. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** A number with its sign, which stays before it where the line runs from right to left. */
export function signedNumber(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return Number(text) === 0 ? '0' : `\u200e${value > 0 ? '+' : '−'}${text}`;
}
