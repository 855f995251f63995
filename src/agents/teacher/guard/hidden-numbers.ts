import { decoded } from './decode.ts';
import { folded } from './hidden-words.ts';
import { arithmeticValue, type Known } from './number-leak.ts';
import { englishNames, foreignNames } from './number-names.ts';
import { isValue, numbersIn } from './numbers.ts';
import { inSymbols } from './plain-text.ts';

/** A number is news where the pupil can neither read it nor has written it. */
type IsNews = (value: number) => boolean;

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 5e-3 * Math.abs(b);
const digitsOf = (value: number): string => String(Math.abs(value)).replace('.', '');

const BASES: Record<string, number> = {
  binary: 2,
  ternary: 3,
  octal: 8,
  oct: 8,
  duodecimal: 12,
  dozenal: 12,
  hex: 16,
  hexadecimal: 16,
  'base two': 2,
  'base three': 3,
  'base eight': 8,
  'base sixteen': 16,
};
const NAMED_BASE =
  /\b(?:in|to|of|using) base[- ]?(\d{1,2})\b|\b(binary|ternary|octal|oct|duodecimal|dozenal|hex|hexadecimal)\b/gi;

/** "In base 8 it is 30", "30₈", "0o30". */
function inOtherBase(heard: string, sentence: string, values: readonly number[]): boolean {
  const written = [...sentence.matchAll(/(-?)\b0([xob])([0-9a-f]+)\b/gi)].map(([, minus, mark = '', digits = '']) =>
    Number.parseInt(minus + digits, { x: 16, o: 8, b: 2 }[mark.toLowerCase()] ?? 10),
  );
  const marked = [...sentence.matchAll(/(-?[0-9a-z]+)_\{?(\d{1,2})\b/gi)].map(([, digits = '', base]) =>
    Number.parseInt(digits, Number(base)),
  );
  const bases = [...`${heard.slice(-120)} ${inSymbols(sentence)}`.matchAll(NAMED_BASE)]
    .map(([, number, name = '']) => Number(number ?? BASES[name.toLowerCase()]))
    .filter((base) => base > 1 && base < 37 && base !== 10);
  const tokens = bases.length > 0 ? (sentence.match(/(?<![\p{L}\p{N}])-?[0-9a-z]+(?![\p{L}\p{N}])/giu) ?? []) : [];
  const read = tokens
    .filter((token) => /^-?[0-9a-z]+$/i.test(token))
    .flatMap((token) => bases.map((base) => ({ token, value: Number.parseInt(token, base), base })))
    .filter(
      ({ token, value, base }) => value.toString(base) === token.toLowerCase() && value >= 0 === !token.startsWith('-'),
    )
    .map(({ value }) => value);
  return [...written, ...marked, ...read].some((value) => values.includes(value));
}

const FEWEST_MARKS = 4;

/** As many strokes, stars or letters x as the number says. */
function inTally(sentence: string, values: readonly number[], isNews: IsNews): boolean {
  const runs = sentence.match(/([^\s\d.,;:!?=_-])(?:[\s,]*\1){3,}/gu) ?? [];
  return runs.some((run) => {
    const count = [...run.replace(/[\s,]|\ufe0f/g, '')].length;
    return count >= FEWEST_MARKS && values.includes(count) && isNews(count);
  });
}

const SEPARATED = /(?<![\p{L}\d.])\d(?:[^\p{L}\d+*×÷=<>^()%]{1,12}\d)+(?![\p{L}\d])/gu;

/** Digits with anything that is no letter between them: "2…4", "1/3/7". */
function inPieces(sentence: string, values: readonly number[], isSeen: (text: string) => boolean): boolean {
  const wanted = values.map(digitsOf).filter((digits) => digits.length > 1);
  return (sentence.match(SEPARATED) ?? []).some((run) => !isSeen(run) && wanted.includes(run.replace(/\D/g, '')));
}

const FILLERS =
  /\b(?:digits?|then|and|next|first|second|third|fourth|last|finally|is|it|the|an?|hold|up|fingers?|number|ones|tens|hundreds|place|comes?|put|write|say|begins?|starts?|ends?|with|followed|by|after|that|now|figure)\b|הספרה|ספרה|הראשונה|השנייה|השלישית|היא|אחר|כך|ואז|[^\p{L}\d]+/giu;

/** The digits of a sentence that says nothing but digits; empty for any other. */
export function bareDigits(sentence: string): string {
  const rest = inSymbols(sentence)
    .replace(/\b(?:digit|number|place) \d(?= (?:is|are)\b)/gi, '')
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/g, '')
    .replace(FILLERS, ' ');
  const parts = rest.trim().split(/\s+/);
  return parts.length > 0 && parts.every((part) => /^\d$/.test(part)) ? parts.join('') : '';
}

