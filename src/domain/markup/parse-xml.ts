import { SaxesParser, type SaxesTagNS } from 'saxes';
import { decodeXml } from './decode-text.ts';
import { type MarkupElement, MarkupRefused } from './markup.ts';

export interface XmlLimits {
  bytes: number;
  /** Elements and pieces of text. */
  nodes: number;
  depth: number;
  /** Characters of one attribute. */
  attribute: number;
}

export const XML_LIMITS: XmlLimits = { bytes: 16 * 1024 * 1024, nodes: 500_000, depth: 100, attribute: 100_000 };

/** Characters that are read at a time. */
const PIECE = 64 * 1024;

/**
 * Reads a document into a tree. Nothing outside of it is ever fetched and no entity but the five of XML and character references is
 * expanded. Throws `MarkupRefused` for entity declarations, for what is no well-formed XML and for what is too large or too deep.
 */
export function parseXml(bytes: Uint8Array, limits: XmlLimits = XML_LIMITS): MarkupElement {
  const steps = parsingXml(bytes, limits);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same a piece after the other: between them, long work can be left for others. */
export function* parsingXml(bytes: Uint8Array, limits: XmlLimits = XML_LIMITS): Generator<void, MarkupElement> {
  if (bytes.length > limits.bytes) {
    throw new MarkupRefused(`is larger than ${Math.round(limits.bytes / (1024 * 1024))} MB`);
  }
  // The declaration has done its work in decoding; exporters write it in ways that strict readers stumble over.
  const text = decodeXml(bytes).replace(/^\s*<\?xml\b[^>]*\?>/, '');
  const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true });
  const document: MarkupElement = { name: '', attributes: new Map(), children: [] };
  const open: MarkupElement[] = [document];
  let nodes = 0;
  const add = (node: MarkupElement | string) => {
    nodes += 1;
    if (nodes > limits.nodes) throw new MarkupRefused(`has more than ${limits.nodes} parts`);
    open.at(-1)?.children.push(node);
  };
  parser.on('error', (error) => {
    throw new MarkupRefused(damageOf(error.message));
  });
  parser.on('doctype', refuseEntities);
  parser.on('opentag', (tag) => {
    const element = elementOf(tag, limits);
    add(element);
    open.push(element);
    if (open.length > limits.depth) throw new MarkupRefused(`is nested more than ${limits.depth} deep`);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', add);
  parser.on('cdata', add);
  for (let at = 0; at < text.length; at += PIECE) {
    parser.write(text.slice(at, at + PIECE));
    yield;
  }
  parser.close();
  const root = document.children.find((node) => typeof node !== 'string');
  if (typeof root !== 'object') throw new MarkupRefused('is empty');
  return root;
}

/** The reader says "45:9: unexpected close tag." */
function damageOf(message: string): string {
  const [, line, column, what = message] = /^(\d+):(\d+): (.*?)\.?$/s.exec(message) ?? [];
  return `is damaged${line ? ` at line ${line}, column ${column}` : ''}: ${what.slice(0, 200)}`;
}

function refuseEntities(doctype: string): void {
  if (/<!ENTITY|%[\w:.-]+;/i.test(doctype)) {
    throw new MarkupRefused('declares entities of its own, which can swallow a computer or read its files');
  }
}

function elementOf(tag: SaxesTagNS, limits: XmlLimits): MarkupElement {
  const attributes = new Map<string, string>();
  for (const { name, value } of Object.values(tag.attributes)) {
    if (value.length > limits.attribute)
      throw new MarkupRefused(`has an attribute of ${value.length} characters; allowed are ${limits.attribute}`);
    attributes.set(name, value);
  }
  return { name: tag.local, attributes, children: [] };
}
