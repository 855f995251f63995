import { attribute, childrenOf, isElement, type MarkupElement, textOf } from './markup.ts';

const FUNCTIONS = new Set(
  'sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lim exp max min gcd det'.split(' '),
);
const ACCENTS: Readonly<Record<string, string>> = {
  '¯': 'overline',
  '‾': 'overline',
  _: 'overline',
  '^': 'hat',
  ˆ: 'hat',
  '→': 'vec',
  '⃗': 'vec',
  '~': 'tilde',
  '˜': 'tilde',
  '˙': 'dot',
  '.': 'dot',
  '⏞': 'overbrace',
};
const INVISIBLE = /[\u2061-\u2064\u200b\ufeff]/g;

/**
 * A formula in MathML as TeX, by its parts; where one of them is not known, by the TeX that it carries with it, which may use words of
 * its maker's own; null when there is none.
 */
export function mathmlToTex(math: MarkupElement): string | null {
  try {
    return oneLine(row(math));
  } catch (error) {
    if (!(error instanceof UnknownPart)) throw error;
    const carried = carriedTex(math);
    return carried === undefined ? null : oneLine(carried);
  }
}

const oneLine = (tex: string): string => tex.replace(/\s+/g, ' ').trim();

class UnknownPart extends Error {}

function carriedTex(math: MarkupElement): string | undefined {
  const [semantics] = childrenOf(math, 'semantics');
  const note =
    semantics && childrenOf(semantics, 'annotation').find((one) => /tex/i.test(attribute(one, 'encoding') ?? ''));
  const tex = note === undefined ? '' : textOf(note).trim();
  return tex === '' ? undefined : tex.replace(/^(?:\$+|\\[([])|(?:\$+|\\[)\]])$/g, '');
}

const row = (element: MarkupElement): string => childrenOf(element).map(tex).join(' ');

/** The nth part of an element that has a fixed number of them. */
function part(element: MarkupElement, index: number): string {
  const child = childrenOf(element)[index];
  if (!child) throw new UnknownPart();
  return tex(child);
}

function tex(element: MarkupElement): string {
  const at = (index: number) => part(element, index);
  switch (element.name) {
    case 'mrow':
    case 'mstyle':
    case 'mpadded':
    case 'merror':
      return row(element);
    case 'semantics':
      return at(0);
    case 'mi':
      return name(words(element));
    case 'mn':
      return escaped(words(element));
    case 'mo':
      return operator(words(element));
    case 'mtext':
    case 'ms':
      return words(element) === '' ? '\\ ' : `\\text{${escaped(words(element)).replace(/\\backslash /g, '')}}`;
    case 'mspace':
      return '\\ ';
    case 'mphantom':
    case 'none':
    case 'maligngroup':
    case 'malignmark':
      return '';
    case 'mfrac':
      return `\\frac{${at(0)}}{${at(1)}}`;
    case 'msqrt':
      return `\\sqrt{${row(element)}}`;
    case 'mroot':
      return `\\sqrt[${at(1)}]{${at(0)}}`;
    case 'msup':
      return `${base(at(0))}^{${at(1)}}`;
    case 'msub':
      return `${base(at(0))}_{${at(1)}}`;
    case 'msubsup':
    case 'munderover':
      return `${base(at(0))}_{${at(1)}}^{${at(2)}}`;
    case 'mover':
      return over(element);
    case 'munder':
      return under(at(0), at(1));
    case 'mfenced':
      return fenced(element);
    case 'menclose':
      return `\\boxed{${row(element)}}`;
    case 'mtable':
      return `\\begin{matrix}${childrenOf(element)
        .map((line) => childrenOf(line).map(row).join(' & '))
        .join(' \\\\ ')}\\end{matrix}`;
    default:
      throw new UnknownPart();
  }
}

const words = (element: MarkupElement): string => {
  if (element.children.some(isElement)) throw new UnknownPart();
  return textOf(element)
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
};

const escaped = (text: string): string =>
  text
    .replace(/\\/g, '\\backslash ')
    .replace(/[#$%&_{}]/g, (mark) => `\\${mark}`)
    .replace(/~/g, '\\sim ')
    .replace(/\^/g, '\\wedge ');

function name(text: string): string {
  if (FUNCTIONS.has(text)) return `\\${text} `;
  return [...text].length > 1 && /^\p{L}+$/u.test(text) ? `\\mathrm{${text}}` : escaped(text);
}

function operator(text: string): string {
  if (text === '-' || text === '−') return '-';
  if (text === '*') return '\\ast ';
  if (FUNCTIONS.has(text)) return `\\${text} `;
  return /^\p{L}{2,}$/u.test(text) ? `\\operatorname{${text}}` : escaped(text);
}

const base = (text: string): string => (/^(?:[^\\{}\s]|\\[a-zA-Z]+ ?)$/u.test(text) ? text : `{${text}}`);

/** Below a limit or a sum the index stands as one; below anything else it is set under it. */
const under = (top: string, bottom: string): string =>
  /^\\(?:lim|max|min|sum|prod|int)|^[∑∏∫⋃⋂]/.test(top) ? `${top}_{${bottom}}` : `\\underset{${bottom}}{${top}}`;

function over(element: MarkupElement): string {
  const [bottom, top] = [part(element, 0), part(element, 1)];
  const mark = childrenOf(element)[1];
  const accent = mark ? textOf(mark).trim() : '';
  const command = Object.hasOwn(ACCENTS, accent) ? ACCENTS[accent] : undefined;
  return command === undefined ? `\\overset{${top}}{${bottom}}` : `\\${command}{${bottom}}`;
}

function fenced(element: MarkupElement): string {
  const mark = (attributeName: string, usual: string) => attribute(element, attributeName) ?? usual;
  const separator = mark('separators', ',').trim().charAt(0);
  const inner = childrenOf(element)
    .map(tex)
    .join(separator === '' ? ' ' : `${separator} `);
  const fence = (text: string) => (text === '' ? '.' : /^[{}]$/.test(text) ? `\\${text}` : text);
  return `\\left${fence(mark('open', '('))} ${inner} \\right${fence(mark('close', ')'))}`;
}