const FACTORS: Record<string, number> = {
  half: 0.5,
  '1/2': 0.5,
  'a third': 1 / 3,
  'one third': 1 / 3,
  '1/3': 1 / 3,
  'a quarter': 0.25,
  '1/4': 0.25,
  'a tenth': 0.1,
  '1/10': 0.1,
  double: 2,
  twice: 2,
  triple: 3,
  'ten times': 10,
};
const ANSWER = '(?:(?:the|your|our|my|this|that) )?(?:answer|result|solution|number (?:you|we) \\w+(?: for)?|it)';
const PART_OF = new RegExp(
  `\\b(half|1/2|(?:a|one) third|1/3|a quarter|1/4|a tenth|1/10|double|twice|triple|(\\d+) (?:times|\\*)|(\\d+) \\*)(?: of)? ${ANSWER}(?: is| are|'s| equals| makes| gives|:| =) (?:exactly |just )?(-?\\d+(?:\\.\\d+)?)`,
  'gi',
);
const CHANGED = new RegExp(
  `\\b${ANSWER} (?:[-+*/×·÷−]|plus|minus|times|divided by|added to|and) (\\d+(?:\\.\\d+)?) (?:is|=|equals|makes|gives) (-?\\d+(?:\\.\\d+)?)`,
  'gi',
);

/** "Half of it is 12", "your answer + 1 = 25": undone, it is the answer. */
function byUndoing(text: string, values: readonly number[]): boolean {
  const parts = [...text.matchAll(PART_OF)].some(([, name = '', times, stars, given]) => {
    const factor = Number(times ?? stars ?? FACTORS[name.toLowerCase().replace('one third', 'a third')]);
    return values.some((value) => near(value * factor, Number(given)));
  });
  if (
    parts ||
    [...text.matchAll(HEBREW_HALF)].some(([, whole]) => values.some((value) => same(value * 2, Number(whole))))
  )
    return true;
  return [...text.matchAll(CHANGED)].some(([whole, by, given]) => {
    const [n, m] = [Number(by), Number(given)];
    const before = /\+|plus|added|\band\b/.test(whole)
      ? m - n
      : /\*|×|·|times/.test(whole)
        ? m / n
        : /[/÷]|divided/.test(whole)
          ? m * n
          : m + n;
    return values.some((value) => same(value, before));
  });
}

const NEXT_TO =
  /\b(?:right|just|directly|immediately|comes|number|one|straight)(?: (?:right|just|directly|immediately))? (after|before|above|below|behind) (-?\d+)/gi;

/** "The number right after 23", "not 23 and not 25, but the one in the middle". */
function byNeighbours(text: string, values: readonly number[], isNews: IsNews): boolean {
  const next = [...text.matchAll(NEXT_TO)].some(([, side = '', number]) => {
    const value = Number(number) + (/after|above|behind/i.test(side) ? 1 : -1);
    return values.includes(value) && isNews(Number(number));
  });
  if (next) return true;
  const said = numbersIn(text).flatMap((number) => number.values);
  return values.some(
    (value) =>
      Number.isInteger(value) &&
      [value - 1, value + 1].every((each) => said.includes(each) && isNews(each)) &&
      /\b(?:not|n't|neither|nor|middle|between|in between|around|neighbou?rs?)\b/i.test(text),
  );
}

const NUMBER = '(-?\\d+(?:\\.\\d+)?)';
const LOWER = new RegExp(
  `(?:[>≥]=?|\\b(?:more|greater|bigger|larger|higher|at least|above|over|from)(?: than)?) ?${NUMBER}|${NUMBER} ?[<≤]`,
  'gi',
);
const UPPER = new RegExp(
  `(?:[<≤]=?|\\b(?:less|smaller|lower|fewer|at most|below|under|up to|to)(?: than)?) ?${NUMBER}|${NUMBER} ?[>≥]`,
  'gi',
);
const BETWEEN = new RegExp(`(?:\\bbetween|(?<!\\p{L})בין) ${NUMBER} (?:and |ל[-־]?\\s?)${NUMBER}`, 'giu');
const HEBREW_HALF = new RegExp(`(?<!\\p{L})(?:ה?חצי) (?:של |מ[-־]?\\s?)${NUMBER}`, 'gu');

function boundsIn(pattern: RegExp, text: string): number[] {
  return [...text.matchAll(pattern)].map((match) => Number(match[1] ?? match[2]));
}

/** "More than 23 and less than 25": only one whole number fits, and the pupil was not told these bounds before. */
function byBounds(text: string, values: readonly number[], isNews: IsNews): boolean {
  const pairs = [
    ...boundsIn(LOWER, text).flatMap((low) => boundsIn(UPPER, text).map((high) => [low, high] as const)),
    ...[...text.matchAll(BETWEEN)].map(([, low, high]) => [Number(low), Number(high)] as const),
  ];
  return pairs.some(
    ([low, high]) =>
      high > low &&
      high - low <= 2 &&
      (isNews(low) || isNews(high)) &&
      values.some(
        (value) => Number.isInteger(value) && low < value && value < high && low >= value - 1 && high <= value + 1,
      ),
  );
}

const CLAIM =
  /\b(?:is it|makes it|gives it|there it is|same as|equals?|equal to|answer|result|solution|what you (?:need|want|seek)|you have it|look(?:ing)? for|it is|it's|that is|that's|print|eval|return|compute)\b|=/i;
const TERM = /(?<![\w.)])-?\d+(?:\.\d+)?(?:\s*[-+*/×·÷−]\s*-?\d+(?:\.\d+)?){1,4}(?!\w|\.\d)/g;

