import type { Messages } from '../../i18n/messages.ts';

type Written = HTMLInputElement | HTMLTextAreaElement;

/** How the server says that an answer stands. */
export interface ServerAnswer {
  position: number;
  outcome: 'taken' | 'there already' | 'changed elsewhere' | null;
  answer: string;
  seq: number;
  savedAt: string | null;
}

/** One question of the paper on the page: its controls, and how far what they say is saved. */
export class AnswerField {
  readonly position: number;
  readonly #sheet: HTMLElement;
  readonly #t: Messages['tests'];
  /** The highest sequence that this page has seen or made. */
  #seq: number;
  /** What the server has, as far as this page knows. */
  #known: string;
  /** What stands on the server where another device wrote meanwhile; null: nothing to decide. */
  #theirs: string | null = null;
  /** What the server could not take; it is not sent again as it is. */
  #refused: string | null = null;

  constructor(sheet: HTMLElement, t: Messages['tests'], onDecided: () => void) {
    this.#sheet = sheet;
    this.#t = t;
    this.position = Number(sheet.dataset.position);
    this.#seq = Number(this.#hidden('seq')?.value ?? 0);
    // A page that came back unsaved shows what was written, and says what the server has. Elsewhere that is what the page came
    // with, and not what stands here now: a quick pen writes before this file is there.
    this.#known = sheet.dataset.known ?? this.#sentValue;
    sheet.querySelector('.conflict')?.addEventListener('click', (event) => {
      const choice = event.target instanceof HTMLElement ? event.target.dataset.keep : undefined;
      if (choice !== undefined) this.#decide(choice === 'mine', onDecided);
    });
  }

  get seq(): number {
    return this.#seq;
  }

  /** Puts back what was written here and never acknowledged; where another device has written since, that is asked about. */
  restore(seq: number, value: string): void {
    if (value === this.#known) return;
    this.value = value;
    if (seq < this.#seq) this.#ask(this.#known);
  }

  /** Whether the page says something that the server does not have, and nothing has to be decided first. */
  get isUnsaved(): boolean {
    return this.#theirs === null && this.value !== this.#known;
  }

  /** Whether that can be sent. */
  get isDirty(): boolean {
    return this.isUnsaved && this.value !== this.#refused;
  }

  /** The answer as the server keeps it: ids of choices, or words without what stands around them. */
  get value(): string {
    return this.#read(
      (choice) => choice.checked,
      (written) => written.value,
    );
  }

  set value(answer: string) {
    const ids = answer.split(',');
    for (const input of this.#choices) input.checked = ids.includes(input.value);
    if (this.#written) this.#written.value = answer;
  }

  /** A write of what stands here now, one further in the sequence. */
  write(): { position: number; seq: number; values: string[] } {
    this.#seq += 1;
    return { position: this.position, seq: this.#seq, values: [this.value] };
  }

  /** What the server answered to a save that sent `sent`, or null where it did not name this question. */
  hear(answer: ServerAnswer, sent: string | null): void {
    if (answer.outcome === 'changed elsewhere') {
      this.#seq = Math.max(this.#seq, answer.seq);
      this.#ask(answer.answer);
      return;
    }
    const news = sent === null && answer.seq > this.#seq;
    if (news && this.value === this.#known) {
      this.value = answer.answer;
      this.#say(this.#t.changedThere, false);
    }
    if (sent !== null || news) this.#known = answer.answer;
    this.#seq = Math.max(this.#seq, answer.seq);
    this.#hiddenSet('seq', String(this.#seq));
    if (sent !== null && this.value === sent) this.#say(this.#t.savedAt(timeOf(answer.savedAt)), true);
    this.#mark();
  }

  /** The server could not take `sent`, and said what it takes. */
  refuse(sent: string, allowed: string): void {
    this.#refused = sent;
    this.#say(this.#t.notTaken(allowed), false);
  }

  showSaving(): void {
    this.#say(this.#t.saving, false);
  }

  showUnsaved(): void {
    this.#say(this.#t.notSaved, false);
  }

  #ask(theirs: string): void {
    const box = this.#sheet.querySelector<HTMLElement>('.conflict');
    const words = box?.querySelector('p');
    if (!box || !words) return;
    this.#theirs = theirs;
    words.textContent = this.#t.elsewhere(theirs === '' ? this.#t.elsewhereNothing : theirs);
    box.hidden = false;
  }

  #decide(mine: boolean, onDecided: () => void): void {
    const box = this.#sheet.querySelector<HTMLElement>('.conflict');
    this.#known = this.#theirs ?? this.#known;
    if (!mine) this.value = this.#known;
    this.#theirs = null;
    if (box) box.hidden = true;
    onDecided();
  }

  #mark(): void {
    const link = document.querySelector(`[data-jump="${this.position}"]`);
    const answered = this.#known !== '';
    link?.classList.toggle('answered', answered);
    const state = link?.querySelector('[data-state]');
    if (state) state.textContent = ` ${answered ? this.#t.jumpAnswered : this.#t.jumpOpen}`;
  }

  #say(text: string, saved: boolean): void {
    const line = this.#sheet.querySelector('.saved');
    if (!line) return;
    line.textContent = text;
    line.toggleAttribute('data-saved', saved);
  }

  /** The answer that the page was sent with, whatever has been written since. */
  get #sentValue(): string {
    return this.#read(
      (choice) => choice.defaultChecked,
      (written) => written.defaultValue,
    );
  }

  #read(chosen: (choice: HTMLInputElement) => boolean, text: (field: Written) => string): string {
    const choices = this.#choices;
    if (choices.length > 0)
      return choices
        .filter(chosen)
        .map(({ value }) => value)
        .join(',');
    const written = this.#written;
    return written ? text(written).replaceAll('\r\n', '\n').trim() : '';
  }

  get #choices(): HTMLInputElement[] {
    return [...this.#sheet.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')];
  }

  get #written(): Written | null {
    return this.#sheet.querySelector('input[type=text], textarea');
  }

  #hidden(name: string): HTMLInputElement | null {
    return this.#sheet.querySelector(`input[name="${name}-${this.position}"]`);
  }

  #hiddenSet(name: string, value: string): void {
    const input = this.#hidden(name);
    if (input) input.value = value;
  }
}

function timeOf(iso: string | null): string {
  const at = iso === null ? new Date() : new Date(iso);
  return at.toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}
