import { constantValue, type Evaluator, prepare, sameTerm, samplePoints, sizeAt } from './equivalence.ts';
import type { Complex, MathEngine } from './math-engine.ts';
import type { MathObject } from './math-objects.ts';
import { realSet, sameSet } from './real-sets.ts';
import { isConstant, operation, type Term, variablesOf } from './terms.ts';
import type { Relation } from './token-tables.ts';

export interface ComparisonRules {
  /** Whether two answers side by side may change places ("3, −3"). A list of bare numbers in order ("2, 4, 8") may not. */
  anyOrder: boolean;
  /** Read (a, b) as an interval: ends and brackets count, unions may be written in any way. */
  asRealSet: boolean;
  /** How two numbers or expressions are compared; `sameTerm`, or with a tolerance. */
  same(engine: MathEngine, key: Term, answer: Term): boolean;
}

export const EXACT: ComparisonRules = { anyOrder: false, asRealSet: false, same: sameTerm };

/** Whether an answer means the same as the key. */
export function sameObject(engine: MathEngine, key: MathObject, answer: MathObject, rules: ComparisonRules): boolean {
  if (rules.asRealSet || isRange(key)) {
    const wanted = realSet(engine, key);
    const given = wanted && realSet(engine, answer);
    if (wanted && given) return sameSet(wanted, given);
  }
  const [k, a] = [unwrap(key, answer), unwrap(answer, key)];
  switch (k.type) {
    case 'scalar':
      return a.type === 'scalar' && rules.same(engine, k.term, a.term);
    case 'relation':
      return a.type === 'relation' && sameRelation(engine, k, a);
    case 'group':
      return a.type === 'group' && sameGroup(engine, k, a, rules);
    case 'collection':
      return a.type === 'collection' && sameCollection(engine, k, a, rules);
    case 'union':
    case 'both':
      return a.type === k.type && inAnyOrder(engine, k.parts, a.parts, rules);
    case 'matrix':
      return sameMatrix(engine, k.rows, rowsOf(a), rules);
    default:
      return a.type === k.type;
  }
}

function isRange(object: MathObject): boolean {
  if (object.type === 'relation') return object.relations.some((relation) => relation !== '=');
  if (object.type === 'group') {
    return object.open !== '<' && object.items.length === 2 && (object.open === '[') !== (object.close === ']');
  }
  return object.type === 'union' || object.type === 'both' || object.type === 'empty' || object.type === 'reals';
}

/** Brings "x = 5" and "5" together: the value of a lone variable, a set or list of one. `other` decides whether it is needed. */
function unwrap(object: MathObject, other: MathObject): MathObject {
  if (object.type === 'collection' && object.items.length === 1 && object.items[0]) {
    return other.type === 'collection' && other.items.length === 1 ? object : unwrap(object.items[0], other);
  }
  if (object.type === 'collection' && other.type === 'collection') {
    return { ...object, items: solved(object.items, other.items) };
  }
  if (object.type === 'relation' && other.type !== 'relation') {
    const value = solvedValue(object);
    if (value) return { type: 'scalar', term: value };
  }
  return object.type === 'group' && other.type === 'matrix' ? { type: 'matrix', rows: rowsOf(object) ?? [] } : object;
}

/** "x = −3, 2" and "−3, 2": bare values where one of the lists has some. */
function solved(items: MathObject[], others: MathObject[]): MathObject[] {
  const bare = items.some((item) => item.type === 'scalar') || others.some((item) => item.type === 'scalar');
  if (!bare) return items;
  return items.map((item) => {
    const value = item.type === 'relation' ? solvedValue(item) : undefined;
    return value ? { type: 'scalar', term: value } : item;
  });
}

/** v of "x = v", where x does not occur in v; of "5 = x" as well. */
export function solvedValue(object: MathObject & { type: 'relation' }): Term | undefined {
  const [left, right] = object.terms;
  if (object.terms.length !== 2 || !left || !right || !['=', '~'].includes(object.relations[0] ?? '')) return undefined;
  if (left.type === 'name' && !variablesOf(right).includes(left.name)) return right;
  return right.type === 'name' && !variablesOf(left).includes(right.name) ? left : undefined;
}

function sameGroup(
  engine: MathEngine,
  key: MathObject & { type: 'group' },
  answer: MathObject & { type: 'group' },
  rules: ComparisonRules,
): boolean {
  const brackets = key.open === answer.open && key.close === answer.close;
  const vectors = rules.asRealSet ? false : [key, answer].every((g) => isVector(g));
  return (brackets || vectors) && inOrder(engine, key.items, answer.items, rules);
}

/** (1, 2, 3) and ⟨1, 2, 3⟩ are the same vector. */
function isVector(group: MathObject & { type: 'group' }): boolean {
  return (group.open === '(' && group.close === ')') || (group.open === '<' && group.close === '>');
}

function sameCollection(
  engine: MathEngine,
  key: MathObject & { type: 'collection' },
  answer: MathObject & { type: 'collection' },
  rules: ComparisonRules,
): boolean {
  const ordered = !rules.anyOrder && !key.braces && key.items.every((item) => item.type === 'scalar');
  return ordered ? inOrder(engine, key.items, answer.items, rules) : inAnyOrder(engine, key.items, answer.items, rules);
}

function inOrder(engine: MathEngine, keys: MathObject[], answers: MathObject[], rules: ComparisonRules): boolean {
  return keys.length === answers.length && keys.every((key, i) => matches(engine, key, answers[i], rules));
}

function matches(engine: MathEngine, key: MathObject, answer: MathObject | undefined, rules: ComparisonRules): boolean {
  return answer !== undefined && sameObject(engine, key, answer, { ...rules, asRealSet: false });
}

