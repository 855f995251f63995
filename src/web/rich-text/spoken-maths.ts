import {
  attribute,
  childrenOf,
  isElement,
  type MarkupElement,
  MarkupRefused,
  textOf,
} from '../../domain/markup/markup.ts';
import { parseHtml } from '../../domain/markup/parse-html.ts';
import { maths as english } from '../i18n/en/maths.ts';
import { maths as hebrew } from '../i18n/he/maths.ts';
import type { Translated } from '../i18n/translated.ts';

type Words = Translated<typeof english>;

const FORMULA = /<math[ >].*?<\/math>/gs;
const HEBREW = /\p{Script=Hebrew}/u;

/**
 * HTML of a line with each formula named in words. What is in a formula is no part of the name of a choice or a link around it; its
 * label is. The name is in the language of the words around it, as they are read out together.
 */
export function nameFormulas(html: string): string {
  const words = HEBREW.test(html) ? hebrew : english;
  return html.replace(FORMULA, (formula) => {
    const name = spoken(formula, words).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    return name === '' ? formula : formula.replace('<math', () => `<math aria-label="${name}"`);
  });
}

/** MathML in words; empty where it cannot be read. */
function spoken(mathml: string, words: Words): string {
  try {
    const [math] = parseHtml(mathml);
    return math === undefined || !isElement(math) ? '' : say(math, words);
  } catch (error) {
    if (error instanceof MarkupRefused) return '';
    throw error;
  }
}

function say(element: MarkupElement, words: Words): string {
  const parts = childrenOf(element);
  const at = (index: number) => (parts[index] ? say(parts[index], words) : '');
  switch (element.name) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
      return token(textOf(element), words);
    case 'mphantom':
      return '';
    case 'mfrac':
      return (parts.every(isShort) ? words.fraction : words.longFraction)(at(0), at(1));
    case 'msqrt':
      return (parts.length === 1 && parts.every(isShort) ? words.root : words.longRoot)(all(parts, words));
    case 'mroot':
      return words.nthRoot(at(1), at(0));
    case 'msup':
      return `${at(0)} ${power(parts[1], words)}`;
    case 'msub':
      return words.index(at(0), at(1));
    case 'msubsup':
    case 'munderover':
      return parts[0]?.name === 'mo'
        ? words.fromTo(at(0), at(1), at(2))
        : `${words.index(at(0), at(1))} ${power(parts[2], words)}`;
    case 'munder':
      return words.below(at(0), at(1));
    case 'mover':
      return words.above(at(0), at(1));
    case 'menclose':
      return attribute(element, 'notation') === 'top' ? words.bar(all(parts, words)) : all(parts, words);
    case 'mtable':
      return words.rows(
        parts.map((row) =>
          childrenOf(row)
            .map((cell) => say(cell, words))
            .filter(Boolean)
            .join(', '),
        ),
      );
    default:
      return all(parts, words);
  }
}

const all = (parts: readonly MarkupElement[], words: Words): string =>
  parts
    .map((part) => say(part, words))
    .filter(Boolean)
    .join(' ');

/** A number, a letter or a sign by itself: where it ends needs no saying. */
const isShort = (part: MarkupElement): boolean => childrenOf(part).length === 0;

function power(part: MarkupElement | undefined, words: Words): string {
  if (!part) return '';
  const text = say(part, words);
  // Degrees and primes stand above as powers do, and are none.
  if (part.name === 'mo') return text;
  return words.powers[text] ?? (isShort(part) ? words.power : words.longPower)(text);
}

const INVISIBLE = /[\u2061-\u2064\u200b\ufeff]/g;

function token(text: string, words: Words): string {
  const plain = text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return Object.hasOwn(words.signs, plain) ? (words.signs[plain] ?? plain) : plain;
}
