import type { Item } from '../curriculum/curriculum.ts';
import type { AnswerChecker } from './verdict.ts';

/** What was done with two numbers of the question. */
export type Operation = 'added' | 'subtracted' | 'multiplied' | 'divided';

/**
 * What a wrong answer looks like beside the key. Each is verified against the key and the numbers of the question, none is guessed,
 * and none says the answer.
 */
export type Slip =
  | {
      kind:
        | 'sign'
        | 'unit'
        | 'place value'
        | 'turned over'
        | 'one off'
        | 'too big'
        | 'too small'
        | 'border'
        | 'value missing'
        | 'value too many'
        | 'choice'
        | 'several choices'
        | 'expression'
        | 'set'
        | 'interval'
        | 'number'
        | 'text';
    }
  /** The right numbers, but something else was done with them than the question asks. */
  | { kind: 'operation'; used: Operation; numbers: [string, string] }
  /** A result on the way: two numbers of the question were put together, and one is not used yet. */
  | { kind: 'part way'; used: Operation; numbers: [string, string] }
  /** The answer to a smaller question of an author. */
  | { kind: 'smaller question'; question: string }
  /** A number that stands in the question. */
  | { kind: 'from the question' };

/** A plain number, fraction or percentage, with or without a unit behind it; undefined for anything else. */
export function plainNumber(text: string): number | undefined {
  const clean = text
    .trim()
    .replace(/^[a-z]\s*=\s*/i, '')
    .replace(/[−–]/g, '-')
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(/^\$|\$$/g, '')
    .replace(/(?<=\d)\s*(?:[°€£]|[a-zµ]{1,12}(?:[²³]|\^?[23])?(?:\/[a-z]{1,4}(?:[²³]|\^?[23])?)?)$/i, '');
  const fraction = /^([+-]?\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)$/.exec(clean);
  if (fraction) return Number(fraction[2]) === 0 ? undefined : Number(fraction[1]) / Number(fraction[2]);
  const number = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(%?)$/.exec(clean);
  return number ? Number(number[1]) / (number[2] ? 100 : 1) : undefined;
}

/** What comes of a division by zero is near to nothing. */
export const near = (a: number, b: number): boolean =>
  Number.isFinite(a) && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Where a wrong answer went wrong, as far as it can be told from the key and the question. `answer` is as the checker read it. */
export function slipOf(item: Item, answer: string, checker: AnswerChecker): Slip {
  const { key } = item;
  const smaller = item.hints.find((hint) => answersScaffold(item, hint.scaffold, answer, checker))?.scaffold;
  if (smaller) return { kind: 'smaller question', question: smaller.question.trim() };
  switch (key.kind) {
    case 'number':
      return numberSlip(item, answer);
    case 'expression':
      if (isPair(key)) return { kind: 'set' };
      return [`-(${answer})`, ...otherSigns(answer)].some((other) => checker.sameAnswer(key, other))
        ? { kind: 'sign' }
        : { kind: 'expression' };
    case 'interval':
      return otherBorders(answer).some((other) => checker.sameAnswer(key, other))
        ? { kind: 'border' }
        : { kind: 'interval' };
    case 'set':
      return setSlip(key.answer, answer);
    default:
      return { kind: key.kind };
  }
}

const MOST_SIGNS = 4;

/** The expression with one other sign. */
function otherSigns(answer: string): string[] {
  const signs = [...answer.matchAll(/[-+−]/g)].slice(0, MOST_SIGNS);
  return signs.map(
    ({ 0: sign, index }) => `${answer.slice(0, index)}${sign === '+' ? '-' : '+'}${answer.slice(index + 1)}`,
  );
}

/** A point, or the values of several letters: each of them is looked at by itself. */
export const isPair = ({ kind, answer }: Pick<Item['key'], 'kind' | 'answer'>): boolean =>
  kind === 'expression' && /^\([^()]+,[^()]+\)$/.test(answer.trim());

function answersScaffold(
  item: Item,
  scaffold: Item['hints'][number]['scaffold'],
  answer: string,
  checker: AnswerChecker,
): boolean {
  if (scaffold === undefined || scaffold.question.trim() === '' || scaffold.kind === 'choice') return false;
  if (item.key.choices.length > 0 || (scaffold.choices ?? []).length > 0) return false;
  const { kind, answer: right } = scaffold;
  return checker.sameAnswer({ kind, answer: right, acceptedAnswers: [], choices: [] }, answer);
}

