import type { DialogueFlag, PupilPage as View } from '../../services/classroom/pupil-pages.service.ts';
import type { SchoolHoursView } from '../../services/school-hours/school-hours.service.ts';
import { Layout } from '../components/layout.tsx';
import { PageHead } from '../components/page-head.tsx';
import { QuartersPanel } from '../components/report/quarters-panel.tsx';
import { SchoolHoursPanel } from '../components/report/school-hours-panel.tsx';
import { SessionsPanel } from '../components/report/sessions-panel.tsx';
import { StudyWeek } from '../components/report/study-week.tsx';
import { TestsPanel } from '../components/report/tests-panel.tsx';
import { CourseStandings, UnitStandings } from '../components/report/unit-standings.tsx';
import { Sheet } from '../components/surfaces.tsx';
import { Tag } from '../components/tag.tsx';
import { usePage } from '../page-context.ts';

/** A pupil, for staff: alerts, the week, standing, tests, sessions with flags. */
export function PupilPage({ view, atSchool }: { view: View; atSchool: SchoolHoursView }) {
  const { t, format, actor } = usePage();
  const words = t.staff;
  const { pupil, now } = view;
  const manager = actor?.role === 'class manager';
  return (
    <Layout title={pupil.name}>
      <div class="stack loose">
        <PageHead
          title={pupil.name}
          back={manager ? { href: '/class', text: words.backToClass } : { href: '/school', text: words.backToSchool }}
          lead={words.pupilLead(pupil.className)}
        >
          <p>
            <a href={`/class/students/${pupil.id}/progress`}>{t.progress.link}</a>
          </p>
          <p>
            {view.lastStudied === null ? words.neverSeen : words.lastSeen(format.relativeDay(view.lastStudied, now))}
          </p>
        </PageHead>
        {view.alerts.length > 0 && <Alerts alerts={view.alerts} />}
        <div class="grid">
          <StudyWeek week={view.week} title={t.report.week} />
          <CourseStandings courses={view.courses} />
        </div>
        <UnitStandings courses={view.courses} />
        <TestsPanel tests={view.tests} now={now} />
        <SchoolHoursPanel
          view={atSchool}
          base={`/class/students/${pupil.id}`}
          lessonBase={`/class/students/${pupil.id}/lessons`}
        />
        <QuartersPanel quarters={atSchool.quarters} />
        <SessionsPanel
          sessions={view.sessions}
          base={`/class/students/${pupil.id}`}
          before={view.before}
          paged={view.pageFrom !== null}
          note={(session) => (
            <Flags
              flags={session.flags}
              review={session.evaluation?.evaluations.some(({ flagged }) => flagged) ?? false}
            />
          )}
        />
      </div>
    </Layout>
  );
}

function Alerts({ alerts }: { alerts: View['alerts'] }) {
  const { t, format } = usePage();
  const words = t.staff;
  return (
    <Sheet id="alerts" title={words.alertsTitle} action={<a href="/alerts">{words.toAlerts}</a>}>
      <ul class="lines">
        {alerts.map((alert) => (
          <li key={alert.id}>
            <strong>{`${words.severity(alert.severity)}: ${words.category(alert.category)}`}</strong>
            <span class="quiet">{format.dateTime(alert.at)}</span>
            <span class="push">
              {alert.acknowledgedAt === null ? (
                <Tag tone="alarm">{words.openOne}</Tag>
              ) : (
                <span class="small">
                  {words.takenOn(alert.acknowledgedBy ?? words.somebody, format.dateTime(alert.acknowledgedAt))}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Flags({ flags, review }: { flags: readonly DialogueFlag[]; review: boolean }) {
  const { staff: words } = usePage().t;
  if (flags.length === 0 && !review) return null;
  return (
    <span class="row">
      {review && <Tag tone="due">{words.reviewTag}</Tag>}
      {flags.map((flag) => (
        <Tag key={flag}>{words.flags[flag].tag}</Tag>
      ))}
    </span>
  );
}
