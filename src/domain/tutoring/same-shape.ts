import type { Item, QaKind } from '../curriculum/curriculum.ts';
import { stem } from './retrieval/stem.ts';
import { wordsOf } from './retrieval/terms.ts';

const CALCULATED: ReadonlySet<QaKind> = new Set(['number', 'expression', 'set', 'interval']);

/** Whether the answer is worked out and written, by its kind. */
export const isCalculation = ({ key }: Pick<Item, 'key'>): boolean => CALCULATED.has(key.kind);

/** Share of their words, of all words of both, that two tasks have in common. */
const SAME_TASK = 0.5;

/**
 * Whether two questions are worked out with the same steps: the same kind and unit of answer, formulas that differ in no more than
 * their numbers, letters and signs, as many given numbers, and the task in much the same words. What is known, chosen or named
 * instead of worked out has no steps that another question could show.
 */
export function hasSameShape(a: Item, b: Item): boolean {
  if (!isCalculation(a) || a.key.kind !== b.key.kind || (a.key.unit ?? '') !== (b.key.unit ?? '')) return false;
  const [one, two] = [shapeOf(a), shapeOf(b)];
  if (one.formulas !== two.formulas || one.given !== two.given) return false;
  const shared = one.words.intersection(two.words).size;
  return shared >= SAME_TASK * one.words.union(two.words).size;
}

interface Shape {
  formulas: string;
  /** Numbers that stand by themselves. */
  given: number;
  words: ReadonlySet<string>;
}

/** Kept as long as its item is: every item that opens asks for those of its whole unit. */
const KEPT = new WeakMap<Item, Shape>();

function shapeOf(item: Item): Shape {
  const known = KEPT.get(item);
  if (known !== undefined) return known;
  const text = `${item.stem} ${item.question}`.replace(/\\\$/g, ' ');
  const formulas = (text.match(/\$[^$]+\$/g) ?? []).map(patternOf).filter((pattern) => /[vr^*/=<|±]/.test(pattern));
  const prose = text.replace(/\$[^$]*[a-z=<>^+][^$]*\$/gi, ' ');
  const given = (prose.match(/\d+(?:[.,]\d+)*/g) ?? []).length;
  const words = new Set(
    wordsOf(prose)
      .filter((word) => !/^\d/.test(word))
      .map(stem),
  );
  const shape = { formulas: formulas.join(' '), given, words };
  KEPT.set(item, shape);
  return shape;
}

/** "$3x + 5 = 26$" and "$6x - 7 = 41$" are both "v±n=n". */
function patternOf(formula: string): string {
  return formula
    .replace(/\\(?:text|mathrm|operatorname) ?\{[^{}]*\}|\\[,;! ]|[$°\s]/g, '')
    .replace(/\\(?:cdot|times)/g, '*')
    .replace(/\\(?:le|ge|leq|geq|lt|gt)(?![a-z])|[<>]/g, '<')
    .replace(/\\sqrt/g, '|r|')
    .replace(/\\frac/g, '|/|')
    .replace(/\\[a-z]+/gi, 'v')
    .replace(/[a-zA-Z](?!\|)/g, 'v')
    .replace(/\d+(?:[.,]\d+)*/g, 'n')
    .replace(/[+-]/g, '±')
    .replace(/=±/g, '=')
    .replace(/n(?=[v(])/g, '');
}
