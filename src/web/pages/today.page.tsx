import type { TodayView } from '../../services/today/today.service.ts';
import { LinkButton } from '../components/button.tsx';
import { CourseCardView } from '../components/course-card.tsx';
import { Layout } from '../components/layout.tsx';
import { LessonPlace } from '../components/lesson-place.tsx';
import { StudyWeek } from '../components/report/study-week.tsx';
import { Empty, Notice, Section } from '../components/surfaces.tsx';
import { usePage } from '../page-context.ts';
import { LessonPanel } from './today/lesson-panel.tsx';
import { LivePanel } from './today/live-panel.tsx';
import { RecentPanel, TestsPanel } from './today/panels.tsx';
import { SuggestionPanel } from './today/suggestion-panel.tsx';

/** Today: what to study now and why, what is coming up, what was done. */
export function TodayPage({ view }: { view: TodayView }) {
  const { t, actor, format } = usePage();
  const words = t.today;
  const greeting = words.greeting(format.hour(view.now), actor?.firstName ?? '');
  // Its time is running: nothing else on the page is as large.
  const running = view.tests.find(({ begun }) => begun);
  const lesson = running ? null : view.lesson;
  const isBusy = view.live !== null || running !== undefined || lesson !== null;
  return (
    <Layout title={words.title} islands={['src/web/islands/lesson-place.entry.ts']}>
      <LessonPlace place={view.lesson} />
      <div class="stack loose">
        {running ? <RunningTest test={running} greeting={greeting} /> : <OpenTest view={view} />}
        {lesson && <LessonPanel lesson={lesson} greeting={greeting} />}
        {view.live && <LivePanel live={view.live} greeting={running || lesson ? null : greeting} />}
        {view.suggestion && (
          <SuggestionPanel suggestion={view.suggestion} greeting={isBusy ? null : greeting} live={isBusy} />
        )}
        {!view.suggestion && <NothingYet view={view} greeting={isBusy ? null : greeting} />}
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

/** The test that was begun. */
function RunningTest({ test, greeting }: { test: TodayView['tests'][number]; greeting: string }) {
  const { tests: words } = usePage().t;
  return (
    <section class="hero">
      <div class="stack tight">
        <h1>
          {greeting} {words.underWayTitle}.
        </h1>
        <p class="lead">{words.underWay(test.name)}</p>
      </div>
      <LinkButton href={`/tests/${test.sittingId}`} tone="go" size="big" icon="play">
        {words.goOn}
      </LinkButton>
    </section>
  );
}

/** A test that can be taken now comes before everything else. */
function OpenTest({ view }: { view: TodayView }) {
  const { t, format } = usePage();
  const open = view.tests.find(({ at }) => at <= view.now);
  if (open === undefined) return null;
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
