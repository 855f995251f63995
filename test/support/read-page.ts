import assert from 'node:assert/strict';
import { DomUtils, parseDocument } from 'htmlparser2';
import type { Client } from './client.ts';

type Tree = ReturnType<typeof parseDocument>;
type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

/** A page, or a part of one, as people and screen readers find their way in it: by titles, names and roles. */
export class Reading {
  readonly #tree: Tree | Element;

  constructor(tree: Tree | Element | string) {
    this.#tree = typeof tree === 'string' ? parseDocument(tree) : tree;
  }

  /** All its words, one space between them. */
  get text(): string {
    const texts = DomUtils.find((node) => node.type === 'text', [this.#tree], true, Number.POSITIVE_INFINITY);
    return texts.map(DomUtils.textContent).join(' ').replace(/\s+/g, ' ').trim();
  }

  /** The section that is named by the title with this id; null: there is none. */
  section(titleId: string): Reading | null {
    const found = this.#all((one) => one.attribs['aria-labelledby'] === titleId && one.name === 'section')[0];
    return found === undefined ? null : new Reading(found);
  }

  /** Of an element of the page. */
  within(id: string): Reading {
    const found = this.#all((one) => one.attribs.id === id)[0];
    assert.ok(found, `nothing on the page has the id ${id}`);
    return new Reading(found);
  }

  elements(name: string): Reading[] {
    return this.#all((one) => one.name === name).map((one) => new Reading(one));
  }

  /** Where its links lead. */
  get links(): string[] {
    return this.#all((one) => one.name === 'a').map((one) => one.attribs.href ?? '');
  }

  /** The names of its pictures. */
  get pictures(): string[] {
    return this.#all((one) => one.attribs.role === 'img').flatMap((one) => one.attribs['aria-label'] ?? []);
  }

  /** What its meters stand at, by their names. */
  get meters(): Map<string, number> {
    const meters = this.#all((one) => one.attribs.role === 'meter');
    return new Map(meters.map(({ attribs }) => [attribs['aria-label'] ?? '', Number(attribs['aria-valuenow'])]));
  }

  /** The large numbers: what each is called, and what it is. */
  get figures(): Map<string, string> {
    const groups = this.#all((one) => one.attribs.class === 'stat').map((one) => new Reading(one));
    return new Map(groups.map((one) => [one.#first('dt'), one.#first('dd')]));
  }

  /** The lines of its tables, each by the titles of the columns. */
  get rows(): (Record<string, string> & { links: string[] })[] {
    return this.elements('table').flatMap((table) => {
      const [head, ...body] = table.elements('tr');
      const titles = head?.elements('th').map(({ text }) => text) ?? [];
      return body.map((row) => {
        const cells = row.#all((one) => one.name === 'th' || one.name === 'td').map((one) => new Reading(one).text);
        return Object.assign(Object.fromEntries(titles.map((title, at) => [title, cells[at] ?? ''])), {
          links: row.links,
        });
      });
    });
  }

  /** The bold names in the lists of the blocks that begin with such a title, by the titles. */
  groups(heading: string): Map<string, string[]> {
    const blocks = this.#all((one) => one.children.some((child) => 'name' in child && child.name === heading));
    return new Map(
      blocks.map((block) => {
        const part = new Reading(block);
        const names = part.elements('li').flatMap((line) => line.elements('strong').slice(0, 1));
        return [part.#first(heading), names.map(({ text }) => text)];
      }),
    );
  }

  #first(name: string): string {
    return this.elements(name)[0]?.text ?? '';
  }

  #all(test: (element: Element) => boolean): Element[] {
    return DomUtils.findAll(test, [this.#tree]);
  }
}

/** What a program is told at an address of the API. */
export async function readJson<Body>(client: Client, path: string): Promise<Body> {
  const { status, json, text } = await client.get(`/api/v1${path}`);
  assert.equal(status, 200, `${path}: ${text}`);
  return json as Body;
}

export async function readPage(client: Client, path: string): Promise<Reading> {
  const { status, text } = await client.get(path);
  assert.equal(status, 200, path);
  return new Reading(text);
}
