import { Parser } from 'htmlparser2';
import { type MarkupElement, type MarkupNode, MarkupRefused } from './markup.ts';

const MOST_NODES = 50_000;
const DEEPEST = 100;

/**
 * Reads a piece of HTML as browsers do, well-formed or not. Nothing in it runs or is fetched. Throws `MarkupRefused` only for
 * what is too large or too deep.
 */
export function parseHtml(html: string): MarkupNode[] {
  const document: MarkupElement = { name: '', attributes: new Map(), children: [] };
  const open: MarkupElement[] = [document];
  let nodes = 0;
  let joins = true;
  const add = (node: MarkupNode) => {
    nodes += 1;
    if (nodes > MOST_NODES) throw new MarkupRefused(`has a text of more than ${MOST_NODES} parts`);
    open.at(-1)?.children.push(node);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = {
          name: name.replace(/^\w+:/, ''),
          attributes: new Map(Object.entries(attributes)),
          children: [],
        };
        add(element);
        open.push(element);
        if (open.length > DEEPEST) throw new MarkupRefused(`has a text that is nested more than ${DEEPEST} deep`);
      },
      onclosetag() {
        open.pop();
      },
      // A text comes in pieces, parted at its entities; a comment between two texts keeps them apart.
      ontext(text) {
        const children = open.at(-1)?.children ?? [];
        const before = children.at(-1);
        if (joins && typeof before === 'string') children[children.length - 1] = before + text;
        else add(text);
        joins = true;
      },
      oncomment() {
        joins = false;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return document.children;
}
