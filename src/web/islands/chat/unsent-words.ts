/**
 * Words that the server refused go back to where they were written; over a reload they wait in the tab's own storage, by the
 * address of their session: sessions at home and at school may have the same id.
 */

const key = () => `unsent-${location.pathname}`;

function box(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>('#chat textarea[name=content]');
}

/** Puts refused words back into the box. `moved`: the session is in another state by now, so the page is loaded anew. */
export function giveBack(words: string, moved: boolean): void {
  if (words !== '') {
    sessionStorage.setItem(key(), words);
    if (!moved) restore();
  }
  if (moved) location.reload();
}

/** Words that wait for this session, once there is a box to put them in. */
export function restore(): void {
  const words = sessionStorage.getItem(key());
  const target = box();
  if (words === null || target === null) return;
  sessionStorage.removeItem(key());
  target.value = target.value === '' ? words : `${words}\n${target.value}`;
}

/** Keeps what stands in the box of the chat, if there is one, over a reload of its page. */
export function keepUnsent(): void {
  const words = box()?.value ?? '';
  if (words !== '') sessionStorage.setItem(key(), words);
}
