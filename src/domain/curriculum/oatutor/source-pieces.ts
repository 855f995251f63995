/** A stretch of a source text: prose, or a formula without its delimiters. */
export interface Piece {
  maths: boolean;
  text: string;
}

/**
 * Parts a text at its `$$`. The source's converter closes formulas in the middle of braces ("$$\hat{i$$}") and opens new ones
 * inside ("$$\lim_{x\to $$2$$}"): a formula goes on until its braces and environments are closed, as long as they are at all.
 */
export function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('$$', at);
    if (open === -1) break;
    pieces.push({ maths: false, text: source.slice(at, open) });
    const formula = readFormula(source, open + 2);
    // A sign without a partner: what it closed was never opened.
    if (formula === null) return [...pieces, { maths: false, text: source.slice(open + 2) }].filter(isThere);
    pieces.push({ maths: true, text: formula.text });
    at = formula.end;
  }
  return [...pieces, { maths: false, text: source.slice(at) }].filter(isThere);
}

const isThere = (piece: Piece): boolean => piece.text !== '';

function readFormula(source: string, from: number): { text: string; end: number } | null {
  let text = '';
  for (let at = from; ; ) {
    const close = source.indexOf('$$', at);
    if (close === -1) break;
    text += source.slice(at, close);
    at = close + 2;
    while (openBraces(text) > 0 && source[at] === '}') {
      text += '}';
      at += 1;
    }
    if (openBraces(text) <= 0 && openEnvironments(text) <= 0) return { text, end: at };
  }
  // Never closed: damaged, or only odd. The first end is as good as any.
  const close = source.indexOf('$$', from);
  return close === -1 ? null : { text: source.slice(from, close), end: close + 2 };
}

function openBraces(text: string): number {
  const bare = text.replace(/\\[{}]/g, '');
  return bare.split('{').length - bare.split('}').length;
}

function openEnvironments(text: string): number {
  return text.split('\\begin{').length - text.split('\\end{').length;
}
