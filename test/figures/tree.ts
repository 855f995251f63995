import { DomUtils, parseDocument } from 'htmlparser2';
import { toInlineHtml } from '../../src/web/rich-text.ts';

export type Tree = ReturnType<typeof parseDocument>;
export type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;
export type Node = Tree['children'][number];

let last = { html: '', tree: parseDocument('') };

/** A page, which is asked for several times in turn, and read once. */
export function treeOf(html: string): Tree {
  if (last.html !== html) last = { html, tree: parseDocument(html) };
  return last.tree;
}

/** What a page says of its own; null: it has no such part. */
export function main(html: string): Element | null {
  return DomUtils.findOne((one) => one.name === 'main', treeOf(html).children, true);
}

export function all(tree: Tree | Element, test: (element: Element) => boolean): Element[] {
  return DomUtils.findAll(test, [tree]);
}

export function first(tree: Element, name: string): Element | undefined {
  return all(tree, (one) => one.name === name)[0];
}

/** Everything that is written there, one space between words, without the marks of direction. */
export function textOf(tree: Tree | Element): string {
  const texts = DomUtils.find((node) => node.type === 'text', [tree], true, Number.POSITIVE_INFINITY);
  const text = texts.map(DomUtils.textContent).join(' ');
  return text
    .replace(/[\u200e\u200f\u2066-\u2069]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What somebody reads where words with formulas are written. */
export const asRead = (rich: string): string => textOf(parseDocument(toInlineHtml(rich)));

/** A cell that holds a number. */
export function isFigureCell({ name, attribs, parent }: Element): boolean {
  if (name !== 'td') return false;
  const table = parent?.parent?.parent;
  const isHeat = table != null && 'attribs' in table && table.attribs.class === 'heat';
  return isHeat || /(^| )(n|heat-\d)( |$)/.test(attribs.class ?? '');
}
