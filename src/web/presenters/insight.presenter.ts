import { standingOf } from '../../domain/analytics/needs.ts';
import type { ClassAnalytics } from '../../services/analytics/class-analytics.service.ts';
import { COMPARED, type SchoolAnalytics } from '../../services/analytics/school-analytics.service.ts';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { CsvColumn } from '../send-csv.ts';
import { inFile, SURE } from './analytics.presenter.ts';
import { needWords } from './needs.presenter.ts';

export const CLASS_TABLES = ['units', 'questions', 'taught'] as const;
export type ClassTable = (typeof CLASS_TABLES)[number];
export const SCHOOL_TABLES = ['compared', 'struggling', 'well', 'coverage'] as const;
export type SchoolTable = (typeof SCHOOL_TABLES)[number];

/** A table of its own as a file: what is at the head, and the rows. */
export interface FileTable {
  columns: CsvColumn<readonly (string | number | null)[]>[];
  rows: (readonly (string | number | null)[])[];
}

const tableOf = (titles: readonly string[], rows: FileTable['rows']): FileTable => ({
  columns: titles.map((title, place) => ({ title, cell: (row) => row[place] ?? null })),
  rows,
});

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10;

/** What the page of a class says besides its figures. */
export function classTable(
  view: ClassAnalytics,
  table: ClassTable,
  { insight: words }: Messages,
  format: Format,
): FileTable {
  const share = words.inPercent;
  switch (table) {
    case 'units':
      return tableOf(
        [words.unit, words.course, words.pupilsCount, words.begun, words.known],
        view.units.map((one) => [one.unitName, one.courseName, one.pupils, one.begun, one.known]),
      );
    case 'questions':
      return tableOf(
        [words.question, words.unit, words.course, share(words.rightShare), words.answers],
        view.questions.map((one) => [
          one.question,
          one.unitName,
          one.courseName,
          percent(one.correct, one.answers),
          one.answers,
        ]),
      );
    case 'taught':
      return tableOf(
        [
          words.unit,
          words.course,
          words.lesson,
          share(words.before),
          `${words.before}: ${words.answers}`,
          share(words.after),
          `${words.after}: ${words.answers}`,
          words.change,
        ],
        view.taught.map(({ unitName, courseName, at, before, after }) => [
          unitName,
          courseName,
          format.day(at),
          inFile('right answers', before),
          before.of,
          inFile('right answers', after),
          after.of,
          words.changes[standingOf(after, before)],
        ]),
      );
  }
}

/** What the page of a school says besides its figures. */
export function schoolTable(view: SchoolAnalytics, table: SchoolTable, t: Messages, format: Format): FileTable {
  const words = t.insight;
  switch (table) {
    case 'compared': {
      const beside = (title: string) => [title, t.analytics.within(title), t.analytics.restsOn(title)];
      return tableOf(
        [words.comparedClass, words.comparedBy, ...beside(words.own), ...beside(words.others), words.stands],
        view.compared.flatMap(({ name, metrics }) =>
          COMPARED.map((metric) => {
            const { value, others, standing } = metrics[metric];
            const cells = (one: typeof value) => [
              inFile(metric, one),
              inFile(metric, { value: one.error === null ? null : SURE * one.error }),
              one.of,
            ];
            return [name, t.analytics.metrics[metric], ...cells(value), ...cells(others), words.standings[standing]];
          }),
        ),
      );
    }
    case 'struggling':
      return tableOf(
        [words.pupil, words.why],
        view.struggling.map(({ name, needs }) => [name, format.list(needs.map((need) => needWords(need, t, format)))]),
      );
    case 'well':
      return tableOf(
        [words.pupil, words.proficiency, t.analytics.restsOn(words.proficiency)],
        view.doingWell.map(({ name, proficiency }) => [name, inFile('proficiency', proficiency), proficiency.of]),
      );
    case 'coverage':
      return tableOf(
        [
          words.comparedClass,
          words.course,
          words.pupilsCount,
          t.insight.unitsTitle,
          words.unitsBegun,
          words.inPercent(words.partsBegun),
          words.inPercent(words.partsKnown),
        ],
        view.coverage.map((one) => [
          one.className,
          one.courseName,
          one.pupils,
          one.units,
          one.begun,
          percent(one.partsBegun, one.parts),
          percent(one.partsKnown, one.parts),
        ]),
      );
  }
}
