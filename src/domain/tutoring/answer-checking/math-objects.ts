import { showTerm } from './term-text.ts';
import type { Term } from './terms.ts';
import type { Relation } from './token-tables.ts';

/** What an answer can be, as it was read. */
export type MathObject =
  | { type: 'scalar'; term: Term }
  /** x = 5, 2 < x ≤ 5: one term more than there are relations. */
  | { type: 'relation'; terms: Term[]; relations: Relation[] }
  /** (1, 2), [1, 2): a pair, a vector or an interval. */
  | { type: 'group'; open: '(' | '[' | '<'; close: ')' | ']' | '>'; items: MathObject[] }
  /** Several answers: with braces a set, without them a list. */
  | { type: 'collection'; braces: boolean; items: MathObject[] }
  | { type: 'union'; parts: MathObject[] }
  | { type: 'both'; parts: MathObject[] }
  | { type: 'matrix'; rows: Term[][] }
  | { type: 'empty' }
  | { type: 'reals' };

const SHOWN: Readonly<Record<Relation, string>> = {
  '=': '=',
  '<': '<',
  '>': '>',
  '<=': '≤',
  '>=': '≥',
  '!=': '≠',
  '~': '≈',
};

/** How the object is read back to the pupil. */
export function showObject(object: MathObject): string {
  switch (object.type) {
    case 'scalar':
      return showTerm(object.term);
    case 'relation':
      return object.terms.map((term, i) => (i === 0 ? '' : ` ${shownRelation(object, i)} `) + showTerm(term)).join('');
    case 'group':
      return `${object.open}${object.items.map(showObject).join(', ')}${object.close}`;
    case 'collection':
      return object.braces ? `{${object.items.map(showObject).join(', ')}}` : object.items.map(showObject).join(', ');
    case 'union':
      return object.parts.map(showObject).join(object.parts.some((part) => part.type === 'relation') ? ' or ' : ' ∪ ');
    case 'both':
      return object.parts.map(showObject).join(' and ');
    case 'matrix':
      return `[${object.rows.map((row) => row.map(showTerm).join(', ')).join('; ')}]`;
    case 'empty':
      return '∅';
    case 'reals':
      return 'all real numbers';
  }
}

function shownRelation(object: MathObject & { type: 'relation' }, i: number): string {
  const relation = object.relations[i - 1];
  return relation ? SHOWN[relation] : '';
}

/** All terms in the object, at any depth. */
export function termsIn(object: MathObject): Term[] {
  switch (object.type) {
    case 'scalar':
      return [object.term];
    case 'relation':
      return object.terms;
    case 'group':
    case 'collection':
      return object.items.flatMap(termsIn);
    case 'union':
    case 'both':
      return object.parts.flatMap(termsIn);
    case 'matrix':
      return object.rows.flat();
    default:
      return [];
  }
}

export function mapTerms(object: MathObject, change: (term: Term) => Term): MathObject {
  switch (object.type) {
    case 'scalar':
      return { type: 'scalar', term: change(object.term) };
    case 'relation':
      return { ...object, terms: object.terms.map(change) };
    case 'group':
    case 'collection':
      return { ...object, items: object.items.map((item) => mapTerms(item, change)) };
    case 'union':
    case 'both':
      return { ...object, parts: object.parts.map((part) => mapTerms(part, change)) };
    case 'matrix':
      return { type: 'matrix', rows: object.rows.map((row) => row.map(change)) };
    default:
      return object;
  }
}
