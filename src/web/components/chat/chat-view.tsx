import type { TargetedSubmitEvent } from 'preact';
import type { LessonAround, MessageView, SessionView } from '../../../shared/study-session.ts';
import type { ChatWords } from '../../i18n/en/chat.ts';
import { ItemSheet } from './item-sheet.tsx';
import { Said } from './said.tsx';
import { Standing } from './standing.tsx';

/** A message on its way to the server. */
export interface Outgoing {
  clientId: string;
  text: string;
  failed: boolean;
}

/** A reply that is being written. */
export interface GrowingReply {
  id: number | null;
  blocks: string[];
  text: string;
}

export interface ChatProps {
  session: SessionView;
  messages: MessageView[];
  /** Made by the server for the form without JavaScript. */
  clientId: string;
  t: ChatWords;
  outgoing?: Outgoing | null;
  growing?: GrowingReply | null;
  notice?: string | null;
  /** What a screen reader is told, whole replies at a time. */
  announce?: string;
  onSubmit?: (event: TargetedSubmitEvent<HTMLFormElement>) => void;
  onAskAgain?: (clientId: string) => void;
}

/** The talk, the open question, the way to answer, and how the units stand. The same view on the server and in the island. */
export function ChatView(props: ChatProps) {
  const { session, messages, t, outgoing, growing } = props;
  const base = `/study/${session.kind}/${session.id}`;
  const action = `${base}/messages`;
  const teacherName = session.course ? t.teacher(session.teacher.name, session.course.subject) : session.teacher.name;
  // In a group everybody may write while the teacher does: words are kept and answered in their turn.
  const isShared = session.type === 'group' || session.type === 'social';
  const busy = Boolean((isShared ? null : growing) ?? outgoing) || session.status !== 'active';
  const last = messages.at(-1);
  return (
    <div class="session">
      <div class="talk">
        <h2 class="visually-hidden" id="log">
          {t.log}
        </h2>
        <div class="log" role="log" aria-labelledby="log" aria-live="off">
          {messages.map((message) => (
            <Said
              key={message.id}
              {...{ message, teacherName, t, action, onAskAgain: props.onAskAgain }}
              growing={growing && growing.id === message.id ? growing : undefined}
              openRevisionId={session.openItem?.revisionId}
            />
          ))}
          {outgoing && <OutgoingWords outgoing={outgoing} t={t} />}
          {growing && growing.id === null && <Waiting teacherName={teacherName} t={t} />}
        </div>
        <p class="visually-hidden" aria-live="polite">
          {props.announce ?? ''}
        </p>
        {props.notice && (
          <p class="notice warn as-written" role="status">
            {props.notice}
          </p>
        )}
        {session.teacher.heldBackBy && session.status === 'active' && (
          <p class="notice" role="status">
            {t.heldBack[session.teacher.heldBackBy]}
          </p>
        )}
        {session.lesson?.takenOver && session.status === 'active' && (
          <p class="notice person" role="status" dir="auto">
            {t.lesson.answeredBy(session.lesson.answeredBy ?? t.lesson.person)}
          </p>
        )}
        {session.status === 'active' && (
          <form class="answer stack" method="post" action={action} onSubmit={props.onSubmit}>
            <input type="hidden" name="clientId" value={props.clientId} />
            {session.offers.length > 0 && <Offers offers={session.offers} busy={busy} t={t} />}
            {session.openItem && (
              <ItemSheet item={session.openItem} session={session} t={t} busy={busy} isShared={isShared} />
            )}
            <Composer hint={session.type === 'social' ? t.talkHint : t.composeHint} t={t} busy={busy} />
            {!isShared && !session.openItem && last?.from === 'teacher' && <Onward t={t} busy={busy} />}
          </form>
        )}
        {session.status === 'pending' && (
          <Standstill title={t.pending} text={t.pendingMore} action={`${base}/start`} label={t.start} />
        )}
        {session.status === 'paused' &&
          (session.lesson?.pausedBy === 'class manager' ? (
            <PausedForAll lesson={session.lesson} t={t} />
          ) : (
            <Standstill title={t.paused} text={t.pausedMore} action={`${base}/resume`} label={t.resume} />
          ))}
        <p class="quiet small-print">
          {t.adults} {whoAnswers(session, t)}
        </p>
      </div>
      <aside class="stack">
        {isShared && session.lesson && <Together lesson={session.lesson} t={t} />}
        {session.units.length > 0 && <Standing units={session.units} now={session.openItem?.unitName ?? null} t={t} />}
      </aside>
    </div>
  );
}

