import type { WhisperView } from '../../../services/lessons/whisper.service.ts';
import { machineTimeZone } from '../../../shared/calendar.ts';
import type { LessonWall } from '../../../shared/lesson-wall.ts';
import { ActionButton, Button } from '../../components/button.tsx';
import { WallView } from '../../components/classroom/wall-view.tsx';
import { Whispers } from '../../components/classroom/whispers.tsx';
import { TextArea } from '../../components/field.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Done, Notice, Sheet } from '../../components/surfaces.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

/** What the last form on the page did. */
export type Said = { kind: 'sent'; sessions: number } | { kind: 'noted' } | { kind: 'empty' } | null;

export interface WallPageProps {
  wall: LessonWall;
  whispers: readonly WhisperView[];
  said: Said;
}

/** A lesson as its class manager sees it: rendered whole on the server, alive as an island. */
export function WallPage({ wall, whispers, said }: WallPageProps) {
  const { t, format, locale } = usePage();
  const words = t.classroom;
  const { lesson } = wall;
  const runs = lesson.state === 'active' || lesson.state === 'paused';
  const props = JSON.stringify({ wall, locale, timeZone: machineTimeZone() });
  return (
    <Layout
      title={`${words.ofClass(lesson.className)} · ${words.title}`}
      islands={runs || lesson.state === 'pending' ? ['src/web/islands/wall.entry.tsx'] : []}
      wide
    >
      <div class="stack loose">
        <PageHead
          title={words.ofClass(lesson.className)}
          back={{ href: '/classroom', text: words.back }}
          lead={[words.lesson(words.types[lesson.type], lesson.course ?? lesson.topic), whenOf(wall)].join(' · ')}
          tags={<Tag tone={lesson.state === 'active' ? 'good' : 'info'}>{words.states[lesson.state]}</Tag>}
        >
          <Tools wall={wall} />
          {lesson.state === 'completed' && <a href={`/classroom/lessons/${lesson.id}/after`}>{t.afterLesson.title}</a>}
          {lesson.start !== null && <a href={`/classroom/lessons/${lesson.id}/attendance`}>{t.attendance.title}</a>}
        </PageHead>
        {lesson.eyesUp && (
          <Notice tone="warn">
            <p>{words.eyesUpNow}</p>
          </Notice>
        )}
        {lesson.state === 'pending' ? (
          <p class="quiet">{words.pending}</p>
        ) : (
          <section class="stack" aria-labelledby="wall-title">
            <h2 id="wall-title">{words.wall}</h2>
            <div id="wall" data-props={props}>
              <WallView wall={wall} t={words} format={format} />
            </div>
          </section>
        )}
        {runs && <Reach lessonId={lesson.id} said={said} />}
        {(runs || whispers.length > 0) && lesson.state !== 'pending' && (
          <Whispers whispers={whispers} lessonId={lesson.id} names={namesOf(wall)} />
        )}
        <LeftOut wall={wall} />
      </div>
    </Layout>
  );

  function whenOf({ lesson: one }: LessonWall): string {
    if (one.end !== null) return words.endedAt(format.dateTime(one.end));
    if (one.start !== null && one.plannedEnd !== null) return words.endsAt(format.time(one.plannedEnd));
    if (one.plannedStart !== null) return words.beginsAt(format.dateTime(one.plannedStart));
    return words.minutesLong(one.minutes);
  }
}

/** What can be done about the whole lesson. */
function Tools({ wall: { lesson } }: { wall: LessonWall }) {
  const words = usePage().t.classroom;
  const base = `/classroom/lessons/${lesson.id}`;
  if (lesson.state === 'pending') {
    return (
      <div class="lesson-tools">
        <ActionButton action={`${base}/start`} tone="go" icon="play">
          {words.start}
        </ActionButton>
        <ActionButton action={`${base}/cancel`}>{words.cancel}</ActionButton>
      </div>
    );
  }
  if (lesson.state !== 'active' && lesson.state !== 'paused') return null;
  return (
    <div class="lesson-tools">
      {lesson.state === 'active' ? (
        <ActionButton action={`${base}/pause`} icon="pause">
          {words.pauseAll}
        </ActionButton>
      ) : (
        <ActionButton action={`${base}/resume`} tone="go" icon="play">
          {words.resumeAll}
        </ActionButton>
      )}
      {!lesson.eyesUp && (
        <form method="post" action={`${base}/pause`}>
          <input type="hidden" name="eyesUp" value="yes" />
          <Button>{words.eyesUp}</Button>
        </form>
      )}
      <form method="post" action={`${base}/extend`} class="row tight">
        <label class="visually-hidden" for="more-minutes">
          {words.moreTime}
        </label>
        <select id="more-minutes" name="minutes" class="input short">
          {[5, 10, 15, 20, 30].map((minutes) => (
            <option key={minutes} value={minutes}>
              + {words.minutesLong(minutes)}
            </option>
          ))}
        </select>
        <Button icon="clock">{words.extend}</Button>
      </form>
      <ActionButton action={`${base}/stop`} tone="alarm">
        {words.stop}
      </ActionButton>
    </div>
  );
}

/** Of pupils and groups, by session. */
function namesOf({ cards }: LessonWall): Map<number, string> {
  return new Map(cards.map(({ sessionId, group, name }) => [sessionId, group === '' ? name : group]));
}

/** Words to pupils or to their teachers: to those who are ticked on the wall, or to all. */
function Reach({ lessonId, said }: { lessonId: number; said: Said }) {
  const words = usePage().t.classroom.reach;
  return (
    <Sheet id="say" title={words.title}>
      {said?.kind === 'sent' && <Done text={words.sent(said.sessions)} />}
      <form id="reach" method="post" action={`/classroom/lessons/${lessonId}/reach`} class="stack">
        <p class="quiet">{words.lead}</p>
        <TextArea
          name="words"
          label={words.field}
          hint={words.hint}
          rows={2}
          maxLength={500}
          problem={said?.kind === 'empty' ? words.empty : undefined}
        />
        <div class="row">
          <Button tone="go" icon="send" name="to" value="pupils">
            {words.toPupils}
          </Button>
          <Button tone="soft" icon="hint" name="to" value="teachers">
            {words.toTeachers}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function LeftOut({ wall: { lesson } }: { wall: LessonWall }) {
  const words = usePage().t.classroom;
  if (lesson.leftOut.length === 0) return null;
  return (
    <Notice title={words.leftOutTitle}>
      <ul>
        {lesson.leftOut.map(({ studentId, name, why }) => (
          <li key={studentId}>
            <bdi>{name}</bdi>: {words.why[why] ?? why}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
