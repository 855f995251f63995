import { INVERSES } from './names.ts';
import { number, operation, type Term } from './terms.ts';
import { type Cursor, isComma, isOperator, peek, type ReadingOptions, startsFactor } from './token-cursor.ts';
import type { Token } from './token-tables.ts';

/** Reading goes back where a bracket turns out to be something else; nested, that would double with each level. */
const WORK = 200;
const WORK_A_TOKEN = 10;
const MAX_DEPTH = 40;

/** The one term that the tokens spell out from first to last; undefined when they do not. */
export function parseTerm(tokens: readonly Token[], options: ReadingOptions): Term | undefined {
  const cursor: Cursor = { tokens, at: 0, depth: 0, bars: 0, work: WORK + WORK_A_TOKEN * tokens.length, options };
  const term = sum(cursor);
  return term && cursor.at === tokens.length ? term : undefined;
}

function sum(c: Cursor): Term | undefined {
  if (c.depth > MAX_DEPTH) return undefined;
  c.depth += 1;
  let left = product(c);
  for (let token = peek(c); left && token?.type === 'operator'; token = peek(c)) {
    if (token.op !== '+' && token.op !== '-' && token.op !== '±' && token.op !== '∓') break;
    c.at += 1;
    const right = product(c);
    left = right && operation(token.op, left, right);
  }
  c.depth -= 1;
  return left;
}

function product(c: Cursor): Term | undefined {
  let left = signed(c);
  while (left) {
    const token = peek(c);
    if (token?.type === 'operator' && (token.op === '*' || token.op === '/')) {
      c.at += 1;
      const right = c.options.alternative && token.op === '/' ? implicitProduct(c, signed(c)) : signed(c);
      left = right && operation(token.op, left, right);
    } else if (startsFactor(c)) {
      const right: Term | undefined = power(c);
      left = right && operation('*', left, right);
    } else return left;
  }
  return left;
}

function implicitProduct(c: Cursor, first: Term | undefined): Term | undefined {
  let left = first;
  while (left && startsFactor(c)) {
    const right: Term | undefined = power(c);
    left = right && operation('*', left, right);
  }
  return left;
}

function signed(c: Cursor): Term | undefined {
  const token = peek(c);
  if (token?.type !== 'operator') return power(c);
  if (token.op === '+' || token.op === '-' || token.op === '±' || token.op === '∓') {
    c.at += 1;
    c.depth += 1;
    const of: Term | undefined = c.depth > MAX_DEPTH ? undefined : signed(c);
    c.depth -= 1;
    if (!of || token.op === '+') return of;
    return token.op === '-' ? { type: 'negative', of } : operation(token.op, number(0), of);
  }
  return power(c);
}

function power(c: Cursor): Term | undefined {
  c.work -= 1;
  if (c.work < 0) return undefined;
  const base = postfix(c);
  if (!base) return undefined;
  const token = peek(c);
  if (isOperator(token, '^')) {
    c.at += 1;
    if (isOperator(peek(c), '°')) {
      c.at += 1;
      return { type: 'degrees', of: base };
    }
    const exponent = braced(c) ?? signed(c);
    if (isDegreeSign(exponent)) return { type: 'degrees', of: base };
    return exponent && operation('^', base, exponent);
  }
  if (c.options.alternative && token?.type === 'number' && token.tight && base.type === 'name') {
    c.at += 1;
    return operation('^', base, numberTerm(token.text, token.repeating));
  }
  return base;
}

function isDegreeSign(term: Term | undefined): boolean {
  return term?.type === 'name' && term.name === '°';
}

function postfix(c: Cursor): Term | undefined {
  let term = primary(c);
  for (let token = peek(c); term && token?.type === 'operator'; token = peek(c)) {
    if (token.op === '!') term = { type: 'call', fn: 'factorial', args: [term] };
    else if (token.op === '%') term = { type: 'percent', of: term };
    else if (token.op === '°') term = { type: 'degrees', of: term };
    else break;
    c.at += 1;
  }
  return term;
}

function primary(c: Cursor): Term | undefined {
  const token = peek(c);
  if (!token) return undefined;
  c.at += 1;
  switch (token.type) {
    case 'number':
      return mixedWithFraction(c, numberTerm(token.text, token.repeating));
    case 'mixed':
      return {
        type: 'mixed',
        whole: numberTerm(token.whole),
        numerator: numberTerm(token.numerator),
        denominator: numberTerm(token.denominator),
      };
    case 'name':
      return { type: 'name', name: token.name };
    case 'constant':
      return { type: 'constant', name: token.name };
    case 'function':
      return call(c, token.fn);
    case 'fraction':
      return fraction(c);
    case 'open':
      return bracketed(c, token.bracket);
    case 'operator':
      return token.op === '|' ? bars(c) : token.op === '°' ? { type: 'name', name: '°' } : undefined;
    default:
      return undefined;
  }
}

