import type { Ref } from '../../domain/roster/plan/plan.ts';

/** Where the ids of what is new are found, once it is there. */
export interface Ids {
  schools: Map<string, number>;
  people: Map<string, number>;
  classes: Map<string, number>;
}

/** The id of something that is here by now. */
export function idOf(ref: Ref, known: ReadonlyMap<string, number>): number {
  const id = typeof ref === 'number' ? ref : known.get(ref);
  if (id === undefined) throw new Error(`The plan names ${ref}, which is not there.`);
  return id;
}
