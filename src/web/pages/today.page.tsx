import type { TodayView } from '../../services/today/today.service.ts';
import { CourseCardView } from '../components/course-card.tsx';
import { Layout } from '../components/layout.tsx';
import { StudyWeek } from '../components/report/study-week.tsx';
import { Empty, Notice, Section } from '../components/surfaces.tsx';
import { usePage } from '../page-context.ts';
import { LivePanel } from './today/live-panel.tsx';
import { RecentPanel, TestsPanel } from './today/panels.tsx';
import { SuggestionPanel } from './today/suggestion-panel.tsx';

/** Today: what to study now and why, what is coming up, what was done. */
export function TodayPage({ view }: { view: TodayView }) {
  const { t, actor, format } = usePage();
  const words = t.today;
  const greeting = words.greeting(format.hour(view.now), actor?.firstName ?? '');
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <OpenTest view={view} />
        {view.live && <LivePanel live={view.live} greeting={greeting} />}
        {view.suggestion && (
          <SuggestionPanel
            suggestion={view.suggestion}
            runnersUp={view.runnersUp}
            greeting={view.live ? null : greeting}
            live={view.live !== null}
          />
        )}
        {!view.suggestion && <NothingYet view={view} greeting={view.live ? null : greeting} />}
        <div class="desk">
          <TestsPanel tests={view.tests} />
          <StudyWeek week={view.week} title={t.report.week} />
          <RecentPanel recent={view.recent} />
        </div>
        {view.courses.length > 0 && (
          <Section id="courses" title={words.courses} action={<a href="/courses">{words.allCourses}</a>}>
            <div class="cards">
              {view.courses.map((card) => (
                <CourseCardView key={card.id} card={card} />
              ))}
            </div>
            {view.moreCourses > 0 && <a href="/courses">{words.more(view.moreCourses)}</a>}
          </Section>
        )}
      </div>
    </Layout>
  );
}

/** A test that can be taken now comes before everything else, and one that was begun before that: its time is running. */
function OpenTest({ view }: { view: TodayView }) {
  const { t, format } = usePage();
  const open = view.tests.find(({ begun }) => begun) ?? view.tests.find(({ at }) => at <= view.now);
  if (open === undefined) return null;
  if (open.begun) {
    return (
      <Notice tone="warn" title={t.tests.underWayTitle}>
        <p>
          {t.tests.underWay(open.name)} <a href={`/tests/${open.sittingId}`}>{t.tests.goOn}</a>
        </p>
      </Notice>
    );
  }
  const until = open.deadline === null ? null : format.dateTime(open.deadline);
  return (
    <Notice tone="warn" title={t.today.openTest(open.name)}>
      <p>
        {t.today.openTestUntil(open.course.name, until)} <a href={`/tests/${open.sittingId}`}>{t.today.toTest}</a>
      </p>
    </Notice>
  );
}

function NothingYet({ view, greeting }: { view: TodayView; greeting: string | null }) {
  const { today: words } = usePage().t;
  const none = view.courses.length === 0;
  return (
    <>
      {greeting && <h1>{greeting}</h1>}
      <Empty icon="book" title={none ? words.noCourses : words.noUnits}>
        <p>{none ? words.noCoursesMore : words.noUnitsMore}</p>
      </Empty>
    </>
  );
}
