import type {
  CourseDesk,
  DeskUnit,
  Standing,
} from '../../../services/curriculum-editor/curriculum-catalogue.service.ts';
import { LinkButton } from '../../components/button.tsx';
import { CourseMap } from '../../components/course-map.tsx';
import { MoveButtons } from '../../components/curriculum/move-buttons.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Done, Empty, Fold, Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';
import { courseHref, testHref, unitHref } from './addresses.ts';

/** A course with its units in order, what builds on what, its tests, and what waits to be published. */
export function CourseDeskPage({ desk, notice }: { desk: CourseDesk; notice: string | null }) {
  const { t } = usePage();
  const words = t.curriculum;
  const { course, courseId } = desk;
  return (
    <Layout title={course.name}>
      <div class="stack loose">
        <PageHead
          title={course.name}
          back={{ href: '/region/curriculum', text: words.back }}
          tags={
            <>
              <StandingTag standing={desk.standing} />
              {course.archived && <Tag>{words.archive}</Tag>}
            </>
          }
        >
          <p class="quiet">
            {t.words.subjectAndGrade(course.subject, course.gradeLevel)} ·{' '}
            {words.facts(t.words.courseTypes[course.type], course.level)}
          </p>
          {course.description && (
            <p class="prose" dir="auto">
              {course.description}
            </p>
          )}
          {desk.prerequisites.length > 0 && (
            <p class="quiet">
              {words.buildsOn}: <bdi>{desk.prerequisites.join(', ')}</bdi>
            </p>
          )}
          <div class="row">
            {desk.drafts > 0 ? (
              <LinkButton href={`${courseHref(courseId)}/publish`} tone="go">
                {words.review(desk.drafts)}
              </LinkButton>
            ) : (
              <span class="quiet">{words.nothingToPublish}</span>
            )}
            <LinkButton href={`${courseHref(courseId)}/edit`}>{words.edit}</LinkButton>
            <LinkButton href={`${courseHref(courseId)}/history`}>{words.history}</LinkButton>
            <LinkButton href={`/region/curriculum/export?format=json&course=${courseId}`}>{words.takeOut}</LinkButton>
          </div>
        </PageHead>
        <Done text={notice} />
        <Units desk={desk} />
        <Tests desk={desk} />
      </div>
    </Layout>
  );
}

/** Whether pupils have it as it stands here. */
export function StandingTag({ standing }: { standing: Standing }) {
  const { curriculum: words } = usePage().t;
  return standing === 'published' ? null : <Tag tone="due">{words.standings[standing]}</Tag>;
}

function Units({ desk }: { desk: CourseDesk }) {
  const { curriculum: words } = usePage().t;
  const { units, archivedUnits, courseId } = desk;
  const named = new Map(units.map(({ key, content }) => [key, content.name]));
  const mapped = units.map(({ content }) => ({
    name: content.name,
    prerequisites: content.prerequisites.map((key) => named.get(key) ?? key),
  }));
  return (
    <Sheet
      id="units"
      title={words.units}
      action={
        <LinkButton href={`${courseHref(courseId)}/units/new`} size="small">
          {words.newUnit}
        </LinkButton>
      }
    >
      {units.length === 0 && (
        <Empty icon="book" title={words.noUnits}>
          <p>{words.noUnitsMore}</p>
        </Empty>
      )}
      {units.length > 1 && <CourseMap units={mapped} next={null} hint={words.mapHint} />}
      <ol class="unit-list">
        {units.map((unit, index) => (
          <UnitLine
            key={unit.key}
            unit={unit}
            position={index + 1}
            last={index === units.length - 1}
            courseId={courseId}
            before={unit.content.prerequisites.map((key) => named.get(key) ?? key)}
          />
        ))}
      </ol>
      {archivedUnits.length > 0 && (
        <Fold summary={words.archivedUnits(archivedUnits.length)}>
          <ul class="lines">
            {archivedUnits.map(({ key, content }) => (
              <li key={key}>
                <a href={unitHref(courseId, key)}>
                  <bdi>{content.name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Sheet>
  );
}

interface UnitLineProps {
  unit: DeskUnit;
  position: number;
  last: boolean;
  courseId: number;
  before: readonly string[];
}

function UnitLine({ unit, position, last, courseId, before }: UnitLineProps) {
  const { t, format } = usePage();
  const words = t.curriculum;
  const { key, content, standing, studyQuestions, testQuestions } = unit;
  return (
    <li class="unit" id={`unit-${position}`}>
      <span class="unit-number" aria-hidden="true">
        {position}
      </span>
      <div class="in-place">
        <div class="stack tight grow">
          <div class="row">
            <h3>
              <a href={unitHref(courseId, key)}>
                <bdi>{content.name}</bdi>
              </a>
            </h3>
            <StandingTag standing={standing} />
          </div>
          <p class="quiet">
            {words.unitFacts(words.unitTypes[content.type], content.minutes, format.number(content.weight))} ·{' '}
            {words.questionFacts(studyQuestions, testQuestions)}
          </p>
          {before.length > 0 && (
            <p class="quiet">
              {words.buildsOn}: <bdi>{before.join(', ')}</bdi>
            </p>
          )}
        </div>
        <MoveButtons
          action={`${courseHref(courseId)}/order`}
          hidden={{ name: 'unit', value: key }}
          name={content.name}
          isFirst={position === 1}
          isLast={last}
        />
      </div>
    </li>
  );
}

function Tests({ desk }: { desk: CourseDesk }) {
  const { t } = usePage();
  const words = t.curriculum;
  const lines = (tests: CourseDesk['tests']) => (
    <ul class="lines">
      {tests.map(({ key, content, standing }) => (
        <li key={key}>
          <span class="main">
            <a href={testHref(key)}>
              <bdi>{content.name}</bdi>
            </a>
            <span class="quiet">
              {words.testFacts(t.words.tests[content.type], content.minutes, content.units.length)}
            </span>
          </span>
          <StandingTag standing={standing} />
        </li>
      ))}
    </ul>
  );
  return (
    <Sheet
      id="tests"
      title={words.tests}
      action={
        <LinkButton href={`${courseHref(desk.courseId)}/tests/new`} size="small">
          {words.newTest}
        </LinkButton>
      }
    >
      {desk.tests.length === 0 ? <p class="quiet">{words.noTests}</p> : lines(desk.tests)}
      {desk.archivedTests.length > 0 && (
        <Fold summary={words.archivedTests(desk.archivedTests.length)}>{lines(desk.archivedTests)}</Fold>
      )}
    </Sheet>
  );
}
