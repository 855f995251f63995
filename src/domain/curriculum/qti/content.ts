import { asFormula } from '../../markup/markdown-text.ts';
import {
  attribute,
  childrenOf,
  isElement,
  type MarkupElement,
  type MarkupNode,
  textOf,
  wordsOf,
} from '../../markup/markup.ts';
import { parseHtml } from '../../markup/parse-html.ts';
import { asBlock, type Replace, toMarkdown, UnreadFormula } from '../../markup/to-markdown.ts';
import { ItemRefused, type Picture } from './item.ts';

/** What an item's texts bring with them while they are read. */
export interface ContentContext {
  pictures: Picture[];
  notes: string[];
  /** Another text of the package that an item shows; undefined when there is none. */
  document: (href: string) => string | undefined;
}

const LONGEST = 200_000;
const PLAYED = new Set(['audio', 'video', 'embed', 'iframe', 'track', 'applet']);

/**
 * A text of an item as Markdown. Pictures are put into the context and leave nothing in the text; formulas become $TeX$. Throws
 * `ItemRefused` for sound, films, pages from elsewhere and formulas that cannot be read.
 */
export function readContent(
  nodes: readonly MarkupNode[],
  context: ContentContext,
  replace: Replace = () => undefined,
): string {
  const length = nodes.reduce((sum, node) => sum + textOf(node).length, 0);
  if (length > LONGEST) throw new ItemRefused(`its text is longer than ${LONGEST} characters`);
  try {
    return toMarkdown(nodes, (element, inner) => replace(element, inner) ?? special(element, context, replace));
  } catch (error) {
    if (error instanceof UnreadFormula) throw new ItemRefused('it has a formula that cannot be read');
    throw error;
  }
}

/** HTML in a string. */
export const readHtmlContent = (html: string, context: ContentContext): string => readContent(parseHtml(html), context);

function special(element: MarkupElement, context: ContentContext, replace: Replace): string | undefined {
  const { name } = element;
  if (name === 'img') return image(element, context);
  if (name === 'object') return object(element, context, replace);
  if (PLAYED.has(name)) throw new ItemRefused('it shows a film, a sound or a page from elsewhere');
  if (name === 'svg' || name === 'canvas')
    throw new ItemRefused('it has a drawing among its words, which cannot be taken');
  if (name === 'a') linkToFile(element, context);
  return undefined;
}

function linkToFile(element: MarkupElement, context: ContentContext): void {
  const href = attribute(element, 'href') ?? '';
  if (href === '' || /^(?:https?:|mailto:|#)/i.test(href)) return;
  context.notes.push(`it refers to a file that is not taken: ${href.slice(0, 80)}`);
}

function image(element: MarkupElement, context: ContentContext): string {
  const src = attribute(element, 'src')?.trim() ?? '';
  const tex = equationOf(element, src);
  if (tex !== undefined) return asFormula(tex);
  addPicture(context, src, attribute(element, 'alt') ?? '');
  return '';
}

/** Canvas sets formulas as pictures and keeps their TeX beside them. */
function equationOf(element: MarkupElement, src: string): string | undefined {
  const kept = attribute(element, 'data-equation-content');
  if (kept !== undefined && kept.trim() !== '') return oneLine(kept);
  const isEquation = /\bequation_image\b/.test(attribute(element, 'class') ?? '');
  const encoded = /\/equation_images\/([^?]+)/.exec(src)?.[1];
  if (!isEquation && encoded === undefined) return undefined;
  const alt = (attribute(element, 'alt') ?? attribute(element, 'title') ?? '').replace(/^LaTeX:\s*/i, '').trim();
  const tex = alt === '' && encoded !== undefined ? decoded(decoded(encoded)) : alt;
  if (tex.trim() === '') throw new ItemRefused('it has a formula as a picture, without its text');
  return oneLine(tex);
}

const oneLine = (tex: string): string =>
  tex
    .replace(/^\\\(|\\\)$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function addPicture(context: ContentContext, src: string, alt: string): void {
  if (src === '') throw new ItemRefused('it has a picture without an address');
  if (context.pictures.some((picture) => picture.src === src)) return;
  context.pictures.push({ src, alt: alt.replace(/\s+/g, ' ').trim() });
}

/** A picture, a text of the package, or the first of several forms of the same thing that can be shown. */
function object(element: MarkupElement, context: ContentContext, replace: Replace): string {
  const data = attribute(element, 'data')?.trim() ?? '';
  const type = (attribute(element, 'type') ?? '').toLowerCase();
  if (/^image\/(?:png|jpe?g|gif|webp)/.test(type) || (type === '' && /\.(?:png|jpe?g|gif|webp)$/i.test(data))) {
    addPicture(context, data, attribute(element, 'label') ?? wordsOf(element));
    return '';
  }
  if (/html|^text\/plain/.test(type)) {
    const text = context.document(data);
    if (text === undefined)
      throw new ItemRefused(`the text that it is about, ${data.slice(0, 80)}, is not in the package`);
    return asBlock(readContent(parseHtml(text), context, replace));
  }
  const nested = childrenOf(element, 'object', 'img');
  if (nested[0]) return nested[0].name === 'img' ? image(nested[0], context) : object(nested[0], context, replace);
  if (type.startsWith('image/'))
    throw new ItemRefused(`its picture is of the kind ${type.slice(0, 40)}; PNG, JPEG, GIF and WebP are taken`);
  throw new ItemRefused('it shows a film, a sound or a page from elsewhere');
}

/** Whether any text stands in these nodes. */
export const isBlank = (nodes: readonly MarkupNode[]): boolean =>
  nodes.every((node) => (isElement(node) ? isBlank(node.children) && node.name !== 'img' : node.trim() === ''));
