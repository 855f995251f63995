import type { LivePlace } from '../../services/lessons/lesson-places.service.ts';
import type { MessageView, SessionView } from '../../shared/study-session.ts';
import { ActionButton, Button, LinkButton } from '../components/button.tsx';
import { ChatView } from '../components/chat/chat-view.tsx';
import { Layout } from '../components/layout.tsx';
import { LessonPlace } from '../components/lesson-place.tsx';
import { usePage } from '../page-context.ts';

export interface StudySessionPageProps {
  session: SessionView;
  messages: MessageView[];
  /** For the form, should the island not wake up. */
  clientId: string;
  /** The lesson that runs for the pupil, on the page of one. */
  place?: LivePlace | null | undefined;
}

const CHAT = 'src/web/islands/chat.entry.tsx';
const LESSON_PLACE = 'src/web/islands/lesson-place.entry.ts';

/** The chat: rendered whole on the server, alive as an island. */
export function StudySessionPage({ session, messages, clientId, place }: StudySessionPageProps) {
  const { t, format } = usePage();
  const words = t.chat;
  const base = `/study/${session.kind}/${session.id}`;
  const { lesson } = session;
  // One of several neither pauses the talk nor ends it.
  const isShared = session.type === 'group' || session.type === 'social';
  const length = lesson?.endsAt
    ? words.lesson.until(format.time(Date.parse(lesson.endsAt)))
    : words.minutes(session.plannedMinutes);
  const title =
    session.units.map((unit) => unit.name).join(', ') ||
    (session.course?.name ?? lesson?.topic ?? words.types[session.type]);
  return (
    <Layout title={title} islands={session.lesson ? [CHAT, LESSON_PLACE] : [CHAT]} wide>
      {place !== undefined && <LessonPlace place={place} />}
      <header class="session-bar row">
        <div>
          <h1>{title}</h1>
          <p class="quiet">
            {[session.course?.name, lesson?.name, words.types[session.type], length].filter(Boolean).join(' · ')}
          </p>
        </div>
        <div class="row push">
          {session.status === 'active' && !isShared && (
            <ActionButton action={`${base}/pause`}>{words.pause}</ActionButton>
          )}
          {lesson && session.status !== 'pending' && <Hand base={base} up={lesson.handRaisedAt !== null} />}
          {!isShared && <LinkButton href={`${base}/end`}>{lesson ? words.lesson.done : words.end}</LinkButton>}
        </div>
      </header>
      <div id="chat" data-props={JSON.stringify({ session, messages, clientId })}>
        <ChatView session={session} messages={messages} clientId={clientId} t={words} />
      </div>
    </Layout>
  );
}

/** The pupil's hand, for the class manager. */
function Hand({ base, up }: { base: string; up: boolean }) {
  const words = usePage().t.chat.lesson;
  return (
    <form method="post" action={`${base}/hand`}>
      <Button tone={up ? 'go' : 'soft'} name="up" value={up ? 'no' : 'yes'}>
        {up ? words.lowerHand : words.raiseHand}
      </Button>
    </form>
  );
}
