/** A pupil with what the teacher knows of them: estimated mastery of the course, 0 … 1; null where nothing is known. */
export interface Classmate {
  id: number;
  mastery: number | null;
}

export const GROUPINGS = ['similar', 'mixed'] as const;
/** `similar`: who needs the same is together. `mixed`: each group has somebody who is ahead. */
export type Grouping = (typeof GROUPINGS)[number];

/**
 * Divides pupils into groups of about `size`, each within one of the others in size, none smaller than two where there are two
 * pupils at all. The same pupils give the same groups. Of whom nothing is known counts as in the middle.
 */
export function proposeGroups(pupils: readonly Classmate[], size: number, grouping: Grouping): number[][] {
  if (pupils.length === 0) return [];
  const known = pupils.flatMap(({ mastery }) => mastery ?? []).sort((a, b) => a - b);
  const middle = known[Math.floor(known.length / 2)] ?? 0.5;
  const ranked = [...pupils].sort((a, b) => (a.mastery ?? middle) - (b.mastery ?? middle) || a.id - b.id);
  const count = Math.max(1, Math.min(Math.round(pupils.length / Math.max(2, size)), Math.floor(pupils.length / 2)));
  return grouping === 'similar' ? inRuns(ranked, count) : dealt(ranked, count);
}

function inRuns(ranked: readonly Classmate[], count: number): number[][] {
  const groups: number[][] = [];
  let from = 0;
  for (let group = 0; group < count; group += 1) {
    const to = Math.round(((group + 1) * ranked.length) / count);
    groups.push(ranked.slice(from, to).map(({ id }) => id));
    from = to;
  }
  return groups;
}

/** Back and forth, so that no group gets the best of every round. */
function dealt(ranked: readonly Classmate[], count: number): number[][] {
  const groups: number[][] = Array.from({ length: count }, () => []);
  for (const [place, { id }] of ranked.entries()) {
    const round = Math.floor(place / count);
    const seat = place % count;
    groups[round % 2 === 0 ? seat : count - 1 - seat]?.push(id);
  }
  return groups;
}
