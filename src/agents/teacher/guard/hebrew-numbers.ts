/** Hebrew names of whole numbers, feminine (used for counting and sums) and masculine. */
const ONES: readonly (readonly string[])[] = [
  ['אפס'],
  ['אחת', 'אחד'],
  ['שתיים', 'שתים', 'שניים', 'שנים'],
  ['שלוש', 'שלושה'],
  ['ארבע', 'ארבעה'],
  ['חמש', 'חמישה'],
  ['שש', 'שישה', 'ששה'],
  ['שבע', 'שבעה'],
  ['שמונה'],
  ['תשע', 'תשעה'],
  ['עשר', 'עשרה'],
];
const TENS = ['', '', 'עשרים', 'שלושים', 'ארבעים', 'חמישים', 'שישים', 'שבעים', 'שמונים', 'תשעים'];

function namesBelowHundred(value: number): string[] {
  if (value <= 10) return [...(ONES[value] ?? [])];
  const ones = ONES[value % 10] ?? [];
  if (value < 20) return ones.flatMap((one) => [`${one} עשרה`, `${one} עשר`]);
  const tens = TENS[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? [tens] : ones.map((one) => `${tens} ו${one}`);
}

function namesOf(value: number): string[] {
  if (!Number.isInteger(value) || value < 0 || value > 199) return [];
  if (value < 100) return namesBelowHundred(value);
  return value === 100 ? ['מאה'] : namesBelowHundred(value - 100).flatMap((rest) => [`מאה ${rest}`, `מאה ו${rest}`]);
}

/** Whether a Hebrew name of one of these numbers stands in a text; "one" and "two" are too common as words to count. */
export function inHebrew(text: string, values: readonly number[]): boolean {
  if (!/\p{Script=Hebrew}/u.test(text)) return false;
  const plain = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return values.some(
    (value) => Math.abs(value) > 2 && namesOf(Math.abs(value)).some((name) => plain.includes(` ${name} `)),
  );
}
