import type { GivenOutcomeView } from '../../shared/given-scores.ts';
import { afterLesson as english } from '../i18n/en/after-lesson.ts';
import { afterLesson as hebrew } from '../i18n/he/after-lesson.ts';

/** Scores after a lesson: keys go from pupil to pupil, and each score is saved when one leaves its field. The button does the rest. */
const t = document.documentElement.lang === 'he' ? hebrew : english;
const form = document.getElementById('score-form');
/** Saves follow one another, so that none overtakes the one before it. */
let line: Promise<void> = Promise.resolve();

if (form instanceof HTMLFormElement) {
  document.getElementById('saves-as-you-go')?.removeAttribute('hidden');
  form.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLInputElement) move(event, event.target);
  });
  form.addEventListener('change', ({ target }) => {
    const place = target instanceof HTMLInputElement ? target.closest<HTMLElement>('.score-field') : null;
    if (place) line = line.then(() => save(place));
  });
}

/** Enter and the arrows go along the column; nothing is sent by Enter. */
function move(event: KeyboardEvent, field: HTMLInputElement): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.isComposing) return;
  event.preventDefault();
  const kind = field.closest<HTMLElement>('.score-field')?.dataset.kind;
  const same = field.classList.contains('mark') ? '.mark' : '.fold[open] input';
  const column = [...document.querySelectorAll<HTMLInputElement>(`.score-field[data-kind="${kind}"] ${same}`)];
  const next = column[column.indexOf(field) + step];
  next?.focus();
  next?.select();
}

interface Fields {
  score: HTMLInputElement;
  words: HTMLInputElement;
  was: HTMLInputElement;
  seen: HTMLInputElement;
}

function fieldsIn(place: HTMLElement): Fields | null {
  const [was, seen, score, words] = place.querySelectorAll('input');
  return was && seen && score && words ? { was, seen, score, words } : null;
}

/** Sends what stands in the field, if it is not what the server has. */
async function save(place: HTMLElement): Promise<void> {
  const fields = fieldsIn(place);
  if (!fields) return;
  const { score, words, was, seen } = fields;
  const typed = { score: score.value.trim(), words: words.value.trim() };
  if (JSON.stringify([typed.score, typed.words]) === was.value) return say(place, score, '', false);
  if (!/^(|[1-9]|10)$/.test(typed.score) || (typed.score === '' && typed.words !== '')) {
    return say(place, score, t.refused['no score'], true);
  }
  say(place, score, t.saving, false);
  try {
    const outcome = await send(place, typed, seen.value);
    const [saved] = outcome.saved;
    const [refused] = outcome.refused;
    if (saved) {
      was.value = JSON.stringify([saved.score === null ? '' : String(saved.score), saved.words]);
      seen.value = String(saved.lastChange ?? '');
      const summary = place.querySelector('summary bdi');
      if (summary) summary.textContent = saved.words === '' ? t.words : saved.words;
      if (score.value.trim() === typed.score) say(place, score, t.savedHere, false);
    } else if (refused) {
      // Whoever saves again has seen what stands there.
      seen.value = String(refused.lastChange ?? '');
      const now = refused.score === null ? t.nowNone : t.nowIs(t.score(String(refused.score)));
      say(place, score, refused.why === 'changed' ? `${t.refused.changed} ${now}` : t.refused[refused.why], true);
    }
  } catch {
    say(place, score, t.unsaved, true);
  }
}

async function send(
  { dataset }: HTMLElement,
  { score, words }: { score: string; words: string },
  seen: string,
): Promise<GivenOutcomeView> {
  const one = {
    sessionId: Number(dataset.session),
    studentId: Number(dataset.student),
    kind: dataset.kind,
    score: score === '' ? null : Number(score),
    words,
    seen: seen === '' ? null : Number(seen),
  };
  const response = await fetch('/api/v1/evaluations', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ evaluations: [one] }),
  });
  if (!response.ok) throw new Error(`Saving was answered with ${response.status}.`);
  return response.json();
}

function say(place: HTMLElement, score: HTMLInputElement, text: string, wrong: boolean): void {
  const said = place.querySelector('.said');
  if (said) said.textContent = text;
  said?.classList.toggle('problem', wrong);
  if (wrong) score.setAttribute('aria-invalid', 'true');
  else score.removeAttribute('aria-invalid');
}
