import type { ChildSessionPage as View } from '../../services/family/child-pages.service.ts';
import type { Transcript } from '../../services/family/transcript.ts';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Evaluations } from '../components/report/evaluation-sheets.tsx';
import { Questions } from '../components/report/questions.tsx';
import { SessionFacts } from '../components/report/session-facts.tsx';
import { Conversation } from '../components/report/transcript.tsx';
import { Notice, Section } from '../components/surfaces.tsx';
import { usePage } from '../page-context.ts';

/** What came of a child's session, and what of it the school's policy lets parents read. */
export function ChildSessionPage({ view }: { view: View }) {
  const { t, format } = usePage();
  const { child, summary, transcript } = view;
  const { session } = summary;
  const readable = new Set(transcript.policy === 'full' ? transcript.messages.map(({ id }) => id) : []);
  const title = t.report.sessionTitle(summary.courseName);
  const type = t.words.sessionTypes[session.type].label;
  return (
    <Layout title={title}>
      <div class="stack loose">
        <PageHead
          title={title}
          back={{ href: `/children/${child.id}`, text: t.parent.backToChild(child.firstName) }}
          lead={t.report.sessionLead(
            type,
            format.dateTime(session.start ?? session.createdAt),
            format.duration(summary.activeMs),
          )}
        />
        {session.endReason === 'expired' && <Notice>{t.report.expired}</Notice>}
        <SessionFacts summary={summary} />
        <Evaluations
          summary={summary}
          readable={readable}
          contestAt={(kind) => `/children/${child.id}/sessions/${session.id}/contest/${kind}`}
          note={(evaluation) => evaluation.flagged && <Notice tone="warn">{t.study.needsReview}</Notice>}
        />
        <Reading transcript={transcript} name={child.firstName} />
      </div>
    </Layout>
  );
}

function Reading({ transcript, name }: { transcript: Transcript; name: string }) {
  const { report, parent } = usePage().t;
  switch (transcript.policy) {
    case 'off':
      return <p class="quiet prose">{parent.policy.off}</p>;
    case 'summary':
      return (
        <Section id="questions" title={report.questionsTitle}>
          <Questions questions={transcript.questions} />
          <p class="quiet prose">{parent.policy.summary}</p>
        </Section>
      );
    case 'full':
      return (
        <Section id="transcript" title={report.transcript}>
          <p class="quiet prose">{parent.policy.full}</p>
          <Conversation messages={transcript.messages} pupil={name} />
        </Section>
      );
  }
}
