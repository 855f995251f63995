import type { PrioritizedCourse } from '../../services/course-prioritization/course-prioritization.service.ts';
import type { CourseView } from '../../services/courses/courses.service.ts';
import { Button } from '../components/button.tsx';
import { Choices } from '../components/choices.tsx';
import { Layout } from '../components/layout.tsx';
import { Empty, Notice } from '../components/surfaces.tsx';
import type { BeginForm } from '../forms/begin.form.ts';
import { usePage } from '../page-context.ts';

/** First the course: the most urgent on top, each with the reason. */
export function ChooseCoursePage({ courses }: { courses: readonly PrioritizedCourse[] }) {
  const { t } = usePage();
  const words = t.begin;
  return (
    <Layout title={words.newTitle} narrow>
      <div class="stack">
        <header class="stack tight">
          <h1>{words.whichCourse}</h1>
          {courses.length > 1 && <p class="lead quiet">{words.whichCourseLead}</p>}
        </header>
        {courses.length === 0 && (
          <Empty icon="book" title={t.today.noCourses}>
            <p>{t.today.noCoursesMore}</p>
          </Empty>
        )}
        {courses.map(({ course, factors }) => (
          <article key={course.id} class="sheet card stack tight">
            <h2 class="h3">
              <a href={`/study/new?course=${course.id}`}>
                <bdi>{course.name}</bdi>
              </a>
            </h2>
            <p class="quiet">{t.words.subjectAndGrade(course.subject, course.gradeLevel)}</p>
            <p>{t.words.explain({ factors })}</p>
          </article>
        ))}
      </div>
    </Layout>
  );
}

const MINUTES = ['15', '30', '45', '60', '90'];
const FEELINGS = ['positive', 'neutral', 'negative', 'extreme'] as const;
const TYPES = ['homework', 'test preparation'] as const;

/** Then the rest. A form that cannot be taken comes back as it was, with the reason beside the field. */
export function ChooseSessionPage({ view, form }: { view: CourseView; form: BeginForm }) {
  const { t } = usePage();
  const words = t.begin;
  const { problems } = form;
  return (
    <Layout title={words.newTitle} narrow>
      <form class="stack loose" method="post" action="/study/new">
        <header class="stack tight">
          <h1>
            <bdi>{view.card.name}</bdi>
          </h1>
          <p>
            <a href="/study/new">{words.changeCourse}</a>
          </p>
        </header>
        {Object.keys(problems).length > 0 && (
          <Notice tone="alarm" announce>
            <p>{words.problems.form}</p>
          </Notice>
        )}
        <input type="hidden" name="course" value={view.card.id} />
        <Choices
          name="type"
          label={words.type}
          problem={problems.type}
          chosen={[form.type]}
          choices={TYPES.map((value) => ({ value, ...t.words.sessionTypes[value] }))}
        />
        <UnitChoices view={view} form={form} />
        <Choices
          name="minutes"
          label={words.minutes}
          problem={problems.minutes}
          layout="tight"
          chosen={[form.minutes]}
          choices={minutesWith(form).map((value) => ({ value, label: words.minutesOf(Number(value)) }))}
        />
        <Choices
          name="feeling"
          label={words.feelingField}
          problem={problems.feeling}
          chosen={[form.feeling]}
          choices={FEELINGS.map((value) => ({ value, label: t.words.feelings[value] }))}
        />
        <div>
          <Button tone="go" size="big" icon="play">
            {words.submit}
          </Button>
        </div>
      </form>
    </Layout>
  );
}

function UnitChoices({ view, form }: { view: CourseView; form: BeginForm }) {
  const { t } = usePage();
  const words = t.begin;
  return (
    <Choices
      name="units"
      label={words.units}
      hint={words.unitsHint}
      problem={form.problems.units}
      several
      layout="list"
      chosen={form.units}
      choices={view.units.map((unit) => ({
        value: unit.name,
        label: unit.name,
        note: `${t.words.states[unit.state]} · ${t.courses.minutes(unit.minutes)}`,
      }))}
    />
  );
}

/** A time that came from elsewhere stays among the choices. */
function minutesWith({ minutes, problems }: BeginForm): string[] {
  if (problems.minutes || minutes === '' || MINUTES.includes(minutes)) return MINUTES;
  return [...MINUTES, minutes].sort((a, b) => Number(a) - Number(b));
}
