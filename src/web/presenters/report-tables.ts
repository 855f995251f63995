import type {
  OwnTestRow,
  PartRow,
  QuarterRow,
  ReportSection,
  TestRow,
  UnitRow,
} from '../../domain/kept-reports/kept-report.ts';
import type { ReportView } from '../../services/kept-reports/report-reading.service.ts';
import type { Messages } from '../i18n/messages.ts';
import type { PageContext } from '../page-context.ts';
import type { CsvColumn } from '../send-csv.ts';
import { metricColumns } from './analytics.presenter.ts';

type Said = Pick<PageContext, 't' | 'format'>;
type SectionOf<Kind extends ReportSection['kind']> = Extract<ReportSection, { kind: Kind }>;

/** A table of a report as a file: what it is called, and its cells as numbers and words. */
export interface FileTable {
  title: string;
  columns: CsvColumn<readonly (string | number | null)[]>[];
  rows: (string | number | null)[][];
}

/** The name of a row: pupils are looked up, subjects are said in the reader's language. */
export function nameOfRow({ of }: SectionOf<'parts'>, { id, name }: PartRow, report: ReportView, { t }: Said): string {
  if (of === 'pupil') return report.pupils.get(id ?? 0) ?? t.keptReports.paper.left;
  // Talks of a group are about no course.
  if (of === 'course' && id === 0) return t.keptReports.paper.noCourse;
  return of === 'subject' ? t.words.subject(name ?? '') : (name ?? '');
}

/** What a section is called; where a report is about several subjects, with its own. */
export function sectionTitle(section: ReportSection, said: Said): string {
  const title = ownTitle(section, said);
  return section.subject === undefined ? title : `${title}, ${said.t.words.subject(section.subject)}`;
}

function ownTitle(section: ReportSection, { t }: Said): string {
  const { paper } = t.keptReports;
  switch (section.kind) {
    case 'together':
      return paper.together;
    case 'over time':
      return paper.overTime;
    case 'parts':
      return paper.parts[section.of];
    case 'units':
      return t.report.standing;
    case 'quarters':
      return paper.quarters;
    case 'own tests':
    case 'tests':
      return paper.tests;
  }
}

/** The table of a section as a file, with exactly what the report says. */
export function fileTable(section: ReportSection, report: ReportView, said: Said): FileTable {
  const { t } = said;
  const title = sectionTitle(section, said);
  const { paper } = t.keptReports;
  switch (section.kind) {
    case 'together': {
      const rows = [
        { name: daysOf(report), metrics: section.metrics },
        { name: `${section.daysBefore.from} – ${section.daysBefore.to}`, metrics: section.metricsBefore },
      ];
      return { title, ...metricRows(rows, paper.period, said) };
    }
    case 'over time': {
      const rows = section.spans.map(({ days, metrics }) => ({ name: `${days.from} – ${days.to}`, metrics }));
      return { title, ...metricRows(rows, t.analytics.span, said) };
    }
    case 'parts': {
      const rows = section.rows.map((row) => ({ name: nameOfRow(section, row, report, said), metrics: row.metrics }));
      return { title, ...metricRows(rows, paper.name[section.of], said) };
    }
    case 'units':
      return plain(title, [paper.course, paper.unit, paper.how, paper.chance, paper.answers], unitCells(section, said));
    case 'quarters': {
      const head = [paper.name.subject, paper.period, paper.side, paper.score, paper.words];
      return plain(
        title,
        head,
        section.rows.map((row) => quarterCells(row, said)),
      );
    }
    case 'own tests':
      return plain(
        title,
        [paper.course, paper.test, paper.on, paper.grade],
        section.rows.map((row) => ownTestCells(row, said)),
      );
    case 'tests': {
      const head = [paper.course, paper.test, paper.sittings, paper.graded, paper.average, paper.passed];
      return plain(title, head, section.rows.map(testCells));
    }
  }
}

const daysOf = ({ firstDay, lastDay }: ReportView) => `${firstDay} – ${lastDay}`;

type Named = { name: string; metrics: PartRow['metrics'] };

/** Every figure of each row with what it rests on, as the pages of figures give it. */
function metricRows(rows: readonly Named[], heading: string, { t }: Said): Omit<FileTable, 'title'> {
  const columns = metricColumns(heading, t.analytics);
  return {
    columns: columns.map(({ title }, place) => ({ title, cell: (row) => row[place] ?? null })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

function plain(title: string, head: readonly string[], rows: (string | number | null)[][]): FileTable {
  return { title, columns: head.map((name, place) => ({ title: name, cell: (row) => row[place] ?? null })), rows };
}

function unitCells({ courses }: SectionOf<'units'>, { t }: Said) {
  return courses.flatMap(({ name, units }) =>
    units.map((unit: UnitRow) => {
      const said = unit.answers === 0 ? null : Math.round(unit.mastery * 1000) / 10;
      return [name, unit.name, t.report.words[unit.word], said, unit.answers];
    }),
  );
}

function quarterCells(row: QuarterRow, { t }: Said) {
  const { subject, schoolYear, quarter, kind, score } = row;
  const { words, schoolHours, keptReports } = t;
  const name = keptReports.quarter(quarter, schoolYear);
  return [words.subject(subject), name, schoolHours.kinds[kind], score, quarterInWords(row, t)];
}

/** What stands beside a score of a quarter: the class manager's words, or what it was made of. */
export function quarterInWords({ given, made, score }: QuarterRow, { quarters }: Messages): string {
  if (given) return [given.reason && quarters.reasons[given.reason], given.words].filter(Boolean).join('. ');
  if (made === null) return '';
  return made.facts ? quarters.made(made.facts, score !== null) : made.description;
}

function ownTestCells({ course, name, at, grade }: OwnTestRow, { format }: Said) {
  return [course, name, format.day(at), grade];
}

function testCells({ course, name, sittings, graded, average, passed }: TestRow) {
  return [course, name, sittings, graded, average === null ? null : Math.round(average * 10) / 10, passed];
}
