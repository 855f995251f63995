import {
  attribute,
  childrenOf,
  descendantsOf,
  isElement,
  type MarkupElement,
  wordsOf,
} from '../../../markup/markup.ts';
import { ItemRefused } from '../item.ts';

/** What a pupil gave: values by the ident of a response, in the order in which they were given. */
export type Responses = ReadonlyMap<string, readonly string[]>;
/** Whether a response takes one value, several, or several in order. */
export type Cardinality = 'Single' | 'Multiple' | 'Ordered';

export interface Outcome {
  score: number;
  /** Idents of the feedback that is shown. */
  feedback: string[];
}

const FULL = 100;

/** The response processing of a QTI 1.2 item, to be tried with any answer. Nothing of it runs but comparisons and sums. */
export class Scoring {
  readonly #conditions: MarkupElement[];
  readonly #cardinalities: ReadonlyMap<string, Cardinality>;
  /** No condition gives points: then one that calls itself right, or shows the feedback of that name, does. */
  readonly #byName: boolean;

  constructor(item: MarkupElement, cardinalities: ReadonlyMap<string, Cardinality>) {
    this.#conditions = childrenOf(item, 'resprocessing').flatMap((one) => childrenOf(one, 'respcondition'));
    this.#cardinalities = cardinalities;
    this.#byName = !this.#conditions.some((condition) => pointsOf(condition) > 0);
  }

  /** The conditions that give points. */
  get gains(): MarkupElement[] {
    return this.#conditions.filter((condition) => this.#gain(condition) > 0);
  }

  /** All conditions: also those that only take points or show feedback. */
  get conditions(): readonly MarkupElement[] {
    return this.#conditions;
  }

