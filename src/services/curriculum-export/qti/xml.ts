/** XML that is put together: its text is escaped already. */
export interface Xml {
  xml: string;
}

type Content = Xml | string | readonly (Xml | string)[];

/** An element. Attributes that are undefined are left out; strings are text and are escaped. */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined> = {},
  content: Content = [],
): Xml {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  const parts = typeof content === 'string' || 'xml' in content ? [content] : content;
  const inner = parts.map((part) => (typeof part === 'string' ? escaped(part) : part.xml)).join('');
  return { xml: inner === '' ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${inner}</${name}>` };
}

/** A document in UTF-8. */
export const documentOf = (root: Xml): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`);

/** What XML has no place for at all: control characters and halves of letters. */
const IMPOSSIBLE = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Markup that is XML already, without what XML has no place for. */
export const markup = (xml: string): Xml => ({ xml: withoutImpossible(xml) });

const withoutImpossible = (text: string): string =>
  text.replace(IMPOSSIBLE, (mark) => (mark === '\n' || mark === '\t' ? mark : ''));

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => withoutImpossible(text).replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark);
