/** An exact rational number in lowest terms, the denominator > 0; both within safe integers. */
export interface Fraction {
  n: number;
  d: number;
}

function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b);
}

/** Undefined where it is no number or grows beyond safe integers: then nothing exact can be said. */
export function fraction(n: number, d = 1): Fraction | undefined {
  if (d === 0 || !Number.isSafeInteger(n) || !Number.isSafeInteger(d)) return undefined;
  const by = gcd(n, d) * (d < 0 ? -1 : 1);
  return { n: n / by + 0, d: d / by };
}

export const plus = (a: Fraction, b: Fraction): Fraction | undefined => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction | undefined => fraction(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction): Fraction | undefined => fraction(a.n * b.d, a.d * b.n);
export const minus = (a: Fraction): Fraction => ({ n: -a.n + 0, d: a.d });
export const isZero = (a: Fraction): boolean => a.n === 0;

/** "5", "-3/4": as a pupil writes it and as the checker reads it. */
export const written = ({ n, d }: Fraction): string => (d === 1 ? String(n) : `${n}/${d}`);

/** In TeX, without the dollars. */
export function inTex({ n, d }: Fraction): string {
  return d === 1 ? String(n) : `${n < 0 ? '-' : ''}\\frac{${Math.abs(n)}}{${d}}`;
}

/** "0.25" exactly. */
export function decimal(text: string): Fraction | undefined {
  const [whole = '', part = ''] = text.split('.');
  return part.length > 9 ? undefined : fraction(Number(whole + part), 10 ** part.length);
}