/** Who is in this talk. */
function Together({ lesson: { name, members, me }, t }: { lesson: LessonAround; t: ChatWords }) {
  return (
    <section class="sheet stack" aria-labelledby="together">
      <h2 id="together">{name === '' ? t.lesson.together : name}</h2>
      <ul class="row wrap">
        {members.map(({ id, firstName }) => (
          <li key={id} class="tag" dir="auto">
            {id === me ? t.lesson.meAmong(firstName) : firstName}
          </li>
        ))}
      </ul>
      <p class="quiet">{t.lesson.togetherMore}</p>
    </section>
  );
}

function OutgoingWords({ outgoing, t }: { outgoing: Outgoing; t: ChatWords }) {
  return (
    <article class={outgoing.failed ? 'said me failed' : 'said me'}>
      <h3 class="visually-hidden">{t.you}</h3>
      <p class="words" dir="auto">
        {outgoing.text}
      </p>
      {outgoing.failed && <p class="quiet">{t.notSent}</p>}
    </article>
  );
}

function Waiting({ teacherName, t }: { teacherName: string; t: ChatWords }) {
  return (
    <article class="said teacher">
      <h3 class="who">{teacherName}</h3>
      <p class="dots">
        <span class="visually-hidden">{t.thinking(teacherName)}</span>
        <i />
        <i />
        <i />
      </p>
    </article>
  );
}

function Offers({ offers, busy, t }: { offers: string[]; busy: boolean; t: ChatWords }) {
  return (
    <fieldset class="offers">
      <legend>{t.didYouMean}</legend>
      {offers.map((offer) => (
        <button key={offer} class="btn" name="wish" value={offer} disabled={busy} type="submit">
          {offer}
        </button>
      ))}
    </fieldset>
  );
}

/** Who speaks as the teacher, and what follows from it. */
function whoAnswers({ type, teacher }: SessionView, t: ChatWords): string {
  if (type === 'social') return t.tutorOfTalk(teacher.name);
  return teacher.tutor === 'model' ? t.tutorModel(teacher.name) : t.tutorEmbedded(teacher.name);
}

function Composer({ hint, t, busy }: { hint: string; t: ChatWords; busy: boolean }) {
  return (
    <div class="compose">
      <label class="visually-hidden" for="your-words">
        {t.compose}
      </label>
      <textarea
        id="your-words"
        name="content"
        rows={1}
        maxLength={4000}
        placeholder={hint}
        dir="auto"
        autocomplete="off"
      />
      <button class="round go" type="submit" aria-label={t.send} disabled={busy}>
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path
            d="M12 19V5M5 12l7-7 7 7"
            fill="none"
            stroke="currentColor"
            stroke-width="2.5"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </svg>
      </button>
    </div>
  );
}

function Onward({ t, busy }: { t: ChatWords; busy: boolean }) {
  return (
    <div class="row">
      <button class="btn soft" name="wish" value={t.next} disabled={busy} type="submit">
        {t.next}
      </button>
      <button class="btn soft" name="wish" value={t.finish} disabled={busy} type="submit">
        {t.finish}
      </button>
    </div>
  );
}

/** What the class manager has paused goes on when they say so. */
function PausedForAll({ lesson: { eyesUp }, t: { lesson: words } }: { lesson: LessonAround; t: ChatWords }) {
  return (
    <section class="sheet stack paused" role="status">
      <h2>{eyesUp ? words.eyesUp : words.pausedForAll}</h2>
      <p>{eyesUp ? words.eyesUpMore : words.pausedForAllMore}</p>
    </section>
  );
}

interface StandstillProps {
  title: string;
  text: string;
  action: string;
  label: string;
}

/** A session that does not go on by itself: why, and the one button that moves it. */
function Standstill({ title, text, action, label }: StandstillProps) {
  return (
    <section class="sheet stack paused">
      <h2>{title}</h2>
      <p>{text}</p>
      <form method="post" action={action}>
        <button class="btn go" type="submit">
          {label}
        </button>
      </form>
    </section>
  );
}
