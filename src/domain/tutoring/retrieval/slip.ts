/** A wrong letter weighs more than one that is missing, doubled or out of place: "fraction" is no slip of "function". */
const REPLACED = 1.5;
const LONGEST = 40;

/** Most that two spellings of a word of this length may differ. */
function allowed(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 8 ? REPLACED : 2;
}

/**
 * Whether one word is likely the other with a typing error: up to one letter missing, too many or swapped with its neighbour in
 * a word of four or five letters, or one wrong in a word of six, or two of the former in a word of eight; never the first letter,
 * never in words with digits.
 */
export function isSlipOf(word: string, known: string): boolean {
  if (/\d/.test(word) || /\d/.test(known)) return false;
  const [a, b] = [asHeard(word), asHeard(known)];
  const most = allowed(Math.min(a.length, b.length));
  if (most === 0 || Math.max(a.length, b.length) > LONGEST || Math.abs(a.length - b.length) > most) return false;
  return sameBeginning(a, b) && distance(a, b) <= most;
}

/** "ph" is heard as "f", and "c" and "q" at the beginning as "k". */
const asHeard = (word: string): string => word.replaceAll('ph', 'f').replace(/^[cq]/, 'k');

/** The first letter is seldom the wrong one: "vector" is no slip of "sector". */
const sameBeginning = (a: string, b: string): boolean => a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);

/** Weighted optimal string alignment. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : REPLACED);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (beforeLast[j - 2] ?? 0) + 1 : changed;
      row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? Number.POSITIVE_INFINITY;
}
