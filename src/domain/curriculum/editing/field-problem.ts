/** What is wrong with one field of a form: the field's name, what was read and what is allowed. */
export interface FieldProblem {
  field: string;
  problem: string;
}

/** The longest text of a field, in characters: as much as either database keeps. */
export const LONGEST = { name: 190, line: 480, text: 20_000 } as const;

/** A name that is needed, and that a key column can hold. */
export function checkName(field: string, name: string): FieldProblem[] {
  if (name.trim() === '') return [{ field, problem: 'A name is needed.' }];
  return checkLength(field, name, LONGEST.name);
}

export function checkLength(field: string, text: string, longest: number): FieldProblem[] {
  return text.length > longest
    ? [{ field, problem: `This has ${text.length} characters; at most ${longest} are taken.` }]
    : [];
}

/** A number within bounds; NaN stands for what could not be read as one. */
export function checkNumber(
  field: string,
  value: number,
  { least, most, whole = false }: { least: number; most: number; whole?: boolean },
): FieldProblem[] {
  const fits = value >= least && value <= most && (!whole || Number.isInteger(value));
  return fits ? [] : [{ field, problem: `A ${whole ? 'whole ' : ''}number from ${least} to ${most} is needed.` }];
}
