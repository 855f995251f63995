import { FUNCTION_NAMES, GREEK, GREEK_LETTERS, mayBeProduct } from './names.ts';
import { ACCENTS, CHARACTERS, COMMANDS, SKIPPED, type Token, WORDS, WRAPPERS } from './token-tables.ts';

const MAX_TOKENS = 400;

/**
 * The tokens of a piece of mathematics, TeX or plain; undefined when something in it is no mathematics (a word, an unknown
 * command) or it is longer than 400 tokens. `known` are letters that may be multiplied without a sign ("xy");
 * undefined while a key is read.
 */
export function tokenize(source: string, known: ReadonlySet<string> | undefined): Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const step = readOne(source, at, known, tokens);
    if (step === undefined || tokens.length > MAX_TOKENS) return undefined;
    at = step;
  }
  return tokens;
}

type Reader = (source: string, at: number, known: ReadonlySet<string> | undefined, out: Token[]) => number | undefined;

const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4}(?![\d.a-zA-Z]))?(\.{2,3}|…)?/y;
const MIXED = /(\d{1,6}) +(\d{1,6}) ?\/ ?(\d{1,6})(?![\d.])/y;
const DOUBLED = /<=|=<|>=|=>|!=|<>|==|\+\/?-|\\\\/y;
const LETTERS = /[a-zA-Z]+/y;
const COMMAND = /\\([a-zA-Z]+)/y;
const INDEX = /_ ?(?:\{((?:[^{}]|\{[^{}]*\})*)\}|([a-zA-Z]+|\d+|\\[a-zA-Z]+))/y;
const BRACED = /\s*\{([^{}]*)\}/y;

const DOUBLES: Readonly<Record<string, Token>> = {
  '<=': { type: 'relation', relation: '<=' },
  '=<': { type: 'relation', relation: '<=' },
  '>=': { type: 'relation', relation: '>=' },
  '=>': { type: 'relation', relation: '>=' },
  '!=': { type: 'relation', relation: '!=' },
  '<>': { type: 'relation', relation: '!=' },
  '==': { type: 'relation', relation: '=' },
  '+-': { type: 'operator', op: '±' },
  '+/-': { type: 'operator', op: '±' },
  '\\\\': { type: 'separator', separator: '\\\\' },
};

const readOne: Reader = (source, at, known, out) => {
  const char = source[at] ?? '';
  if (char === ' ') return at + 1;
  if (/[\d.]/.test(char)) return readNumber(source, at, out);
  const doubled = match(DOUBLED, source, at);
  if (doubled) return push(out, DOUBLES[doubled[0]], at + doubled[0].length);
  if (char === '_') return readIndex(source, at, out);
  if (char === '\\') return readCommand(source, at, out);
  if (/[a-zA-Z]/.test(char)) return readLetters(source, at, known, out);
  // 12:00 is a time and no ratio.
  if (char === ':' && /^: ?0\d/.test(source.slice(at, at + 4))) return undefined;
  const greek = GREEK_LETTERS[char];
  if (greek) return push(out, { type: 'name', name: greek }, at + 1);
  return push(out, CHARACTERS[char], at + 1);
};

function readNumber(source: string, at: number, out: Token[]): number | undefined {
  const mixed = match(MIXED, source, at);
  if (mixed?.[1] && mixed[2] && mixed[3] && Number(mixed[2]) < Number(mixed[3])) {
    return push(
      out,
      { type: 'mixed', whole: mixed[1], numerator: mixed[2], denominator: mixed[3] },
      at + mixed[0].length,
    );
  }
  const found = match(NUMBER, source, at);
  if (!found) return undefined;
  const text = found[1] ? found[0].slice(0, -found[1].length) : found[0];
  const tight = /[a-zA-Z]/.test(source[at - 1] ?? '');
  return push(out, { type: 'number', text, repeating: Boolean(found[1]), tight }, at + found[0].length);
}

/** x_1, x_{max}, H_0: part of the name. After a function it is the base of a logarithm. */
function readIndex(source: string, at: number, out: Token[]): number | undefined {
  const last = out.at(-1);
  if (last?.type === 'function') return push(out, { type: 'operator', op: '_' }, at + 1);
  const found = match(INDEX, source, at);
  const index = (found?.[1] ?? found?.[2])?.replace(/\\(?:text|mathrm) ?|[\\{}\s]/g, '');
  if (!found || !index || last?.type !== 'name') return undefined;
  out[out.length - 1] = { type: 'name', name: `${last.name}_${index}` };
  return at + found[0].length;
}

