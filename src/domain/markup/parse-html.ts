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
      ontext: add,
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return document.children;
}
