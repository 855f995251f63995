import { attribute, childOf, childrenOf, type MarkupElement, wordsOf } from '../../../markup/markup.ts';
import { type Declaration, mapped } from './declarations.ts';

/** What a pupil gave, by the identifier of a response. */
export type Responses = ReadonlyMap<string, readonly string[]>;
/** Values of an expression; null is QTI's "no value". */
type Value = readonly string[] | null;

/** A rule that is not known here: what it would do cannot be told. */
class UnknownRule extends Error {}
class Exit extends Error {}

const truth = (value: boolean): Value => [String(value)];

/**
 * The response processing of a QTI 2.x item, to be tried with any answer: the outcomes that it sets. Undefined when it has rules that
 * are not known here, or none at all. Only comparisons and sums: no loops, nothing of it runs.
 */
export function process(
  item: MarkupElement,
  declarations: ReadonlyMap<string, Declaration>,
  responses: Responses,
): Map<string, Value> | undefined {
  const [rules] = childrenOf(item, 'responseProcessing');
  if (!rules) return undefined;
  const run = new Run(item, declarations, responses);
  try {
    if (childrenOf(rules).length > 0) run.rules(childrenOf(rules));
    else run.template(attribute(rules, 'template') ?? '');
  } catch (error) {
    if (error instanceof UnknownRule) return undefined;
    if (!(error instanceof Exit)) throw error;
  }
  return run.outcomes;
}

class Run {
  readonly outcomes = new Map<string, Value>();
  readonly #declarations: ReadonlyMap<string, Declaration>;
  readonly #responses: Responses;

  constructor(item: MarkupElement, declarations: ReadonlyMap<string, Declaration>, responses: Responses) {
    this.#declarations = declarations;
    this.#responses = responses;
    this.outcomes.set('completionStatus', ['unknown']);
    for (const outcome of childrenOf(item, 'outcomeDeclaration')) {
      const standard = childOf(outcome, 'defaultValue');
      const isNumber = /^(?:float|integer)$/.test(attribute(outcome, 'baseType') ?? '');
      const values = standard ? childrenOf(standard, 'value').map(wordsOf) : [];
      this.outcomes.set(attribute(outcome, 'identifier') ?? '', values.length > 0 ? values : isNumber ? ['0'] : null);
    }
  }