function readCommand(source: string, at: number, out: Token[]): number | undefined {
  const found = match(COMMAND, source, at);
  const name = found?.[1];
  if (!found || !name) return readEscape(source, at, out);
  const end = at + found[0].length;
  if (SKIPPED.has(name)) return source[end] === '.' ? end + 1 : end;
  if (name === 'begin' || name === 'end') return readEnvironment(source, end, name, out);
  if (name === 'mathbb')
    return source.startsWith('{R}', end) ? push(out, { type: 'special', name: 'reals' }, end + 3) : undefined;
  if (WRAPPERS.has(name)) return readWrapped(source, end, out);
  if (ACCENTS.has(name)) return readAccent(source, end, name, out);
  const fn = FUNCTION_NAMES[name];
  if (fn) return push(out, { type: 'function', fn }, end);
  if (GREEK.has(name)) return push(out, { type: 'name', name }, end);
  return push(out, COMMANDS[name], end);
}

function readEscape(source: string, at: number, out: Token[]): number | undefined {
  const next = source[at + 1] ?? '';
  if (',;:! '.includes(next) && next !== '') return at + 2;
  if (next === '{') return push(out, { type: 'open', bracket: '\\{' }, at + 2);
  if (next === '}') return push(out, { type: 'close', bracket: '\\}' }, at + 2);
  if (next === '%') return push(out, { type: 'operator', op: '%' }, at + 2);
  return next === '|' ? push(out, { type: 'operator', op: '|' }, at + 2) : undefined;
}

function readEnvironment(source: string, at: number, edge: 'begin' | 'end', out: Token[]): number | undefined {
  const braced = match(BRACED, source, at);
  if (!braced || !/^[bpvBV]?matrix$|^array$/.test(braced[1] ?? '')) return undefined;
  return push(out, { type: 'matrix', edge }, at + braced[0].length);
}

/** \text{…} and \operatorname{…}: a function, a unit or a name with several letters. */
function readWrapped(source: string, at: number, out: Token[]): number | undefined {
  const braced = match(BRACED, source, at);
  const content = braced?.[1]?.trim();
  if (!braced || content === undefined) return undefined;
  const end = at + braced[0].length;
  const [head = '', index] = content.split('_');
  const fn = FUNCTION_NAMES[head];
  if (fn) {
    out.push({ type: 'function', fn });
    if (index) out.push({ type: 'operator', op: '_' }, { type: 'name', name: index });
    return end;
  }
  const word = WORDS[content];
  if (word) return push(out, word, end);
  if (/^[a-zA-Z][a-zA-Z0-9_]*$/.test(content)) return push(out, { type: 'name', name: content }, end);
  return content === '' ? end : undefined;
}

function readAccent(source: string, at: number, accent: string, out: Token[]): number | undefined {
  const braced = match(BRACED, source, at);
  const content = braced?.[1]?.trim().replace(/^\\/, '');
  if (!braced || !content || !/^[a-zA-Z]+$/.test(content)) return undefined;
  return push(out, { type: 'name', name: `${accent}_${content}` }, at + braced[0].length);
}

const readLetters: Reader = (source, at, known, out) => {
  const run = match(LETTERS, source, at)?.[0];
  if (!run) return undefined;
  const end = at + run.length;
  if (ACCENTS.has(run) && source[end] === '{') return readAccent(source, end, run, out);
  if (/^[uU]$/.test(run) && /[)\]}]\s*$/.test(source.slice(0, at)) && /^\s*[([{]/.test(source.slice(end))) {
    return push(out, { type: 'separator', separator: 'union' }, end);
  }
  const whole = wordToken(run);
  if (whole) return push(out, whole, end);
  return splitRun(run, known, out) ? end : undefined;
};

function wordToken(run: string): Token | undefined {
  const lower = run.toLowerCase();
  const word = WORDS[run] ?? (run.length > 1 ? WORDS[lower] : undefined);
  if (word) return word;
  const fn = FUNCTION_NAMES[run] ?? (run.length > 2 ? FUNCTION_NAMES[lower] : undefined);
  if (fn) return { type: 'function', fn };
  return run.length > 1 && GREEK.has(run) ? { type: 'name', name: run } : undefined;
}

/** "xsinx", "2pir", "xy": known words first, then one-letter variables. */
function splitRun(run: string, known: ReadonlySet<string> | undefined, out: Token[]): boolean {
  const pieces: Token[] = [];
  let letters = '';
  for (let i = 0; i < run.length; ) {
    const length = [6, 5, 4, 3, 2].find((n) => i + n <= run.length && isEmbeddable(run.slice(i, i + n)));
    const piece = run.slice(i, i + (length ?? 1));
    if (length === undefined) letters += piece;
    pieces.push(wordToken(piece) ?? { type: 'name', name: piece });
    i += piece.length;
  }
  if (!mayBeProduct(letters === run ? run : letters || 'x', known)) return false;
  out.push(...pieces);
  return true;
}

function isEmbeddable(piece: string): boolean {
  return (
    piece === 'pi' ||
    (piece in FUNCTION_NAMES && !['lg', 'tg', 'ln', 'abs', 'root'].includes(piece)) ||
    piece === 'theta'
  );
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function push(out: Token[], token: Token | undefined, end: number): number | undefined {
  if (!token) return undefined;
  out.push(token);
  return end;
}
