import type { CourseView } from '../../services/courses/courses.service.ts';
import { Beads } from '../components/beads.tsx';
import { LinkButton } from '../components/button.tsx';
import { beadsOf } from '../components/course-card.tsx';
import { CourseMap } from '../components/course-map.tsx';
import { Layout } from '../components/layout.tsx';
import { Stats } from '../components/stat.tsx';
import { Empty, Section, Sheet } from '../components/surfaces.tsx';
import { usePage } from '../page-context.ts';
import { CourseTests } from './course/course-tests.tsx';
import { UnitLine } from './course/unit-line.tsx';

/** A course: how far it is, its units with what they build on, its tests. */
export function CoursePage({ view }: { view: CourseView }) {
  const { t } = usePage();
  const words = t.courses;
  const { card, units } = view;
  return (
    <Layout title={card.name}>
      <div class="stack loose">
        <CourseHead view={view} />
        {units.length === 0 ? (
          <Empty icon="book" title={words.noUnits}>
            <p>{t.today.noUnitsMore}</p>
          </Empty>
        ) : (
          <Section id="units" title={words.units}>
            {units.some(({ prerequisites }) => prerequisites.length > 0) && (
              <CourseMap units={units} next={card.next} />
            )}
            <ol class="unit-list">
              {units.map((unit, index) => (
                <UnitLine key={unit.name} unit={unit} position={index + 1} isNext={unit.name === card.next} />
              ))}
            </ol>
          </Section>
        )}
        <Sheet id="tests" title={words.tests}>
          <CourseTests coming={view.coming} past={view.past} />
        </Sheet>
      </div>
    </Layout>
  );
}

function CourseHead({ view: { card, description } }: { view: CourseView }) {
  const { t, format } = usePage();
  const words = t.courses;
  const mastered = t.words.unitsMastered(card.mastered, card.units.length);
  const { nextTest } = card;
  return (
    <header class="hero">
      <div class="stack">
        <div class="stack tight">
          <p class="quiet">{t.words.subjectAndGrade(card.subject, card.gradeLevel)}</p>
          <h1>
            <bdi>{card.name}</bdi>
          </h1>
          <p class="prose" dir="auto">
            {description}
          </p>
        </div>
        {card.units.length > 0 && <Beads beads={beadsOf(card)} label={words.beads(card.name, mastered)} />}
        <Stats
          stats={[
            card.progress > 0
              ? { label: words.progress, value: format.percent(card.progress), note: words.progressNote }
              : { label: words.progress, value: null, note: words.notStarted },
            {
              label: words.mastered,
              value: card.units.length > 0 ? t.words.unitsOf(card.mastered, card.units.length) : null,
              note: card.units.length > 0 ? words.masteredNote : words.noUnits,
            },
            nextTest
              ? { label: words.nextTest, value: format.inDays(Math.max(0, nextTest.days)), note: nextTest.name }
              : { label: words.nextTest, value: null, note: words.noTest },
          ]}
        />
      </div>
      {card.units.length > 0 && (
        <div class="stack tight center">
          <LinkButton href={`/study?course=${card.id}`} tone="go" size="big" icon="play">
            {words.study}
          </LinkButton>
          <a class="small" href={`/study/new?course=${card.id}`}>
            {words.choose}
          </a>
        </div>
      )}
    </header>
  );
}
