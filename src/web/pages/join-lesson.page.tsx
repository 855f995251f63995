import type { LivePlace } from '../../services/lessons/lesson-places.service.ts';
import type { SessionView } from '../../shared/study-session.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Choices } from '../components/choices.tsx';
import { Layout } from '../components/layout.tsx';
import { LessonPlace } from '../components/lesson-place.tsx';
import { Notice } from '../components/surfaces.tsx';
import { usePage } from '../page-context.ts';

interface JoinLessonProps {
  session: SessionView;
  place: LivePlace | null;
  missing?: boolean;
}

/** A lesson that runs: how the pupil feels, and in. `missing`: they did not say. */
export function JoinLessonPage({ session, place, missing = false }: JoinLessonProps) {
  const { t, format } = usePage();
  const words = t.chat.lesson;
  const { classManager = '', className = '', endsAt = null } = session.lesson ?? {};
  const feelings = Object.entries(t.study.feelings).map(([value, label]) => ({ value, label }));
  const until = endsAt === null ? '' : words.until(format.time(Date.parse(endsAt)));
  const about = [
    session.course?.name ?? session.lesson?.topic,
    session.units.map(({ name }) => name).join(', '),
    until,
  ];
  return (
    <Layout title={words.title} islands={['src/web/islands/lesson-place.entry.ts']}>
      <LessonPlace place={place} />
      <div class="narrow stack">
        <h1>{words.title}</h1>
        <p class="lead" dir="auto">
          {words.invites(classManager, className)}
        </p>
        <p class="quiet">{about.filter((part) => part !== '').join(' · ')}</p>
        {missing && (
          <Notice tone="warn" announce>
            {words.chooseFeeling}
          </Notice>
        )}
        <form class="stack" method="post" action={`/study/school/${session.id}/join`}>
          <Choices
            name="feeling"
            label={words.feeling}
            hint={words.feelingHint}
            layout="pairs"
            choices={feelings}
            chosen={[]}
            problem={missing ? words.chooseFeeling : undefined}
          />
          <p class="quiet">{words.homePaused}</p>
          <div class="row">
            <Button tone="go">{words.join}</Button>
            <LinkButton href="/">{words.notNow}</LinkButton>
          </div>
        </form>
      </div>
    </Layout>
  );
}
