import { foldWord } from './fold-word.ts';
import type { RosterProblems } from './problem.ts';
import type { Table } from './table.ts';

const INSTEAD =
  'passwords are never read from a file. Take the column out; after the import everybody gets a one-time link or a card, on which they choose their own.';

/** Headers under which somebody keeps passwords. */
export function isPasswordHeader(title: string): boolean {
  const word = foldWord(title);
  return /password|passwd|passphrase|passcode|pwd|סיסמ/u.test(word) || word === 'pass';
}

/**
 * Refuses a table with a column of passwords, by its name, and repeats none of them. `unlessEmpty`: the format demands the column,
 * so it may stand there with nothing in it.
 */
export function refusePasswords(
  table: Table,
  { unlessEmpty }: { unlessEmpty: boolean },
  problems: RosterProblems,
): void {
  for (const [index, column] of table.header.entries()) {
    if (!isPasswordHeader(column)) continue;
    const filled = table.rows.filter(({ cells }) => (cells[index] ?? '').trim() !== '');
    if (unlessEmpty && filled.length === 0) continue;
    const [first] = filled;
    const held =
      first === undefined ? '' : ` (${filled.length} of its cells are filled, the first in row ${first.row})`;
    problems.add({ file: table.file, row: 1, column: column.trim(), value: null, allowed: INSTEAD + held });
  }
}
