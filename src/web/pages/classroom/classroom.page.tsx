import type { Lesson } from '../../../services/lessons/lessons.service.ts';
import { LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Empty, Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

export interface ClassroomPageProps {
  ahead: readonly Lesson[];
  over: readonly Lesson[];
}

/** Lessons that run, that are planned and that are over, and the way to a new one. */
export function ClassroomPage({ ahead, over }: ClassroomPageProps) {
  const { t } = usePage();
  const words = t.classroom;
  const running = ahead.filter(({ state }) => state !== 'pending');
  const planned = ahead.filter(({ state }) => state === 'pending');
  return (
    <Layout title={words.title}>
      <div class="stack loose">
        <PageHead
          title={words.title}
          lead={words.lead}
          actions={
            <>
              <LinkButton href="/classroom/attendance">{t.attendance.title}</LinkButton>
              <LinkButton href="/classroom/new" tone="go" icon="play">
                {words.new}
              </LinkButton>
            </>
          }
        />
        {running.length > 0 && (
          <Sheet id="running" title={words.running}>
            <Lessons lessons={running} all={ahead} />
          </Sheet>
        )}
        <Sheet id="planned" title={words.planned}>
          {planned.length === 0 ? (
            <Empty icon="calendar" title={words.noneTitle}>
              <p>{words.noneMore}</p>
            </Empty>
          ) : (
            <Lessons lessons={planned} all={ahead} />
          )}
        </Sheet>
        <Sheet id="over" title={words.over}>
          {over.length === 0 ? <p class="quiet">{words.noneOver}</p> : <Lessons lessons={over} all={[]} />}
        </Sheet>
      </div>
    </Layout>
  );
}

function Lessons({ lessons, all }: { lessons: readonly Lesson[]; all: readonly Lesson[] }) {
  const { t, format } = usePage();
  const words = t.classroom;
  return (
    <ul class="lines">
      {lessons.map((lesson) => (
        <li key={lesson.id}>
          <span class="main">
            <a href={`/classroom/lessons/${lesson.id}`}>
              <bdi>{words.lesson(words.types[lesson.type], lesson.course?.name ?? lesson.plan.topic)}</bdi>
            </a>
            <span class="quiet" dir="auto">
              {words.ofClass(lesson.className)} · {format.dateTime(whenOf(lesson))} ·{' '}
              {words.minutesLong(lesson.minutes)}
            </span>
          </span>
          {lesson.state === 'completed' && <a href={`/classroom/lessons/${lesson.id}/after`}>{t.afterLesson.scores}</a>}
          {lesson.start !== null && <a href={`/classroom/lessons/${lesson.id}/attendance`}>{t.attendance.title}</a>}
          {all.some((other) => clashes(lesson, other)) && <Tag tone="due">{words.clash}</Tag>}
          {lesson.state !== 'completed' && (
            <Tag tone={lesson.state === 'active' ? 'good' : 'info'}>{words.states[lesson.state]}</Tag>
          )}
        </li>
      ))}
    </ul>
  );
}

const whenOf = ({ start, plannedStart, createdAt }: Lesson): number => start ?? plannedStart ?? createdAt;

function clashes(one: Lesson, other: Lesson): boolean {
  if (one.id === other.id || one.classId !== other.classId) return false;
  if (one.plannedEnd === null || other.plannedEnd === null) return false;
  return whenOf(one) < other.plannedEnd && whenOf(other) < one.plannedEnd;
}
