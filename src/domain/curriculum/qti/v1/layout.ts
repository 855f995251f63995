import { isElement, type MarkupNode, textOf } from '../../../markup/markup.ts';
import { type ContentContext, readContent } from '../content.ts';
import { gapMark, gapQuestion, gapsIn, showGaps } from '../gaps.ts';
import { ItemRefused } from '../item.ts';
import type { Piece, Place } from './presentation.ts';

export interface Layout {
  stem: string;
  /** By place. */
  prompts: string[];
  /** The places in the order in which they are asked. */
  order: number[];
}

const isInline = (place: Place): boolean => place.kind !== 'choice' || place.caption === '';

/** Where the words go: around gaps, before all parts, or each to its own part. */
export function laidOut(
  pieces: readonly Piece[],
  places: readonly Place[],
  type: string,
  context: ContentContext,
): Layout {
  const nodesOf = (list: readonly Piece[]) => list.flatMap((piece) => (piece.type === 'text' ? piece.nodes : []));
  if (/fill_in_multiple_blanks|multiple_dropdowns/.test(type) || namesItsPlaces(nodesOf(pieces), places)) {
    return gapsByName(nodesOf(pieces), places, context);
  }
  const lastText = pieces.findLastIndex((piece) => piece.type === 'text');
  const firstPlace = pieces.findIndex((piece) => piece.type === 'place');
  if (places.every((place) => place.kind !== 'choice') && (places.length > 1 || lastText > firstPlace)) {
    const nodes = pieces.flatMap((piece) =>
      piece.type === 'text' ? piece.nodes : [gapMark(places.indexOf(piece.place))],
    );
    return withGaps(readContent(nodes, context), places.length);
  }
  if (places.length > 1 && places.some(isInline)) return eachItsOwn(pieces, context);
  return {
    stem: readContent(nodesOf(pieces), context),
    prompts: places.map((place) => place.caption),
    order: [...places.keys()],
  };
}

function eachItsOwn(pieces: readonly Piece[], context: ContentContext): Layout {
  const prompts: string[] = [];
  let nodes: MarkupNode[] = [];
  for (const piece of pieces) {
    if (piece.type === 'text') nodes.push(...piece.nodes);
    else {
      prompts.push([readContent(nodes, context), piece.place.caption].filter(Boolean).join('\n\n'));
      nodes = [];
    }
  }
  return { stem: readContent(nodes, context), prompts, order: [...prompts.keys()] };
}

function namesItsPlaces(nodes: readonly MarkupNode[], places: readonly Place[]): boolean {
  const text = nodes.map(textOf).join('');
  return places.every(
    (place) => place.kind === 'choice' && text.includes(`[${place.ident.replace(/^response_/, '')}]`),
  );
}

/** "Roses are [color1]": each place by its name. */
function gapsByName(nodes: readonly MarkupNode[], places: readonly Place[], context: ContentContext): Layout {
  const marks = new Map(places.map((place, index) => [place.ident.replace(/^response_/, ''), gapMark(index)]));
  const text = readContent(filledIn(nodes, marks), context);
  const found = new Set(gapsIn(text));
  const lost = places.findIndex((_, index) => !found.has(index));
  if (lost !== -1) throw new ItemRefused(`its text has no place for gap ${lost + 1}`);
  return withGaps(text, places.length);
}

function withGaps(text: string, count: number): Layout {
  const order = [...new Set(gapsIn(text))];
  if (count === 1) return { stem: showGaps(text, new Map()), prompts: [''], order };
  const numbers = new Map(order.map((index, at) => [index, at + 1]));
  return {
    stem: showGaps(text, numbers),
    prompts: Array.from({ length: count }, (_, index) => gapQuestion(numbers.get(index) ?? index + 1)),
    order,
  };
}

/** Two numbers side by side would read as one. */
export function withNumbers(nodes: readonly MarkupNode[], values: ReadonlyMap<string, string>): MarkupNode[] {
  const name = [...values.keys()].map((one) => one.replace(/\W/g, '')).join('|');
  const touching = new RegExp(`\\[(?:${name})\\]\\[(?:${name})\\]`);
  if (touching.test(nodes.map(textOf).join('')))
    throw new ItemRefused('two of its numbers stand side by side without a sign');
  return filledIn(nodes, values);
}

/** "[name]" in a text, filled in. */
function filledIn(nodes: readonly MarkupNode[], values: ReadonlyMap<string, string>): MarkupNode[] {
  return nodes.map((node) =>
    isElement(node)
      ? { ...node, children: filledIn(node.children, values) }
      : node.replace(/\[([^[\]]{1,200})\]/g, (all, name: string) => values.get(name) ?? all),
  );
}