/** A term that only has to be worked out, of numbers that are not those of the question, called the answer: "the same as 23 + 1". */
function byTerm(text: string, values: readonly number[], isNews: IsNews): boolean {
  const roots = [...text.matchAll(/(?:√|sqrt)\s*\(?\s*(\d+)\)?/gi)].some(
    ([, under]) => isNews(Number(under)) && values.some((value) => same(value * value, Number(under))),
  );
  if (roots) return true;
  if (!CLAIM.test(text)) return false;
  return [...text.matchAll(TERM)].some(([term]) => {
    const parts = (term.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
    return (
      parts.some((part) => isNews(part) && part > 1) &&
      values.some((value) => same(value, arithmeticValue(term.replace(/−/g, '-'))))
    );
  });
}

const JOINED = /(?<![\d.])(\d*[1-9]00|\d0) and (\d{1,2})(?![\d.]*\d)/g;
const OUT_OF = /(?<![\d.])(\d+) out of (?:every )?(\d+)(?![\d.]*\d)/gi;

/** "A hundred and 37", "3 out of 4": half in words. */
function halfInWords(text: string, values: readonly number[], isNews: IsNews): boolean {
  const sums = [...text.matchAll(JOINED)].map(([, a, b]) => Number(a) + Number(b));
  const shares = [...text.matchAll(OUT_OF)].map(([, a, b]) => Number(a) / Number(b));
  return values.some(
    (value) =>
      isNews(value) &&
      (sums.some((sum) => same(sum, value)) ||
        (!Number.isInteger(value) && shares.some((share) => same(share, value)))),
  );
}

const says = (text: string, values: readonly number[]): boolean =>
  numbersIn(text).some((number) => values.some((value) => isValue(number, value)));

/** Whether a readable sentence, after what was heard in this turn, holds a withheld number that only has to be worked out or decoded. */
export function hidesNumber(heard: string, sentence: string, values: readonly number[], known: Known): boolean {
  if (values.length === 0) return false;
  const text = inSymbols(sentence);
  const flat = folded(sentence);
  const isNews: IsNews = (value) => !known.numbers.some((number) => isValue(number, value));
  const isSeen = (piece: string): boolean => known.tight.includes(piece.toLowerCase().replace(/\s+/g, ''));
  return (
    decoded(sentence).some((code) => says(inSymbols(code), values)) ||
    values.flatMap(englishNames).some((name) => name.length > 5 && flat.includes(name) && !says(text, values)) ||
    values.flatMap(foreignNames).some((name) => name.length > 5 && flat.includes(name)) ||
    inOtherBase(heard, sentence, values) ||
    inTally(sentence, values, isNews) ||
    inPieces(sentence, values, isSeen) ||
    byUndoing(text, values) ||
    byNeighbours(text, values, isNews) ||
    byBounds(text, values, isNews) ||
    byTerm(text, values, isNews) ||
    halfInWords(text, values, isNews)
  );
}
