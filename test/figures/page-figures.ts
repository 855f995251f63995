import type { Expected } from './recount.ts';

/** Gathers what has to stand on a page, place by place, in the order of the page: the second of a place is `… (2)`. */
export class PageFigures {
  readonly map = new Map<string, Expected>();
  readonly #seen = new Map<string, number>();

  /** A large number, and what stands below it. */
  stat(label: string, value: Expected, note?: Expected): void {
    this.add(label, value);
    if (note !== undefined) this.add(`${label} · note`, note);
  }

  /** A row of a table, by the titles of its columns. */
  row(caption: string, name: string, cells: Readonly<Record<string, Expected>>): void {
    for (const [title, value] of Object.entries(cells)) this.add([caption, name, title].join(' | '), value);
  }

  /** A sentence or an item of a list; one without a number stands nowhere. */
  line(place: string, said: Expected): void {
    if (typeof said === 'function' || (typeof said === 'string' ? /\d/.test(said) : said.length > 0))
      this.add(place, said);
  }

  /** Answers with the place as it is numbered. */
  add(place: string, value: Expected): string {
    const times = (this.#seen.get(place) ?? 0) + 1;
    this.#seen.set(place, times);
    const own = times === 1 ? place : `${place} (${times})`;
    this.map.set(own, value);
    return own;
  }
}
