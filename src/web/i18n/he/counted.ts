/** So many of something: Hebrew has words of its own for one and for two, and says "5 שאלות" from three on. */
export function counted(n: number, one: string, two: string, many: string): string {
  if (n === 1) return one;
  return n === 2 ? two : `${n.toLocaleString('en')} ${many}`;
}

/** A number with its sign, which stays before it where the line runs from right to left. */
export function signedNumber(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return Number(text) === 0 ? '0' : `\u200e${value > 0 ? '+' : '−'}${text}`;
}
