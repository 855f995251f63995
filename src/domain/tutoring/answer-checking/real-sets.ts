import { constantValue, infinity } from './equivalence.ts';
import type { MathEngine } from './math-engine.ts';
import type { MathObject } from './math-objects.ts';
import { isConstant, type Term } from './terms.ts';
import type { Relation } from './token-tables.ts';

/** A piece of the number line. At ±∞ an end is open unless somebody wrote a square bracket there. */
interface Span {
  from: number;
  to: number;
  fromClosed: boolean;
  toClosed: boolean;
}

/** A set of real numbers: disjoint pieces in order. */
export type RealSet = readonly Span[];

const ALL: Span = { from: -Infinity, to: Infinity, fromClosed: false, toClosed: false };
const MIRRORED: Readonly<Record<Relation, Relation>> = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
  '=': '=',
  '!=': '!=',
  '~': '~',
};

/** The set of real numbers that an interval, a union, an inequality in one variable or a list of numbers stands for; undefined when it is none. */
export function realSet(engine: MathEngine, object: MathObject): RealSet | undefined {
  switch (object.type) {
    case 'empty':
      return [];
    case 'reals':
      return [ALL];
    case 'group':
      return fromGroup(engine, object);
    case 'relation':
      return fromRelation(engine, object);
    case 'union':
      return fromParts(engine, object.parts);
    case 'both':
      return intersect(object.parts.map((part) => realSet(engine, part)));
    case 'collection':
      return fromCollection(engine, object);
    case 'scalar': {
      const value = numeric(engine, object.term);
      return value === undefined || !Number.isFinite(value) ? undefined : [point(value)];
    }
    default:
      return undefined;
  }
}

function point(value: number): Span {
  return { from: value, to: value, fromClosed: true, toClosed: true };
}

function fromParts(engine: MathEngine, parts: readonly MathObject[]): RealSet | undefined {
  const sets = parts.map((part) => realSet(engine, part));
  return sets.every((set) => set !== undefined) ? merge(sets.flat()) : undefined;
}

/** "x < −4, x > 3" is a union; "x ≥ 3, x < 5" with a common part means both. */
function fromCollection(engine: MathEngine, object: MathObject & { type: 'collection' }): RealSet | undefined {
  if (
    !object.braces &&
    object.items.every((item) => item.type === 'relation' && item.relations.some((r) => r !== '='))
  ) {
    const both = intersect(object.items.map((item) => realSet(engine, item)));
    if (both && both.length > 0) return both;
  }
  return fromParts(engine, object.items);
}

function fromGroup(engine: MathEngine, object: MathObject & { type: 'group' }): RealSet | undefined {
  const [low, high] = object.items;
  if (object.items.length !== 2 || low?.type !== 'scalar' || high?.type !== 'scalar' || object.open === '<')
    return undefined;
  const from = numeric(engine, low.term);
  const to = numeric(engine, high.term);
  if (from === undefined || to === undefined || !(from <= to)) return undefined;
  return [{ from, to, fromClosed: object.open === '[', toClosed: object.close === ']' }];
}

/** x > 3, 2 < x ≤ 5, x ≠ 3, x = 3, with the variable alone. */
function fromRelation(engine: MathEngine, object: MathObject & { type: 'relation' }): RealSet | undefined {
  const at = object.terms.findIndex((term) => term.type === 'name');
  const others = object.terms.filter((_, i) => i !== at);
  if (at < 0 || !others.every(isConstant)) return undefined;
  const spans = object.relations.map((relation, i) => {
    if (i === at) return half(engine, relation, object.terms[i + 1]);
    return i === at - 1 ? half(engine, MIRRORED[relation], object.terms[i]) : undefined;
  });
  return spans.length <= 2 ? intersect(spans) : undefined;
}

function half(engine: MathEngine, relation: Relation, bound: Term | undefined): RealSet | undefined {
  const value = bound && numeric(engine, bound);
  if (value === undefined) return undefined;
  const below = (closed: boolean): Span => ({ ...ALL, to: value, toClosed: closed });
  const above = (closed: boolean): Span => ({ ...ALL, from: value, fromClosed: closed });
  switch (relation) {
    case '<':
      return [below(false)];
    case '<=':
      return [below(Number.isFinite(value))];
    case '>':
      return [above(false)];
    case '>=':
      return [above(Number.isFinite(value))];
    case '!=':
      return [below(false), above(false)];
    default:
      return Number.isFinite(value) ? [point(value)] : undefined;
  }
}

function numeric(engine: MathEngine, term: Term): number | undefined {
  const sign = infinity(term);
  if (sign !== 0) return sign * Infinity;
  const value = constantValue(engine, term);
  return value && value.im === 0 ? value.re : undefined;
}

function merge(spans: readonly Span[]): RealSet {
  const sorted = [...spans].sort((a, b) => a.from - b.from || Number(b.fromClosed) - Number(a.fromClosed));
  const out: Span[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last && (span.from < last.to || (span.from === last.to && (span.fromClosed || last.toClosed)))) {
      const farther = span.to > last.to || (span.to === last.to && span.toClosed);
      if (farther) out[out.length - 1] = { ...last, to: span.to, toClosed: span.toClosed };
    } else out.push(span);
  }
  return out;
}

function intersect(sets: readonly (RealSet | undefined)[]): RealSet | undefined {
  if (!sets.every((set) => set !== undefined)) return undefined;
  return sets.reduce<RealSet>((left, right) => left.flatMap((a) => right.flatMap((b) => overlap(a, b))), [ALL]);
}

function overlap(a: Span, b: Span): Span[] {
  const from = a.from > b.from || (a.from === b.from && !a.fromClosed) ? a : b;
  const to = a.to < b.to || (a.to === b.to && !a.toClosed) ? a : b;
  const span = { from: from.from, to: to.to, fromClosed: from.fromClosed, toClosed: to.toClosed };
  const holds = span.from < span.to || (span.from === span.to && span.fromClosed && span.toClosed);
  return holds ? [span] : [];
}

/** Equal ends (to the rounding of the computer) and equal brackets. */
export function sameSet(a: RealSet, b: RealSet): boolean {
  return a.length === b.length && a.every((span, i) => sameSpan(span, b[i]));
}

function sameSpan(a: Span, b: Span | undefined): boolean {
  if (!b || a.fromClosed !== b.fromClosed || a.toClosed !== b.toClosed) return false;
  return sameEnd(a.from, b.from) && sameEnd(a.to, b.to);
}

function sameEnd(a: number, b: number): boolean {
  if (a === b) return true;
  return Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) <= 1e-13 * Math.max(Math.abs(a), Math.abs(b));
}
