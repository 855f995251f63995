import { LIMITS } from './limits.ts';

/** Columns of a table of questions that stand in it at most once, in the order in which an export writes them. */
export const SINGLE_COLUMNS = [
  'key',
  'course',
  'subject',
  'grade',
  'unit',
  'step',
  'use',
  'level',
  'kind',
  'stem',
  'question',
  'answer',
  'tolerance',
  'answer unit',
  'worked example',
  'explanation',
  'title',
  'source',
  'licence',
  'course type',
  'course level',
  'course description',
  'course source',
  'course prerequisites',
  'unit type',
  'unit weight',
  'unit minutes',
  'unit description',
  'unit prerequisites',
] as const;
export type SingleColumn = (typeof SINGLE_COLUMNS)[number];

/** Columns that come with a number or, for choices, with the id of the choice: "hint 1", "choice a". */
export type NumberedColumn =
  | { list: 'choice'; id: string }
  | { list: 'also right' | 'alias' | 'hint' | 'wrong' | 'feedback'; index: number }
  | { list: 'hint question' | 'hint kind' | 'hint answer'; index: number }
  | { list: 'hint choice'; index: number; id: string };

export type CsvColumn = { single: SingleColumn } | NumberedColumn;

const NUMBERED = /^(also right|alias|hint|wrong|feedback) (\d{1,3})$/;
const SCAFFOLD = /^hint (\d{1,3}) (question|kind|answer)$/;
const SCAFFOLD_CHOICE = /^hint (\d{1,3}) choice (.{1,20})$/;
const CHOICE = /^choice (.{1,20})$/;

/** What a heading means, in any case and with any spaces; undefined where it is none of the columns. */
export function columnOf(heading: string): CsvColumn | undefined {
  const name = heading.replace(/[\s_]+/g, ' ').trim();
  const plain = name.toLowerCase();
  const single = SINGLE_COLUMNS.find((column) => column === plain);
  if (single) return { single };
  const [, list, number] = NUMBERED.exec(plain) ?? [];
  if (list && number) return withinList({ list: list as 'hint', index: Number(number) });
  const [, hint, part] = SCAFFOLD.exec(plain) ?? [];
  if (hint && part) return withinList({ list: `hint ${part}` as 'hint kind', index: Number(hint) });
  // Ids of choices keep their case.
  const [, of, choice] = SCAFFOLD_CHOICE.exec(plain) ?? [];
  if (of && choice) return withinList({ list: 'hint choice', index: Number(of), id: name.slice(-choice.length) });
  const [, id] = CHOICE.exec(plain) ?? [];
  return id ? { list: 'choice', id: name.slice(-id.length) } : undefined;
}

function withinList<const Column extends { index: number }>(column: Column): Column | undefined {
  return column.index >= 1 && column.index <= LIMITS.list ? column : undefined;
}

/** The heading of a column. */
export function headingOf(column: CsvColumn): string {
  if ('single' in column) return column.single;
  if (column.list === 'choice') return `choice ${column.id}`;
  if (column.list === 'hint choice') return `hint ${column.index} choice ${column.id}`;
  const part = /^hint (.+)$/.exec(column.list)?.[1];
  return part ? `hint ${column.index} ${part}` : `${column.list} ${column.index}`;
}
