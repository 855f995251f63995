import type { MetricValue } from '../../../domain/analytics/metrics.ts';
import type { Hardness, HardQuestions, HardUnits } from '../../../services/analytics/hard-units.service.ts';
import type { SubjectOfRegion, SubjectWish } from '../../../services/analytics/region-analytics.service.ts';
import { LinkButton } from '../../components/button.tsx';
import { RichLine } from '../../components/rich-text.tsx';
import { Sheet } from '../../components/surfaces.tsx';
import { type Column, Table } from '../../components/table.tsx';
import { usePage } from '../../page-context.ts';
import { shownError, shownMetric } from '../../presenters/analytics.presenter.ts';
import { problemHref } from '../curriculum/addresses.ts';
import { daysQuery, SubjectFrame, subjectQuery } from './subject-frame.tsx';

interface HardUnitsProps {
  subjects: readonly SubjectOfRegion[];
  /** Null: the supervisor has no subject, or the days cannot be read. */
  view: HardUnits | null;
  wish: SubjectWish;
}

const ACTION = '/region/hard-units';

/** The units of a subject, the hardest first. */
export function HardUnitsPage({ subjects, view, wish }: HardUnitsProps) {
  const words = usePage().t.regionSubject;
  return (
    <SubjectFrame {...{ subjects, view, wish }} title={words.hardUnits} action={ACTION}>
      {view && (
        <Sheet id="units" title={words.unitsCaption}>
          {view.units.length === 0 ? (
            <p class="quiet">{view.hiddenUnits > 0 ? words.allHidden : words.nothing}</p>
          ) : (
            <Units view={view} />
          )}
          {view.hiddenUnits > 0 && <p class="quiet">{words.hiddenUnits(view.hiddenUnits)}</p>}
          <p>
            <a href={`${ACTION}.csv?${subjectQuery(view)}&${daysQuery(view)}`}>{words.csv}</a>
          </p>
          <p class="quiet prose">{words.hardHow}</p>
        </Sheet>
      )}
    </SubjectFrame>
  );
}

function Units({ view }: { view: HardUnits }) {
  const words = usePage().t.regionSubject;
  const hrefOf = (courseId: number, unit: string) =>
    `${ACTION}?${subjectQuery(view)}&${daysQuery(view)}&course=${courseId}&unit=${encodeURIComponent(unit)}`;
  return (
    <Table
      stacks
      caption={words.unitsCaption}
      captionHidden
      rows={view.units}
      rowKey={({ courseId, unitName }) => `${courseId}/${unitName}`}
      columns={[
        {
          title: words.unit,
          heads: true,
          cell: ({ courseId, unitName }) => (
            <a href={hrefOf(courseId, unitName)} dir="auto">
              {unitName}
            </a>
          ),
        },
        { title: words.course, cell: ({ courseName }) => <bdi>{courseName}</bdi> },
        ...useHardColumns(),
      ]}
    />
  );
}

interface HardQuestionsProps extends Omit<HardUnitsProps, 'view'> {
  view: HardQuestions;
}

/** The questions of a unit, the hardest first, each with the way to where it is edited. */
export function HardQuestionsPage({ subjects, view, wish }: HardQuestionsProps) {
  const words = usePage().t.regionSubject;
  const { courseId, unitName, hiddenQuestions } = view;
  const also = `course=${courseId}&unit=${encodeURIComponent(unitName)}`;
  const query = `${subjectQuery(view)}&${daysQuery(view)}`;
  return (
    <SubjectFrame
      {...{ subjects, view, wish, also }}
      title={unitName}
      about={view.courseName}
      action={ACTION}
      back={{ href: `${ACTION}?${query}`, text: words.hardBack }}
    >
      <Sheet
        id="questions"
        title={words.toQuestions(unitName)}
        action={
          <LinkButton href={`/region/guidance/new?course=${courseId}&unit=${encodeURIComponent(unitName)}`}>
            {words.guide}
          </LinkButton>
        }
      >
        {view.questions.length === 0 ? <p class="quiet">{words.allHidden}</p> : <Questions view={view} />}
        {hiddenQuestions > 0 && <p class="quiet">{words.hiddenQuestions(hiddenQuestions)}</p>}
        <p>
          <a href={`${ACTION}.csv?${query}&${also}`}>{words.csv}</a>
        </p>
        <p class="quiet prose">{words.hardHow}</p>
      </Sheet>
    </SubjectFrame>
  );
}

function Questions({ view }: { view: HardQuestions }) {
  const words = usePage().t.regionSubject;
  return (
    <Table
      stacks
      caption={words.questionsCaption(view.unitName)}
      captionHidden
      rows={view.questions}
      rowKey={({ qaId }) => qaId}
      columns={[
        {
          title: words.question,
          heads: true,
          cell: ({ problemId, question }) => (
            <a href={problemHref(problemId)}>
              <RichLine text={question} />
            </a>
          ),
        },
        ...useHardColumns(),
      ]}
    />
  );
}

/** How hard something was. */
function useHardColumns(): Column<Hardness>[] {
  const { t, format } = usePage();
  const words = t.regionSubject;
  const number = (value: number) => (value === 0 ? <span class="quiet">{words.none}</span> : format.number(value));
  return [
    { title: words.pupils, numeric: true, cell: ({ pupils }) => format.number(pupils) },
    { title: words.answers, numeric: true, cell: ({ answers }) => format.number(answers) },
    { title: words.right, numeric: true, cell: ({ right }) => <Share metric="right answers" of={right} /> },
    { title: words.unaided, numeric: true, cell: ({ unaided }) => <Share metric="unaided answers" of={unaided} /> },
    { title: words.hints, numeric: true, cell: ({ hintsPerAnswer }) => number(hintsPerAnswer) },
    { title: words.givenUp, numeric: true, cell: ({ givenUp }) => number(givenUp) },
  ];
}

function Share({ metric, of }: { metric: 'right answers' | 'unaided answers'; of: MetricValue }) {
  const { t, format } = usePage();
  const words = t.regionSubject;
  const [shown, error] = [shownMetric(metric, of, format), shownError(metric, of, format)];
  if (shown === null) return <span class="quiet">{words.tooLittle}</span>;
  return (
    <bdi dir="ltr">
      {shown} {error !== null && <span class="quiet small">{words.giveOrTake(error)}</span>}
    </bdi>
  );
}
