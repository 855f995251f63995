import type { ChildPage as View } from '../../services/family/child-pages.service.ts';
import type { SchoolHoursView } from '../../services/school-hours/school-hours.service.ts';
import { ConsentNotice, type OpenConsent } from '../components/consent-notice.tsx';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { QuartersPanel } from '../components/report/quarters-panel.tsx';
import { ReleasedAlerts } from '../components/report/released-alerts.tsx';
import { SchoolHoursPanel } from '../components/report/school-hours-panel.tsx';
import { SessionsPanel } from '../components/report/sessions-panel.tsx';
import { StudiedUnits } from '../components/report/studied-units.tsx';
import { StudyWeek } from '../components/report/study-week.tsx';
import { TestsPanel } from '../components/report/tests-panel.tsx';
import { CourseStandings, UnitStandings } from '../components/report/unit-standings.tsx';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import { usePage } from '../page-context.ts';

interface Props {
  view: View;
  atSchool: SchoolHoursView;
  /** Children for whom consent is asked. */
  asked: readonly OpenConsent[];
}

/** A child's week in plain words, and what stands behind them. */
export function ChildPage({ view, atSchool, asked }: Props) {
  const { t, format } = usePage();
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
          <p class="lead" dir="auto">
            {weekInWords(view, words, format).join(' ')}
          </p>
          <p>
            <a href={`/children/${child.id}/progress`}>{t.progress.link}</a>{' '}
            <a href={`/children/${child.id}/export`}>{t.erasure.exportPupil}</a>
          </p>
        </PageHead>
        <ConsentNotice open={asked.filter(({ id }) => id === child.id)} />
        <ReleasedAlerts alerts={view.alerts} />
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

/** The week as sentences, each made of numbers that stand on the page. */
function weekInWords(view: View, words: Messages['parent'], format: Format): string[] {
  const { child, week, studied, lastActivity, now } = view;
  const name = child.firstName;
  if (week.sessions === 0) {
    if (lastActivity === null) return [words.weekNever(name)];
    return [words.weekQuiet(name), words.weekQuietLast(format.relativeDay(lastActivity, now))];
  }
  const days = week.days.filter(({ activeMs }) => activeMs > 0).length;
  const sum = (pick: 'alone' | 'helped' | 'shown') => studied.reduce((total, unit) => total + unit.outcomes[pick], 0);
  const all = studied.reduce((total, unit) => total + unit.questions, 0);
  const [most] = studied;
  return [
    words.weekStudied(name, format.duration(week.activeMs), week.sessions, days),
    ...(most === undefined
      ? [words.weekNoQuestions]
      : [
          words.weekMost(most.unitName, most.questions, all),
          words.weekOutcomes(sum('alone'), sum('helped'), sum('shown'), all),
        ]),
  ];
}
