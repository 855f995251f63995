import type { MathObject } from './math-objects.ts';
import { plainNumerals } from './numerals.ts';
import { parseTerm } from './term-parser.ts';
import { signVariants, type Term } from './terms.ts';
import { tidy, withoutMathDelimiters } from './tidy.ts';
import type { ReadingOptions } from './token-cursor.ts';
import type { Relation, Token } from './token-tables.ts';
import { tokenize } from './tokens.ts';

export interface ReaderOptions extends ReadingOptions {
  /** Letters that may stand side by side as a product, because the key uses them; undefined while a key is read. */
  known: ReadonlySet<string> | undefined;
  /** Whether a comma between digits is part of the number ("1,000", "3,5") rather than between two answers. */
  oneNumber: boolean;
}

const MAX_LENGTH = 1000;

const EMPTY =
  /^(?:there (?:is|are) )?(?:no (?:real )?solutions?|(?:the )?empty set|null set|no real numbers|\\text\{no solution\}|\{ ?\}|\\\{ ?\\\})$/i;
const REALS = /^(?:all|any|every) (?:the )?(?:real )?numbers?$|^all reals?$|^r$/i;

/**
 * Reads a whole text as one mathematical object: an expression, an equation or inequality, a pair, an interval or a union of
 * them, a set, a list, a matrix. Undefined when any part of it is no mathematics. Bounded: 1,000 characters, 400 tokens.
 */
export function readMath(text: string, options: ReaderOptions): MathObject | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const plain = withoutMathDelimiters(tidy(text))
    .replace(/^[.,;](?!\d)|(?<!\.)[.,;]$/g, '')
    .trim();
  if (EMPTY.test(plain)) return { type: 'empty' };
  if (REALS.test(plain)) return { type: 'reals' };
  const source = rewriteNotation(plainNumerals(plain, options.oneNumber));
  const tokens = tokenize(source, options.known);
  return tokens && tokens.length > 0 ? readTokens(tokens, options, 0) : undefined;
}

