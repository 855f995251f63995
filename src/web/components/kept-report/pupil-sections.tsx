import { QUARTER_KINDS } from '../../../domain/evaluation/quarter-evaluation.ts';
import type {
  OwnTestRow,
  QuarterRow,
  ReportSection,
  TestRow,
  UnitRow,
} from '../../../domain/kept-reports/kept-report.ts';
import type { ReportView } from '../../../services/kept-reports/report-reading.service.ts';
import { usePage } from '../../page-context.ts';
import { quarterInWords } from '../../presenters/report-tables.ts';
import { Meter } from '../meter.tsx';
import { Table } from '../table.tsx';

type SectionOf<Kind extends ReportSection['kind']> = Extract<ReportSection, { kind: Kind }>;

/** What the quarter came to in each subject: three scores, each with its words. */
export function PaperQuarters({ section: { rows } }: { section: SectionOf<'quarters'> }) {
  const { t } = usePage();
  const words = t.keptReports.paper;
  const bySubject = [...Map.groupBy(rows, (row) => `${row.subject}/${row.schoolYear}/${row.quarter}`)];
  return (
    <section>
      <h2>{words.quarters}</h2>
      {rows.length === 0 && <p class="quiet">{words.noQuarters}</p>}
      <div class="evaluated">
        {bySubject.map(([key, own]) => (
          <SubjectQuarter key={key} rows={own} />
        ))}
      </div>
    </section>
  );
}

function SubjectQuarter({ rows }: { rows: readonly QuarterRow[] }) {
  const { t, format } = usePage();
  const [first] = rows;
  if (!first) return null;
  return (
    <div class="keeps">
      <h3>
        {t.words.subject(first.subject)}{' '}
        <small class="quiet">{t.keptReports.quarter(first.quarter, first.schoolYear)}</small>
      </h3>
      <dl>
        {QUARTER_KINDS.map((kind) => {
          const found = rows.find((row) => row.kind === kind);
          const score = found?.score ?? null;
          return (
            <div key={kind}>
              <dt>{t.schoolHours.kinds[kind]}</dt>
              <dd>
                <strong>
                  {score === null
                    ? found
                      ? t.report.tooLittle
                      : t.schoolHours.noScore
                    : t.report.score(format.number(score))}
                </strong>
                {found && (
                  <span class="quiet" dir="auto">
                    {quarterInWords(found, t)}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

/** Tests of the period: of a pupil with the grade, of many with how they went. */
export function PaperTests({ section }: { section: SectionOf<'own tests'> | SectionOf<'tests'> }) {
  const words = usePage().t.keptReports.paper;
  return (
    <section>
      <h2>{words.tests}</h2>
      {section.rows.length === 0 && <p class="quiet">{words.noTests}</p>}
      {section.rows.length > 0 &&
        (section.kind === 'own tests' ? <OwnTests rows={section.rows} /> : <AllTests rows={section.rows} />)}
    </section>
  );
}

function OwnTests({ rows }: { rows: readonly OwnTestRow[] }) {
  const { t, format } = usePage();
  const words = t.keptReports.paper;
  return (
    <Table
      caption={words.tests}
      captionHidden
      stacks
      rows={rows}
      rowKey={({ name, at }) => `${name} ${at}`}
      columns={[
        { title: words.test, heads: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { title: words.course, cell: ({ course }) => <bdi>{course}</bdi> },
        { title: words.on, numeric: true, cell: ({ at }) => format.day(at) },
        {
          title: words.grade,
          numeric: true,
          cell: ({ grade, phase }) =>
            grade === null ? <span class="quiet">{t.report.gradeMissing[phase]}</span> : format.number(grade),
        },
      ]}
    />
  );
}

function AllTests({ rows }: { rows: readonly TestRow[] }) {
  const { t, format } = usePage();
  const words = t.keptReports.paper;
  return (
    <Table
      caption={words.tests}
      captionHidden
      stacks
      rows={rows}
      rowKey={({ name, course }) => `${course} ${name}`}
      columns={[
        { title: words.test, heads: true, cell: ({ name }) => <bdi>{name}</bdi> },
        { title: words.course, cell: ({ course }) => <bdi>{course}</bdi> },
        { title: words.sittings, numeric: true, cell: ({ sittings }) => format.number(sittings) },
        { title: words.graded, numeric: true, cell: ({ graded }) => format.number(graded) },
        {
          title: words.average,
          numeric: true,
          cell: ({ average }) =>
            average === null ? <span class="quiet">{t.analytics.none}</span> : format.number(average),
        },
        {
          title: words.passed,
          numeric: true,
          cell: ({ passed, graded }) => (graded === 0 ? '–' : format.number(passed)),
        },
      ]}
    />
  );
}

/** The units of each course by how well they were known on the day. */
export function PaperUnits({ section: { courses }, report }: { section: SectionOf<'units'>; report: ReportView }) {
  const { t, format } = usePage();
  const words = t.keptReports.paper;
  return (
    <section>
      <h2>{words.units(format.day(report.madeAt ?? report.askedAt))}</h2>
      {courses.length === 0 && <p class="quiet">{words.noUnits}</p>}
      <div class="known">
        {courses.map(({ name, progress, units }) => {
          const begun = units.filter(({ word }) => word !== 'not started');
          return (
            <div key={name} class="keeps">
              <h3>
                <bdi>{name}</bdi> <small class="quiet">{format.percent(progress)}</small>
              </h3>
              <ul>
                {begun.map((unit) => (
                  <Unit key={unit.name} unit={unit} />
                ))}
              </ul>
              {begun.length < units.length && (
                <p class="quiet small">{words.unitsNotBegun(units.length - begun.length)}</p>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Unit({ unit: { name, word, mastery } }: { unit: UnitRow }) {
  const { t, format } = usePage();
  const said = t.report.words[word];
  return (
    <li>
      <span>
        <bdi>{name}</bdi>
      </span>
      <Meter share={mastery} label={name} valueText={`${format.percent(mastery)}, ${said}`} />
      <span class="quiet small">{`${format.percent(mastery)} · ${said}`}</span>
    </li>
  );
}
