import { LETTER_OF } from './names.ts';
import { some, type Term } from './terms.ts';

const PRECEDENCE: Readonly<Record<string, number>> = { '+': 1, '-': 1, '±': 1, '∓': 1, '*': 2, '/': 2, '^': 4 };
const ATOM = 5;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The term as a pupil would read it: "3/4", "2x + 6", "√3". For showing how an answer was understood. */
export function showTerm(term: Term): string {
  switch (term.type) {
    case 'number':
      return term.repeating ? `${term.text}…` : term.text.replace(/^\./, '0.').replace(/\.$/, '');
    case 'mixed':
      return `${showTerm(term.whole)} ${showTerm(term.numerator)}/${showTerm(term.denominator)}`;
    case 'name':
      return shownName(term.name);
    case 'constant':
      return { pi: 'π', e: 'e', i: 'i', inf: '∞' }[term.name];
    case 'negative':
      return `−${wrap(term.of, 3)}`;
    case 'percent':
      return `${wrap(term.of, ATOM)}%`;
    case 'degrees':
      return `${wrap(term.of, ATOM)}°`;
    case 'operation':
      return showOperation(term);
    case 'call':
      return showCall(term.fn, term.args);
  }
}

function showOperation(term: Term & { type: 'operation' }): string {
  const level = PRECEDENCE[term.op] ?? 1;
  const left = wrap(term.left, term.op === '^' ? ATOM : level);
  if (term.op === '^' && term.right.type === 'number' && /^\d{1,3}$/.test(term.right.text)) {
    return left + [...term.right.text].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  }
  const right =
    term.right.type === 'negative' ? `(${showTerm(term.right)})` : wrap(term.right, term.op === '^' ? ATOM : level + 1);
  if (level === 1) return `${left} ${term.op === '-' ? '−' : term.op} ${right}`;
  if (term.op !== '*') return `${left}${term.op}${right}`;
  return /^[a-zA-Zπ√(|]/.test(right) && !/[a-zA-Z]{2}$/.test(left) ? `${left}${right}` : `${left}·${right}`;
}

/** θ for theta, x₁ for x_1, î for the unit vector. */
function shownName(name: string): string {
  const [head = '', index] = name.split('_');
  if (head === 'hat' && index) return `${index}\u0302`.normalize('NFC');
  if (head === 'fn' && index) return `${index[0]}(${index[1]})`;
  if (head === 'vec' && index) return `${index}\u20d7`;
  return (LETTER_OF[head] ?? head) + (index === undefined ? '' : `_${index}`);
}

function showCall(fn: string, args: Term[]): string {
  const [first, second] = args;
  if (!first) return fn;
  if (fn === 'sqrt' && !second) return `√${wrap(first, ATOM)}`;
  if (fn === 'abs') return `|${showTerm(first)}|`;
  if (fn === 'log' && second) return `log_${wrap(second, ATOM)}(${showTerm(first)})`;
  if (fn === 'factorial') return `${wrap(first, ATOM)}!`;
  return `${fn}(${args.map(showTerm).join(', ')})`;
}

function wrap(term: Term, level: number): string {
  const text = showTerm(term);
  return levelOf(term) < level ? `(${text})` : text;
}

function levelOf(term: Term): number {
  if (term.type === 'operation') return PRECEDENCE[term.op] ?? 1;
  if (term.type === 'negative') return 2;
  return term.type === 'mixed' ? 2 : ATOM;
}

/**
 * The term in the language of the math engine; `variables` maps names to v0, v1, … Undefined for what has no value of its own
 * (∞, ±).
 */
export function engineSource(term: Term, variables: readonly string[]): string | undefined {
  if (some(term, (t) => (t.type === 'constant' && t.name === 'inf') || hasTwoSigns(t))) return undefined;
  return source(term, variables);
}

function isSmallExponent(term: Term): boolean {
  return term.type === 'number' && term.value > 0 && term.value <= 30;
}

function hasTwoSigns(term: Term): boolean {
  return term.type === 'operation' && (term.op === '±' || term.op === '∓');
}

function source(term: Term, variables: readonly string[]): string {
  const inner = (t: Term): string => source(t, variables);
  switch (term.type) {
    case 'number':
      return `(${term.value})`;
    case 'mixed':
      return `(${inner(term.whole)}+${inner(term.numerator)}/${inner(term.denominator)})`;
    case 'name':
      return `v${variables.indexOf(term.name)}`;
    case 'constant':
      return term.name;
    case 'negative':
      return `(-${inner(term.of)})`;
    case 'percent':
      return `(${inner(term.of)}/100)`;
    case 'degrees':
      return `(${inner(term.of)}*pi/180)`;
    case 'operation':
      return `(${inner(term.left)}${term.op}${inner(term.right)})`;
    case 'call':
      return callSource(term.fn, term.args, inner);
  }
}

function callSource(fn: string, args: Term[], inner: (t: Term) => string): string {
  const [first, second] = args;
  if (!first) return 'nothing';
  const x = inner(first);
  if (fn === 'ln') return `log(${x})`;
  if (fn === 'log') return second ? `(log(${x})/log(${inner(second)}))` : `log10(${x})`;
  if (fn === 'cbrt') return `rootOf(3,${x})`;
  if (fn === 'sqrt' && !second) return `sqrt(${x})`;
  if (fn === 'sqrt') return `rootOf(${second ? inner(second) : '2'},${x})`;
  if (fn === 'root') return second ? `rootOf(${x},${inner(second)})` : `sqrt(${x})`;
  return `${fn}(${x})`;
}

/**
 * An expression for how large the numbers are that the term is computed from: what it would be without cancellation. The scale
 * on which a difference counts, so that 0.4·10⁻¹³ is not 9.4·10⁻¹³ and sin π is 0.
 */
export function sizeSource(term: Term, variables: readonly string[]): string {
  const size = (t: Term): string => sizeSource(t, variables);
  const value = `abs(${source(term, variables)})`;
  switch (term.type) {
    case 'mixed':
      return value;
    case 'negative':
      return size(term.of);
    case 'operation':
      if (term.op === '+' || term.op === '-') return `(${size(term.left)}+${size(term.right)})`;
      if (term.op === '*') return `(${size(term.left)}*${size(term.right)})`;
      if (term.op === '/') return `(${size(term.left)}*${size(term.right)}/abs(${source(term.right, variables)})^2)`;
      return isSmallExponent(term.right) ? `(${size(term.left)}^${source(term.right, variables)})` : value;
    case 'call':
      return term.args.reduce((sum, arg) => `${sum}+0.001*${size(arg)}`, `(${value}`).concat(')');
    default:
      return value;
  }
}
