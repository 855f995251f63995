/** Words that the server refused go back to where they were written; over a reload they wait in the tab's own storage. */

const keyOf = (sessionId: number) => `unsent-${sessionId}`;

function box(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>('#chat textarea[name=content]');
}

/** Puts refused words back into the box. `moved`: the session is in another state by now, so the page is loaded anew. */
export function giveBack(sessionId: number, words: string, moved: boolean): void {
  if (words !== '') {
    sessionStorage.setItem(keyOf(sessionId), words);
    if (!moved) restore(sessionId);
  }
  if (moved) location.reload();
}

/** Words that wait for this session, once there is a box to put them in. */
export function restore(sessionId: number): void {
  const words = sessionStorage.getItem(keyOf(sessionId));
  const target = box();
  if (words === null || target === null) return;
  sessionStorage.removeItem(keyOf(sessionId));
  target.value = target.value === '' ? words : `${words}\n${target.value}`;
}
