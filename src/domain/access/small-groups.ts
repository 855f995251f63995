/** Groups of fewer people than this are not counted out loud: somebody could be recognized in them. */
export const SMALLEST_GROUP = 10;

/** Whether a group is too small to be told of: some, but fewer than ten. */
export function isSmall(people: number): boolean {
  return people < SMALLEST_GROUP;
}

/** The number of a group, or null where the group is too small to be named; nobody at all is 0. */
export function unlessSmall(people: number): number | null {
  return people === 0 || people >= SMALLEST_GROUP ? people : null;
}
