import { AppError } from '../../domain/errors/app-error.ts';
import { leftOutLine, problemLine, type RosterProblem, type RosterProblems } from '../../domain/roster/problem.ts';
import type { LeftOut } from '../../domain/roster/roster.ts';

const SHOWN = 50;
/** More than anybody reads of what could not be done besides. */
const MOST_LEFT_OUT = 500;

/**
 * Throws `invalid-input` (`bad-people-file`) where something is wrong with a file: with every problem, and with what would be left
 * out besides as far as it does not follow from them, so that nobody mends a file and is then told more.
 */
export function refuseProblems(
  problems: RosterProblems,
  { leftOut, notes }: { leftOut: readonly LeftOut[]; notes: readonly string[] },
): void {
  const { count } = problems;
  if (count === 0) return;
  const list = inOrder(problems.list);
  const others = leftOut.filter(({ place }) => !problems.explains(place)).slice(0, MOST_LEFT_OUT);
  const what = count === 1 ? 'one thing is wrong' : `${count} things are wrong`;
  const message = [
    `Nothing was imported: ${what}.`,
    ...bounded(list.map(problemLine), count),
    ...(others.length > 0 ? ['Besides, this would be left out:'] : []),
    ...bounded(others.map(leftOutLine), others.length),
    ...notes,
  ];
  throw new AppError('invalid-input', 'bad-people-file', message.join('\n'), {
    details: { problems: list, count, leftOut: others, notes },
  });
}

/** File by file as they were met, and in each from its first row on. */
function inOrder(list: readonly RosterProblem[]): RosterProblem[] {
  const files = [...new Set(list.map(({ file }) => file))];
  return list.toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.row - b.row);
}

function bounded(lines: readonly string[], count: number): string[] {
  return [...lines.slice(0, SHOWN), ...(count > SHOWN ? [`… and ${count - SHOWN} more.`] : [])];
}
