import {
  attribute,
  childOf,
  childrenOf,
  descendantsOf,
  isElement,
  type MarkupElement,
  type MarkupNode,
  textOf,
} from '../../../markup/markup.ts';
import { parseHtml } from '../../../markup/parse-html.ts';
import { type ContentContext, readContent } from '../content.ts';
import { ItemRefused } from '../item.ts';
import type { Cardinality } from './scoring.ts';

export interface Label {
  key: string;
  text: string;
  attributes: ReadonlyMap<string, string>;
}

/** A place of an item where something is answered. */
export interface Place {
  ident: string;
  kind: 'choice' | 'text' | 'number';
  cardinality: Cardinality;
  /** What stands with the place itself. Markdown. */
  caption: string;
  labels: Label[];
}

/** The texts and places of an item in their order. */
export type Piece = { type: 'text'; nodes: MarkupNode[] } | { type: 'place'; place: Place };

const WRAPPERS = new Set(['flow', 'presentation', 'flow_mat', 'response_grp']);
const TAG = /<\/?(?:p|div|span|br|b|i|u|em|strong|img|sub|sup|ul|ol|li|table|h[1-6]|pre|a)\b[^<>]*>/i;

/** An item's presentation. Throws `ItemRefused` for what a question here cannot show or ask. */
export function readPresentation(presentation: MarkupElement, context: ContentContext): Piece[] {
  return childrenOf(presentation).flatMap((child): Piece[] => {
    if (WRAPPERS.has(child.name)) return readPresentation(child, context);
    if (child.name === 'material') return [{ type: 'text', nodes: materialNodes(child) }];
    if (child.name.startsWith('response_')) return [{ type: 'place', place: readPlace(child, context) }];
    return [];
  });
}

/** The words and pictures of a material as nodes of a text. */
export function materialNodes(material: MarkupElement): MarkupNode[] {
  return childrenOf(material).flatMap((child): MarkupNode[] => {
    switch (child.name) {
      case 'mattext':
      case 'matemtext':
        return textNodes(child);
      case 'math':
        return [child];
      case 'matbreak':
        return [element('br')];
      case 'matimage':
        return [element('img', { src: attribute(child, 'uri') ?? '', alt: attribute(child, 'label') ?? '' })];
      case 'mat_extension':
      case 'altmaterial':
        return materialNodes(child);
      case 'mataudio':
      case 'matvideo':
      case 'matapplet':
      case 'matapplication':
        throw new ItemRefused('it shows a film, a sound or a program');
      default:
        return [];
    }
  });
}

function textNodes(mattext: MarkupElement): MarkupNode[] {
  if (mattext.children.some(isElement)) return [element('p', {}, mattext.children)];
  const text = textOf(mattext);
  const html = /html/i.test(attribute(mattext, 'texttype') ?? '') || TAG.test(text);
  const nodes = html
    ? parseHtml(text)
    : text
        .trim()
        .split('\n')
        .flatMap((line, at) => (at === 0 ? [line] : [element('br'), line]));
  return mattext.name === 'matemtext' ? [element('em', {}, nodes)] : [...nodes, ' '];
}

const element = (
  name: string,
  attributes: Record<string, string> = {},
  children: MarkupNode[] = [],
): MarkupElement => ({
  name,
  attributes: new Map(Object.entries(attributes)),
  children,
});

function readPlace(response: MarkupElement, context: ContentContext): Place {
  if (response.name === 'response_xy') throw new ItemRefused('it is answered by a click on a picture');
  if (response.name === 'response_extension')
    throw new ItemRefused('it is answered in a way that only its maker knows');
  if (descendantsOf(response, 'render_hotspot').length > 0)
    throw new ItemRefused('it is answered by a click on a picture');
  const fib = descendantsOf(response, 'render_fib')[0];
  const said = (attribute(response, 'rcardinality') ?? 'Single').toLowerCase();
  const typed = (attribute(response, 'fibtype') ?? (fib && attribute(fib, 'fibtype')) ?? '').toLowerCase();
  const isNumber =
    response.name === 'response_num' || typed === 'decimal' || typed === 'integer' || typed === 'scientific';
  const captions = [...childrenOf(response, 'material'), ...childrenOf(response, 'material_ref')];
  return {
    ident: attribute(response, 'ident') ?? '',
    kind: fib !== undefined || response.name !== 'response_lid' ? (isNumber ? 'number' : 'text') : 'choice',
    cardinality: said === 'multiple' ? 'Multiple' : said === 'ordered' ? 'Ordered' : 'Single',
    caption: readContent(captions.flatMap(materialNodes), context),
    labels:
      fib === undefined ? descendantsOf(response, 'response_label').map((label) => readLabel(label, context)) : [],
  };
}

function readLabel(label: MarkupElement, context: ContentContext): Label {
  const before = context.pictures.length;
  const materials = [
    ...childrenOf(label, 'material'),
    ...childrenOf(label, 'flow_mat').flatMap((flow) => childrenOf(flow, 'material')),
  ];
  const text = readContent(materials.flatMap(materialNodes), context);
  return {
    key: attribute(label, 'ident') ?? '',
    text: withPictures(text, context, before),
    attributes: label.attributes,
  };
}

/** A choice here is words: a picture that stands for them is told by its description, one beside them is shown with the question. */
export function withPictures(text: string, context: ContentContext, before: number): string {
  const own = context.pictures.splice(before);
  if (own.length === 0) return text;
  if (text !== '') {
    context.pictures.push(
      ...own.map(({ src, alt }) => ({
        src,
        alt: alt || `Belongs to the choice “${text.slice(0, 200)}”`,
        ofChoice: true as const,
      })),
    );
    return text;
  }
  const alts = own
    .map((picture) => picture.alt)
    .filter((alt) => alt !== '' && !/\.(?:png|jpe?g|gif|svg|webp)$/i.test(alt));
  if (alts.length < own.length) throw new ItemRefused('its choices are pictures without a description');
  return alts.join(' – ');
}

/** The fields of an item's metadata: "question_type", "points_possible". */
export function metadataOf(item: MarkupElement): Map<string, string> {
  const fields = childrenOf(item, 'itemmetadata', 'qtimetadata').flatMap((one) =>
    descendantsOf(one, 'qtimetadatafield'),
  );
  const pairs = fields.map((field): [string, string] => [text(field, 'fieldlabel'), text(field, 'fieldentry')]);
  // What stands first holds: exporters append a second type that is another's.
  return new Map(pairs.reverse());
}

function text(field: MarkupElement, name: string): string {
  const child = childOf(field, name);
  return child ? textOf(child).trim() : '';
}
