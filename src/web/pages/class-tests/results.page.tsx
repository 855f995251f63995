import type { ReportPlace } from '../../../services/question-reports/question-reports.service.ts';
import type { QuestionReport, TestResults } from '../../../services/tests/class-tests.service.ts';
import { Layout } from '../../components/layout.tsx';
import { Meter } from '../../components/meter.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { ReportLink } from '../../components/report/report-link.tsx';
import { RichLine } from '../../components/rich-text.tsx';
import { Empty } from '../../components/surfaces.tsx';
import { usePage } from '../../page-context.ts';
import { Asked } from '../tests/asked.tsx';

/** How a class did on each question of a test, the hardest first. */
export function ResultsPage({ results: { board, questions } }: { results: TestResults }) {
  const { t } = usePage();
  const words = t.classTests;
  const done = board.lines.filter(({ state }) => state === 'marked' || state === 'released').length;
  return (
    <Layout title={words.resultsTitle} narrow>
      <div class="stack loose">
        <PageHead
          title={words.resultsTitle}
          back={{ href: `/class/tests/${board.class.id}/${board.test.testId}`, text: board.test.name }}
          lead={words.resultsLead(done)}
        />
        {questions.length === 0 && (
          <Empty icon="chart" title={words.resultsNone}>
            <p>{words.resultsNoneMore}</p>
          </Empty>
        )}
        {questions.map((one, index) => (
          <QuestionSheet
            key={one.qaId}
            one={one}
            position={index + 1}
            place={{ at: 'results', classId: board.class.id, testId: board.test.testId }}
          />
        ))}
      </div>
    </Layout>
  );
}

interface QuestionSheetProps {
  one: QuestionReport;
  position: number;
  place: ReportPlace;
}

function QuestionSheet({ one, position, place }: QuestionSheetProps) {
  const { t, format } = usePage();
  const words = t.classTests;
  return (
    <article class="sheet stack">
      <header class="row">
        <h2 class="h3">{words.question(position)}</h2>
        <span class="quiet">
          <bdi>{one.unitName}</bdi>
        </span>
        <span class="quiet push">{words.askedTimes(one.asked)}</span>
      </header>
      <Asked question={one.question} />
      <p class="quiet">
        {words.key}: <RichLine text={one.key} />
      </p>
      <p class="measure">
        <Meter share={one.share} label={words.share} />
        <span>
          {format.percent(one.share)} · {words.right(one.right, one.asked)}
          {one.unanswered > 0 && ` · ${words.unanswered(one.unanswered)}`}
        </span>
      </p>
      {one.wrong.length > 0 && (
        <div class="stack tight">
          <h3 class="small">{words.wrongTitle}</h3>
          <ul class="points">
            {one.wrong.map(({ answer, times }) => (
              <li key={answer}>
                <RichLine text={answer} /> <span class="quiet">{words.times(times)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <ReportLink place={place} revisionId={one.question.revisionId} />
    </article>
  );
}
