import { powerOfTen } from './decimals.ts';
import { constantValue } from './equivalence.ts';
import type { MathEngine } from './math-engine.ts';
import { parts, type Term } from './terms.ts';

/**
 * Whether a number still has to be worked out: "3 + 11", "7 · 2", "2^10", "√16". Such an answer has the right value and is not
 * yet one. Fractions, mixed numbers, percentages, 4.2 · 10³, 2√3 and 1 + √2 are finished.
 */
export function isUnfinished(engine: MathEngine, term: Term): boolean {
  if (decimalForm(term)) return false;
  if (term.type === 'operation' && isWork(engine, term)) return true;
  if (term.type === 'call' && term.args.every((arg) => isRational(engine, arg)) && isWholeValue(engine, term))
    return true;
  return parts(term).some((part) => isUnfinished(engine, part));
}

function decimalForm(term: Term): boolean {
  if (term.type === 'negative') return decimalForm(term.of);
  return (
    term.type === 'operation' && term.op === '*' && powerOfTen(term.right) !== undefined && term.left.type === 'number'
  );
}

function isWork(engine: MathEngine, term: Term & { type: 'operation' }): boolean {
  if (!isRational(engine, term.left) || !isRational(engine, term.right)) return false;
  if (term.op === '^') return powerOfTen(term) === undefined;
  return term.op !== '/';
}

/** Made of plain numbers by + − · / and whole powers. */
function isRational(engine: MathEngine, term: Term): boolean {
  if (term.type === 'number' || term.type === 'mixed') return true;
  if (term.type === 'operation' && term.op === '^') {
    const exponent = constantValue(engine, term.right);
    return isRational(engine, term.left) && exponent !== undefined && Number.isInteger(exponent.re);
  }
  return (
    ['negative', 'percent', 'operation'].includes(term.type) && parts(term).every((part) => isRational(engine, part))
  );
}

function isWholeValue(engine: MathEngine, term: Term): boolean {
  const value = constantValue(engine, term);
  return value !== undefined && value.im === 0 && Math.abs(value.re * 60 - Math.round(value.re * 60)) < 1e-9;
}
