import type { CourseCard } from '../../domain/planning/course-card.ts';
import { CourseCardView } from '../components/course-card.tsx';
import { Layout } from '../components/layout.tsx';
import { Empty } from '../components/surfaces.tsx';
import { usePage } from '../page-context.ts';

/** All courses of a pupil. */
export function CoursesPage({ courses }: { courses: readonly CourseCard[] }) {
  const { t } = usePage();
  const words = t.courses;
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <header class="stack tight">
          <h1>{words.title}</h1>
          {courses.length > 0 && <p class="lead quiet">{words.lead(courses.length)}</p>}
        </header>
        {courses.length === 0 ? (
          <Empty icon="book" title={t.today.noCourses}>
            <p>{t.today.noCoursesMore}</p>
          </Empty>
        ) : (
          bySubject(courses).map(([subject, cards]) => (
            <section key={subject} class="stack" aria-label={t.words.subject(subject)}>
              <h2>{t.words.subject(subject)}</h2>
              <div class="cards">
                {cards.map((card) => (
                  <CourseCardView key={card.id} card={card} />
                ))}
              </div>
            </section>
          ))
        )}
      </div>
    </Layout>
  );
}

function bySubject(courses: readonly CourseCard[]): [string, CourseCard[]][] {
  return [...Map.groupBy(courses, ({ subject }) => subject)].sort(([a], [b]) => a.localeCompare(b));
}
