import type { Token } from './token-tables.ts';

/** How to read what can be read in two ways. */
export interface ReadingOptions {
  /**
   * Read "1/2x" as 1/(2x) and "x2" as x². The usual reading is (1/2)x and x·2; the other one only tells the checker that an
   * answer is ambiguous, so that it is not called wrong.
   */
  alternative: boolean;
}

/** Where a reader of tokens stands. */
export interface Cursor {
  tokens: readonly Token[];
  at: number;
  depth: number;
  /** How many absolute bars are open: inside, a bar after a complete factor closes. */
  bars: number;
  /** Factors that may still be read, tries that led nowhere included: what bounds the time that a text can take. */
  work: number;
  options: ReadingOptions;
}

export function peek(c: Cursor): Token | undefined {
  return c.tokens[c.at];
}

export function isOperator(token: Token | undefined, ...ops: string[]): boolean {
  return token?.type === 'operator' && ops.includes(token.op);
}

/** Whether the next token may follow a factor without a sign between them. A number may not follow a number ("5 6"). */
export function startsFactor(c: Cursor): boolean {
  const token = peek(c);
  const before = c.tokens[c.at - 1];
  if (!token) return false;
  if (token.type === 'number' || token.type === 'mixed') return before?.type !== 'number' && before?.type !== 'mixed';
  if (isOperator(token, '|')) return c.bars === 0;
  return (
    ['name', 'constant', 'function', 'fraction'].includes(token.type) ||
    (token.type === 'open' && token.bracket !== '<')
  );
}

export function isComma(token: Token | undefined): boolean {
  return token?.type === 'separator' && (token.separator === ',' || token.separator === ';');
}
