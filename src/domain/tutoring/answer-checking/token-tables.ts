/** Tokens of mathematics, and how they are written in TeX and in plain characters. */

export type Relation = '=' | '<' | '>' | '<=' | '>=' | '!=' | '~';

export type Token =
  | { type: 'number'; text: string; repeating: boolean; tight: boolean }
  | { type: 'mixed'; whole: string; numerator: string; denominator: string }
  | { type: 'name'; name: string }
  | { type: 'constant'; name: 'pi' | 'e' | 'i' | 'inf' }
  | { type: 'function'; fn: string }
  | { type: 'operator'; op: '+' | '-' | '*' | '/' | '^' | '_' | '±' | '∓' | '!' | '%' | '°' | '|' }
  | { type: 'open'; bracket: '(' | '[' | '{' | '\\{' | '<' }
  | { type: 'close'; bracket: ')' | ']' | '}' | '\\}' | '>' }
  | { type: 'fraction' }
  | { type: 'relation'; relation: Relation }
  | { type: 'separator'; separator: ',' | ';' | 'and' | 'or' | 'union' | '&' | '\\\\' }
  | { type: 'matrix'; edge: 'begin' | 'end' }
  | { type: 'special'; name: 'empty' | 'reals' | 'in' };

export const SKIPPED = new Set(
  'left right big Big bigg Bigg quad qquad displaystyle limits thinspace middle'.split(' '),
);
export const WRAPPERS = new Set('text mathrm operatorname mathbf mathit mathsf textbf textit mbox'.split(' '));
export const ACCENTS = new Set('fn hat vec bar widehat tilde dot overrightarrow'.split(' '));

export const COMMANDS: Readonly<Record<string, Token>> = {
  frac: { type: 'fraction' },
  dfrac: { type: 'fraction' },
  tfrac: { type: 'fraction' },
  cfrac: { type: 'fraction' },
  cdot: { type: 'operator', op: '*' },
  times: { type: 'operator', op: '*' },
  ast: { type: 'operator', op: '*' },
  bullet: { type: 'operator', op: '*' },
  div: { type: 'operator', op: '/' },
  pm: { type: 'operator', op: '±' },
  mp: { type: 'operator', op: '∓' },
  circ: { type: 'operator', op: '°' },
  degree: { type: 'operator', op: '°' },
  vert: { type: 'operator', op: '|' },
  lvert: { type: 'operator', op: '|' },
  rvert: { type: 'operator', op: '|' },
  infty: { type: 'constant', name: 'inf' },
  pi: { type: 'constant', name: 'pi' },
  le: { type: 'relation', relation: '<=' },
  leq: { type: 'relation', relation: '<=' },
  leqslant: { type: 'relation', relation: '<=' },
  ge: { type: 'relation', relation: '>=' },
  geq: { type: 'relation', relation: '>=' },
  geqslant: { type: 'relation', relation: '>=' },
  lt: { type: 'relation', relation: '<' },
  gt: { type: 'relation', relation: '>' },
  ne: { type: 'relation', relation: '!=' },
  neq: { type: 'relation', relation: '!=' },
  approx: { type: 'relation', relation: '~' },
  cup: { type: 'separator', separator: 'union' },
  lor: { type: 'separator', separator: 'or' },
  land: { type: 'separator', separator: 'and' },
  langle: { type: 'open', bracket: '<' },
  rangle: { type: 'close', bracket: '>' },
  lbrace: { type: 'open', bracket: '\\{' },
  rbrace: { type: 'close', bracket: '\\}' },
  emptyset: { type: 'special', name: 'empty' },
  varnothing: { type: 'special', name: 'empty' },
  in: { type: 'special', name: 'in' },
};

export const CHARACTERS: Readonly<Record<string, Token>> = {
  '+': { type: 'operator', op: '+' },
  '-': { type: 'operator', op: '-' },
  '*': { type: 'operator', op: '*' },
  '/': { type: 'operator', op: '/' },
  ':': { type: 'operator', op: '/' },
  '^': { type: 'operator', op: '^' },
  '±': { type: 'operator', op: '±' },
  '∓': { type: 'operator', op: '∓' },
  '!': { type: 'operator', op: '!' },
  '%': { type: 'operator', op: '%' },
  '°': { type: 'operator', op: '°' },
  '|': { type: 'operator', op: '|' },
  '=': { type: 'relation', relation: '=' },
  '<': { type: 'relation', relation: '<' },
  '>': { type: 'relation', relation: '>' },
  '~': { type: 'relation', relation: '~' },
  '(': { type: 'open', bracket: '(' },
  '[': { type: 'open', bracket: '[' },
  '{': { type: 'open', bracket: '{' },
  ')': { type: 'close', bracket: ')' },
  ']': { type: 'close', bracket: ']' },
  '}': { type: 'close', bracket: '}' },
  ',': { type: 'separator', separator: ',' },
  ';': { type: 'separator', separator: ';' },
  '&': { type: 'separator', separator: '&' },
  '∪': { type: 'separator', separator: 'union' },
  '∅': { type: 'special', name: 'empty' },
  ℝ: { type: 'special', name: 'reals' },
  '∈': { type: 'special', name: 'in' },
  '⟨': { type: 'open', bracket: '<' },
  '⟩': { type: 'close', bracket: '>' },
};

export const WORDS: Readonly<Record<string, Token>> = {
  pi: { type: 'constant', name: 'pi' },
  inf: { type: 'constant', name: 'inf' },
  infinity: { type: 'constant', name: 'inf' },
  oo: { type: 'constant', name: 'inf' },
  and: { type: 'separator', separator: 'and' },
  or: { type: 'separator', separator: 'or' },
  e: { type: 'constant', name: 'e' },
  i: { type: 'constant', name: 'i' },
};
