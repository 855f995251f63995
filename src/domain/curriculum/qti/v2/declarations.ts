import { attribute, childOf, childrenOf, type MarkupElement, wordsOf } from '../../../markup/markup.ts';

export interface Mapping {
  entries: { key: string; value: number; caseSensitive: boolean }[];
  otherwise: number;
  lower: number;
  upper: number;
}

/** A response of an item: what it takes, and what its author says is right. */
export interface Declaration {
  identifier: string;
  cardinality: 'single' | 'multiple' | 'ordered' | 'record';
  baseType: string;
  correct: string[];
  mapping: Mapping | undefined;
}

export function readDeclarations(item: MarkupElement): Map<string, Declaration> {
  const list = childrenOf(item, 'responseDeclaration').map((element): Declaration => {
    const cardinality = attribute(element, 'cardinality') ?? 'single';
    const correct = childOf(element, 'correctResponse');
    const mapping = childOf(element, 'mapping');
    return {
      identifier: attribute(element, 'identifier') ?? '',
      cardinality:
        cardinality === 'multiple' || cardinality === 'ordered' || cardinality === 'record' ? cardinality : 'single',
      baseType: attribute(element, 'baseType') ?? '',
      correct: correct ? childrenOf(correct, 'value').map(wordsOf).filter(Boolean) : [],
      mapping: mapping && readMapping(mapping),
    };
  });
  return new Map(list.map((declaration) => [declaration.identifier, declaration]));
}

function readMapping(mapping: MarkupElement): Mapping {
  return {
    entries: childrenOf(mapping, 'mapEntry').map((entry) => ({
      key: (attribute(entry, 'mapKey') ?? '').trim(),
      value: Number(attribute(entry, 'mappedValue')) || 0,
      caseSensitive: attribute(entry, 'caseSensitive') !== 'false',
    })),
    otherwise: Number(attribute(mapping, 'defaultValue')) || 0,
    lower: Number(attribute(mapping, 'lowerBound') ?? Number.NEGATIVE_INFINITY),
    upper: Number(attribute(mapping, 'upperBound') ?? Number.POSITIVE_INFINITY),
  };
}

/** What a mapping gives for an answer. */
export function mapped(mapping: Mapping, values: readonly string[]): number {
  const sum = [...new Set(values)].reduce((total, value) => {
    const entry = mapping.entries.find(({ key, caseSensitive }) =>
      caseSensitive ? key === value : key.toLowerCase() === value.toLowerCase(),
    );
    return total + (entry?.value ?? mapping.otherwise);
  }, 0);
  return Math.min(mapping.upper, Math.max(mapping.lower, sum));
}
