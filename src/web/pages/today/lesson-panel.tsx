import type { LivePlace } from '../../../services/today/today.service.ts';
import { LinkButton } from '../../components/button.tsx';
import { usePage } from '../../page-context.ts';

/** The lesson that runs at school: whoever is expected there begins with it. */
export function LessonPanel({ lesson, greeting }: { lesson: LivePlace; greeting: string }) {
  const { t, format } = usePage();
  const words = t.chat.lesson;
  const until = lesson.plannedEnd === null ? '' : words.until(format.time(lesson.plannedEnd));
  return (
    <section class="hero">
      <div class="stack tight">
        <h1>
          {greeting} {words.title}.
        </h1>
        <p class="lead" dir="auto">
          {words.invites(lesson.classManager, lesson.className)}
        </p>
        <p class="quiet">{[lesson.courseName ?? '', until].filter((part) => part !== '').join(' · ')}</p>
      </div>
      <LinkButton href={`/study/school/${lesson.sessionId}`} tone="go" size="big" icon="play">
        {lesson.joinedAt === null ? words.join : words.goOn}
      </LinkButton>
    </section>
  );
}
