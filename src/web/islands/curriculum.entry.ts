/** Keeps the preview of a question in step with what is being written, and tries its key without leaving the page. */
const AFTER_A_PAUSE = 400;

const form = document.querySelector<HTMLFormElement>('form.editor');
let last: AbortController | undefined;
let pause: ReturnType<typeof setTimeout> | undefined;

function fieldsOf(from: HTMLFormElement): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of new FormData(from)) {
    if (typeof value !== 'string') continue;
    const values = fields[name] ?? [];
    values.push(value);
    fields[name] = values;
  }
  return fields;
}

/** Asks for the preview of what stands in the form now; an older question is not waited for. */
async function look(): Promise<void> {
  if (!form) return;
  last?.abort();
  const asking = new AbortController();
  last = asking;
  const response = await fetch('/api/v1/curriculum/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ fields: fieldsOf(form) }),
    signal: asking.signal,
  });
  if (!response.ok) return;
  const { html, trials }: { html: string; trials: string[] } = await response.json();
  const preview = document.getElementById('preview');
  if (preview) preview.innerHTML = html;
  for (const [index, verdict] of trials.entries()) {
    const output = document.getElementById(`try-${index}`);
    if (output && output.innerHTML !== verdict) output.innerHTML = verdict;
  }
}

/** Without an answer the page stays as it is: the buttons still work. */
const lookQuietly = () => void look().catch(() => {});

form?.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(lookQuietly, AFTER_A_PAUSE);
});

form?.addEventListener('submit', (event) => {
  const { submitter } = event;
  if (!(submitter instanceof HTMLButtonElement) || submitter.name !== 'do') return;
  if (submitter.value !== 'preview' && !submitter.value.startsWith('try:')) return;
  event.preventDefault();
  clearTimeout(pause);
  lookQuietly();
});
