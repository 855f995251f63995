import { constantValue } from './equivalence.ts';
import { isUnfinished } from './finished.ts';
import { kept } from './kept.ts';
import type { MathEngine } from './math-engine.ts';
import { type ReaderOptions, readMath } from './math-reader.ts';
import { FUNCTION_NAMES, GREEK } from './names.ts';
import { showTerm } from './term-text.ts';
import { isConstant, number, type Term } from './terms.ts';
import { tidy, withoutMathDelimiters } from './tidy.ts';
import { convert, readUnit, type Unit } from './units.ts';

/** A number with what it counts or measures. */
export interface Quantity {
  term: Term;
  /** A unit that is known. */
  unit?: Unit;
  /** The words after the number that are no known unit: "apples", "students in the class". */
  noun?: string;
  shown: string;
}

const ONE_NUMBER: ReaderOptions = { alternative: false, known: new Set(), oneNumber: true };
const CURRENCY = /^([-+]?) ?([$€£₪]) ?([-+]?)(?=[\d.])/;
const MAX_LENGTH = 300;
/** There is one engine in a process. */
const READINGS = new WeakMap<MathEngine, (text: string) => Quantity | undefined>();
const WORDS_ONLY = /^[\p{L}'’"&., ()?!/-]*$/u;

/** Reads the whole text as one quantity: "3/4", "$5", "50 cm", "x = 5", "2·3 = 6", "5 apples a day", "1 h 30 min". */
export function readQuantity(engine: MathEngine, text: string): Quantity | undefined {
  const reading = READINGS.get(engine) ?? kept((one) => readWith(engine, one));
  READINGS.set(engine, reading);
  return reading(text);
}

function readWith(engine: MathEngine, text: string): Quantity | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const plain = withoutMathDelimiters(tidy(text)).replace(/\$ ?(?=-?\d+(?:[.,]\d+)*$)/, '$');
  return readPlain(plain) ?? readSides(engine, plain) ?? readCompound(engine, plain);
}

/** Whether a text is a number with a known unit: "$5.83", "16 m", "1231.2 km/h"; "16m" may be a product. */
export function hasUnit(text: string): boolean {
  const plain = withoutMathDelimiters(tidy(text));
  return / [^ ]|^[-+]?[$€£₪]/.test(plain) && readPlain(plain)?.unit !== undefined;
}

function readPlain(text: string): Quantity | undefined {
  const currency = CURRENCY.exec(text);
  if (currency) {
    const [prefix, sign, symbol = '', inner] = currency;
    const rest = readNumberAndTail(text.slice(prefix.length));
    if (!rest || (sign === '-' && inner === '-')) return undefined;
    const term: Term = sign === '-' || inner === '-' ? { type: 'negative', of: rest.term } : rest.term;
    const unit = readUnit(symbol);
    return { ...rest, term, ...(unit ? { unit } : {}), shown: `${symbol}${showTerm(term)}` };
  }
  return readNumberAndTail(text);
}

function readNumberAndTail(text: string): Quantity | undefined {
  const whole = readConstant(text);
  if (whole) return quantityOf(whole);
  for (const at of tailStarts(text)) {
    const head = text.slice(0, at);
    const term = /\d|pi\b|sqrt/.test(head) ? readConstant(head) : undefined;
    const quantity = term && withTail(term, text.slice(at).trim(), head.endsWith(' '));
    if (quantity) return quantity;
  }
  return undefined;
}

