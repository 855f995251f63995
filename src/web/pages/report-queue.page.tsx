import { LONGEST_REPLY } from '../../domain/curriculum/question-report.ts';
import type { QueueEntry, ReportQueue } from '../../services/question-reports/question-reports.service.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Picture } from '../components/curriculum/picture.tsx';
import { Problem, TextArea } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { RichLine, RichText } from '../components/rich-text.tsx';
import { Empty, Fold, Notice } from '../components/surfaces.tsx';
import { Tag } from '../components/tag.tsx';
import type { ReplyForm } from '../forms/report.form.ts';
import { usePage } from '../page-context.ts';

export interface ReportQueueProps {
  queue: ReportQueue;
  done: boolean;
  /** An answer that could not be taken, and to which question it was. */
  form?: (ReplyForm & { qaId: number }) | undefined;
}

/** Questions that pupils and class managers have reported, for the supervisor of their subject. */
export function ReportQueuePage({ queue, done, form }: ReportQueueProps) {
  const { reports: words } = usePage().t;
  const { questions, total } = queue;
  return (
    <Layout title={words.queueTitle}>
      <div class="stack loose">
        <PageHead title={words.queueTitle} lead={words.queueLead} />
        {done && (
          <Notice tone="good" announce>
            <p>{words.answered}</p>
          </Notice>
        )}
        {form && !questions.some(({ qaId }) => qaId === form.qaId) && (
          <Notice tone="alarm" announce>
            <p>{words.notOpenAnyMore}</p>
            <p class="as-written" dir="auto">
              {form.reply}
            </p>
          </Notice>
        )}
        {questions.length === 0 && (
          <Empty icon="check" title={words.queueNone}>
            <p>{words.queueNoneMore}</p>
          </Empty>
        )}
        {total > questions.length && <p class="quiet">{words.queueShown(questions.length, total)}</p>}
        {questions.map((entry) => (
          <Reported
            key={entry.qaId}
            entry={entry}
            form={form?.qaId === entry.qaId ? form : undefined}
            now={queue.now}
          />
        ))}
      </div>
    </Layout>
  );
}

/** The key in words: for choices what they say, and not only their letters. */
function RightAnswer({ entry: { answer, asked } }: { entry: QueueEntry }) {
  if (asked.choices.length === 0) return <>{answer}</>;
  const marked = answer.split(',').map((id) => id.trim());
  return (
    <ul>
      {asked.choices
        .filter(({ id }) => marked.includes(id))
        .map(({ id, text }) => (
          <li key={id}>
            <b>{id}</b> <RichLine text={text} />
          </li>
        ))}
    </ul>
  );
}

function Reported({ entry, form, now }: { entry: QueueEntry; form: ReplyForm | undefined; now: number }) {
  const { t, format } = usePage();
  const words = t.reports;
  const isEarly = form?.state === 'corrected' && !entry.changedSince;
  const stateProblem = form?.problems.state ?? (isEarly ? words.notCorrected : undefined);
  return (
    <article class="sheet stack" id={`question-${entry.qaId}`} aria-labelledby={`title-${entry.qaId}`}>
      <header class="row">
        <h2 class="h3" id={`title-${entry.qaId}`}>
          <bdi>{words.place(entry.course.name, entry.unitName)}</bdi>
        </h2>
        <span class="push row">
          <Tag tone="due">{words.reportCount(entry.reports)}</Tag>
          <span class="quiet">{words.oldest(format.relativeDay(entry.oldest, now))}</span>
        </span>
      </header>
      {entry.asked.stem !== '' && <RichText text={entry.asked.stem} />}
      {entry.asked.figures.map((figure, index) => (
        <Picture key={index} figure={figure} />
      ))}
      <RichText text={entry.question} />
      <dl class="key-facts">
        <dt>{words.key}</dt>
        <dd dir="auto">
          <RightAnswer entry={entry} />
        </dd>
      </dl>
      <p class="quiet">
        {entry.record ? words.record(format.percent(entry.record.rightShare), entry.record.pupils) : words.recordSmall}{' '}
        {entry.regraded > 0 && words.regraded(entry.regraded)}
      </p>
      <ul class="stack tight">
        {entry.open.map((report) => (
          <li key={report.id} class="stack tight">
            <span class="quiet">
              {words.saidBy(
                report.byPupil ? words.byPupil : words.byStaff,
                report.test ? words.inTest(report.test.name) : words.origins[report.origin],
                words.reasons[report.reason].label,
                format.relativeDay(report.at, now),
              )}
            </span>
            {report.comment === '' ? (
              <span class="quiet">{words.noWords}</span>
            ) : (
              <span class="as-written" dir="auto">
                {report.comment}
              </span>
            )}
          </li>
        ))}
      </ul>
      {entry.changedSince && <Notice tone="good">{words.changedSince}</Notice>}
      {entry.archived && <Notice>{words.archivedNote}</Notice>}
      <div>
        <LinkButton tone={entry.changedSince ? 'soft' : 'go'} href={`/region/curriculum/problems/${entry.problemId}`}>
          {words.edit}
        </LinkButton>
      </div>
      <Fold summary={words.answerTitle} open={form !== undefined || entry.changedSince}>
        <form class="stack" method="post" action={`/region/curriculum/reports/${entry.qaId}`}>
          <TextArea
            name={`reply-${entry.qaId}`}
            label={words.reply}
            hint={words.replyHint}
            value={form?.reply}
            problem={form?.problems.reply}
            maxLength={LONGEST_REPLY}
            rows={3}
          />
          <Problem id={`state-${entry.qaId}-problem`} text={stateProblem} />
          <div class="row">
            <Button name="state" value="corrected" tone="go">
              {words.sayCorrected}
            </Button>
            <Button name="state" value="dismissed">
              {words.sayStays}
            </Button>
          </div>
        </form>
      </Fold>
    </article>
  );
}
