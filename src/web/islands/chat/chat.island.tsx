import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { MessageView, SessionView } from '../../../shared/study-session.ts';
import { ChatView } from '../../components/chat/chat-view.tsx';
import type { ChatWords } from '../../i18n/en/chat.ts';
import { useCatchUp } from './catch-up.ts';
import { ChatLink } from './chat-link.ts';
import { reduce } from './chat-state.ts';
import { useEarlyPress } from './early-press.ts';
import { randomId } from './random-id.ts';
import { giveBack, restore } from './unsent-words.ts';

export interface ChatIslandProps {
  session: SessionView;
  messages: MessageView[];
  clientId: string;
}

/** The chat, alive: sends without loading the page anew, shows replies as they grow, and outlives a lost connection. */
export function ChatIsland({ t, ...props }: ChatIslandProps & { t: ChatWords }) {
  const [state, tell] = useReducer(reduce, {
    session: props.session,
    messages: props.messages,
    outgoing: null,
    growing: null,
    notice: null,
    announce: '',
  });
  const link = useRef<ChatLink>(null);
  link.current ??= new ChatLink(props.session, tell);
  /** Whether anything was said from here: a second press beside one's own words is none. */
  const hasSpoken = useRef(false);

  const isShared = props.session.type === 'group' || props.session.type === 'social';
  const catchUp = useCatchUp(props.session, state.messages, link.current, tell);

  useEffect(() => {
    restore();
    const last = props.messages.at(-1);
    const writing = props.session.status === 'active' && (!last || last.state === 'streaming');
    if (isShared) catchUp.now();
    else if (writing) catchUp.after(link.current?.follow(last ? last.id - 1 : 0));
  }, []);

  useEffect(showNewest, [
    state.messages.length,
    state.outgoing,
    state.growing?.blocks.length,
    state.session.openItem?.revisionId,
  ]);

  const say = (said: SaidWords) => {
    hasSpoken.current = true;
    const clientId = randomId();
    tell({ type: 'sending', outgoing: { clientId, text: said.shown, failed: false }, again: false, waits: !isShared });
    const words = { clientId, content: said.content, ...(said.choiceId ? { choiceId: said.choiceId } : {}) };
    const sent = link.current?.send(words).then((refusal) => {
      if (refusal) giveBack(said.typed, refusal.code === 'invalid-session-state');
    });
    if (!isShared) catchUp.after(sent);
  };
  const sayLater = useEarlyPress(state.growing !== null || state.outgoing !== null, say);
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const said = whatWasSaid(event.currentTarget, event.submitter);
    if (said === null || state.outgoing) return;
    if (!isShared && state.growing) {
      if (!hasSpoken.current && said.typed === '') sayLater(said);
      return;
    }
    event.currentTarget.reset();
    say(said);
  };
  const askAgain = (clientId: string) => {
    tell({ type: 'sending', outgoing: { clientId, text: '', failed: false }, again: true, waits: true });
    catchUp.after(link.current?.send({ clientId, content: '' }));
  };
  return (
    <ChatView
      {...{ t, session: state.session, messages: state.messages, clientId: props.clientId }}
      {...{ outgoing: state.outgoing, growing: state.growing, announce: state.announce }}
      notice={noticeWords(state.notice, t)}
      onSubmit={submit}
      onAskAgain={askAgain}
    />
  );
}

/** The box to write in comes to the lower edge: above it stand the open question and the newest words. */
function showNewest(): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const box = document.querySelector('#chat .compose');
  box?.scrollIntoView({ block: 'end', behavior: calm ? 'auto' : 'smooth' });
}

function noticeWords(notice: string | null, t: ChatWords): string | null {
  if (notice === 'lost') return t.lost;
  if (notice === 'back') return t.back;
  return notice;
}

interface SaidWords {
  content: string;
  choiceId?: string;
  /** As the pupil sees it in the transcript. */
  shown: string;
  /** What they wrote themselves. */
  typed: string;
}

/** What the form says: a choice, a wish by button, boxes that were ticked, or words. */
function whatWasSaid(form: HTMLFormElement, submitter: HTMLElement | null): SaidWords | null {
  const data = new FormData(form);
  const button = submitter instanceof HTMLButtonElement ? submitter : null;
  if (button?.name === 'choiceId') {
    const text = button.querySelector('.words')?.textContent?.trim() ?? '';
    return { content: '', choiceId: button.value, shown: `${button.value.toUpperCase()}  ${text}`.trim(), typed: '' };
  }
  if (button?.name === 'wish') return { content: button.value, shown: button.value, typed: '' };
  const words = String(data.get('content') ?? '').trim();
  const picked = data.getAll('picked').map(String);
  const content = words === '' ? picked.join(', ') : words;
  return content === '' ? null : { content, shown: content, typed: words };
}