/** Every key has an answer and every answer a key; saying one twice does no harm. */
function inAnyOrder(engine: MathEngine, keys: MathObject[], answers: MathObject[], rules: ComparisonRules): boolean {
  if (answers.length > 2 * keys.length + 2 || keys.length > 30) return false;
  const covers = (key: MathObject) => answers.some((answer) => matches(engine, key, answer, rules));
  return keys.every(covers) && answers.every((answer) => keys.some((key) => matches(engine, key, answer, rules)));
}

function rowsOf(object: MathObject): Term[][] | undefined {
  if (object.type === 'matrix') return object.rows;
  if (object.type !== 'group') return undefined;
  const rows = object.items.map((item) =>
    item.type === 'group' ? item.items.filter((cell) => cell.type === 'scalar') : [],
  );
  return rows.every((row) => row.length > 0) ? rows.map((row) => row.map((cell) => cell.term)) : undefined;
}

function sameMatrix(engine: MathEngine, key: Term[][], answer: Term[][] | undefined, rules: ComparisonRules): boolean {
  if (!answer || key.length !== answer.length) return false;
  return key.every((row, i) => {
    const other = answer[i] ?? [];
    return (
      row.length === other.length &&
      row.every((cell, j) => other[j] !== undefined && rules.same(engine, cell, other[j]))
    );
  });
}

const DIRECTION: Readonly<Partial<Record<Relation, number>>> = { '<': -1, '<=': -1, '>': 1, '>=': 1 };

type RelationObject = MathObject & { type: 'relation' };

/**
 * Equations with two sides are the same when left − right is, up to a constant factor; inequalities when that factor keeps the
 * direction. A solved key ("x = 3") wants a solved answer: "2x = 6" is not the end of the way.
 */
function sameRelation(engine: MathEngine, key: RelationObject, answer: RelationObject): boolean {
  const solvedKey = solvedValue(key);
  if (solvedKey && isConstant(solvedKey)) return sameSolved(engine, key, answer, solvedKey);
  if (key.terms.length !== answer.terms.length) return false;
  if (key.terms.length > 2) return sameChain(engine, key, answer);
  const [wanted, given] = [key.relations[0], answer.relations[0]];
  if (!wanted || !given || strictness(wanted) !== strictness(given)) return false;
  const factor = constantFactor(engine, difference(key), difference(answer));
  if (factor === undefined) return false;
  const direction = (DIRECTION[wanted] ?? 1) * (DIRECTION[given] ?? 1);
  return DIRECTION[wanted] === undefined ? true : Math.sign(factor) === direction;
}

function sameSolved(engine: MathEngine, key: RelationObject, answer: RelationObject, value: Term): boolean {
  const given = solvedValue(answer);
  const [k, a] = [loneName(key), loneName(answer)];
  return given !== undefined && k === a && sameTerm(engine, value, given);
}

function loneName(object: RelationObject): string | undefined {
  const found = object.terms.find((term) => term.type === 'name');
  return found?.type === 'name' ? found.name.toLowerCase() : undefined;
}

function sameChain(engine: MathEngine, key: RelationObject, answer: RelationObject): boolean {
  return (
    key.relations.every((relation, i) => relation === answer.relations[i]) &&
    key.terms.every((term, i) => answer.terms[i] !== undefined && sameTerm(engine, term, answer.terms[i]))
  );
}

function strictness(relation: Relation): string {
  return relation === '<' || relation === '>' ? 'strict' : relation === '<=' || relation === '>=' ? 'weak' : relation;
}

function difference(object: RelationObject): Term {
  const [left, right] = object.terms;
  return left && right ? operation('-', left, right) : { type: 'constant', name: 'inf' };
}

/** The constant c ≠ 0 with a = c·b at all sample points; undefined when there is none. */
function constantFactor(engine: MathEngine, a: Term, b: Term): number | undefined {
  const variables = variablesOf(b, variablesOf(a));
  const left = prepare(engine, a, variables);
  const right = prepare(engine, b, variables);
  if (!left || !right || variables.length === 0) return undefined;
  let factor: Complex | undefined;
  let agreeing = 0;
  for (const { values } of samplePoints(variables.length)) {
    const ratio = ratioAt(left, right, values);
    if (ratio === 'none') continue;
    if (ratio === 'zero') return undefined;
    factor ??= ratio;
    if (distance(ratio, factor) > 1e-10 * Math.hypot(factor.re, factor.im)) return undefined;
    agreeing += 1;
  }
  return factor && agreeing >= 3 && Math.abs(factor.im) <= 1e-10 * Math.abs(factor.re) ? factor.re : undefined;
}

function distance(a: Complex, b: Complex): number {
  return Math.hypot(a.re - b.re, a.im - b.im);
}

/** The quotient; 'zero' when exactly one of the two vanishes; 'none' where a point says nothing. */
function ratioAt(left: Evaluator, right: Evaluator, values: readonly number[]): Complex | 'zero' | 'none' {
  const a = left.value.at(values);
  const b = right.value.at(values);
  if (!a || !b) return 'none';
  const zeroA = Math.hypot(a.re, a.im) <= 1e-11 * sizeAt(left, values);
  const zeroB = Math.hypot(b.re, b.im) <= 1e-11 * sizeAt(right, values);
  if (zeroA || zeroB) return zeroA && zeroB ? 'none' : 'zero';
  const square = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / square, im: (a.im * b.re - a.re * b.im) / square };
}

/** The real value of a constant term. */
export function realValue(engine: MathEngine, term: Term): number | undefined {
  const value = constantValue(engine, term);
  return value && Math.abs(value.im) <= 1e-12 * Math.abs(value.re) ? value.re : undefined;
}
