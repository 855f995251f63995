import type { ChildPage as View } from '../../services/family/child-pages.service.ts';
import type { SentLetter } from '../../services/family/weekly-letters.service.ts';
import type { SchoolHoursView } from '../../services/school-hours/school-hours.service.ts';
import { ConsentNotice, type OpenConsent } from '../components/consent-notice.tsx';
import { Layout } from '../components/layout.tsx';
import { OnThisPage } from '../components/on-this-page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { QuartersPanel } from '../components/report/quarters-panel.tsx';
import { ReleasedAlerts } from '../components/report/released-alerts.tsx';
import { SchoolHoursPanel } from '../components/report/school-hours-panel.tsx';
import { SessionsPanel } from '../components/report/sessions-panel.tsx';
import { StudiedUnits } from '../components/report/studied-units.tsx';
import { StudyWeek } from '../components/report/study-week.tsx';
import { TestsPanel } from '../components/report/tests-panel.tsx';
import { CourseStandings, UnitStandings } from '../components/report/unit-standings.tsx';
import { WeekInWords } from '../components/report/week-in-words.tsx';
import { usePage } from '../page-context.ts';

interface ChildPageProps {
  view: View;
  atSchool: SchoolHoursView;
  /** The newest letter to the reader; null: there is none. */
  letter: SentLetter | null;
  /** Children for whom consent is asked. */
  asked: readonly OpenConsent[];
}

/** A child's week in plain words, and what stands behind them. */
export function ChildPage({ view, atSchool, letter, asked }: ChildPageProps) {
  const { t } = usePage();
  const words = t.parent;
  const { child, sessions, now } = view;
  const title = words.childTitle(child.firstName);
  return (
    <Layout title={title}>
      <div class="stack loose">
        <PageHead
          title={title}
          back={{ href: '/children', text: words.back }}
          actions={<a href={`/children/${child.id}/reports`}>{t.keptReports.nav}</a>}
        >
          <p class="quiet" dir="auto">
            {words.school(child.school, child.className, child.gradeLevel)}
          </p>
          <p>
            <a href={`/children/${child.id}/progress`}>{t.progress.link}</a>{' '}
            <a href={`/children/${child.id}/export`}>{t.erasure.exportPupil}</a>
          </p>
          <OnThisPage
            parts={[
              { id: 'standing', title: t.report.standing },
              { id: 'tests', title: t.report.tests },
              { id: 'sessions', title: t.report.sessions },
              { id: 'at-school', title: t.schoolHours.title },
              ...(atSchool.quarters.length > 0 ? [{ id: 'quarters', title: t.schoolHours.quarters }] : []),
            ]}
          />
        </PageHead>
        <ConsentNotice open={asked.filter(({ id }) => id === child.id)} />
        <ReleasedAlerts alerts={view.alerts} />
        <WeekInWords facts={view.inWords} letter={letter} />
        <div class="grid">
          <StudyWeek week={view.week} title={words.time} />
          <CourseStandings courses={view.courses} />
        </div>
        <StudiedUnits units={view.studied} title={words.studied} />
        <UnitStandings courses={view.courses} />
        <TestsPanel tests={view.tests} now={now} />
        <SessionsPanel
          sessions={sessions.sessions}
          base={`/children/${child.id}`}
          before={sessions.before}
          paged={view.pageFrom !== null}
        />
        <SchoolHoursPanel view={atSchool} base={`/children/${child.id}`} lessonBase={`/children/${child.id}/lessons`} />
        <QuartersPanel quarters={atSchool.quarters} />
        <p class="quiet prose">{words.policy[view.policy]}</p>
        <p class="row">
          <a href={`/children/${child.id}/consent`}>{t.consents.link}</a>
          <a href={`/children/${child.id}/looked`}>{t.audit.lookedLinkOf}</a>
        </p>
      </div>
    </Layout>
  );
}
