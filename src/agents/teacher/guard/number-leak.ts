import { countedNoun, isAsserted, isHouseNumber, standsAlone } from './contexts.ts';
import { isValue, type NumberAt, numbersIn } from './numbers.ts';
import { inSymbols, readable, words } from './plain-text.ts';

/** What the pupil can see or has written, prepared once. */
export interface Known {
  /** Plain text in symbols. */
  text: string;
  numbers: NumberAt[];
  words: Set<string>;
  /** The question without its choices. */
  question: string;
  /** Without white space, for equations. */
  tight: string;
  /** What the pupil answered to the question, as it is read. */
  tried: readonly string[];
}

export function prepareKnown(texts: readonly string[], question = '', tried: readonly string[] = []): Known {
  const text = texts.map((each) => inSymbols(readable(each))).join('\n');
  const tight = text.toLowerCase().replace(/\s+/g, '');
  const stems = words(text).flatMap((word) => [word, word.replace(/s$/, ''), `${word}s`]);
  return {
    text,
    numbers: texts.flatMap((each) => numbersIn(inSymbols(readable(each)))),
    words: new Set(stems),
    question,
    tight,
    tried: tried.map((each) => readable(each).trim()),
  };
}

/** "x = 2" is no news where the question itself says it. */
function equationIsKnown(before: string, raw: string, known: Known): boolean {
  const left = /([^\s=<>,;:]+)\s*=\s*$/.exec(before)?.[1];
  return left !== undefined && known.tight.includes(`${left.toLowerCase()}=${raw.toLowerCase().replace(/\s+/g, '')}`);
}

/** Up to here a number in words is often no number at all; 0 and 1 are so common that digits count as little. */
const SMALL = 12;

/** A number in a text that has the value of the answer. */
interface Hit {
  text: string;
  number: NumberAt;
  wanted: number;
  tolerance: number;
  /** Written as a word. */
  spoken: boolean;
}

/** Whether it gives the answer away where it stands. */
function gives({ text, number, wanted, tolerance, spoken }: Hit, known: Known): boolean {
  const around = { before: text.slice(0, number.start), after: text.slice(number.end) };
  if (isHouseNumber(around, (noun) => known.words.has(noun.toLowerCase()))) return false;
  const asserted = isAsserted(around) && !equationIsKnown(around.before, number.raw, known);
  if (asserted || standsAlone(around)) return true;
  const seen = known.numbers.some((each) => isValue(each, wanted, tolerance));
  if (seen) return false;
  if (Number.isInteger(wanted) && wanted >= -1 && wanted <= (spoken ? SMALL : 1)) {
    return Math.abs(wanted) > 1 && countedNoun(around.after).some((noun) => known.words.has(noun.toLowerCase()));
  }
  return true;
}

