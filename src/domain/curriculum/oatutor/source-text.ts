import { isWords } from './formula-words.ts';
import { type Piece, piecesOf } from './source-pieces.ts';
import { damageOfTex, repairTex } from './tex-repair.ts';

/** A text of the source as our Markdown, and what of it no reader could make sense of. */
export interface CleanText {
  text: string;
  /** Of the first formula that is damaged; null when all can be read. */
  damage: string | null;
}

/**
 * A text of the source as Markdown with inline formulas in `$…$`: words set as maths are words again, formulas that were cut
 * apart are whole, money is `\$5`, and nothing that is meant literally is Markdown.
 */
export function cleanText(source: string): CleanText {
  const pieces = joined(piecesOf(withOneDelimiter(source)).flatMap(classified));
  const maths = pieces.filter((piece) => piece.maths).map((piece) => repairTex(piece.text));
  const damage = maths.map(damageOfTex).find((found) => found !== null) ?? null;
  const text = pieces
    .map((piece) => (piece.maths ? `$${repairTex(piece.text)}$` : asMarkdown(piece.text)))
    .join('')
    .replace(/\$\$/g, '$ $')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ {2,}/g, ' ')
    .trim();
  return { text, damage };
}

const LOST = [
  ['\text', '\\text'],
  ['\times', '\\times'],
  ['\theta', '\\theta'],
  ['\frac', '\\frac'],
  ['\beta', '\\beta'],
] as const;

/** One backslash too few in the source's JSON: a tab and "ext" for \text, a form feed and "rac" for \frac. */
const withCommands = (source: string): string =>
  LOST.reduce((text, [read, meant]) => text.replaceAll(read, meant), source);

/** A few of the source's authors write \(…\) for $$…$$, and some both at once. */
function withOneDelimiter(source: string): string {
  const plain = withCommands(source).replace(/\\"/g, '"').replace(/\r\n?/g, '\n');
  return plain.replace(/(?<!\\)\\[()]/g, '$$$$').replace(/\${4}/g, '$$$$');
}

/** What a piece of the source really is: a formula, words, money, or prose with a formula in it that was not marked. */
function classified(piece: Piece): Piece[] {
  if (!piece.maths) return unmarkedFormulas(piece.text);
  const text = piece.text.replace(/\\\$\\\$/g, '').trim();
  if (text === '') return [{ maths: false, text: ' ' }];
  const money = /^\\\$\s*(\d[\d,. ]*)$/.exec(text)?.[1];
  if (money !== undefined) return [{ maths: false, text: `$${money.replace(/ /g, '')}` }];
  if (text.includes('"') || /^'.*'$/.test(text) || isWords(text)) return [{ maths: false, text }];
  return [{ maths: true, text }];
}

/** TeX commands, powers ("L**2") and products ("m*L") that stand in prose. */
const UNMARKED =
  /(?<![\w\\])\S*\\(?!n(?![a-z]))[a-zA-Z]+\S*|(?<![^\s:])[\w()=/.+-]*[\w)]\*\*?[\w({][\w()*/.+={}^-]*(?<![.,])/g;

function unmarkedFormulas(text: string): Piece[] {
  const prose = text.replace(/\\n(?![a-z]{2})/g, '\n');
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of prose.matchAll(UNMARKED)) {
    pieces.push({ maths: false, text: prose.slice(at, found.index) }, { maths: true, text: found[0] });
    at = found.index + found[0].length;
  }
  return [...pieces, { maths: false, text: prose.slice(at) }].filter((piece) => piece.text !== '');
}

const RELATION = /^(?:[=<>]|\\(?:le|leq|ge|geq|ne|neq|approx|to|times|cdot|pm)(?![a-zA-Z]))|^[+-]$/;
const OPERATOR_AT_END = /(?:[=<>+-]|\\(?:le|leq|ge|geq|ne|neq|approx|to|times|cdot|pm))$/;

/** Formulas that belong together as one: "$$y$$ $$=$$ $$6x^2$$", "$$749$$ * $$0.7$$ ** $$x$$", "$$(1$$, $$2)$$", "$$20$$ $$m$$". */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const [left, between] = [out.at(-2), out.at(-1)];
    const neighbour = between?.maths ? between : left;
    const link = between?.maths ? '' : (between?.text ?? '');
    const whole = piece.maths && neighbour?.maths ? join(neighbour.text, link, piece.text) : null;
    if (whole === null || neighbour === undefined) {
      out.push({ ...piece });
      continue;
    }
    if (!between?.maths) out.pop();
    neighbour.text = whole;
  }
  return out;
}

function join(left: string, link: string, right: string): string | null {
  const sign = link.trim();
  if (sign === '**') return `${left}^{${right}}`;
  if (/^[*+=<>-]$/.test(sign)) return `${left} ${sign} ${right}`;
  if (sign === ',' && openBrackets(left) > 0) return `${left}, ${right}`;
  if (sign !== '' || link.includes('\n')) return null;
  if (RELATION.test(right) || OPERATOR_AT_END.test(left)) return `${left} ${right}`;
  return /^-?\d[\d.,]*$/.test(left) ? withUnit(left, right) : null;
}

/** "20" and "m", "9.8" and "\frac{m}{s^2}": the number with its unit upright. */
function withUnit(number: string, unit: string): string | null {
  if (/^(?:m|h|g|s)$/.test(unit)) return `${number}\\ \\text{${unit}}`;
  const [, top = '', bottom = '', power] = /^\\frac\{([a-zA-Z]+)\}\{([a-zA-Z]+)(?:\^\{?(\d)\}?)?\}$/.exec(unit) ?? [];
  if (top === '' || bottom === '') return null;
  return `${number}\\ \\text{${top}}/\\text{${bottom}}${power === undefined ? '' : `^{${power}}`}`;
}

/** Brackets of either kind: in intervals one kind closes the other. */
function openBrackets(text: string): number {
  const bare = text.replace(/\\left|\\right/g, '');
  return (bare.match(/[([]/g)?.length ?? 0) - (bare.match(/[)\]]/g)?.length ?? 0);
}

/**
 * Prose in which nothing is Markdown; a list of the source ("- Week 1 …") stays one. An opening bracket stays as it is: with a backslash
 * it would begin a formula, and without its other half it makes no link.
 */
function asMarkdown(text: string): string {
  return text.replace(/[\\`*_\]#|~$]/g, (mark) => `\\${mark}`).replace(/^(\s*)>/gm, '$1\\>');
}
