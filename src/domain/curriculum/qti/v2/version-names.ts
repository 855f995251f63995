import { isElement, type MarkupElement } from '../../../markup/markup.ts';

const camel = (name: string): string => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** QTI 3.0 writes "qti-simple-choice" and "response-identifier" for what 2.x calls simpleChoice and responseIdentifier. */
export function withNamesOf2x(element: MarkupElement): MarkupElement {
  const own = element.name.startsWith('qti-');
  const attributes = own
    ? new Map(
        [...element.attributes].map(([name, value]) => [/^(?:data|aria|xml)\b/.test(name) ? name : camel(name), value]),
      )
    : element.attributes;
  return {
    name: own ? camel(element.name.slice(4)) : element.name,
    attributes,
    children: element.children.map((child) => (isElement(child) ? withNamesOf2x(child) : child)),
  };
}