/** Notations that are easier to rewrite than to parse: ]2, 5[ for (2, 5), {x | x > 3} for x > 3, f(x) = … for f = …, 0.\overline{3}. */
function rewriteNotation(text: string): string {
  return text
    .replace(
      /^\] ?([^\][()]+[,;][^\][()]+?) ?([\][])$/,
      (_, inner: string, end: string) => `(${inner}${end === '[' ? ')' : ']'}`,
    )
    .replace(/^([[(]) ?([^\][()]+[,;][^\][()]+?) ?\[$/, '$1$2)')
    .replace(/^\\?\{ ?([a-zA-Z]) ?(?:\\in ?\\mathbb\{R\} ?|∈ ?ℝ ?)?(?:\||:|\\mid) ?(.*?) ?\\?\}$/, '$2')
    .replace(/^([a-zA-Z])'? ?\( ?([a-zA-Z]) ?\) ?=/, 'fn{$1$2} =')
    .replace(/(?<=\d) [xX] (?=\d)|(?<=\d) ?[xX] ?(?=10 ?\^)/g, ' * ')
    .replace(/^([a-zA-Z])n ?= ?/, '$1_n = ')
    .replace(/([îĵ])|k\u0302/g, (_, vector?: string) => `hat{${vector === 'î' ? 'i' : vector ? 'j' : 'k'}}`)
    .replace(/([a-zA-Z])\u20d7/g, 'vec{$1}')
    .replace(
      /(\d*\.\d*)\\overline ?\{(\d+)\}/g,
      (_, head: string, cycle: string) => `${head}${cycle.repeat(18 / cycle.length)}...`,
    )
    .replace(/\^ ?\{? ?\\circ ?\}?/g, '°')
    .replace(/&/g, text.includes('\\begin') ? '&' : ' and ');
}

function readTokens(tokens: readonly Token[], options: ReaderOptions, depth: number): MathObject | undefined {
  if (depth > 6 || tokens.length === 0) return undefined;
  const unions = split(tokens, 'union');
  if (unions.length > 1) return all(unions, options, depth, (parts) => ({ type: 'union', parts }));
  const ors = split(tokens, 'or');
  if (ors.length > 1) return all(ors, options, depth, joinAlternatives);
  const ands = split(tokens, 'and');
  if (ands.length > 1) return all(ands, options, depth, joinTogether);
  const semicolons = split(tokens, ';');
  const items = semicolons.length > 1 ? semicolons : split(tokens, ',');
  if (items.length > 1)
    return all(
      items.filter((item) => item.length > 0),
      options,
      depth,
      listOf,
    );
  return readPiece(tokens, options, depth);
}

function all(
  pieces: Token[][],
  options: ReaderOptions,
  depth: number,
  join: (parts: MathObject[]) => MathObject,
): MathObject | undefined {
  const parts = pieces.map((piece) => readTokens(withoutLeadingAnd(piece), options, depth + 1));
  return parts.every((part) => part !== undefined) ? join(parts) : undefined;
}

/** "a, b, and c" */
function withoutLeadingAnd(piece: Token[]): Token[] {
  const first = piece[0];
  return first?.type === 'separator' && (first.separator === 'and' || first.separator === 'or')
    ? piece.slice(1)
    : piece;
}

function joinAlternatives(parts: MathObject[]): MathObject {
  return parts.some((part) => isInequality(part) || part.type === 'group') ? { type: 'union', parts } : listOf(parts);
}

function joinTogether(parts: MathObject[]): MathObject {
  return parts.every(isInequality) ? { type: 'both', parts } : listOf(parts);
}

function isInequality(object: MathObject): boolean {
  return object.type === 'relation' && object.relations.some((relation) => relation !== '=' && relation !== '~');
}

function listOf(parts: MathObject[]): MathObject {
  const items = parts.flatMap((part) => (part.type === 'collection' && !part.braces ? part.items : [part]));
  return { type: 'collection', braces: false, items };
}

function readPiece(tokens: readonly Token[], options: ReaderOptions, depth: number): MathObject | undefined {
  const first = tokens[0];
  if (first?.type === 'special' && tokens.length === 1) {
    return first.name === 'empty' ? { type: 'empty' } : first.name === 'reals' ? { type: 'reals' } : undefined;
  }
  const membership = split(tokens, 'in');
  if (membership.length === 2 && membership[0]?.length === 1)
    return readTokens(membership[1] ?? [], options, depth + 1);
  if (first?.type === 'matrix') return readMatrix(tokens, options);
  const relation = readRelation(tokens, options);
  if (relation) return relation;
  const term = parseTerm(tokens, options);
  if (term && !isLoneSet(tokens)) return scalars(term);
  return readBracketed(tokens, options, depth);
}

/** {5}: a set with one element; but {5}^2 and \frac{5}{2} are no sets. */
function isLoneSet(tokens: readonly Token[]): boolean {
  const first = tokens[0];
  return (
    first?.type === 'open' &&
    (first.bracket === '{' || first.bracket === '\\{') &&
    closing(tokens) === tokens.length - 1
  );
}

/** A term, or the two values of a term with ±. */
function scalars(term: Term): MathObject {
  const variants = signVariants(term);
  if (variants.length === 1) return { type: 'scalar', term };
  return { type: 'collection', braces: false, items: variants.map((variant) => ({ type: 'scalar', term: variant })) };
}

function readRelation(tokens: readonly Token[], options: ReaderOptions): MathObject | undefined {
  const relations: Relation[] = [];
  const sides: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.type === 'open') depth += 1;
    if (token.type === 'close') depth -= 1;
    if (token.type === 'relation' && depth === 0) {
      relations.push(token.relation);
      sides.push([]);
    } else sides.at(-1)?.push(token);
  }
  if (relations.length === 0 || relations.length > 6) return undefined;
  const terms = sides.map((side) => parseTerm(side, options));
  if (!terms.every((term) => term !== undefined)) {
    return relations.length === 1 && relations[0] === '=' && sides[0]?.length === 1
      ? readTokens(sides[1] ?? [], options, 5)
      : undefined;
  }
  const last = terms.at(-1);
  const variants = last ? signVariants(last) : [];
  if (variants.length < 2) return { type: 'relation', terms, relations };
  const items = variants.map(
    (end): MathObject => ({ type: 'relation', terms: [...terms.slice(0, -1), end], relations }),
  );
  return { type: 'collection', braces: false, items };
}

function readBracketed(tokens: readonly Token[], options: ReaderOptions, depth: number): MathObject | undefined {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first?.type !== 'open' || last?.type !== 'close' || closing(tokens) !== tokens.length - 1) return undefined;
  const inside = tokens.slice(1, -1);
  if (first.bracket === '{' || first.bracket === '\\{') {
    const content = readTokens(inside, options, depth + 1);
    if (!content) return undefined;
    return content.type === 'collection'
      ? { ...content, braces: true }
      : { type: 'collection', braces: true, items: [content] };
  }
  const rows = split(inside, ';');
  if (first.bracket === '[' && rows.length > 1 && inside.some((t) => t.type === 'separator' && t.separator === ',')) {
    return matrixOf(
      rows.map((row) => split(row, ',')),
      options,
    );
  }
  const items = (rows.length > 1 ? rows : split(inside, ',')).map((item) => readTokens(item, options, depth + 1));
  const { bracket: close } = last;
  if (items.length < 2 || !items.every((item) => item !== undefined)) return undefined;
  if (close !== ')' && close !== ']' && close !== '>') return undefined;
  return { type: 'group', open: first.bracket, close, items };
}

function readMatrix(tokens: readonly Token[], options: ReaderOptions): MathObject | undefined {
  const last = tokens.at(-1);
  if (last?.type !== 'matrix' || last.edge !== 'end') return undefined;
  const rows = split(tokens.slice(1, -1), '\\\\').filter((row) => row.length > 0);
  return matrixOf(
    rows.map((row) => split(row, '&')),
    options,
  );
}

function matrixOf(cells: Token[][][], options: ReaderOptions): MathObject | undefined {
  const rows = cells.map((row) => row.map((cell) => parseTerm(cell, options)));
  const whole = rows.map((row) => row.filter((cell) => cell !== undefined));
  return whole.every((row, i) => row.length === rows[i]?.length && row.length > 0)
    ? { type: 'matrix', rows: whole }
    : undefined;
}

/** The position of the bracket that closes the first token; (1, 2] counts as a pair of brackets. */
function closing(tokens: readonly Token[]): number {
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'open') depth += 1;
    if (token.type === 'close') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** The tokens between separators outside all brackets. */
function split(tokens: readonly Token[], separator: string): Token[][] {
  const pieces: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.type === 'open') depth += 1;
    if (token.type === 'close') depth -= 1;
    const splits =
      (token.type === 'separator' && token.separator === separator) ||
      (token.type === 'special' && token.name === separator);
    if (depth === 0 && splits) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}
