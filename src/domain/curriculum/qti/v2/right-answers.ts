import { attribute, childrenOf, descendantsOf, type MarkupElement, wordsOf } from '../../../markup/markup.ts';
import { ItemRefused, type NumberRight } from '../item.ts';
import { type Declaration, mapped } from './declarations.ts';
import { process, type Responses } from './processing.ts';

/** Sets of values that are right for a response, the best known first. */
export type RightSets = string[][];

const SCORES = /^(?:SCORE|score|Score)$/;

/**
 * What is right for each response: what its author declares, else what its mapping gives most for, else what its processing compares
 * it with. Where the processing can be followed, the answer must earn something. Throws `ItemRefused`.
 */
export function findRight(
  item: MarkupElement,
  declarations: ReadonlyMap<string, Declaration>,
  asked: readonly string[],
): Map<string, RightSets> {
  refuseDependence(item, declarations);
  const right = new Map(
    asked.map((id) => {
      const declaration = declarations.get(id);
      if (!declaration) throw new ItemRefused('it does not say which answer is right');
      return [id, candidates(item, declaration, declarations)];
    }),
  );
  const best = new Map([...right].map(([id, sets]) => [id, sets[0] ?? []]));
  if ([...best.values()].some((values) => values.length === 0))
    throw new ItemRefused('it does not say which answer is right');
  const score = scoreOf(item, declarations, best);
  if (score !== undefined && score <= 0)
    throw new ItemRefused('the answer that it declares earns nothing in its own marking');
  return right;
}

/** The points of an answer, where the processing can be followed and has any. */
export function scoreOf(
  item: MarkupElement,
  declarations: ReadonlyMap<string, Declaration>,
  responses: Responses,
): number | undefined {
  const rules = childrenOf(item, 'responseProcessing');
  const names = rules
    .flatMap((one) => descendantsOf(one, 'setOutcomeValue'))
    .map((set) => attribute(set, 'identifier') ?? '');
  const byTemplate = rules.some((one) => childrenOf(one).length === 0);
  const name = byTemplate ? 'SCORE' : names.find((one) => SCORES.test(one));
  const value = name === undefined ? undefined : process(item, declarations, responses)?.get(name)?.[0];
  return value === undefined ? undefined : Number(value);
}

function candidates(
  item: MarkupElement,
  declaration: Declaration,
  declarations: ReadonlyMap<string, Declaration>,
): RightSets {
  const { correct, mapping, cardinality } = declaration;
  const best = mapping === undefined ? [] : bestMapped(declaration);
  if (correct.length > 0) {
    if (cardinality !== 'single') return [correct];
    // What the mapping values no less than the declared answer is right as well.
    const declared = mapping === undefined ? 0 : mapped(mapping, correct);
    const others = best.filter(
      ([key = '']) => mapping !== undefined && mapped(mapping, [key]) >= declared && declared > 0,
    );
    return [correct.slice(0, 1), ...others.filter(([key]) => key !== correct[0])];
  }
  return best.length > 0 ? best : compared(item, declaration, declarations);
}

/** Single values: all that earn the most. Several values: all that earn anything, together. */
function bestMapped({ mapping, cardinality }: Declaration): RightSets {
  const earning = (mapping?.entries ?? []).filter((entry) => entry.value > 0);
  const top = Math.max(0, ...earning.map((entry) => entry.value));
  if (earning.length === 0) return [];
  if (cardinality !== 'single') return [earning.map((entry) => entry.key)];
  return earning.filter((entry) => entry.value === top).map((entry) => [entry.key]);
}

/** Literals that the processing compares this response with, in the order of what they earn. */
function compared(
  item: MarkupElement,
  { identifier }: Declaration,
  declarations: ReadonlyMap<string, Declaration>,
): RightSets {
  const tests = descendantsOf(item, 'match', 'equal', 'stringMatch');
  const found = tests.flatMap((test): { values: string[]; points: number }[] => {
    const [left, right] = childrenOf(test);
    if (!left || !right || left.name !== 'variable' || attribute(left, 'identifier') !== identifier) return [];
    const literals = right.name === 'baseValue' ? [right] : descendantsOf(right, 'baseValue');
    if (right.name === 'variable' || right.name === 'correct' || literals.length === 0) return [];
    const values = literals.map(wordsOf);
    return [{ values, points: scoreOf(item, declarations, new Map([[identifier, values]])) ?? 0 }];
  });
  const top = Math.max(0, ...found.map((one) => one.points));
  return top === 0 ? [] : found.filter((one) => one.points === top).map((one) => one.values);
}

/** Two responses compared with each other: "any three cities, in any order". */
function refuseDependence(item: MarkupElement, declarations: ReadonlyMap<string, Declaration>): void {
  for (const test of descendantsOf(item, 'match', 'equal', 'stringMatch', 'member')) {
    const names = childrenOf(test, 'variable').map((one) => attribute(one, 'identifier') ?? '');
    const own = new Set(names.filter((name) => declarations.has(name)));
    if (own.size > 1) throw new ItemRefused('what is right in one of its places depends on what stands in another');
  }
}

/** The bounds around a number, where the processing compares it with a tolerance. */
export function numberOf(item: MarkupElement, identifier: string, value: number): NumberRight {
  const tests = descendantsOf(item, 'equal').filter((test) => {
    const [left] = childrenOf(test, 'variable');
    return left !== undefined && attribute(left, 'identifier') === identifier;
  });
  const [test] = tests.filter((one) => /absolute|relative/.test(attribute(one, 'toleranceMode') ?? ''));
  if (test) {
    const [below = 0, above = below] = (attribute(test, 'tolerance') ?? '').trim().split(/\s+/).map(Number);
    const size = attribute(test, 'toleranceMode') === 'relative' ? Math.abs(value) / 100 : 1;
    if (!Number.isFinite(below) || !Number.isFinite(above))
      throw new ItemRefused('the tolerance of its number is no number');
    const clean = (bound: number) => Number(bound.toPrecision(12));
    return { value, from: clean(value - below * size), to: clean(value + above * size) };
  }
  return between(item, identifier, value) ?? { value };
}

/** "At least 4 and at most 5", as two comparisons with numbers. */
function between(item: MarkupElement, identifier: string, value: number): NumberRight | undefined {
  const bound = (names: string[]) =>
    descendantsOf(item, ...names).flatMap((test) => {
      const [left, right] = childrenOf(test);
      const isOurs =
        left?.name === 'variable' && attribute(left, 'identifier') === identifier && right?.name === 'baseValue';
      return isOurs ? [Number(wordsOf(right))] : [];
    });
  const [[from, ...moreFrom], [to, ...moreTo]] = [bound(['gte', 'gt']), bound(['lte', 'lt'])];
  if (from === undefined || to === undefined || moreFrom.length > 0 || moreTo.length > 0) return undefined;
  return value >= from && value <= to ? { value, from, to } : undefined;
}
