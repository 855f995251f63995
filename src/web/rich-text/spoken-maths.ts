import {
  attribute,
  childrenOf,
  isElement,
  type MarkupElement,
  MarkupRefused,
  textOf,
} from '../../domain/markup/markup.ts';
import { parseHtml } from '../../domain/markup/parse-html.ts';
import { maths as words } from '../i18n/en/maths.ts';

const FORMULA = /<math[ >].*?<\/math>/gs;

/**
 * HTML of a line with each formula named in words. What is in a formula is no part of the name of a choice or a link around it; its
 * label is.
 */
export function nameFormulas(html: string): string {
  return html.replace(FORMULA, (formula) => {
    const name = spoken(formula).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    return name === '' ? formula : formula.replace('<math', () => `<math aria-label="${name}"`);
  });
}

/** MathML in words; empty where it cannot be read. */
function spoken(mathml: string): string {
  try {
    const [math] = parseHtml(mathml);
    return math === undefined || !isElement(math) ? '' : say(math);
  } catch (error) {
    if (error instanceof MarkupRefused) return '';
    throw error;
  }
}

function say(element: MarkupElement): string {
  const parts = childrenOf(element);
  const at = (index: number) => (parts[index] ? say(parts[index]) : '');
  switch (element.name) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
      return token(textOf(element));
    case 'mphantom':
      return '';
    case 'mfrac':
      return (parts.every(isShort) ? words.fraction : words.longFraction)(at(0), at(1));
    case 'msqrt':
      return (parts.length === 1 && parts.every(isShort) ? words.root : words.longRoot)(all(parts));
    case 'mroot':
      return words.nthRoot(at(1), at(0));
    case 'msup':
      return `${at(0)} ${power(parts[1])}`;
    case 'msub':
      return words.index(at(0), at(1));
    case 'msubsup':
    case 'munderover':
      return parts[0]?.name === 'mo'
        ? words.fromTo(at(0), at(1), at(2))
        : `${words.index(at(0), at(1))} ${power(parts[2])}`;
    case 'munder':
      return words.below(at(0), at(1));
    case 'mover':
      return words.above(at(0), at(1));
    case 'menclose':
      return attribute(element, 'notation') === 'top' ? words.bar(all(parts)) : all(parts);
    case 'mtable':
      return words.rows(parts.map((row) => childrenOf(row).map(say).filter(Boolean).join(', ')));
    default:
      return all(parts);
  }
}

const all = (parts: readonly MarkupElement[]): string => parts.map(say).filter(Boolean).join(' ');

/** A number, a letter or a sign by itself: where it ends needs no saying. */
const isShort = (part: MarkupElement): boolean => childrenOf(part).length === 0;

function power(part: MarkupElement | undefined): string {
  if (!part) return '';
  const text = say(part);
  // Degrees and primes stand above as powers do, and are none.
  if (part.name === 'mo') return text;
  return words.powers[text] ?? (isShort(part) ? words.power : words.longPower)(text);
}

const INVISIBLE = /[\u2061-\u2064\u200b\ufeff]/g;

function token(text: string): string {
  const plain = text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return Object.hasOwn(words.signs, plain) ? (words.signs[plain] ?? plain) : plain;
}