/** Where a unit or a noun may begin, from the right: the head is the longest that can be read. */
function tailStarts(text: string): number[] {
  const starts: number[] = [];
  for (let i = text.length - 1; i > 0; i -= 1) {
    const [before = '', char = ''] = [text[i - 1], text[i]];
    const perUnit = char === '/' && /\p{L}/u.test(text[i + 1] ?? '');
    if ((perUnit || /[\p{L}°%$€£₪¢"'\\]/u.test(char)) && !/[\p{L}\\{]/u.test(before)) starts.push(i);
  }
  return starts.slice(-40);
}

function readConstant(text: string): Term | undefined {
  const object = readMath(text, ONE_NUMBER);
  const single = object?.type === 'collection' && object.items.length === 1 ? object.items[0] : object;
  return single?.type === 'scalar' && isConstant(single.term) ? single.term : undefined;
}

/** 50% and 60° carry their unit in the term. */
function quantityOf(term: Term): Quantity {
  const shown = showTerm(term);
  const inner = term.type === 'negative' ? term.of : term;
  if (inner.type !== 'percent' && inner.type !== 'degrees') return { term, shown };
  const unit = readUnit(inner.type === 'percent' ? '%' : '°');
  return {
    term: term.type === 'negative' ? { type: 'negative', of: inner.of } : inner.of,
    shown,
    ...(unit ? { unit } : {}),
  };
}

function withTail(term: Term, tail: string, spaced: boolean): Quantity | undefined {
  const words = tail.split(' ');
  for (let count = Math.min(words.length, 5); count > 0; count -= 1) {
    const name = words
      .slice(0, count)
      .join(' ')
      .replace(/[.,?!]+$/, '');
    const unit = readUnit(name);
    const rest = words.slice(count).join(' ');
    if (unit && WORDS_ONLY.test(rest) && isUnitHere(name, spaced))
      return { term, unit, shown: `${showTerm(term)} ${name}` };
  }
  if (!WORDS_ONLY.test(tail) || words.some((word) => /^[b-hj-zB-HJ-Z]$/.test(word))) return undefined;
  const first = words[0] ?? '';
  if (
    (!spaced && !tail.startsWith('/')) ||
    first in FUNCTION_NAMES ||
    GREEK.has(first) ||
    /^(?:st|nd|rd|th|or|and|plus|minus|over)$/i.test(first)
  ) {
    return undefined;
  }
  return { ...quantityOf(term), noun: tail, shown: `${showTerm(term)} ${words.slice(0, 4).join(' ')}` };
}

/** "3n" and "3 x" are products; "3 m" is three metres, and "in total" no inches. */
function isUnitHere(name: string, spaced: boolean): boolean {
  if (/^[a-zA-Z]$/.test(name)) return spaced ? /[mgshdLlNJWVAKtC]/.test(name) : /[mgshLK]/.test(name);
  return name !== 'in' || spaced;
}

/** "x = 5", "5 = x", "3 + 4 = 7": the value that is stated, the last finished one. */
function readSides(engine: MathEngine, text: string): Quantity | undefined {
  const sides = text.split(/[=~]|\\approx/).map((side) => side.trim());
  if (sides.length < 2 || sides.length > 6) return undefined;
  const read = sides.map((side) => readPlain(side));
  const values = read.filter((side) => side !== undefined);
  const names = sides.filter(
    (side, i) => !read[i] && /^[a-zA-Z](?:_\w+)?(?:'|\([a-z]\))?$|^[a-zA-Z ]{2,30}$|^\\[a-z]+$/.test(side),
  );
  if (values.length === 0 || values.length + names.length < sides.length || names.length > 1) return undefined;
  const finished = values.filter((side) => !isUnfinished(engine, side.term));
  return finished.at(-1) ?? values.at(-1);
}

/** "1 h 30 min", "5 ft 3 in": one quantity in the smallest of its units. */
function readCompound(engine: MathEngine, text: string): Quantity | undefined {
  const found = [...text.matchAll(/(\d+(?:\.\d+)?) ?([a-zA-Z"']+)(?: and |, ?| |$)/g)];
  if (found.length < 2 || found.length > 4 || found.map((part) => part[0]).join('') !== text) return undefined;
  const units = found.map((part) => readUnit(part[2] ?? ''));
  const target = units.at(-1);
  if (!target || target.dimension === '') return undefined;
  let total = 0;
  for (const [i, part] of found.entries()) {
    const unit = units[i];
    const value = unit && convert(Number(part[1]), unit, target);
    if (value === undefined) return undefined;
    total += value;
  }
  const term = number(total);
  return constantValue(engine, term) && { term, unit: target, shown: text };
}
