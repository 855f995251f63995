import type { MetricValue } from '../../../domain/analytics/metrics.ts';
import { standingOf } from '../../../domain/analytics/needs.ts';
import {
  AROUND_DAYS,
  type ClassAnalytics,
  FEWEST_ANSWERS,
} from '../../../services/analytics/class-analytics.service.ts';
import { Distribution } from '../../components/charts/distribution.tsx';
import { RichLine } from '../../components/rich-text.tsx';
import { Fold, Sheet } from '../../components/surfaces.tsx';
import { Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';
import { shownMetric } from '../../presenters/analytics.presenter.ts';
import { FileLink } from './file-link.tsx';

interface InsightProps {
  view: ClassAnalytics;
  file: string;
}

/** What a class knows, what it finds hard, and what came of teaching. */
export function ClassInsight(props: InsightProps) {
  return (
    <>
      <div class="grid">
        <Knowing {...props} />
        <Taught {...props} />
      </div>
      <Questions {...props} />
      <Units {...props} />
    </>
  );
}

function Knowing({ view: { knowing } }: InsightProps) {
  const words = usePage().t.insight;
  const step = 100 / knowing.length;
  const bins = knowing.map((count, place) => ({
    label: `${place * step}–${place === knowing.length - 1 ? 100 : (place + 1) * step - 1}%`,
    count,
    text: words.pupils(count),
  }));
  return (
    <Sheet id="knowing" title={words.knowingTitle}>
      <Distribution
        title={words.knowingTitle}
        description={words.knowingLead}
        heading={words.knowingHeading}
        counted={words.pupilsCount}
        bins={bins}
        nothing={knowing.every((count) => count === 0) ? words.knowingNone : null}
      />
    </Sheet>
  );
}

function Questions({ view, file }: InsightProps) {
  const { t, format } = usePage();
  const words = t.insight;
  return (
    <Sheet id="questions" title={words.questionsTitle}>
      {view.questions.length === 0 ? (
        <p class="quiet">{words.questionsNone(FEWEST_ANSWERS)}</p>
      ) : (
        <>
          <p class="quiet">{words.questionsLead(FEWEST_ANSWERS)}</p>
          <Table
            caption={words.questionsTitle}
            captionHidden
            stacks
            rows={view.questions.map((one, at) => ({ ...one, at }))}
            rowKey={({ qaId }) => qaId}
            columns={[
              { title: words.place, heads: true, cell: ({ at }) => at + 1 },
              {
                title: words.question,
                wide: true,
                cell: ({ question, unitName }) => (
                  <>
                    <RichLine text={question} /> <bdi class="quiet small">{unitName}</bdi>
                  </>
                ),
              },
              {
                title: words.rightShare,
                numeric: true,
                cell: ({ answers, correct }) => format.percent(correct / answers),
              },
              { title: words.answers, numeric: true, cell: ({ answers }) => format.number(answers) },
            ]}
          />
          <FileLink {...{ file, view }} table="questions" />
        </>
      )}
    </Sheet>
  );
}

function Taught({ view, file }: InsightProps) {
  const { t, format } = usePage();
  const words = t.insight;
  const share = (value: MetricValue) => {
    const shown = shownMetric('right answers', value, format);
    return shown === null ? (
      <span class="quiet small">{words.few(value.of)}</span>
    ) : (
      <>
        {shown} <span class="quiet small">{t.analytics.of.answers(value.of, format.number(value.of))}</span>
      </>
    );
  };
  return (
    <Sheet id="taught" title={words.taughtTitle}>
      {view.taught.length === 0 ? (
        <p class="quiet">{words.taughtNone}</p>
      ) : (
        <>
          <p class="quiet prose">{words.taughtLead(AROUND_DAYS)}</p>
          <Table
            caption={words.taughtTitle}
            captionHidden
            stacks
            rows={view.taught}
            rowKey={({ lessonId, courseName, unitName }) => `${lessonId} ${courseName} ${unitName}`}
            columns={[
              {
                title: words.unit,
                heads: true,
                cell: ({ lessonId, unitName, at }) => (
                  <>
                    <bdi>{unitName}</bdi>{' '}
                    <a class="small" href={`/classroom/lessons/${lessonId}`}>
                      {format.date(at)}
                    </a>
                  </>
                ),
              },
              { title: words.course, cell: ({ courseName }) => <bdi>{courseName}</bdi> },
              { title: words.before, numeric: true, cell: ({ before }) => share(before) },
              { title: words.after, numeric: true, cell: ({ after }) => share(after) },
              { title: words.change, cell: ({ before, after }) => words.changes[standingOf(after, before)] },
            ]}
          />
          <FileLink {...{ file, view }} table="taught" />
        </>
      )}
    </Sheet>
  );
}

function Units({ view, file }: InsightProps) {
  const { t, format } = usePage();
  const words = t.insight;
  const courses = [...Map.groupBy(view.units, ({ courseId }) => courseId).values()];
  if (courses.length === 0) {
    return (
      <Sheet id="units" title={words.unitsTitle}>
        <p class="quiet">{words.unitsNone}</p>
      </Sheet>
    );
  }
  return (
    <Sheet id="units" title={words.unitsTitle}>
      <p class="quiet">{words.unitsLead}</p>
      {courses.map((units) => {
        const name = units[0]?.courseName ?? '';
        const known = units.filter((unit) => unit.known * 2 >= unit.pupils).length;
        return (
          <Fold key={units[0]?.courseId} summary={words.courseSum(name, known, units.length)}>
            <Table
              caption={name}
              captionHidden
              rows={units}
              rowKey={({ unitName }) => unitName}
              columns={[
                { title: words.unit, heads: true, cell: ({ unitName }) => <bdi>{unitName}</bdi> },
                { title: words.begun, numeric: true, cell: ({ begun, pupils }) => words.ofPupils(begun, pupils) },
                { title: words.known, numeric: true, cell: (unit) => words.ofPupils(unit.known, unit.pupils) },
                { title: words.knownShare, numeric: true, cell: (unit) => format.percent(unit.known / unit.pupils) },
              ]}
            />
          </Fold>
        );
      })}
      <FileLink {...{ file, view }} table="units" />
    </Sheet>
  );
}
