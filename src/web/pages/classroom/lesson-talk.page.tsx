import type { LessonTranscript } from '../../../services/lessons/lesson-transcript.service.ts';
import { LinkButton } from '../../components/button.tsx';
import { Layout } from '../../components/layout.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Conversation } from '../../components/report/transcript.tsx';
import { Tag } from '../../components/tag.tsx';
import { usePage } from '../../page-context.ts';

/** What is said in one session of a lesson, read while it is said. */
export function LessonTalkPage({ talk }: { talk: LessonTranscript }) {
  const words = usePage().t.classroom;
  const wall = `/classroom/lessons/${talk.lesson.id}`;
  const address = `${wall}/sessions/${talk.sessionId}`;
  return (
    <Layout title={words.sessionTitle(talk.title)} wide>
      <div class="stack loose">
        <PageHead
          title={words.sessionTitle(talk.title)}
          back={{ href: wall, text: words.toWall }}
          lead={words.sessionLead}
          tags={<Tag tone="info">{talk.takenOver ? words.takenOver : words.status[talk.status]}</Tag>}
          actions={<LinkButton href={`${address}#end`}>{words.reload}</LinkButton>}
        />
        <div class="session">
          <section class="sheet" aria-labelledby="talk">
            <h2 id="talk" class="visually-hidden">
              {words.talk}
            </h2>
            <Conversation messages={talk.messages} pupil={talk.title} />
            <span id="end" />
          </section>
          {/* What steers the talk stands here: notes to its teacher, a message to its pupils, taking it over. */}
          <aside class="stack">
            <ul class="lines">
              {talk.pupils.map(({ id, name }) => (
                <li key={id}>
                  <a href={`/class/students/${id}`} dir="auto">
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </aside>
        </div>
      </div>
    </Layout>
  );
}
