import { hydrate } from 'preact';
import { chat as english } from '../i18n/en/chat.ts';
import { chat as hebrew } from '../i18n/he/chat.ts';
import { ChatIsland, type ChatIslandProps } from './chat/chat.island.tsx';

const root = document.getElementById('chat');
if (root?.dataset.props) {
  const props: ChatIslandProps = JSON.parse(root.dataset.props);
  hydrate(<ChatIsland {...props} t={document.documentElement.lang === 'he' ? hebrew : english} />, root);
}

/** Enter sends, Shift+Enter makes a new line. */
document.addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !(target instanceof HTMLTextAreaElement)) return;
  if (target.form === null) return;
  event.preventDefault();
  target.form.requestSubmit(target.form.querySelector<HTMLButtonElement>('button.round.go') ?? undefined);
});
