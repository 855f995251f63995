import type { ErrorBody } from '../../../shared/errors.ts';
import type { Messages } from '../../i18n/messages.ts';
import { AnswerField, type ServerAnswer } from './answer-field.ts';
import { Unsent } from './unsent.ts';

interface SaveAnswer {
  now: string;
  endsAt: string;
  answers: ServerAnswer[];
  care: string | null;
}

/** How long the pen rests before what it wrote is saved, in ms. */
const REST = 700;
const LONGEST_PAUSE = 10_000;
const MOST_KEPT_ALIVE = 60_000;

/**
 * The paper on the page. What is written is saved a moment later, and again until the server has answered; meanwhile it is kept on
 * the device, so that a reload without a connection loses nothing. The form stays what it is: without this file it saves too.
 */
export class Paper {
  readonly #form: HTMLFormElement;
  readonly #fields: Map<number, AnswerField>;
  readonly #unsent: Unsent;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  #failed = 0;
  #listen: (left: number) => void = () => {};

  constructor(form: HTMLFormElement, t: Messages['tests']) {
    this.#form = form;
    this.#unsent = new Unsent(form.dataset.sitting ?? '');
    const sheets = [...form.querySelectorAll<HTMLElement>('[data-position]')];
    const fields = sheets.map((sheet) => new AnswerField(sheet, t, () => this.#soon(0)));
    this.#fields = new Map(fields.map((field) => [field.position, field]));
    for (const { position, seq, value } of this.#unsent.all()) this.#fields.get(position)?.restore(seq, value);
    this.#watch();
    if (this.#dirty().length > 0) this.#soon(0);
  }

  /** Told of the time that the server says is left, with every answer of its. */
  onTime(listen: (left: number) => void): void {
    this.#listen = listen;
  }

  /** The time is up: saves what there is, once, and takes no more. */
  async finish(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#saving;
    const last = this.#save(this.#dirty());
    for (const field of this.#form.elements) field.toggleAttribute('disabled', true);
    await last;
    // Where one could not be taken the others were not either.
    await this.#save(this.#dirty());
  }

  #watch(): void {
    this.#form.addEventListener('input', (event) => {
      const field = this.#fieldOf(event.target);
      if (!field) return;
      this.#unsent.keep(field.position, field.seq, field.value);
      field.showUnsaved();
      const typed = event.target instanceof HTMLTextAreaElement || (event.target as HTMLInputElement).type === 'text';
      this.#soon(typed ? REST : 0);
    });
    this.#form.addEventListener('focusout', () => this.#soon(0));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
      void this.#leave(button?.value ?? 'stay');
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#soon(0);
    });
    window.addEventListener('online', () => this.#soon(0));
  }

  /** Goes where a button leads, once everything is saved; without a connection it stays and says so. */
  async #leave(to: string): Promise<void> {
    clearTimeout(this.#timer);
    await this.#saving;
    await this.#save(this.#dirty());
    this.#again();
    if ([...this.#fields.values()].some((field) => field.isUnsaved) || to === 'stay') return;
    const base = `/tests/${this.#form.dataset.sitting}`;
    location.assign(to === 'hand-in' ? `${base}/hand-in` : `${base}?question=${to}`);
  }

  #fieldOf(target: EventTarget | null): AnswerField | undefined {
    const sheet = target instanceof Element ? target.closest<HTMLElement>('[data-position]') : null;
    return sheet ? this.#fields.get(Number(sheet.dataset.position)) : undefined;
  }

  #dirty(): AnswerField[] {
    return [...this.#fields.values()].filter((field) => field.isDirty);
  }

  #soon(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#saving) return;
      const dirty = this.#dirty();
      if (dirty.length > 0) void this.#save(dirty).then(() => this.#again());
    }, milliseconds);
  }

  /** What was written meanwhile, or could not be sent, is saved next. */
  #again(): void {
    if (this.#dirty().length === 0) return;
    this.#soon(this.#failed === 0 ? REST : Math.min(LONGEST_PAUSE, 500 * 2 ** this.#failed) * (0.5 + Math.random()));
  }

  #save(fields: readonly AnswerField[]): Promise<void> {
    if (fields.length === 0) return Promise.resolve();
    const sent = new Map(fields.map((field) => [field.position, field.value]));
    const answers = fields.map((field) => field.write());
    for (const field of fields) field.showSaving();
    this.#saving = this.#send(answers, sent).finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  async #send(answers: ReturnType<AnswerField['write']>[], sent: ReadonlyMap<number, string>): Promise<void> {
    try {
      const body = JSON.stringify({ device: this.#form.dataset.device, answers });
      const response = await fetch(`/api/v1/tests/${this.#form.dataset.sitting}/answers`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body,
        // So that what is under way arrives although the page is closed; browsers take no more than this.
        keepalive: body.length < MOST_KEPT_ALIVE,
      });
      if (response.status >= 500 || response.status === 429) throw new Error(`The server answered ${response.status}.`);
      if (response.status === 400) {
        const { error }: ErrorBody = await response.json();
        this.#refuse(answers, error, sent);
        return;
      }
      // Handed in elsewhere, or the login is over: the page says which.
      if (!response.ok) {
        location.reload();
        return;
      }
      this.#hear(await response.json(), sent);
    } catch {
      this.#failed += 1;
      this.#showConnection(true);
      for (const position of sent.keys()) this.#fields.get(position)?.showUnsaved();
    }
  }

  /** Some answers cannot be taken, so that none was: those are marked, and the others are sent again without them. */
  #refuse(
    answers: readonly { position: number }[],
    error: ErrorBody['error'],
    sent: ReadonlyMap<number, string>,
  ): void {
    const fields = Object.entries(error.details?.fields ?? {});
    const allowed = answers.map((_, index) => fields.find(([name]) => name.startsWith(`answers.${index}.`))?.[1]);
    const unknown = allowed.every((one) => one === undefined);
    for (const [index, { position }] of answers.entries()) {
      const field = this.#fields.get(position);
      if (unknown || allowed[index] !== undefined) {
        field?.refuse(sent.get(position) ?? '', String(allowed[index] ?? error.message));
      } else field?.showUnsaved();
    }
    const { care } = error.details ?? {};
    if (typeof care === 'string') this.#showCare(care);
  }

  #hear(saved: SaveAnswer, sent: ReadonlyMap<number, string>): void {
    this.#failed = 0;
    this.#showConnection(false);
    for (const answer of saved.answers) {
      const given = sent.get(answer.position) ?? null;
      const field = this.#fields.get(answer.position);
      field?.hear(answer, given);
      if (given !== null && field?.value === given) this.#unsent.forget(answer.position);
    }
    this.#listen(Date.parse(saved.endsAt) - Date.parse(saved.now));
    if (saved.care !== null) this.#showCare(saved.care);
  }

  #showConnection(lost: boolean): void {
    const box = document.getElementById('connection');
    if (box) box.hidden = !lost;
  }

  #showCare(words: string): void {
    const box = document.getElementById('care');
    const text = box?.querySelector('p');
    if (!box || !text) return;
    text.textContent = words;
    box.hidden = false;
    box.scrollIntoView({ block: 'center' });
  }
}
