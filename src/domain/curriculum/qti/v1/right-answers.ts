import { ItemRefused } from '../item.ts';
import { type Cardinality, respondentsIn, type Scoring, valuesIn } from './scoring.ts';

export interface Response {
  ident: string;
  cardinality: Cardinality;
}

const MOST_VALUES = 200;

/**
 * What is right for each response: the values that a pupil must give (Multiple, Ordered), or any one of which (Single). Found by
 * trying: an answer is right when nothing else gets more points. Throws `ItemRefused` when nothing gets any, when an answer could be
 * improved, or when what is right in one place depends on what stands in another.
 */
export function findRight(scoring: Scoring, responses: readonly Response[]): Map<string, string[]> {
  const gains = scoring.gains;
  if (gains.length === 0) throw new ItemRefused('it does not say which answer is right');
  const named = new Map(
    responses.map(({ ident }) => [ident, [...new Set(gains.flatMap((gain) => valuesIn(gain, ident)))]]),
  );
  if ([...named.values()].some((values) => values.length > MOST_VALUES)) {
    throw new ItemRefused(`its marking names more than ${MOST_VALUES} answers`);
  }
  const answers = new Map(
    responses.map(({ ident, cardinality }) => {
      const values = named.get(ident) ?? [];
      return [ident, cardinality === 'Single' ? values.slice(0, 1) : values];
    }),
  );
  const tried = (ident: string, values: readonly string[]) =>
    scoring.evaluate(new Map([...answers, [ident, values]])).score;
  for (const { ident, cardinality } of responses) {
    if (cardinality !== 'Single') continue;
    const values = named.get(ident) ?? [];
    const best = values.reduce(
      (top, value) => (tried(ident, [value]) > tried(ident, [top]) ? value : top),
      values[0] ?? '',
    );
    answers.set(ident, best === '' ? [] : [best]);
  }
  for (const { ident, cardinality } of responses) {
    if (cardinality === 'Multiple')
      answers.set(
        ident,
        withoutNeedless(answers.get(ident) ?? [], (values) => tried(ident, values)),
      );
  }
  const best = scoring.evaluate(answers).score;
  if (best <= 0) throw new ItemRefused('it does not say which answer is right');
  refuseDependence(scoring, responses);
  return new Map(
    responses.map(({ ident, cardinality }) => {
      const own = answers.get(ident) ?? [];
      if (cardinality !== 'Single') return [ident, own];
      return [ident, (named.get(ident) ?? []).filter((value) => tried(ident, [value]) === best)];
    }),
  );
}

/** Values whose absence costs nothing, or even pays, are not part of the answer. */
function withoutNeedless(values: readonly string[], score: (values: readonly string[]) => number): string[] {
  let kept = [...values];
  for (const value of values) {
    const without = kept.filter((other) => other !== value);
    if (score(without) >= score(kept)) kept = without;
  }
  return kept;
}

/** Two ways to get points that each look at several places: "red and blue, or blue and red". */
function refuseDependence(scoring: Scoring, responses: readonly Response[]): void {
  const idents = new Set(responses.map(({ ident }) => ident));
  const joint = scoring.gains.filter(
    (gain) => [...respondentsIn(gain)].filter((ident) => idents.has(ident)).length > 1,
  );
  if (joint.length > 1) throw new ItemRefused('what is right in one of its places depends on what stands in another');
}
