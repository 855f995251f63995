import type { LargeChange, RosterPlan } from './plan.ts';
import type { KnownSchool, Snapshot } from './snapshot.ts';

/** As many people may change without a question, however small the school. */
const FEW = 5;

/** Schools of which more than half of the people would change, move, lose a link or be closed out: somebody should look twice. */
export function findLargeChanges(
  plan: Pick<RosterPlan, 'people' | 'members' | 'links'>,
  { people, schools }: Pick<Snapshot, 'people' | 'schools'>,
): LargeChange[] {
  const touched = new Set<number | string>([
    ...plan.people.change.map(({ person }) => person.id),
    ...plan.people.disable.map(({ id }) => id),
    ...plan.people.enable.map(({ id }) => id),
    ...plan.members.remove.map(({ person }) => person),
    ...plan.links.remove.map(({ parent }) => parent),
  ]);
  return schools.flatMap((school: KnownSchool) => {
    // Parents whom no school keeps are of the only one there is.
    const isOf = (id: number | null) => id === school.id || (id === null && schools.length === 1);
    const all = people.filter(({ schoolId, disabled, id }) => isOf(schoolId) && (!disabled || touched.has(id)));
    const count = all.filter(({ id }) => touched.has(id)).length;
    return count > FEW && count * 2 > all.length ? [{ school: school.name, touched: count, of: all.length }] : [];
  });
}