function numberSlip(item: Item, answer: string): Slip {
  const right = plainNumber(item.key.answer);
  const given = plainNumber(answer);
  if (right === undefined || given === undefined) return { kind: 'number' };
  if (right !== 0 && near(given, -right)) return { kind: 'sign' };
  const numbers = numbersIn(`${item.stem}\n${item.question}`);
  const operation = operationSlip(numbers, right, given);
  if (operation) return operation;
  if (right !== 0 && given !== 0) {
    const scale = scaleSlip(item.key.unit, given / right);
    if (scale) return scale;
    if (near(given * right, 1) && !near(given, right)) return { kind: 'turned over' };
  }
  if (numbers.some(({ value }) => near(value, given))) return { kind: 'from the question' };
  if (Number.isInteger(right) && Math.abs(right) > 5 && near(Math.abs(given - right), 1)) return { kind: 'one off' };
  if (right > 0 && given > 0 && given / right >= 1.5) return { kind: 'too big' };
  if (right > 0 && given >= 0 && given / right <= 0.67) return { kind: 'too small' };
  return { kind: 'number' };
}

/** What units differ by besides powers of ten: seconds, minutes, hours, days, weeks, dozens. */
const UNIT_RATIOS = [60, 3600, 24, 7, 12, 365];

function scaleSlip(unit: string | undefined, ratio: number): Slip | null {
  if (ratio <= 0) return null;
  const tens = Math.log10(ratio);
  const byTen = Math.abs(tens) > 0.5 && near(tens, Math.round(tens));
  const byUnit = UNIT_RATIOS.some((one) => near(ratio, one) || near(ratio, 1 / one));
  if (unit !== undefined && (byTen || byUnit)) return { kind: 'unit' };
  return byTen ? { kind: 'place value' } : null;
}

export interface Written {
  text: string;
  value: number;
}

const MOST_NUMBERS = 6;

/** Plain numbers of a text, as they are written. */
export function numbersIn(text: string): Written[] {
  const found = text.match(/(?<![\w.^{])\d+(?:,\d{3})*(?:\.\d+)?(?![\w^]|\.\d)/g) ?? [];
  const written = found.map((each) => ({ text: each, value: Number(each.replaceAll(',', '')) }));
  return written.filter(({ value }) => Number.isFinite(value)).slice(0, MOST_NUMBERS);
}

export const OPERATIONS: readonly [Operation, (a: number, b: number) => number][] = [
  ['added', (a, b) => a + b],
  ['subtracted', (a, b) => a - b],
  ['multiplied', (a, b) => a * b],
  ['divided', (a, b) => a / b],
];

const reaches = (a: number, b: number, wanted: number): boolean =>
  OPERATIONS.some(([, reckon]) => near(reckon(a, b), wanted) || near(reckon(b, a), wanted));

/** Whether the answer is two numbers of the question put together in another way than the right one is, or only the first part of it. */
function operationSlip(numbers: readonly Written[], right: number, given: number): Slip | null {
  for (const [index, a] of numbers.entries()) {
    for (const [other, b] of numbers.entries()) {
      const used =
        index === other ? undefined : OPERATIONS.find(([, reckon]) => near(reckon(a.value, b.value), given))?.[0];
      if (used === undefined) continue;
      if (reaches(a.value, b.value, right)) return { kind: 'operation', used, numbers: [a.text, b.text] };
      const rest = numbers.filter((_, at) => at !== index && at !== other);
      if (rest.some(({ value }) => reaches(given, value, right)))
        return { kind: 'part way', used, numbers: [a.text, b.text] };
    }
  }
  return null;
}

/** The interval with other brackets at one end or both. */
function otherBorders(answer: string): string[] {
  const ends = /^(\s*)([[(])(.*)([\])])(\s*)$/s.exec(answer);
  if (!ends) return [];
  const inner = ends[3] ?? '';
  return ['[]', '[)', '(]', '()'].map(([open, close]) => `${open}${inner}${close}`);
}

function setSlip(key: string, answer: string): Slip {
  const values = (text: string) =>
    text
      .replace(/[{}]/g, '')
      .split(/[,;]|\band\b|\bor\b/)
      .flatMap((each) => plainNumber(each) ?? []);
  const right = values(key);
  const given = values(answer);
  if (right.length === 0 || given.length === 0) return { kind: 'set' };
  const fits = (value: number) => right.some((one) => near(one, value));
  if (given.every(fits) && given.length < right.length) return { kind: 'value missing' };
  const allThere = right.every((one) => given.some((value) => near(one, value)));
  return allThere && given.length > right.length ? { kind: 'value too many' } : { kind: 'set' };
}
