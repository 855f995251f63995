import { kept } from './kept.ts';

const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halve: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twelfth: 12,
  sixteenth: 16,
  twentieth: 20,
  hundredth: 100,
  thousandth: 1000,
};

const WORD = [...Object.keys(UNITS), ...Object.keys(TENS), 'hundred', ...Object.keys(SCALES)].join('|');
const PART = Object.keys(PARTS)
  .map((part) => (part === 'halve' ? 'halves' : `${part}s?`))
  .join('|');
const CARDINAL = `(?:${WORD})(?:(?:[ -]|,? and )(?:${WORD}))*`;
const RUN = new RegExp(
  `\\b(?<!\\b(?:the|this|that|which|other|no|any|every|each|last|first|right|wrong|another) )(${CARDINAL})\\b`,
  'gi',
);
const FRACTION = new RegExp(
  `\\b(an?|(?<!\\d)\\d|${WORD})[ -](${PART})\\b(?! (?:place|digit|grade|option|choice|answer))`,
  'gi',
);
const AND_FRACTION = /(\d+) and (\d+\/\d+)/g;

const OPERATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bplus or minus\b/gi, '±'],
  [/\b(?:minus|negative|neg\.?) (?=\d|[a-z]\b|sqrt|pi|inf)/gi, '-'],
  [/(?<=[\da-z)]) plus (?=[\da-z(-])/gi, ' + '],
  [/(?<=[\d)]|\b[a-z]) ?(?:times|multiplied by) (?=[\d(-]|[a-z]\b)/gi, ' * '],
  [/(?<=[\d)]|\b[a-z]) (?:divided by|over) (?=[\d(-]|[a-z]\b)/gi, '/'],
  [/(?<=[\d)]|\b[a-z]) squared\b/gi, '^2'],
  [/(?<=[\d)]|\b[a-z]) cubed\b/gi, '^3'],
  [/(?<=[\d)]|\b[a-z]) to the power (?:of )?(?=[\d(-]|[a-z]\b)/gi, '^'],
  [/\b(?:the )?square root of (?=[\d(]|[a-z]\b)/gi, 'sqrt '],
  [/\b(?:the )?cube root of (?=[\d(]|[a-z]\b)/gi, 'cbrt '],
  [/(?<=\d) ?per ?cent\b/gi, '%'],
  [/(\d+) point ((?:\d ?)+)/gi, '$1.$2'],
  [/\bis (?:less|smaller) than or equal to\b/gi, '<='],
  [/\bis (?:greater|more|bigger|larger) than or equal to\b/gi, '>='],
  [/\bis (?:less|smaller) than\b/gi, '<'],
  [/\bis (?:greater|more|bigger|larger) than\b/gi, '>'],
  [/(?<=[\d)]|\b[a-z]) equals (?=[\d(-]|[a-z]\b|sqrt|pi)/gi, ' = '],
];

/**
 * Writes spoken mathematics in symbols: "twenty-three" 23, "minus two" -2, "three quarters" 3/4, "two and a half" 2 1/2, "one point
 * five" 1.5, "x squared" x^2, "the square root of two" sqrt 2. Words that only might be numbers ("the one") stay.
 */
export const spokenToSymbols = kept(inSymbols);

function inSymbols(text: string): string {
  if (!/[a-z]/i.test(text)) return text;
  let out = text.replace(
    /\b(one|two|three|four|five|six|seven|eight|nine|zero) point ((?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b ?)+)/gi,
    decimal,
  );
  out = out.replace(FRACTION, fraction).replace(RUN, (run: string) => cardinal(run));
  out = out
    .replace(/\b(\d+)-(?=\d+\/)/g, '$1 ')
    .replace(AND_FRACTION, '$1 $2')
    .replace(/\bhalf (?:a )?dozen\b/gi, '6')
    .replace(/\b(\d+(?:\.\d+)?|an?) dozens?\b/gi, (_, count: string) => String(12 * (Number(count) || 1)));
  out = out.replace(/^half$/i, '1/2');
  for (const [pattern, symbols] of OPERATIONS) out = out.replace(pattern, symbols);
  return out.replace(/(?<=\d\.)\d(?: \d)+/g, (digits) => digits.replace(/ /g, '')).replace(/ {2,}/g, ' ');
}

function decimal(_run: string, whole: string, digits: string): string {
  const fractional = digits
    .trim()
    .split(/ +/)
    .map((word) => UNITS[word.toLowerCase()] ?? 0)
    .join('');
  return `${UNITS[whole.toLowerCase()] ?? 0}.${fractional}${/\s$/.test(digits) ? ' ' : ''}`;
}

function fraction(run: string, count: string, part: string): string {
  const lower = part.toLowerCase();
  const denominator = PARTS[lower] ?? PARTS[lower.replace(/s$/, '')];
  const numerator = /^an?$/i.test(count) ? 1 : Number(/^\d+$/.test(count) ? count : cardinal(count));
  return denominator === undefined || Number.isNaN(numerator) ? run : `${numerator}/${denominator}`;
}

/** "one hundred and five thousand two" → 105002; words that are no single number ("two and three") become one number each. */
function cardinal(run: string): string {
  let total = 0;
  let group = 0;
  let below = 100;
  for (const word of run.toLowerCase().split(/[ ,-]+/)) {
    const small = UNITS[word] ?? TENS[word];
    const scale = SCALES[word];
    if (word === 'and') continue;
    if (small !== undefined) {
      if (small >= below) return oneByOne(run);
      group += small;
      below = small >= 20 ? 10 : 0;
    } else if (scale) {
      total += (group || 1) * scale;
      group = 0;
      below = 100;
    } else {
      group = (group || 1) * 100;
      below = 100;
    }
  }
  return String(total + group);
}

function oneByOne(run: string): string {
  return run.replace(/[a-z]+/gi, (word) => {
    const value = UNITS[word.toLowerCase()] ?? TENS[word.toLowerCase()] ?? SCALES[word.toLowerCase()];
    return value === undefined ? word.replace(/hundred/i, '100') : String(value);
  });
}
