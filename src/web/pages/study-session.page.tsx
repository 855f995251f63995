import type { MessageView, SessionView } from '../../shared/study-session.ts';
import { ActionButton, LinkButton } from '../components/button.tsx';
import { ChatView } from '../components/chat/chat-view.tsx';
import { Layout } from '../components/layout.tsx';
import { usePage } from '../page-context.ts';

export interface StudySessionPageProps {
  session: SessionView;
  messages: MessageView[];
  /** For the form, should the island not wake up. */
  clientId: string;
}

/** The chat: rendered whole on the server, alive as an island. */
export function StudySessionPage({ session, messages, clientId }: StudySessionPageProps) {
  const { t } = usePage();
  const words = t.chat;
  const base = `/study/${session.kind}/${session.id}`;
  const title = session.units.map((unit) => unit.name).join(', ') || session.course.name;
  return (
    <Layout title={title} islands={['src/web/islands/chat.entry.tsx']} wide>
      <header class="session-bar row">
        <div>
          <h1>{title}</h1>
          <p class="quiet">
            {[session.course.name, words.types[session.type], words.minutes(session.plannedMinutes)].join(' · ')}
          </p>
        </div>
        <div class="row push">
          {session.status === 'active' && <ActionButton action={`${base}/pause`}>{words.pause}</ActionButton>}
          <LinkButton href={`${base}/end`}>{words.end}</LinkButton>
        </div>
      </header>
      <div id="chat" data-props={JSON.stringify({ session, messages, clientId })}>
        <ChatView session={session} messages={messages} clientId={clientId} t={words} />
      </div>
    </Layout>
  );
}
