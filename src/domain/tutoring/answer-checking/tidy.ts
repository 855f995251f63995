import { kept } from './kept.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ';
const SUPERSCRIPT_PLAIN = '0123456789+-ni';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const RAISED = new RegExp(`[${SUPERSCRIPTS}]+`, 'g');
const LOWERED = new RegExp(`[${SUBSCRIPTS}]+`, 'g');
const VULGAR: Record<string, string> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅕': '1/5',
  '⅖': '2/5',
  '⅗': '3/5',
  '⅘': '4/5',
  '⅙': '1/6',
  '⅚': '5/6',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
};

/** What keyboards, phones and word processors put in the place of plain characters. */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]|\ufe0f/g, ''],
  [/[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g, ' '],
  [/\p{Extended_Pictographic}/gu, ' '],
  [/[−‒–‐‑﹣－]/g, '-'],
  [/—/g, ' , '],
  [/[×⋅∙·✕✖]/g, '*'],
  [/[÷∕⁄]/g, '/'],
  [/[≤⩽≦]/g, '<='],
  [/[≥⩾≧]/g, '>='],
  [/≠/g, '!='],
  [/[≈≅]/g, '~'],
  [/∞/g, ' inf '],
  [/√/g, ' sqrt '],
  [/∛/g, ' cbrt '],
  [/[πΠ𝜋]/gu, ' pi '],
  [/[ºᵒ˚]/g, '°'],
  [/[µ]/g, 'μ'],
  [/[‘’ʼ´`]/g, "'"],
  [/[“”„]/g, '"'],
  [/[ϕφ]/g, ' phi '],
  [/∣/g, '|'],
  [/\*\*/g, '^'],
  [/٫/g, '.'],
];

/** Nothing but printable ASCII: what most people type, and what few of the replacements are about. */
const PLAIN = /^[\x20-\x7e]*$/;

/** One plain spelling for what can be typed in many ways: minus signs, superscripts, vulgar fractions, digits, spaces. TeX stays. */
export function tidy(text: string): string {
  const bare = undecorated(text);
  if (!PLAIN.test(bare)) return spelledPlainly(bare);
  return bare.replaceAll('`', "'").replaceAll('**', '^').replace(/ {2,}/g, ' ').trim();
}

function spelledPlainly(text: string): string {
  let out = text.normalize('NFC').replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  out = out.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (c) => String(c.charCodeAt(0) & 0xf));
  out = out.replace(RAISED, (run) => `^{${translate(run, SUPERSCRIPTS, SUPERSCRIPT_PLAIN)}}`);
  out = out.replace(LOWERED, (run) => `_{${translate(run, SUBSCRIPTS, '0123456789')}}`);
  out = out.replace(/[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/g, (c) => ` ${VULGAR[c] ?? c} `);
  for (const [pattern, plain] of REPLACEMENTS) out = out.replace(pattern, plain);
  // "2 ו-3": the Hebrew "and".
  return out
    .replace(/(?<=\w) ו[-־]? ?(?=[-\d(a-z])/gi, ' and ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** **12**, "12", `12`, \boxed{12}: the 12. */
function undecorated(text: string): string {
  return text
    .trim()
    .replace(/^\$*\\boxed ?\{(.*)\}\$*$/s, '$1')
    .replace(/^(?:\*\*?|__?|[`"“„])([^*_`"“”„]+)(?:\*\*?|__?|[`"”“])$/s, '$1');
}

function translate(run: string, from: string, to: string): string {
  return [...run].map((c) => to[from.indexOf(c)] ?? c).join('');
}

/**
 * Takes the dollar signs of TeX away and leaves those of money ("\$5", "$5"): an opening one has no space after it, a closing
 * one no space before it and no digit after it.
 */
export function withoutMathDelimiters(text: string): string {
  return text
    .replace(/\$\$/g, ' ')
    .replace(/(?<!\\)\$(?! )([^$]*?[^\s\\])\$(?!\d)/g, ' $1 ')
    .replace(/(?<!\\)\\[()[\]]/g, ' ')
    .replace(/\\\$/g, '$')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** For literal comparison: spaces go, except where they part two letters or digits ("1 1/2" is not "11/2"). */
export const compact = kept((text) =>
  withoutMathDelimiters(tidy(text))
    .replace(/\\(?:left|right|,|;|!|:|quad)(?![a-zA-Z])/g, '')
    .replace(/(?<![\p{L}\p{N}]) | (?![\p{L}\p{N}])/gu, ''),
);
