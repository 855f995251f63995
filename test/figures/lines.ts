import type { Shown } from './shown.ts';
import { all, type Element, first, isFigureCell, main, type Node, textOf } from './tree.ts';

/** What is no line of a page: large numbers and cells are figures of their own, pictures and axes repeat them, forms ask, and authors write what they like. */
const NOT_READ = new Set(['svg', 'select', 'button', 'textarea', 'label', 'legend', 'thead', 'caption', 'script']);
const NO_LINE = /(^| )(stat|field|ticks|places|counts|rich)( |$)/;
const LINES = new Set(['p', 'li', 'dd', 'h1', 'h2', 'h3', 'summary', 'figcaption', 'td', 'a']);
const PLACES = new Set(['section', 'article', 'li']);

/** The words of a page that stand outside its large numbers and figures: sentences, items of lists, cells of words. */
export function linesOn(html: string): Shown[] {
  const tree = main(html);
  if (!tree) return [];
  const texts = new Map<Element, string[]>();
  const read = (node: Node, line: Element): void => {
    if (node.type === 'text') texts.set(line, [...(texts.get(line) ?? []), node.data]);
    if (!('children' in node)) return;
    const isElement = 'attribs' in node;
    if (isElement && !isRead(node)) return;
    const own = isElement && isLine(node, line) ? node : line;
    for (const child of node.children) read(child as Node, own);
  };
  for (const child of tree.children) read(child as Node, tree);
  const lines = [...texts].map(([line, words]) => ({ place: placeOf(line), text: plain(words.join(' ')) }));
  const beads = all(tree, ({ attribs }) => attribs.class === 'beads').map((one) => {
    const [text, part] = [one.attribs['aria-label'] ?? '', placeOf(one)];
    return { place: [part, 'beads'].filter((name) => name !== '').join(' · '), text };
  });
  return [...lines, ...beads];
}

/** What a page draws: the words of each picture, and everything that is written where it stands. */
export function picturesOn(html: string): { picture: string; beside: string }[] {
  const tree = main(html);
  if (!tree) return [];
  const pictures = all(tree, ({ name, attribs }) => name === 'svg' && attribs.role === 'img');
  return pictures.map((one) => {
    const place = above(one, (parent) => parent.name === 'section' || parent.name === 'article') ?? tree;
    const written = all(place, ({ name, attribs }) => name !== 'svg' && attribs.class !== 'ticks');
    const own = written.flatMap(({ children }) =>
      children.flatMap((node) => (node.type === 'text' ? [node.data] : [])),
    );
    return { picture: `${one.attribs['aria-label'] ?? ''} ${textOf(one)}`, beside: plain(own.join(' ')) };
  });
}

/** A link is one by itself, but in an item of a list or a cell, which it names. */
const isLine = (element: Element, within: Element): boolean =>
  LINES.has(element.name) && !(element.name === 'a' && LINES.has(within.name) && within.name !== 'p');

function isRead(element: Element): boolean {
  const isName = element.name === 'th' || isFigureCell(element);
  return !isName && !NOT_READ.has(element.name) && !NO_LINE.test(element.attribs.class ?? '') && !isHidden(element);
}

const isHidden = ({ attribs }: Element): boolean => attribs['aria-hidden'] === 'true';

/** The title of the part of the page, and what names the line in it: `title | name`; of a cell `caption | row | column`. */
function placeOf(line: Element): string {
  if (line.name === 'td') {
    const row = above(line, ({ name }) => name === 'tr') ?? line;
    const table = above(line, ({ name }) => name === 'table') ?? line;
    const at = all(row, ({ name }) => name === 'td' || name === 'th').indexOf(line);
    const column = all(table, ({ name }) => name === 'th')[at];
    const name = first(row, 'th');
    return [first(table, 'caption'), name, column].map((one) => (one ? textOf(one) : '')).join(' | ');
  }
  const part = above(line, ({ name }) => PLACES.has(name));
  const title = titleOf(part?.name === 'li' ? above(part, ({ name }) => name === 'section') : part);
  const item = line.name === 'li' ? line : part?.name === 'li' ? part : null;
  const name =
    item &&
    all(item, (one) => ['a', 'strong', 'bdi'].includes(one.name))
      .map(textOf)
      .find(isName);
  return [title, name ?? ''].filter((one) => one !== '').join(' | ') || 'page';
}

const isName = (text: string): boolean => /\p{L}{2}/u.test(text);

function titleOf(part: Element | null): string {
  if (!part) return '';
  const heading = all(part, ({ name }) => name === 'h2' || name === 'h3')[0];
  return heading ? textOf(heading) : (part.attribs['aria-label'] ?? '');
}

function above(element: Element, fits: (parent: Element) => boolean): Element | null {
  let found = element.parent;
  while (found && !('attribs' in found && fits(found))) found = found.parent;
  return found && 'attribs' in found ? found : null;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
