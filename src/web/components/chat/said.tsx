import type { MessageView } from '../../../shared/study-session.ts';
import type { ChatWords } from '../../i18n/en/chat.ts';

export interface SaidProps {
  message: MessageView;
  teacherName: string;
  t: ChatWords;
  /** What may be shown of a reply that is being written: finished blocks, and the text after them. */
  growing?: { blocks: string[]; text: string } | undefined;
  onAskAgain?: ((clientId: string) => void) | undefined;
  /** Where the form of "ask again" goes without JavaScript. */
  action: string;
  /** The item that is open: its question stands on its own sheet and not here. */
  openRevisionId?: number | undefined;
}

/** One message of the transcript. The teacher speaks without a bubble, the pupil in one. */
export function Said({ message, teacherName, t, growing, onAskAgain, action, openRevisionId }: SaidProps) {
  const isPupil = message.from === 'student';
  const isPerson = message.from === 'class manager';
  const mine = isPupil && message.writer === null;
  const who = message.writer ?? (isPerson ? t.lesson.person : teacherName);
  const asked = message.posed && message.posed.revisionId !== openRevisionId ? message.posed : null;
  const look = isPupil ? (mine ? 'me' : 'mate') : isPerson ? 'person' : 'teacher';
  return (
    <article class={`said ${look}`} id={`m${message.id}`}>
      <h3 class={mine ? 'visually-hidden' : 'who'}>
        {mine ? t.you : who}
        {isPerson && <span class="quiet"> · {t.lesson.person}</span>}
      </h3>
      {growing || message.state === 'streaming' ? (
        <Growing
          {...(growing ?? { blocks: message.html === '' ? [] : [message.html], text: '' })}
          {...{ t, teacherName }}
        />
      ) : (
        <Words html={message.html} />
      )}
      {asked && <Asked html={asked.questionHtml} t={t} />}
      {message.state === 'interrupted' && !growing && (
        <form class="broken" method="post" action={action}>
          <span>{t.interrupted}</span>
          {message.retryClientId !== null && (
            <>
              <input type="hidden" name="clientId" value={message.retryClientId} />
              <button
                class="btn soft small"
                type="submit"
                onClick={(event) => {
                  if (!onAskAgain || message.retryClientId === null) return;
                  event.preventDefault();
                  onAskAgain(message.retryClientId);
                }}
              >
                {t.askAgain}
              </button>
            </>
          )}
        </form>
      )}
    </article>
  );
}

/** A question that was asked with a reply, once it is no longer the open one. */
export function Asked({ html, t }: { html: string; t: Pick<ChatWords, 'asked'> }) {
  return (
    <div class="asked">
      <p class="quiet">{t.asked}</p>
      <Words html={html} />
    </div>
  );
}

/** HTML that the server made of markdown; it never holds anything but its own tags. */
export function Words({ html }: { html: string }) {
  return <div class="rich words" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}

function Growing({
  blocks,
  text,
  t,
  teacherName,
}: {
  blocks: string[];
  text: string;
  t: ChatWords;
  teacherName: string;
}) {
  return (
    <div class="growing" aria-busy="true">
      {blocks.map((html, index) => (
        <Words key={index} html={html} />
      ))}
      {text !== '' && (
        <p class="words" dir="auto">
          {text}
        </p>
      )}
      {blocks.length === 0 && text === '' && (
        <p class="dots">
          <span class="visually-hidden">{t.thinking(teacherName)}</span>
          <i />
          <i />
          <i />
        </p>
      )}
    </div>
  );
}
