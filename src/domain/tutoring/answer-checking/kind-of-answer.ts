import type { QaKind } from '../../curriculum/curriculum.ts';
import { readKeyAnswer } from './math-check.ts';
import type { MathObject } from './math-objects.ts';
import { hasUnit } from './quantities.ts';
import { isConstant } from './terms.ts';

/**
 * The kind of question that an answer without a kind belongs to, for importers: "3/4" and "16 m" are numbers, "2x + 6" an expression,
 * "(−∞, 4]" an interval, "{−2, 3}" and "x = −3, x = 2" a set, "a closed curve" text. A pair "(1, 2)" is an expression.
 */
export function kindOfAnswer(answer: string): QaKind {
  if (hasUnit(answer)) return 'number';
  const object = readKeyAnswer(answer);
  return object ? kindOf(object) : 'text';
}

/** Whether an answer can be the key of a question of this kind: of choices and words every one can. */
export function isReadable(kind: QaKind, answer: string): boolean {
  if (kind === 'number') return kindOfAnswer(answer) === 'number';
  const isMaths = kind === 'expression' || kind === 'set' || kind === 'interval';
  return !isMaths || readKeyAnswer(answer) !== undefined;
}

function kindOf(object: MathObject): QaKind {
  switch (object.type) {
    case 'scalar':
      return isConstant(object.term) ? 'number' : 'expression';
    case 'relation':
      return object.relations.some((relation) => relation !== '=') && object.terms.some((term) => term.type === 'name')
        ? 'interval'
        : 'expression';
    case 'collection':
      return 'set';
    case 'union':
    case 'both':
    case 'empty':
    case 'reals':
      return 'interval';
    case 'group':
      return object.open === '[' || object.close === ']' || hasInfinity(object) ? 'interval' : 'expression';
    default:
      return 'expression';
  }
}

function hasInfinity(object: MathObject & { type: 'group' }): boolean {
  return object.items.some((item) => item.type === 'scalar' && /inf/.test(JSON.stringify(item.term)));
}
