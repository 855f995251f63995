import { spokenToSymbols } from '../../../domain/tutoring/answer-checking/spoken.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Characters that are not seen: between two digits they hide a number. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
/** A zero in every script that has digits of its own stands in a block of ten. */
const otherDigit = (char: string): string => {
  let zero = char.codePointAt(0) ?? 0;
  const own = zero;
  while (own - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((own - zero) % 10);
};

function untex(text: string): string {
  return text
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, (_, top: string, bottom: string) =>
      /^-?[\w.]+$/.test(top) && /^[\w.]+$/.test(bottom) ? ` ${top}/${bottom} ` : ` (${top})/(${bottom}) `,
    )
    .replace(/\\[dt]?frac\s*(\d)\s*(\d)/g, ' $1/$2 ')
    .replace(/\\sqrt\s*\{([^{}]*)\}/g, '√($1)')
    .replace(
      /\\(?:text|mathrm|mathbf|mathit|textbf|operatorname|boxed|fbox|underline|overline|mbox|color\{\w+\})\s*\{([^{}]*)\}/g,
      ' $1 ',
    )
    .replace(/\\(?:cdot|times|ast)(?![a-z])/g, '*')
    .replace(/\\div(?![a-z])/g, '/')
    .replace(/\\(?:approx|simeq)(?![a-z])/g, '≈')
    .replace(/\\(?:[Rr]ightarrow|to|implies|Longrightarrow)(?![a-z])/g, '→')
    .replace(/\\(?:leq?)(?![a-z])/g, '≤')
    .replace(/\\(?:geq?)(?![a-z])/g, '≥')
    .replace(/\\pi(?![a-z])/g, 'π')
    .replace(/\\infty(?![a-z])/g, '∞')
    .replace(/\\(?:left|right|big|Big|displaystyle|quad|qquad)(?![a-z])/g, '')
    .replace(/(?<=\d)(?:\{,\}|\\[,;:!])(?=\{?\d)/g, '')
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/\\%/g, '%')
    .replace(/\\[()[\]]/g, ' ')
    .replace(/\\\$/g, '')
    .replace(/\$+/g, ' ')
    .replace(/\{([^{}]*)\}/g, '$1')
    .replace(/\\[a-zA-Z]+/g, ' ');
}

/** Marks of emphasis and code; a star between two numbers is a multiplication and stays. */
function unmark(text: string): string {
  return text
    .replace(/\*\*|__|~~|`+/g, '')
    .replace(/(?<![\d\p{L})\s])\*|(?<![\d)\s*])\*(?=\S)|(?<=\s|^)\*(?=[^\s\d(*])|\*(?=[.,!?;:)]|$)/gu, '')
    .replace(/(?<=^|[\s(])_(?=\S)|(?<=\S)_(?=$|[\s.,!?;:)])/g, '');
}

/**
 * A sentence as it is read: hidden characters, Markdown and TeX are gone, digits of every script are 0 to 9, thousands are not
 * grouped. Case and words stay.
 */
export function readable(markdown: string): string {
  const seen = markdown
    .replace(UNSEEN, '')
    .replace(/\u20e3/g, '')
    .replace(/\\u\{?([0-9a-f]{4})\}?/gi, (whole, code: string) => fromCode(Number.parseInt(code, 16), whole))
    .replace(/&#x([0-9a-f]{1,6});/gi, (whole, code: string) => fromCode(Number.parseInt(code, 16), whole))
    .replace(/&#(\d{1,7});/g, (whole, code: string) => fromCode(Number(code), whole))
    .replace(/<\/?(?:b|i|u|s|em|strong|span|sub|sup|small|big|mark|code|font|br|wbr)\s*\/?>/gi, '')
    .replace(
      new RegExp(`[${SUPERSCRIPTS}]+`, 'g'),
      (run) => `^${[...run].map((char) => SUPERSCRIPTS.indexOf(char)).join('')}`,
    )
    .replace(/(?<=\d)[₀-₉]+/g, (run) => `_${run.normalize('NFKC')}`)
    .replace(/(?<=\d)(?=[¼-¾⅐-⅞])/g, ' ')
    .normalize('NFKC')
    .replace(/(?<=\d)\p{M}+/gu, '')
    .replace(/⁄/g, '/')
    .replace(/\p{Nd}/gu, (char) => (/\d/.test(char) ? char : otherDigit(char)))
    .replace(/[−–—](?=\d)/g, '-')
    .replace(/[’‘]/g, "'");
  return unmark(untex(seen))
    .replace(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g, (run) => run.replaceAll(',', ''))
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

function fromCode(code: number, whole: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** The same with spoken numbers and operations in symbols: "twenty-four" and "two dozen" are 24. */
export function inSymbols(text: string): string {
  return spokenToSymbols(text);
}

/** Letters and digits only, in small letters. */
export function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Words in small letters. */
export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];
}
