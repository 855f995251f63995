/**
 * Shows a part of the page as the server has it now: `data-fresh` names it here and there. What somebody is writing in stays as it is, and so
 * does what has the focus, as long as what it is about stands where it stood (`data-keep`); nothing happens where the page cannot be had.
 */
export async function freshen(part: HTMLElement): Promise<void> {
  const name = part.dataset.fresh;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector(`[data-fresh="${name}"]`);
  if (!fresh) return;
  for (const busy of part.querySelectorAll<HTMLElement>('[data-keep]')) {
    const other = fresh.querySelector<HTMLElement>(`#${CSS.escape(busy.id)}`);
    if (other && other.dataset.keep === busy.dataset.keep && isBusy(busy)) other.replaceWith(busy);
  }
  part.replaceChildren(...fresh.childNodes);
}

/** Somebody writes in it, or stands in it. */
function isBusy(element: HTMLElement): boolean {
  if (element.contains(document.activeElement)) return true;
  const fields = element.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input');
  return [...fields].some((field) =>
    field.type === 'checkbox'
      ? (field as HTMLInputElement).checked !== (field as HTMLInputElement).defaultChecked
      : field.value !== field.defaultValue,
  );
}