const ARITHMETIC = /(?<![\w.)])-?\d+(?:\.\d+)?(?:\s*[-+*/×·÷]\s*-?\d+(?:\.\d+)?){1,4}(?!\w|\.\d|\()/g;

/** "The answer is 3 + 4": a sum that only has to be added up, called the answer. Left to right with × and ÷ first. */
export function arithmeticValue(term: string): number {
  const tokens =
    term
      .replace(/[×·]/g, '*')
      .replace(/÷/g, '/')
      .match(/\d+(?:\.\d+)?|[-+*/]/g) ?? [];
  let total = 0;
  let product = Number.NaN;
  let sign = 1;
  let operation = '';
  for (const token of tokens) {
    if (!/\d/.test(token)) {
      if (token === '*' || token === '/') operation = token;
      else if (Number.isNaN(product) || operation !== '') sign = token === '-' ? -sign : sign;
      else {
        total += product;
        product = Number.NaN;
        sign = token === '-' ? -1 : 1;
      }
      continue;
    }
    const value = sign * Number(token);
    product = operation === '*' ? product * value : operation === '/' ? product / value : value;
    operation = '';
    sign = 1;
  }
  return total + product;
}

function namesASum(text: string, values: readonly number[], known: Known): boolean {
  return [...text.matchAll(ARITHMETIC)].some((match) => {
    const value = arithmeticValue(match[0]);
    if (!values.some((wanted) => Math.abs(wanted - value) < 1e-9)) return false;
    if (known.tight.includes(match[0].replace(/\s+/g, ''))) return false;
    return /\b(?:answer|result|solution)\b[^.?!]{0,20}(?:\bis|=|:)\s*$/i.test(text.slice(0, match.index));
  });
}

const RELATIVE =
  /\b(?:(one|\d+(?:\.\d+)?) (more|less|fewer|bigger|smaller|greater|higher|lower|above|below|after|before) (?:than )?|(double|twice|half(?: of)?|triple|the square of|the double of) )(-?\d+(?:\.\d+)?)/gi;

/** "One more than six", "double 3.5": said of the answer, it is the answer. */
function namesByRelation(text: string, values: readonly number[]): boolean {
  const said = /\b(?:answer|result|solution|it(?:'s| is)|is it|x (?:is|=))/i.test(text);
  return [...text.matchAll(RELATIVE)].some((match) => {
    // "Twice 12." and nothing else is the answer, too.
    if (!said && /[\p{L}\d]/u.test(text.replace(match[0], ''))) return false;
    const base = Number(match[4]);
    const step = match[1]?.toLowerCase() === 'one' ? 1 : Number(match[1] ?? 0);
    const kind = (match[2] ?? match[3] ?? '').toLowerCase();
    const value = /more|bigger|greater|higher|above|after/.test(kind)
      ? base + step
      : /less|fewer|smaller|lower|below|before/.test(kind)
        ? base - step
        : kind.startsWith('half')
          ? base / 2
          : kind.startsWith('triple')
            ? base * 3
            : kind.includes('square')
              ? base * base
              : base * 2;
    return values.some((wanted) => Math.abs(wanted - value) < 1e-9);
  });
}

const TERM = /(?<![\d.])\d+(?:\.\d+)?[a-z]?(?![a-z])|(?<![a-z])[a-z](?![a-z])|[-−+*/^()·×]/gi;

/**
 * The equations in a text: terms on both sides of a "=", with nothing but space between them. One pass over the text: pupils write
 * thousands of terms without any "=", and a pattern for whole equations would try them in every way.
 */
function equationsIn(text: string): string[] {
  const sides = text.split('=');
  if (sides.length < 2) return [];
  const read = sides.map((side) => {
    const terms = [...side.matchAll(TERM)].map(({ 0: term, index }) => ({ start: index, end: index + term.length }));
    let [head, tail] = [0, side.length];
    for (const { start, end } of terms) {
      if (side.slice(head, start).trim() !== '') break;
      head = end;
    }
    for (const { start, end } of terms.reverse()) {
      if (side.slice(end, tail).trim() !== '') break;
      tail = start;
    }
    return { head: side.slice(0, head).trim(), tail: side.slice(tail).trim() };
  });
  return read.slice(1).flatMap(({ head }, index) => {
    const left = read[index]?.tail ?? '';
    return left === '' || head === '' ? [] : [`${left}=${head}`];
  });
}

const asTerm = (text: string): string =>
  text.toLowerCase().replace(/\s+/g, '').replace(/[×·]/g, '*').replace(/−/g, '-');

/** The equation of the question with the answer put in: "3 · 2 + 2 = 8". */
function namesByProbe(text: string, values: readonly number[], known: Known): boolean {
  const said = asTerm(text);
  return equationsIn(known.text)
    .map(asTerm)
    .some((equation) => {
      const letters = new Set(equation.match(/[a-z]/g) ?? []);
      const [letter] = letters;
      if (letters.size !== 1 || letter === undefined) return false;
      const sides = equation.split('=').filter((side) => side.includes(letter) && /\d/.test(side));
      return values.some((value) =>
        sides.some((side) =>
          [`*${value}`, `(${value})`, `*(${value})`].some((form) => {
            const put = side
              .replaceAll(new RegExp(`(?<=[\\d)])${letter}`, 'g'), form)
              .replaceAll(letter, String(value));
            return put.length > 2 && said.includes(put);
          }),
        ),
      );
    });
}

/** Whether a readable sentence gives one of these values away. */
export function numberLeaks(sentence: string, values: readonly number[], tolerance: number, known: Known): boolean {
  if (values.length === 0) return false;
  const line = sentence.replace(/\s*\n\s*/g, ' ');
  const text = inSymbols(line);
  const digits = new Set(sentence.match(/\d+(?:\.\d+)?/g) ?? []);
  const isSpoken = (number: NumberAt): boolean =>
    !(number.raw.match(/\d+(?:\.\d+)?/g) ?? []).some((run) => digits.has(run));
  const found = [...new Set([text, line])].some((form) =>
    numbersIn(form).some((number) =>
      values.some(
        (wanted) =>
          isValue(number, wanted, tolerance) &&
          gives({ text: form, number, wanted, tolerance, spoken: isSpoken(number) }, known),
      ),
    ),
  );
  return found || namesASum(text, values, known) || namesByRelation(text, values) || namesByProbe(text, values, known);
}
