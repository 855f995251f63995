import { invalidInput } from '../../domain/errors/app-error.ts';
import { fieldsOf } from './fields.ts';

const LONGEST_SHOWN = 60;

/**
 * One of some words in the field of a query; undefined where it is not there or empty. Throws `invalid-input` for any other word, with
 * what was read and what is allowed: nobody gets something else than was asked for.
 */
export function chosenIn<Word extends string>(
  query: unknown,
  name: string,
  allowed: readonly Word[],
): Word | undefined {
  const value = fieldsOf(query)[name] ?? '';
  const found = allowed.find((word) => word === value);
  if (value !== '' && found === undefined) throw notAllowed(name, value, allowed.join(', '));
  return found;
}

/** The id in the field of a query; undefined where it is not there or empty. Throws `invalid-input` for what is no id. */
export function idChosenIn(query: unknown, name: string): number | undefined {
  const value = fieldsOf(query)[name] ?? '';
  if (value === '') return undefined;
  if (!/^[1-9]\d{0,14}$/.test(value)) throw notAllowed(name, value, 'a whole number from 1');
  return Number(value);
}

function notAllowed(name: string, value: string, allowed: string) {
  const said = `read “${value.slice(0, LONGEST_SHOWN)}”; allowed is ${allowed}`;
  return invalidInput(`What was asked for in “${name}” is not there: ${said}.`, { [name]: said });
}
