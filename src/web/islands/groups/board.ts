import type { Messages } from '../../i18n/messages.ts';

/** The columns of the groups. The field of each pupil says where they are, and is what the form sends. */
export class GroupBoard {
  readonly #root: HTMLElement;
  readonly #words: Messages['classroom']['fields'];

  constructor(root: HTMLElement, { fields }: Messages['classroom']) {
    this.#root = root;
    this.#words = fields;
    root.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLSelectElement)) return;
      const member = target.closest<HTMLElement>('.member');
      const column = root.querySelector<HTMLElement>(`[data-group="${target.value}"]`);
      if (member && column) this.move(member, column);
      // Who moved it by key goes on from there.
      target.focus();
    });
    // A browser that goes back keeps what was chosen, not where it stood.
    for (const select of root.querySelectorAll('select')) {
      const column = root.querySelector<HTMLElement>(`[data-group="${select.value}"]`);
      const member = select.closest<HTMLElement>('.member');
      if (member && column && !column.contains(member)) this.move(member, column);
    }
  }

  /** Puts a pupil into a group, and says so. */
  move(member: HTMLElement, column: HTMLElement): void {
    const from = member.closest<HTMLElement>('[data-group]');
    const select = member.querySelector('select');
    if (!select || from === column) return;
    column.querySelector('ul')?.append(member);
    select.value = column.dataset.group ?? '';
    if (from) this.#count(from);
    const size = this.#count(column);
    this.#keepOneEmpty();
    const said = document.getElementById('moved');
    const name = member.querySelector('label')?.textContent ?? '';
    if (said) said.textContent = this.#words.moved(name, column.querySelector('h3')?.textContent ?? '', size);
  }

  #count(column: HTMLElement): number {
    const size = column.querySelectorAll('.member').length;
    const shown = column.querySelector('[data-count]');
    if (shown) shown.textContent = this.#words.groupSize(size);
    return size;
  }

  /** Where every group has somebody, one more can be made. */
  #keepOneEmpty(): void {
    const groups = [...this.#root.querySelectorAll<HTMLElement>('[data-group]:not([data-group="-1"])')];
    const last = groups.at(-1);
    if (!last || groups.some((column) => column.querySelector('.member') === null)) return;
    const group = groups.length;
    const name = this.#words.group(group + 1);
    const column = last.cloneNode(true) as HTMLElement;
    column.dataset.group = String(group);
    column.querySelector('ul')?.replaceChildren();
    const head = column.querySelector('h3');
    if (head) {
      head.id = `column-${group}`;
      head.textContent = name;
      column.setAttribute('aria-labelledby', head.id);
    }
    last.after(column);
    this.#count(column);
    for (const select of this.#root.querySelectorAll('select')) select.add(new Option(name, String(group)), group);
  }
}