  evaluate(responses: Responses): Outcome {
    let score = 0;
    const feedback: string[] = [];
    for (const condition of this.#conditions) {
      if (!this.#holds(condition, responses)) continue;
      for (const set of childrenOf(condition, 'setvar')) score = applied(score, set);
      if (this.#byName) score += this.#gain(condition);
      feedback.push(...feedbackOf(condition));
      if (isLast(condition)) break;
    }
    return { score, feedback };
  }

  #gain(condition: MarkupElement): number {
    if (!this.#byName) return pointsOf(condition);
    const names = [attribute(condition, 'title') ?? '', ...feedbackOf(condition)];
    return names.some((name) => /^correct/i.test(name)) ? FULL : 0;
  }

  #holds(condition: MarkupElement, responses: Responses): boolean {
    const [variables] = childrenOf(condition, 'conditionvar');
    return variables !== undefined && this.#all(childrenOf(variables), responses);
  }

  /** All of them hold; of several values for a response that takes one, one is enough, since no answer could be them all. */
  #all(tests: readonly MarkupElement[], responses: Responses): boolean {
    const equals = Map.groupBy(
      tests.filter((test) => test.name === 'varequal'),
      (test) => attribute(test, 'respident') ?? '',
    );
    const others = tests.filter((test) => test.name !== 'varequal' && test.name !== 'qticomment');
    return (
      others.every((test) => this.#test(test, responses)) &&
      [...equals].every(([ident, list]) => {
        const cardinality = this.#cardinalities.get(ident) ?? 'Single';
        if (cardinality === 'Ordered' && list.length > 1) return isSequence(list, responses.get(ident) ?? []);
        const hold = (test: MarkupElement) => this.#test(test, responses);
        return cardinality === 'Single' ? list.some(hold) : list.every(hold);
      })
    );
  }

  #test(test: MarkupElement, responses: Responses): boolean {
    const given = responses.get(attribute(test, 'respident') ?? '') ?? [];
    const wanted = wordsOf(test);
    const compares = (holds: (a: number, b: number) => boolean) =>
      given.some((value) => value.trim() !== '' && holds(Number(value), Number(wanted)));
    switch (test.name) {
      case 'and':
        return this.#all(childrenOf(test), responses);
      case 'or':
        return childrenOf(test).some((one) => this.#test(one, responses));
      case 'not':
        return !this.#all(childrenOf(test), responses);
      case 'other':
        return true;
      case 'unanswered':
        return given.length === 0;
      case 'varequal':
        return given.some((value) => sameValue(value, wanted, attribute(test, 'case') === 'No'));
      case 'varsubstring':
        return given.some((value) => value.toLowerCase().includes(wanted.toLowerCase()));
      case 'varsubset':
        return wanted.split(',').every((one) => given.includes(one.trim()));
      case 'vargt':
        return compares((a, b) => a > b);
      case 'vargte':
        return compares((a, b) => a >= b);
      case 'varlt':
        return compares((a, b) => a < b);
      case 'varlte':
        return compares((a, b) => a <= b);
      case 'qticomment':
        return true;
      default:
        throw new ItemRefused(`its marking uses “${test.name.slice(0, 40)}”, which cannot be followed`);
    }
  }
}

/** The values that tests for equality name for a response, without those under a "not", in the order of the document. */
export function valuesIn(condition: MarkupElement, ident: string): string[] {
  const found = (element: MarkupElement): MarkupElement[] =>
    childrenOf(element).flatMap((child) => (child.name === 'not' ? [] : [child, ...found(child)]));
  return found(condition)
    .filter((test) => /^var(?:equal|subset|substring)$/.test(test.name) && attribute(test, 'respident') === ident)
    .flatMap((test) => (test.name === 'varsubset' ? wordsOf(test).split(',') : [wordsOf(test)]))
    .map((value) => value.trim());
}

/** Which responses a condition looks at. */
export function respondentsIn(condition: MarkupElement): Set<string> {
  const tests = descendantsOf(condition, 'varequal', 'varsubset', 'varsubstring', 'vargt', 'vargte', 'varlt', 'varlte');
  return new Set(tests.map((test) => attribute(test, 'respident') ?? ''));
}

/** Whether nothing after it is looked at. By the standard that is so unless it says "Yes"; those that add points up never say it. */
function isLast(condition: MarkupElement): boolean {
  const said = attribute(condition, 'continue');
  if (said !== undefined) return /^no$/i.test(said);
  return childrenOf(condition, 'setvar').some((set) => /^set$/i.test(attribute(set, 'action') ?? 'Set'));
}

export const feedbackOf = (condition: MarkupElement): string[] =>
  childrenOf(condition, 'displayfeedback').map((one) => attribute(one, 'linkrefid') ?? '');

function sameValue(a: string, b: string, loose: boolean): boolean {
  const [left, right] = [a.trim(), b.trim()];
  if (left === right || (loose && left.toLowerCase() === right.toLowerCase())) return true;
  // "1234.0" and "1234" are one number; idents are never written so.
  return /^-?\d+\.\d+$/.test(right) && Number(left) === Number(right);
}

const isSequence = (tests: readonly MarkupElement[], given: readonly string[]): boolean =>
  tests.length === given.length && tests.every((test, at) => wordsOf(test) === given[at]);

/** "SCORE.max" is all the points there are. */
function amountOf(set: MarkupElement): number {
  const text = wordsOf(set);
  return /\.max$/i.test(text) ? FULL : Number(text) || 0;
}

function pointsOf(condition: MarkupElement): number {
  const sets = condition.children.filter(isElement).filter((child) => child.name === 'setvar');
  const added = sets.filter((set) => /^(?:set|add)$/i.test(attribute(set, 'action') ?? 'set'));
  return added.reduce((sum, set) => sum + Math.max(0, amountOf(set)), 0);
}

function applied(score: number, set: MarkupElement): number {
  const amount = amountOf(set);
  switch ((attribute(set, 'action') ?? 'Set').toLowerCase()) {
    case 'add':
      return score + amount;
    case 'subtract':
      return score - amount;
    case 'multiply':
      return score * amount;
    case 'divide':
      return amount === 0 ? score : score / amount;
    default:
      return amount;
  }
}
