import type { PupilSessionPage as View } from '../../services/classroom/pupil-pages.service.ts';
import type { EvaluationRecord } from '../../services/evaluations/evaluation.service.ts';
import { Button } from '../components/button.tsx';
import { TextArea } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Evaluations } from '../components/report/evaluation-sheets.tsx';
import { SessionFacts } from '../components/report/session-facts.tsx';
import { Conversation } from '../components/report/transcript.tsx';
import { Stats } from '../components/stat.tsx';
import { Notice, Section, Sheet } from '../components/surfaces.tsx';
import type { ScoreAnswerForm } from '../forms/score-answer.form.ts';
import { usePage } from '../page-context.ts';
import { ScoreAnswer } from './pupil-session/score-answer.tsx';

export interface PupilSessionPageProps {
  view: View;
  /** Why the reason that was given could not be taken, and what it was. */
  form?: { reason: string; problem: string };
  /** An answer to a score that could not be taken. */
  answer?: ScoreAnswerForm;
}

/** A pupil's session, for staff: what came of it, what stood out, and what was said. */
export function PupilSessionPage({ view, form, answer }: PupilSessionPageProps) {
  const { t, format, actor } = usePage();
  const { pupil, session, summary, transcript } = view;
  const readable = new Set(transcript.open ? transcript.messages.map(({ message }) => message.id) : []);
  const title = t.report.sessionTitle(summary.courseName);
  const type = t.words.sessionTypes[session.type].label;
  return (
    <Layout title={`${pupil.name}: ${title}`}>
      <div class="stack loose">
        <PageHead
          title={title}
          back={{ href: `/class/students/${pupil.id}`, text: t.staff.backTo(pupil.name) }}
          lead={t.report.sessionLead(
            type,
            format.dateTime(session.start ?? session.createdAt),
            format.duration(summary.activeMs),
          )}
        />
        {session.endReason === 'expired' && <Notice>{t.report.expired}</Notice>}
        <StoodOut view={view} />
        <SessionFacts summary={summary} />
        <Said view={view} />
        <Evaluations
          summary={summary}
          readable={readable}
          note={(evaluation) => (
            <>
              <Review evaluation={evaluation} />
              {actor?.role === 'class manager' && (
                <ScoreAnswer
                  evaluation={evaluation}
                  reviews={summary.evaluation.reviews}
                  address={`/class/students/${pupil.id}/sessions/${session.id}`}
                  {...(answer ? { form: answer } : {})}
                />
              )}
            </>
          )}
        />
        <Reading view={view} {...(form ? { form } : {})} />
      </div>
    </Layout>
  );
}

/** Alerts that came from the session, and what the teacher noticed. */
function StoodOut({ view: { alerts, flags } }: { view: View }) {
  const { t, format } = usePage();
  const words = t.staff;
  return (
    <>
      {alerts.map((alert) => (
        <Notice
          key={alert.id}
          tone={alert.acknowledgedAt === null ? 'alarm' : 'info'}
          title={`${words.severity(alert.severity)}: ${words.category(alert.category)}`}
        >
          <p>
            {alert.acknowledgedAt === null
              ? format.dateTime(alert.at)
              : words.takenOn(alert.acknowledgedBy ?? words.somebody, format.dateTime(alert.acknowledgedAt))}{' '}
            <a href={`/alerts#alert-${alert.id}`}>{words.toAlerts}</a>
          </p>
        </Notice>
      ))}
      {flags.length > 0 && (
        <Notice tone="warn" title={words.flagsTitle}>
          <ul>
            {flags.map((flag) => (
              <li key={flag}>{words.flags[flag].why}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** What the pupil said about the session. Feelings are said, never inferred. */
function Said({ view: { session, transcript } }: { view: View }) {
  const { t } = usePage();
  const words = t.staff;
  const { feelingBefore, feelingAfter, difficulty, understanding, feedback } = session;
  const outOf10 = (value: number | null) => (value === null ? null : words.outOf10(value));
  return (
    <Sheet id="said" title={words.feelings}>
      <Stats
        stats={[
          { label: words.feelingBefore, value: t.words.feelings[feelingBefore] },
          {
            label: words.feelingAfter,
            value: feelingAfter === null ? null : t.words.feelings[feelingAfter],
            note: feelingAfter === null ? words.notSaid : '',
          },
          { label: words.difficulty, value: outOf10(difficulty), note: difficulty === null ? words.notSaid : '' },
          {
            label: words.understanding,
            value: outOf10(understanding),
            note: understanding === null ? words.notSaid : '',
          },
        ]}
      />
      {feedback !== null && transcript.open && (
        <div class="stack tight">
          <h3>{words.feedback}</h3>
          <p class="prose" dir="auto">
            {feedback}
          </p>
        </div>
      )}
    </Sheet>
  );
}

function Review({ evaluation }: { evaluation: EvaluationRecord }) {
  const { t, format } = usePage();
  const words = t.staff;
  if (!evaluation.flagged) return null;
  const { modelScore, score } = evaluation;
  return (
    <Notice tone="warn" title={modelScore === null ? words.reviewTag : words.reviewTitle}>
      {modelScore === null || score === null
        ? words.reviewFailed
        : words.reviewMore(format.number(modelScore), format.number(score))}
    </Notice>
  );
}

function Reading({ view, form }: PupilSessionPageProps) {
  const { actor, t } = usePage();
  const { report, staff } = t;
  const { transcript, pupil, session } = view;
  if (transcript.open) {
    const messages = transcript.messages.map(({ message, posed }) => ({ ...message, posed }));
    return (
      <Section id="transcript" title={report.transcript}>
        <p class="quiet">{staff.transcriptNote}</p>
        <Conversation
          messages={messages}
          pupil={pupil.firstName}
          reportFrom={actor?.role === 'class manager' ? { at: 'home session', sessionId: session.id } : undefined}
        />
      </Section>
    );
  }
  return (
    <Sheet id="transcript" title={report.transcript}>
      {transcript.because === 'no alert' ? (
        <p>{staff.transcriptNoAlert}</p>
      ) : (
        <form method="post" action={`/class/students/${pupil.id}/sessions/${session.id}/read`} class="stack">
          <p>{staff.transcriptReason}</p>
          <TextArea
            name="reason"
            label={staff.reason}
            hint={staff.reasonHint}
            rows={2}
            value={form?.reason}
            problem={form?.problem}
          />
          <div class="row">
            <Button tone="go">{staff.readConversation}</Button>
          </div>
        </form>
      )}
    </Sheet>
  );
}
