import {
  COMPARED,
  type ComparedClass,
  type SchoolAnalytics,
  WELL,
} from '../../../services/analytics/school-analytics.service.ts';
import { Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';
import { needWords } from '../../presenters/needs.presenter.ts';
import { FileLink } from './file-link.tsx';
import { Figure } from './sheets.tsx';

interface InsightProps {
  view: SchoolAnalytics;
  file: string;
}

/** How classes lie beside one another, who stands out, and how far courses have come. */
export function SchoolInsight(props: InsightProps) {
  return (
    <>
      <Compared {...props} />
      <div class="grid">
        <Struggling {...props} />
        <DoingWell {...props} />
      </div>
      <Coverage {...props} />
    </>
  );
}

function Compared({ view, file }: InsightProps) {
  const { t } = usePage();
  const words = t.insight;
  const rows = view.compared.flatMap((one) =>
    COMPARED.filter((metric) => one.metrics[metric].value.of > 0).map((metric) => ({
      one,
      metric,
      ...one.metrics[metric],
    })),
  );
  type Row = ComparedClass['metrics']['grade'] & { one: ComparedClass; metric: (typeof COMPARED)[number] };
  return (
    <Sheet id="compared" title={words.comparedTitle}>
      {view.compared.length < 2 ? (
        <p class="quiet">{words.comparedNone}</p>
      ) : (
        <>
          <p class="quiet prose">{words.comparedLead}</p>
          <Table<Row>
            caption={words.comparedTitle}
            captionHidden
            stacks
            rows={rows}
            rowKey={({ one, metric }) => `${one.id} ${metric}`}
            columns={[
              {
                title: words.comparedClass,
                heads: true,
                cell: ({ one, metric }) => (
                  <>
                    <a href={`/school/classes/${one.id}`}>
                      <bdi>{one.name}</bdi>
                    </a>
                    {': '}
                    {t.analytics.metrics[metric]}
                  </>
                ),
              },
              { title: words.own, numeric: true, cell: ({ metric, value }) => <Figure {...{ metric, value }} /> },
              {
                title: words.others,
                numeric: true,
                cell: ({ metric, others }) => <Figure metric={metric} value={others} />,
              },
              { title: words.stands, cell: ({ standing }) => words.standings[standing] },
            ]}
          />
          <FileLink {...{ file, view }} table="compared" />
        </>
      )}
    </Sheet>
  );
}

/** So many pupils are named on the page; the file has all. */
const NAMED = 8;

function Struggling({ view, file }: InsightProps) {
  const { struggling } = view;
  const { t, format } = usePage();
  const words = t.insight;
  const rest = struggling.length - NAMED;
  return (
    <Sheet id="struggling" title={words.strugglingTitle}>
      <p class="quiet">{struggling.length === 0 ? words.strugglingNone : words.strugglingLead}</p>
      <ul class="lines">
        {struggling.slice(0, NAMED).map(({ id, name, needs }) => (
          <li key={id}>
            <a href={`/class/students/${id}`}>
              <bdi>{name}</bdi>
            </a>
            <span class="small">{format.list(needs.map((need) => needWords(need, t, format)))}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="quiet">{words.more(rest)}</p>}
      {struggling.length > 0 && <FileLink {...{ file, view }} table="struggling" />}
    </Sheet>
  );
}

function DoingWell({ view, file }: InsightProps) {
  const { doingWell } = view;
  const words = usePage().t.insight;
  const rest = doingWell.length - NAMED;
  return (
    <Sheet id="well" title={words.wellTitle}>
      {doingWell.length === 0 ? (
        <p class="quiet">{words.wellNone}</p>
      ) : (
        <>
          <p class="quiet">{words.wellLead(WELL.score, WELL.scores)}</p>
          <Table
            caption={words.wellTitle}
            captionHidden
            rows={doingWell.slice(0, NAMED)}
            rowKey={({ id }) => id}
            columns={[
              {
                title: words.pupil,
                heads: true,
                cell: ({ id, name }) => (
                  <a href={`/class/students/${id}`}>
                    <bdi>{name}</bdi>
                  </a>
                ),
              },
              {
                title: words.proficiency,
                numeric: true,
                cell: ({ proficiency }) => <Figure metric="proficiency" value={proficiency} />,
              },
            ]}
          />
          {rest > 0 && <p class="quiet">{words.more(rest)}</p>}
          <FileLink {...{ file, view }} table="well" />
        </>
      )}
    </Sheet>
  );
}

function Coverage({ view, file }: InsightProps) {
  const { t, format } = usePage();
  const words = t.insight;
  return (
    <Sheet id="coverage" title={words.coverageTitle}>
      {view.coverage.length === 0 ? (
        <p class="quiet">{words.coverageNone}</p>
      ) : (
        <>
          <p class="quiet prose">{words.coverageLead}</p>
          <Table
            caption={words.coverageTitle}
            captionHidden
            stacks
            rows={view.coverage}
            rowKey={({ classId, courseId }) => `${classId} ${courseId}`}
            columns={[
              {
                title: words.comparedClass,
                heads: true,
                cell: ({ classId, className, courseName }) => (
                  <>
                    <a href={`/school/classes/${classId}`}>
                      <bdi>{className}</bdi>
                    </a>
                    {': '}
                    <bdi>{courseName}</bdi>
                  </>
                ),
              },
              { title: words.pupilsCount, numeric: true, cell: ({ pupils }) => format.number(pupils) },
              { title: words.unitsBegun, numeric: true, cell: ({ begun, units }) => words.ofPupils(begun, units) },
              { title: words.partsBegun, numeric: true, cell: (one) => format.percent(one.partsBegun / one.parts) },
              { title: words.partsKnown, numeric: true, cell: (one) => format.percent(one.partsKnown / one.parts) },
            ]}
          />
          <FileLink {...{ file, view }} table="coverage" />
        </>
      )}
    </Sheet>
  );
}
