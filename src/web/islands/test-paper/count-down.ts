import type { Messages } from '../../i18n/messages.ts';

const MINUTE = 60_000;
/** Said aloud when so many minutes are left. */
const SAID = [15, 5, 1];

interface CountDownHooks {
  atEnd: () => void;
  /** Tells of the time that the server says is left, in ms: more was granted, or the device slept. */
  onMore: (listen: (left: number) => void) => void;
}

/**
 * Shows the time that is left, by the server's count: the device's own clock may be wrong, so only its passing is used. A device
 * that slept sees at once how late it is.
 */
export function countDown(left: number, t: Messages['tests'], hooks: CountDownHooks): void {
  const shown = document.getElementById('time-left');
  const said = document.getElementById('time-said');
  let end = Date.now() + left;
  let ended = false;
  let spoken = Math.ceil(left / MINUTE);
  const tick = () => {
    const rest = Math.max(0, end - Date.now());
    if (shown) shown.textContent = t.left(inWords(rest));
    shown?.parentElement?.classList.toggle('short', rest < 5 * MINUTE);
    const minutes = Math.ceil(rest / MINUTE);
    if (said && minutes < spoken && SAID.includes(minutes)) said.textContent = t.leftSaid(minutes);
    spoken = minutes;
    if (rest > 0 || ended) return;
    ended = true;
    if (said) said.textContent = t.timeUp;
    if (shown) shown.textContent = t.timeUp;
    hooks.atEnd();
  };
  hooks.onMore((now) => {
    // A few seconds are the way there and back, and no news.
    if (Math.abs(Date.now() + now - end) > 3000) end = Date.now() + now;
  });
  setInterval(tick, 1000);
  document.addEventListener('visibilitychange', tick);
  tick();
}

/** "1:02:05", "4:05". */
function inWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