export function numberTerm(text: string, repeating = false): Term {
  return { type: 'number', text, value: Number(text), repeating };
}

/** 1\frac{3}{4} is one and three quarters. */
function mixedWithFraction(c: Cursor, whole: Term): Term {
  if (whole.type !== 'number' || !/^\d+$/.test(whole.text) || peek(c)?.type !== 'fraction') return whole;
  const start = c.at;
  c.at += 1;
  const part = fraction(c);
  if (part?.type === 'operation' && isDigits(part.left) && isDigits(part.right)) {
    return { type: 'mixed', whole, numerator: part.left, denominator: part.right };
  }
  c.at = start;
  return whole;
}

function isDigits(term: Term): boolean {
  return term.type === 'number' && /^\d+$/.test(term.text);
}

function braced(c: Cursor): Term | undefined {
  const token = peek(c);
  if (token?.type !== 'open' || token.bracket !== '{') return undefined;
  c.at += 1;
  return bracketed(c, '{');
}

function bracketed(c: Cursor, bracket: string): Term | undefined {
  const bars = c.bars;
  c.bars = 0;
  const inside = sum(c);
  c.bars = bars;
  const close = peek(c);
  const wanted = { '(': ')', '[': ']', '{': '}' }[bracket];
  if (!inside || close?.type !== 'close' || close.bracket !== wanted) return undefined;
  c.at += 1;
  return inside;
}

function bars(c: Cursor): Term | undefined {
  c.bars += 1;
  const inside = sum(c);
  c.bars -= 1;
  if (!inside || !isOperator(peek(c), '|')) return undefined;
  c.at += 1;
  return { type: 'call', fn: 'abs', args: [inside] };
}

/** \frac{a}{b}, and \frac12 as TeX reads it. */
function fraction(c: Cursor): Term | undefined {
  const start = peek(c);
  if (start?.type === 'number' && /^\d\d$/.test(start.text)) {
    c.at += 1;
    return operation('/', numberTerm(start.text[0] ?? ''), numberTerm(start.text[1] ?? ''));
  }
  const top = braced(c) ?? primary(c);
  const bottom = top && (braced(c) ?? primary(c));
  return top && bottom && operation('/', top, bottom);
}

function call(c: Cursor, name: string): Term | undefined {
  let fn = name;
  let exponent: Term | undefined;
  let base: Term | undefined;
  for (let token = peek(c); isOperator(token, '^', '_'); token = peek(c)) {
    c.at += 1;
    const part = braced(c) ?? (isOperator(peek(c), '-') ? signed(c) : primary(c));
    if (!part) return undefined;
    if (isOperator(token, '_')) base = part;
    else exponent = part;
  }
  if (name === 'sqrt') base = rootIndex(c) ?? base;
  const inverse = INVERSES[fn];
  if (exponent?.type === 'negative' && inverse) {
    fn = inverse;
    exponent = undefined;
  }
  const args = callArguments(c);
  if (!args) return undefined;
  const applied: Term = { type: 'call', fn, args: base ? [...args, base] : args };
  return exponent ? operation('^', applied, exponent) : applied;
}

function rootIndex(c: Cursor): Term | undefined {
  const token = peek(c);
  if (token?.type !== 'open' || token.bracket !== '[') return undefined;
  const start = c.at;
  c.at += 1;
  const found = bracketed(c, '[');
  const next = peek(c);
  if (found && next?.type === 'open') return found;
  c.at = start;
  return undefined;
}

/** (x), (8, 2), {x}, or without brackets up to the next sign: sin 2x + 1 is (sin 2x) + 1. A root takes one factor: √3x is (√3)x. */
function callArguments(c: Cursor): Term[] | undefined {
  const token = peek(c);
  if (token?.type === 'open' && token.bracket === '(') return bracketedArguments(c);
  if (token?.type === 'open') {
    const inside = braced(c) ?? primary(c);
    return inside && [inside];
  }
  const before = c.tokens[c.at - 1];
  if (before?.type === 'function' && ['sqrt', 'cbrt', 'root'].includes(before.fn)) {
    const factor = isOperator(token, '-') ? signed(c) : primary(c);
    return factor && [factor];
  }
  const first = isOperator(token, '-') ? signed(c) : power(c);
  let argument = first;
  while (argument && startsFactor(c) && peek(c)?.type !== 'function' && peek(c)?.type !== 'open') {
    const right: Term | undefined = power(c);
    argument = right && operation('*', argument, right);
  }
  return argument && [argument];
}

function bracketedArguments(c: Cursor): Term[] | undefined {
  const args: Term[] = [];
  do {
    c.at += 1;
    const argument = sum(c);
    if (!argument || args.length === 2) return undefined;
    args.push(argument);
  } while (isComma(peek(c)));
  const close = peek(c);
  if (close?.type !== 'close' || close.bracket !== ')') return undefined;
  c.at += 1;
  return args;
}