  template(name: string): void {
    const [declaration] = this.#declarations.values();
    const id = declaration?.identifier ?? 'RESPONSE';
    if (name.includes('match_correct')) this.outcomes.set('SCORE', [this.#sameAsCorrect(id) ? '1' : '0']);
    else if (/map_response$|map_response\.xml$/.test(name)) this.outcomes.set('SCORE', [String(this.#mapped(id))]);
    else throw new UnknownRule();
  }

  rules(list: readonly MarkupElement[]): void {
    for (const rule of list) this.#rule(rule);
  }

  #rule(rule: MarkupElement): void {
    switch (rule.name) {
      case 'responseCondition':
        this.#condition(rule);
        return;
      case 'responseProcessingFragment':
        this.rules(childrenOf(rule));
        return;
      case 'setOutcomeValue': {
        const [expression] = childrenOf(rule);
        this.outcomes.set(attribute(rule, 'identifier') ?? '', this.#value(expression));
        return;
      }
      case 'exitResponse':
        throw new Exit();
      default:
        throw new UnknownRule();
    }
  }

  #condition(condition: MarkupElement): void {
    for (const branch of childrenOf(condition)) {
      const [test, ...rules] = childrenOf(branch);
      if (branch.name !== 'responseElse' && !this.#isTrue(test)) continue;
      this.rules(branch.name === 'responseElse' ? childrenOf(branch) : rules);
      return;
    }
  }

  #isTrue(expression: MarkupElement | undefined): boolean {
    return this.#value(expression)?.[0] === 'true';
  }

  #value(expression: MarkupElement | undefined): Value {
    if (!expression) throw new UnknownRule();
    const parts = childrenOf(expression);
    const id = attribute(expression, 'identifier') ?? '';
    switch (expression.name) {
      case 'baseValue':
        return [wordsOf(expression)];
      case 'variable':
        return this.#variable(id);
      case 'correct':
        return this.#declarations.get(id)?.correct ?? null;
      case 'mapResponse':
        return [String(this.#mapped(id))];
      case 'null':
        return null;
      case 'multiple':
      case 'ordered': {
        const all = parts.flatMap((part) => this.#value(part) ?? []);
        return all.length > 0 ? all : null;
      }
      case 'and':
        return truth(parts.every((part) => this.#isTrue(part)));
      case 'or':
        return truth(parts.some((part) => this.#isTrue(part)));
      case 'not':
        return truth(!this.#isTrue(parts[0]));
      case 'isNull':
        return truth(this.#value(parts[0]) === null);
      default:
        return this.#compared(
          expression,
          parts.map((part) => this.#value(part)),
        );
    }
  }

  #compared(expression: MarkupElement, values: readonly Value[]): Value {
    const [left = null, right = null] = values;
    const numbers = values.map((value) => (value === null ? Number.NaN : Number(value[0])));
    const [a = Number.NaN, b = Number.NaN] = numbers;
    const sum = (add: (x: number, y: number) => number): Value =>
      numbers.some(Number.isNaN) ? null : [String(numbers.reduce(add))];
    switch (expression.name) {
      case 'match':
        return truth(left !== null && right !== null && sameValues(left, right));
      case 'stringMatch':
        return truth(left !== null && right !== null && sameText(left[0] ?? '', right[0] ?? '', expression));
      case 'equal':
        return truth(isWithin(a, b, expression));
      case 'member':
        return truth(left !== null && holds(right, left.slice(0, 1)));
      case 'contains':
        return truth(right !== null && holds(left, right));
      case 'containerSize':
        return [String(left?.length ?? 0)];
      case 'gt':
        return truth(a > b);
      case 'gte':
        return truth(a >= b);
      case 'lt':
        return truth(a < b);
      case 'lte':
        return truth(a <= b);
      case 'sum':
        return sum((x, y) => x + y);
      case 'product':
        return sum((x, y) => x * y);
      case 'subtract':
        return sum((x, y) => x - y);
      case 'divide':
        return b === 0 ? null : sum((x, y) => x / y);
      default:
        throw new UnknownRule();
    }
  }

  #variable(id: string): Value {
    if (id === 'numAttempts') return ['1'];
    if (this.#declarations.has(id)) return this.#given(id);
    return this.outcomes.get(id) ?? null;
  }

  #given(id: string): Value {
    const given = this.#responses.get(id) ?? [];
    return given.length > 0 ? given : null;
  }

  #sameAsCorrect(id: string): boolean {
    const given = this.#given(id);
    const declaration = this.#declarations.get(id);
    if (given === null || declaration === undefined) return false;
    return declaration.cardinality === 'ordered'
      ? String(given) === String(declaration.correct)
      : sameValues(given, declaration.correct);
  }

  #mapped(id: string): number {
    const mapping = this.#declarations.get(id)?.mapping;
    if (!mapping) throw new UnknownRule();
    return mapped(mapping, this.#given(id) ?? []);
  }
}

const holds = (all: Value, some: readonly string[]): boolean => some.every((value) => all?.includes(value) ?? false);

/** The same values; their order is looked at where both sides would need it, which one comparison cannot tell: it is never loose. */
function sameValues(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  const [a, b] = [left, right].map((list) => list.map(plain).toSorted());
  return String(a) === String(b);
}

/** "4.0" and "4" are one number. */
const plain = (value: string): string => (/^-?\d+(?:\.\d+)?$/.test(value) ? String(Number(value)) : value);

function sameText(left: string, right: string, expression: MarkupElement): boolean {
  const loose = attribute(expression, 'caseSensitive') === 'false';
  const [a, b] = loose ? [left.toLowerCase(), right.toLowerCase()] : [left, right];
  return attribute(expression, 'substring') === 'true' ? a.includes(b) : a === b;
}

function isWithin(a: number, b: number, expression: MarkupElement): boolean {
  const mode = attribute(expression, 'toleranceMode') ?? 'exact';
  if (mode === 'exact') return a === b;
  const [below = 0, above = below] = (attribute(expression, 'tolerance') ?? '').trim().split(/\s+/).map(Number);
  const size = mode === 'relative' ? Math.abs(b) / 100 : 1;
  return a >= b - below * size && a <= b + above * size;
}
