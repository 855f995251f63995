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

const PARTS: readonly (readonly [share: number, names: readonly string[]])[] = [
  [1 / 4, ['רבע']],
  [3 / 4, ['שלושה רבעים', 'שלושת רבעי', 'שלושה רבעי']],
  [1 / 3, ['שליש']],
  [2 / 3, ['שני שליש', 'שני שלישים', 'שני שלישי']],
];

/** "שתיים וחצי", "שלושה רבעים", "עשרים ועוד ארבע". */
function composedNames(value: number): string[] {
  const whole = Math.floor(value);
  const rest = value - whole;
  if (rest === 0.5 && whole > 0) return namesOf(whole).map((name) => `${name} וחצי`);
  const parts = PARTS.filter(([share]) => Math.abs(share - rest) < 1e-9).flatMap(([, names]) => names);
  if (rest > 0) return whole === 0 ? parts : namesOf(whole).flatMap((name) => parts.map((part) => `${name} ו${part}`));
  const ten = whole - (whole % 10);
  return whole > 20 && whole < 100 && whole % 10 > 0
    ? namesOf(ten).flatMap((tens) => namesOf(whole % 10).map((ones) => `${tens} ועוד ${ones}`))
    : [];
}

const LETTERS = ['', 'אבגדהוזחט', 'יכלמנסעפצ', 'קרשת'];

/** The number in letters, as pages and years are numbered: כ״ד is 24. */
function inLetters(value: number): string {
  if (!Number.isInteger(value) || value < 11 || value > 499) return '';
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const low =
    rest === 15
      ? 'טו'
      : rest === 16
        ? 'טז'
        : `${LETTERS[2]?.[Math.floor(rest / 10) - 1] ?? ''}${LETTERS[1]?.[(rest % 10) - 1] ?? ''}`;
  const all = `${LETTERS[3]?.[hundreds - 1] ?? ''}${low}`;
  return all.length < 2 ? '' : `${all.slice(0, -1)}"${all.slice(-1)}`;
}

/** Whether a Hebrew name of one of these numbers stands in a text; "one" and "two" are too common as words to count. */
export function inHebrew(text: string, values: readonly number[]): boolean {
  if (!/\p{Script=Hebrew}/u.test(text)) return false;
  const plain = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const marked = text.replace(/[״”“]/g, '"');
  return values.some((value) => {
    const size = Math.abs(value);
    const names = [...(size > 2 ? namesOf(size) : []), ...composedNames(size)];
    const letters = inLetters(size);
    return names.some((name) => plain.includes(` ${name} `)) || (letters !== '' && marked.includes(letters));
  });
}

/** The text with the Hebrew names of these numbers in digits, a minus before them too. */
export function hebrewInDigits(text: string, values: readonly number[]): string {
  if (!/\p{Script=Hebrew}/u.test(text)) return text;
  return values.reduce(
    (rest, value) =>
      namesOf(Math.abs(value)).reduce(
        (out, name) =>
          out.replaceAll(
            new RegExp(`(?<!\\p{L})(?:(מינוס) )?${name}(?!\\p{L})`, 'gu'),
            (_, minus?: string) => `${minus === undefined ? '' : '-'}${Math.abs(value)}`,
          ),
        rest,
      ),
    text,
  );
}
