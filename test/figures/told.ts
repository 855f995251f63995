import { SMALLEST_GROUP } from '../../src/domain/access/small-groups.ts';
import type { Groups } from './recount.ts';

/**
 * What is wrong with what a page tells of groups and what it hides, by the rule and not by the program's way to it: no group of fewer than
 * ten is told of; no hidden one follows from what lines of them come to, by solving for it as somebody with pencil and paper would; what is
 * hidden in a line is not small altogether; and nothing is hidden for which there is no need.
 */
export function wronglyTold({ groups, lines }: Groups, isTold: readonly boolean[]): string[] {
  const small = groups.flatMap(({ name, people }, at) =>
    isTold[at] && people > 0 && people < SMALLEST_GROUP ? [`${name} is of ${people} and told of`] : [],
  );
  const faults = leaksOf({ groups, lines }, isTold).map((fault) => `${fault} can be made out`);
  const needless = groups.flatMap(({ name, people }, at) =>
    !isTold[at] && people >= SMALLEST_GROUP && !isNeeded({ groups, lines }, isTold, at)
      ? [`${name} is of ${people} and hidden for nothing`]
      : [],
  );
  return [...small, ...faults, ...needless];
}

/** Of one line that it cannot be told as well; where lines cross, that a small one is hidden in its lines, or in those of what is hidden with it. */
function isNeeded({ groups, lines }: Groups, isTold: readonly boolean[], at: number): boolean {
  if (lines.length === 1) {
    return (
      leaksOf(
        { groups, lines },
        isTold.map((told, place) => told || place === at),
      ).length > 0
    );
  }
  const reached = new Set([at]);
  for (const one of reached) {
    const beside = lines.filter((line) => line.includes(one)).flat();
    for (const place of beside) if (!isTold[place] && (groups[place]?.people ?? 0) > 0) reached.add(place);
  }
  return [...reached].some((place) => (groups[place]?.people ?? 0) < SMALLEST_GROUP);
}

/** Small groups that follow from the rest, and lines in which all that is hidden is small. */
function leaksOf({ groups, lines }: Groups, isTold: readonly boolean[]): string[] {
  const peopleOf = (place: number) => groups[place]?.people ?? 0;
  const isHidden = (place: number) => !isTold[place] && peopleOf(place) > 0;
  const unknown = groups.flatMap((_, place) => (isHidden(place) ? [place] : []));
  const always = solved(
    lines.map((line) => line.filter((place) => peopleOf(place) > 0)),
    groups.flatMap((_, place) => (peopleOf(place) > 0 ? [place] : [])),
  );
  const follow = solved(
    lines.map((line) => line.filter(isHidden)),
    unknown,
  ).filter((place) => !always.includes(place) && peopleOf(place) < SMALLEST_GROUP);
  const alone = lines.flatMap((line) => {
    const hidden = line.filter((place) => isHidden(place) && !always.includes(place));
    const isSmall = hidden.length > 0 && hidden.every((place) => peopleOf(place) < SMALLEST_GROUP);
    return isSmall && hidden.length < line.filter((place) => peopleOf(place) > 0).length
      ? [`what is hidden beside ${line.map((place) => groups[place]?.name).join(', ')}`]
      : [];
  });
  return [...follow.map((place) => `${groups[place]?.name} (${peopleOf(place)})`), ...alone];
}

/** The unknowns that have one value only where each of these sums of them is known: Gauß and Jordan. */
function solved(sums: readonly (readonly number[])[], unknown: readonly number[]): number[] {
  const rows: number[][] = sums.map((sum) => unknown.map((place) => (sum.includes(place) ? 1 : 0)));
  let done = 0;
  for (let column = 0; column < unknown.length && done < rows.length; column += 1) {
    const pivot = rows.findIndex((row, at) => at >= done && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const [own, other] = [rows[pivot] ?? [], rows[done] ?? []];
    const scale = own[column] ?? 1;
    const next = own.map((value) => value / scale);
    rows[pivot] = other;
    rows[done] = next;
    for (const [at, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (at !== done && Math.abs(factor) > 1e-9)
        rows[at] = row.map((value, place) => value - factor * (next[place] ?? 0));
    }
    done += 1;
  }
  const onlyOne = rows.flatMap((row) => {
    const left = row.flatMap((value, place) => (Math.abs(value) > 1e-9 ? [unknown[place] ?? 0] : []));
    return left.length === 1 ? left : [];
  });
  return onlyOne;
}
