import { LONGEST_COMMENT, REPORT_REASONS } from '../../domain/curriculum/question-report.ts';
import type { OwnReport, ReportPlace } from '../../services/question-reports/question-reports.service.ts';
import { Button } from '../components/button.tsx';
import { Choices } from '../components/choices.tsx';
import { TextArea } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { RichText } from '../components/rich-text.tsx';
import { Empty, Notice, Sheet } from '../components/surfaces.tsx';
import { Tag } from '../components/tag.tsx';
import type { ReportForm } from '../forms/report.form.ts';
import { usePage } from '../page-context.ts';

export interface ReportQuestionProps {
  /** Stem and question, as markdown. */
  asked: string;
  /** Where it was met. */
  at: ReportPlace['at'];
  /** Where the form goes, and where the way back leads. */
  action: string;
  back: string;
  form: ReportForm;
}

/** Says what is wrong with a question that was asked in a session, a lesson or a test. */
export function ReportQuestionPage({ asked, at, action, back, form }: ReportQuestionProps) {
  const { reports: words } = usePage().t;
  const { problems } = form;
  return (
    <Layout title={words.title} narrow>
      <form class="stack loose" method="post" action={action}>
        <PageHead title={words.title} lead={words.lead} />
        <Sheet id="asked" title={words.question}>
          <RichText text={asked} />
        </Sheet>
        <Choices
          name="reason"
          label={words.reason}
          chosen={[form.reason]}
          problem={problems.reason}
          layout="list"
          choices={REPORT_REASONS.map((value) => ({ value, ...words.reasons[value] }))}
        />
        <TextArea
          name="comment"
          label={words.comment}
          hint={words.commentHint}
          value={form.comment}
          problem={problems.comment}
          maxLength={LONGEST_COMMENT}
        />
        <div class="row">
          <Button tone="go">{words.send}</Button>
          <a href={back}>{words.back[at]}</a>
          <a class="push" href="/reports">
            {words.ownTitle}
          </a>
        </div>
      </form>
    </Layout>
  );
}

/** What somebody has reported, and what was answered. */
export function OwnReportsPage({ reports, sent }: { reports: readonly OwnReport[]; sent: boolean }) {
  const { t, format } = usePage();
  const words = t.reports;
  return (
    <Layout title={words.ownTitle} narrow>
      <div class="stack loose">
        <h1>{words.ownTitle}</h1>
        {sent && (
          <Notice tone="good" announce>
            <p>{words.ownThanks}</p>
          </Notice>
        )}
        {reports.length === 0 && (
          <Empty icon="flag" title={words.ownNone}>
            <p>{words.ownNoneMore}</p>
          </Empty>
        )}
        {reports.map((report) => (
          <article key={report.id} class="sheet stack tight">
            <header class="row">
              <h2 class="h3">
                <bdi>{report.course}</bdi>
              </h2>
              <span class="push">
                <Tag tone={report.state === 'corrected' ? 'good' : report.state === 'open' ? 'due' : 'info'}>
                  {words.states[report.state]}
                </Tag>
              </span>
            </header>
            <RichText text={report.question} />
            <p class="quiet">
              {words.reasons[report.reason].label}.{' '}
              {words.reported(words.origins[report.origin], format.dateTime(report.at))}.
            </p>
            {report.comment !== '' && <Said title={words.youSaid} text={report.comment} />}
            {report.answer !== null && <Said title={words.theySaid} text={report.answer} />}
          </article>
        ))}
      </div>
    </Layout>
  );
}

function Said({ title, text }: { title: string; text: string }) {
  return (
    <p class="as-written" dir="auto">
      <strong>{title}:</strong> {text}
    </p>
  );
}
