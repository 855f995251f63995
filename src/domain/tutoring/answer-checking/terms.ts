/** A mathematical expression as it was read. */
export type Term =
  | { type: 'number'; text: string; value: number; repeating: boolean }
  | { type: 'mixed'; whole: Term; numerator: Term; denominator: Term }
  | { type: 'name'; name: string }
  | { type: 'constant'; name: 'pi' | 'e' | 'i' | 'inf' }
  | { type: 'negative'; of: Term }
  | { type: 'percent'; of: Term }
  | { type: 'degrees'; of: Term }
  | { type: 'operation'; op: Operator; left: Term; right: Term }
  | { type: 'call'; fn: string; args: Term[] };

/** `±` has two values; `signVariants` takes it apart. */
export type Operator = '+' | '-' | '*' | '/' | '^' | '±' | '∓';

export function number(value: number): Term {
  return { type: 'number', text: String(value), value, repeating: false };
}

export function operation(op: Operator, left: Term, right: Term): Term {
  return { type: 'operation', op, left, right };
}

/** The terms right below this one. */
export function parts(term: Term): Term[] {
  switch (term.type) {
    case 'mixed':
      return [term.whole, term.numerator, term.denominator];
    case 'negative':
    case 'percent':
    case 'degrees':
      return [term.of];
    case 'operation':
      return [term.left, term.right];
    case 'call':
      return term.args;
    default:
      return [];
  }
}

/** Whether the term or one below it satisfies the test. */
export function some(term: Term, test: (t: Term) => boolean): boolean {
  return test(term) || parts(term).some((part) => some(part, test));
}

/** The names of the variables, each once, in order of appearance. */
export function variablesOf(term: Term, found: string[] = []): string[] {
  if (term.type === 'name' && !found.includes(term.name)) found.push(term.name);
  for (const part of parts(term)) variablesOf(part, found);
  return found;
}

export function isConstant(term: Term): boolean {
  return !some(term, (t) => t.type === 'name');
}

/** The same term with some of its direct parts rebuilt. */
export function mapParts(term: Term, change: (t: Term) => Term): Term {
  switch (term.type) {
    case 'mixed':
      return {
        type: 'mixed',
        whole: change(term.whole),
        numerator: change(term.numerator),
        denominator: change(term.denominator),
      };
    case 'negative':
    case 'percent':
    case 'degrees':
      return { type: term.type, of: change(term.of) };
    case 'operation':
      return operation(term.op, change(term.left), change(term.right));
    case 'call':
      return { type: 'call', fn: term.fn, args: term.args.map(change) };
    default:
      return term;
  }
}

/** The one or two values that `±` and `∓` stand for; all signs in a term go together. */
export function signVariants(term: Term): Term[] {
  if (!some(term, isTwoSigned)) return [term];
  return [withSigns(term, '+', '-'), withSigns(term, '-', '+')];
}

function isTwoSigned(term: Term): boolean {
  return term.type === 'operation' && (term.op === '±' || term.op === '∓');
}

function withSigns(term: Term, plusMinus: '+' | '-', minusPlus: '+' | '-'): Term {
  const inner = mapParts(term, (part) => withSigns(part, plusMinus, minusPlus));
  if (inner.type !== 'operation') return inner;
  if (inner.op !== '±' && inner.op !== '∓') return inner;
  const sign = inner.op === '±' ? plusMinus : minusPlus;
  // A leading ± was read as 0 ± x.
  if (inner.left.type !== 'number' || inner.left.value !== 0) return operation(sign, inner.left, inner.right);
  return sign === '+' ? inner.right : { type: 'negative', of: inner.right };
}
