/** An element of a document that was read from XML or HTML. Names are local ones, without their prefix. */
export interface MarkupElement {
  name: string;
  /** By qualified name: "href", "xml:lang". */
  attributes: ReadonlyMap<string, string>;
  children: MarkupNode[];
}

export type MarkupNode = MarkupElement | string;

/** A document that is not read: damaged, too large, or dangerous. The message says which, as the rest of a sentence about it. */
export class MarkupRefused extends Error {}

export const isElement = (node: MarkupNode): node is MarkupElement => typeof node !== 'string';

export const attribute = (element: MarkupElement, name: string): string | undefined => element.attributes.get(name);

/** The elements right below this one, all or those of a name. */
export function childrenOf(element: MarkupElement, ...names: string[]): MarkupElement[] {
  const all = element.children.filter(isElement);
  return names.length === 0 ? all : all.filter((child) => names.includes(child.name));
}

export const childOf = (element: MarkupElement, name: string): MarkupElement | undefined =>
  childrenOf(element, name)[0];

/** All elements of these names below this one, in the order of the document. */
export function descendantsOf(element: MarkupElement, ...names: string[]): MarkupElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...descendantsOf(child, ...names),
  ]);
}

export const firstDescendant = (element: MarkupElement, ...names: string[]): MarkupElement | undefined =>
  descendantsOf(element, ...names)[0];

/** The text in a node, as it stands. */
export function textOf(node: MarkupNode | undefined): string {
  if (node === undefined) return '';
  return isElement(node) ? node.children.map(textOf).join('') : node;
}

/** The text in a node with its spaces in order. */
export const wordsOf = (node: MarkupNode | undefined): string => textOf(node).replace(/\s+/g, ' ').trim();

/** Whether these elements hold more than is tried out again and again: rules are made by people, and a few thousand are no person's. */
export function isTooMuch(elements: readonly MarkupElement[], most = 5000): boolean {
  const open = [...elements];
  for (let count = 0, next = open.pop(); next !== undefined; next = open.pop()) {
    count += 1;
    if (count > most) return true;
    for (const child of childrenOf(next)) open.push(child);
  }
  return false;
}
