import { stringify } from 'csv-stringify/sync';
import { escapeCell } from '../../domain/curriculum/import/csv-cell.ts';
import {
  type CsvColumn,
  headingOf,
  SINGLE_COLUMNS,
  type SingleColumn,
} from '../../domain/curriculum/import/csv-columns.ts';
import type {
  StoredCourse,
  StoredProblem,
  StoredStep,
  StoredUnit,
} from '../../domain/curriculum/import/stored-course.ts';
import { publishedUnits } from '../../domain/curriculum/import/to-document.ts';
import type { CourseSource } from './curriculum-export.service.ts';

interface Row {
  course: StoredCourse;
  unit: StoredUnit;
  problem: StoredProblem;
  step: StoredStep;
  number: number;
}

/**
 * One row a question, with as many numbered columns as the fullest question needs. UTF-8 with a mark, commas, CRLF: what spreadsheets
 * open without asking. What they would carry out as a formula is written with an apostrophe before it.
 */
export async function* writeCsv({ courses }: CourseSource): AsyncIterable<string> {
  // The columns are known once every question was seen.
  const rows: Row[] = [];
  for await (const course of courses) rows.push(...rowsOf(course));
  const columns = columnsFor(rows);
  yield `\uFEFF${line(columns.map(headingOf))}`;
  for (const row of rows) yield line(columns.map((column) => escapeCell(cellOf(row, column))));
}

const line = (cells: string[]): string => stringify([cells], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });

function rowsOf(course: StoredCourse): Row[] {
  return publishedUnits(course).flatMap((unit) =>
    unit.problems.flatMap((problem) =>
      problem.steps.map((step, index) => ({ course, unit, problem, step, number: index + 1 })),
    ),
  );
}

function columnsFor(rows: readonly Row[]): CsvColumn[] {
  const most = (count: (step: StoredStep) => number) => rows.reduce((max, { step }) => Math.max(max, count(step)), 0);
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const ids = [...new Set(rows.flatMap(({ step }) => step.choices.map(({ id }) => id)))];
  return [
    ...SINGLE_COLUMNS.map((single) => ({ single })),
    ...inOrder(ids).map((id) => ({ list: 'choice', id }) as const),
    ...numbers(most((step) => step.acceptedAnswers.length)).map((index) => ({ list: 'also right', index }) as const),
    ...numbers(most((step) => step.hints.length)).flatMap((index) => hintColumns(rows, index)),
    ...numbers(most((step) => step.wrongAnswers.length)).flatMap((index) => [
      { list: 'wrong', index } as const,
      { list: 'feedback', index } as const,
    ]),
    ...numbers(most((step) => step.aliases.length)).map((index) => ({ list: 'alias', index }) as const),
  ];
}

function hintColumns(rows: readonly Row[], index: number): CsvColumn[] {
  const scaffolds = rows.flatMap(({ step }) => step.hints[index - 1]?.scaffold ?? []);
  const ids = [...new Set(scaffolds.flatMap(({ choices = [] }) => choices.map(({ id }) => id)))];
  const parts = scaffolds.length === 0 ? [] : (['hint question', 'hint kind', 'hint answer'] as const);
  return [
    { list: 'hint', index },
    ...parts.map((list) => ({ list, index })),
    ...inOrder(ids).map((id) => ({ list: 'hint choice', index, id }) as const),
  ];
}

/** a, b, …, and longer ids behind them. */
const inOrder = (ids: readonly string[]): string[] => [...ids].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));

const SINGLE: Record<SingleColumn, (row: Row) => string | number | null> = {
  key: ({ problem }) => problem.key,
  course: ({ course }) => course.name,
  subject: ({ course }) => course.subject,
  grade: ({ course }) => course.gradeLevel,
  unit: ({ unit }) => unit.name,
  step: ({ number, problem }) => (problem.steps.length > 1 ? number : ''),
  use: ({ step }) => step.use,
  level: ({ step }) => step.level,
  kind: ({ step }) => step.kind,
  stem: ({ problem, number }) => (number === 1 ? problem.stem : ''),
  question: ({ step }) => step.question,
  answer: ({ step }) => step.answer,
  tolerance: ({ step }) => step.tolerance,
  'answer unit': ({ step }) => step.unit,
  'worked example': ({ step }) => step.workedExample,
  explanation: ({ step }) => step.explanation,
  title: ({ problem }) => problem.title,
  source: ({ problem }) => problem.source,
  licence: ({ problem }) => problem.licence,
  'course type': ({ course }) => course.type,
  'course level': ({ course }) => course.level,
  'course description': ({ course }) => course.description,
  'course source': ({ course }) => course.source,
  'course prerequisites': ({ course }) => course.prerequisites.join('\n'),
  'unit type': ({ unit }) => unit.type,
  'unit weight': ({ unit }) => unit.weight,
  'unit minutes': ({ unit }) => unit.estimatedDurationMinutes,
  'unit description': ({ unit }) => unit.description,
  'unit prerequisites': ({ unit }) => unit.prerequisites.join('\n'),
};

function cellOf(row: Row, column: CsvColumn): string {
  if ('single' in column) return String(SINGLE[column.single](row) ?? '');
  const { step } = row;
  if (column.list === 'choice') return step.choices.find(({ id }) => id === column.id)?.text ?? '';
  const at = column.index - 1;
  const scaffold = step.hints[at]?.scaffold;
  switch (column.list) {
    case 'also right':
      return step.acceptedAnswers[at] ?? '';
    case 'alias':
      return step.aliases[at] ?? '';
    case 'wrong':
      return step.wrongAnswers[at]?.answer ?? '';
    case 'feedback':
      return step.wrongAnswers[at]?.feedback ?? '';
    case 'hint':
      return step.hints[at]?.text ?? '';
    case 'hint question':
      return scaffold?.question ?? '';
    case 'hint kind':
      return scaffold?.kind ?? '';
    case 'hint answer':
      return scaffold?.answer ?? '';
    default:
      return scaffold?.choices?.find(({ id }) => id === column.id)?.text ?? '';
  }
}
