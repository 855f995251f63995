import type { AnswerKey } from '../../../domain/curriculum/curriculum.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { hebrewInDigits } from './hebrew-numbers.ts';
import type { Known } from './number-leak.ts';
import { inSymbols, readable } from './plain-text.ts';

const LONGEST = 100;
const MOST_PIECES = 40;
/** Numbers, single letters, brackets and signs in a row: mathematics in running text. */
const RUN =
  /(?:[-−+±√([{|]\s*)*(?:\d[\d.,]*|(?<![\p{L}])[a-z](?![\p{L}])|[πθ∞])(?:\s*(?:[-−+*/^=<>≤≥≈·×÷±√()[\]{}|,;°%!→⇒∪∩]|\d[\d.,]*|(?<![\p{L}])[a-z](?=[^\p{L}]|$)|(?<=\d)[a-z](?![\p{L}])|[πθ∞]|sqrt|or|and(?= [-−]?\d))\s*)*/giu;
const OPERATORS = /[-−+*/^·×÷√]|(?<=\d)[a-z]/gi;

const tight = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+|[*·×]/g, '')
    .replace(/[−–]/g, '-')
    .replace(/[.,;:]+$/, '');
const weight = (text: string): number => text.match(OPERATORS)?.length ?? 0;

/** Pieces of mathematics of a sentence: each run as a whole and each side of its equations. */
function piecesOf(text: string): string[] {
  const runs = (text.match(RUN) ?? []).map((run) =>
    run
      .trim()
      .replace(/[,;:.]+$/, '')
      .trim(),
  );
  return runs
    .flatMap((run) => [run, ...run.split(/[=≈→⇒]/)])
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && piece.length <= LONGEST)
    .slice(0, MOST_PIECES);
}

/** The key and, of an equation, the side that is not a lone letter. */
function wantedForms(key: AnswerKey): string[] {
  return [key.answer, ...key.acceptedAnswers].flatMap((answer) => {
    const plain = readable(answer);
    const sides = plain.split('=').map((side) => side.trim());
    return sides.length === 2 && /^[a-z]$/i.test(sides[0] ?? '') ? [plain, sides[1] ?? ''] : [plain];
  });
}

/** The form as it is written, wherever blanks are; not as a part of a longer number or term. */
export function asWritten(form: string): RegExp | null {
  const signs = [...form.replace(/\s+/g, '')];
  if (signs.length < 3) return null;
  const inner = signs
    .map((sign) => sign.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/^[-−]$/, '[-−]'))
    .join('\\s*');
  return new RegExp(`(?<![\\d.^*/]|\\p{L}(?=\\p{L}))${inner}(?![\\d^(]|\\.\\d|\\s*[*/^]|(?<=\\p{L})\\p{L})`, 'iu');
}

const POINT = /^\(\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*\)$/;

/** "x = 2 and y = 3" for (2, 3). */
function namesPoint(text: string, { answer }: AnswerKey): boolean {
  const [, first, second] = POINT.exec(readable(answer)) ?? [];
  const is = (value = '') => new RegExp(`[a-z] ?(?:=|is) ?${value.replace('.', '\\.')}(?![\\d.]*\\d)`, 'i').test(text);
  return first !== undefined && is(first) && is(second);
}

/**
 * Whether a readable sentence states an answer that is an expression, a set or an interval, as written or in an equivalent form
 * that is no more complicated than the key: a form with more operations is a step on the way, not the answer.
 */
export function expressionLeaks(sentence: string, key: AnswerKey, known: Known, checker: AnswerChecker): boolean {
  const wanted = wantedForms(key);
  const isSurd = wanted.some((form) => form.includes('√'));
  const numbers = (wanted.join(' ').match(/\d+/g) ?? []).map(Number);
  const surds = isSurd ? surdsInSymbols(hebrewInDigits(inSymbols(sentence), numbers)) : sentence;
  return statesForm(sentence, key, known, checker) || (surds !== sentence && statesForm(surds, key, known, checker));
}

const ROOT_OF = '(?:(?:the )?(?:square )?root(?: of)?|(?:ה)?שורש(?: ריבועי)?(?: של)?|sqrt|√) ?\\(?(\\d+)\\)?';
const BY = '(?: ?(?:times|multiplied by|lots of|\\*|·|×|x|כפול|פעמים))? ?';

/** "7 times the root of 3", "the root of 3 taken 7 times" as 7√(3). */
function surdsInSymbols(text: string): string {
  return text
    .replace(new RegExp(`(?<![\\p{L}\\d])${ROOT_OF}(?![\\d.]*\\d)`, 'giu'), '√($1)')
    .replace(new RegExp(`(?<![\\d.])(\\d+)${BY}(?:ה|the )?(√\\(\\d+\\))`, 'giu'), '$1$2')
    .replace(/(√\(\d+\)),?(?: (?:taken|times|multiplied by|כפול))+ (\d+)(?: times)?(?![\d.]*\d)/giu, '$2$1');
}

function statesForm(sentence: string, key: AnswerKey, known: Known, checker: AnswerChecker): boolean {
  const wanted = wantedForms(key);
  const heaviest = Math.max(...wanted.map(weight));
  const seen = tight(known.text);
  if (wanted.some((form) => !seen.includes(tight(form)) && asWritten(form)?.test(sentence))) return true;
  if (namesPoint(inSymbols(sentence), key)) return true;
  return piecesOf(inSymbols(sentence)).some((piece) => {
    const short = tight(piece);
    if (short.length < 2 && !wanted.some((form) => tight(form) === short)) return false;
    const same = wanted.some((form) => tight(form) === short);
    const called =
      /\b(?:answer|result|solution)\b/i.test(sentence) ||
      sentence.toLowerCase().replace(/\s+/g, '').includes(`=${short}`);
    if (seen.includes(short)) return same && called && !seen.includes(`=${short}`) && short.length > 1;
    if (same) return true;
    return weight(piece) <= heaviest && short.length > 1 && checker.sameAnswer(key, piece);
  });
}
