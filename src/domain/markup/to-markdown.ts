import { escapeLineStart, escapeText, subscript, superscript } from './markdown-text.ts';
import { attribute, childrenOf, isElement, type MarkupElement, type MarkupNode, textOf } from './markup.ts';
import { mathmlToTex } from './mathml-to-tex.ts';

/** What stands for an element; undefined where it is read like any other. */
export type Replace = (element: MarkupElement, inner: () => string) => string | undefined;

/** Marks of paragraphs, line breaks and finished lines while a text is put together. None of them comes in from a document. */
const PARAGRAPH = '\ue000';
const BREAK = '\ue001';
const LINE = '\ue002';
const INDENT = '\ue003';
const MADE = '\ue004';
const MARKS = /[\ue000-\ue00f]/g;

const DROPPED = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'rp',
  'stylesheet',
  'link',
  'meta',
]);
const BLOCKS = new Set(
  'p div section article aside header footer main nav figure figcaption address dl dt dd form fieldset center details summary body html'.split(
    ' ',
  ),
);
const WRAPS: Readonly<Record<string, string>> = {
  strong: '**',
  b: '**',
  em: '*',
  i: '*',
  cite: '*',
  del: '~~',
  s: '~~',
  strike: '~~',
};

/**
 * Nodes of a document as Markdown with maths as $TeX$: paragraphs, lists, tables, emphasis, formulas. Text is escaped, so that nothing
 * in it is markup by accident; styles, scripts and links that are no web address are left out. Throws what `replace` throws.
 */
export function toMarkdown(nodes: readonly MarkupNode[], replace: Replace = () => undefined): string {
  return restored(finished(flow(nodes, replace)));
}

function flow(nodes: readonly MarkupNode[], replace: Replace): string {
  return nodes.map((node) => (isElement(node) ? element(node, replace) : escapeText(node.replace(MARKS, '')))).join('');
}

function element(node: MarkupElement, replace: Replace): string {
  const inner = () => flow(node.children, replace);
  const replaced = replace(node, inner);
  if (replaced !== undefined) return replaced;
  const { name } = node;
  if (DROPPED.has(name)) return '';
  if (BLOCKS.has(name)) return PARAGRAPH + inner() + PARAGRAPH;
  const wrap = WRAPS[name];
  if (wrap !== undefined) return wrapped(inner(), wrap);
  if (/^h[1-6]$/.test(name)) return PARAGRAPH + wrapped(inner().replaceAll('**', ''), '**') + PARAGRAPH;
  switch (name) {
    case 'br':
      return BREAK;
    case 'hr':
      return made('---');
    case 'sup':
      return superscript(inner());
    case 'sub':
      return subscript(inner());
    case 'q':
      return `“${inner()}”`;
    case 'code':
    case 'tt':
    case 'kbd':
      return code(textOf(node));
    case 'rt':
      return ` (${inner()})`;
    case 'pre':
      return made(`\`\`\`\n${textOf(node).replace(/```/g, "'''").replace(/^\n/, '').trimEnd()}\n\`\`\``);
    case 'a':
      return link(node, inner());
    case 'math':
      return formula(node);
    case 'ul':
    case 'ol':
      return list(node, replace);
    case 'blockquote':
      return made(prefixed(restored(finished(inner())), '> '));
    case 'table':
      return table(node, replace);
    default:
      return inner();
  }
}

function formula(node: MarkupElement): string {
  const tex = mathmlToTex(node);
  if (tex === null) throw new UnreadFormula();
  return tex === '' ? '' : `$${tex}$`;
}

/** A formula that has no TeX here. */
export class UnreadFormula extends Error {}

function wrapped(inner: string, mark: string): string {
  let [from, to] = [0, inner.length];
  while (from < to && OUTSIDE.test(inner.charAt(from))) from += 1;
  while (to > from && OUTSIDE.test(inner.charAt(to - 1))) to -= 1;
  const text = inner.slice(from, to);
  if (text === '' || SEVERAL.test(text)) return inner;
  return `${inner.slice(0, from)}${mark}${text}${mark}${inner.slice(to)}`;
}

const OUTSIDE = /[\s\ue000\ue001]/;
const SEVERAL = /[\ue000\ue001\ue004]/;

function code(text: string): string {
  const plain = text.replace(MARKS, '').replace(/`/g, "'").replace(/\s+/g, ' ').trim();
  return plain === '' ? '' : `\`${plain}\``;
}

function link(node: MarkupElement, inner: string): string {
  const href = attribute(node, 'href')?.trim() ?? '';
  if (!/^https?:\/\/[^\s<>()\\]+$/i.test(href) || inner.trim() === '') return inner;
  return /[[\]\ue000-\ue004]/.test(inner.replace(/\\\]/g, '')) ? inner : `[${inner.trim()}](${href})`;
}

function list(node: MarkupElement, replace: Replace): string {
  const ordered = node.name === 'ol';
  const items = childrenOf(node).map((child, index) => {
    const text = restored(finished(child.name === 'li' ? flow(child.children, replace) : element(child, replace)));
    const mark = ordered ? `${index + 1}. ` : '- ';
    return text === '' ? '' : mark + text.replace(/\n(?!\n)/g, `\n${' '.repeat(mark.length)}`);
  });
  return made(items.filter(Boolean).join('\n'));
}

/** Its own rows: those of a table in a cell belong to the cell. */
const rowsOf = (node: MarkupElement): MarkupElement[] =>
  childrenOf(node).flatMap((child) =>
    child.name === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.name) ? rowsOf(child) : [],
  );

/** A table with several columns stays one; one of a single column or row is only a way to set text. */
function table(node: MarkupElement, replace: Replace): string {
  const caption = childrenOf(node, 'caption').map((one) => PARAGRAPH + flow(one.children, replace) + PARAGRAPH);
  const rows = rowsOf(node).map((row) =>
    childrenOf(row, 'td', 'th').map((cell) => restored(finished(flow(cell.children, replace)))),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width < 2 || rows.length < 2) {
    return (
      caption.join('') +
      rows
        .flat()
        .map((cell) => made(cell))
        .join('')
    );
  }
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => (cells[at] ?? '').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const rule = `|${' --- |'.repeat(width)}`;
  return caption.join('') + made([line(head), rule, ...body.map(line)].join('\n'));
}

const prefixed = (text: string, prefix: string): string =>
  text === '' ? '' : text.replace(/^/gm, prefix).replace(/ +$/gm, '');

/** Markdown that is finished already, as a block of its own within a `replace`. */
export const asBlock = (markdown: string): string => made(markdown);

/** A block whose lines are done: it passes through all that still happens to the text around it. */
function made(block: string): string {
  if (block.trim() === '') return '';
  const kept = block.replace(/\n/g, LINE).replace(/ /g, INDENT);
  return `${PARAGRAPH}${MADE}${kept}${PARAGRAPH}`;
}

/** Spaces, breaks and paragraphs in order; made blocks are still sealed. */
function finished(raw: string): string {
  return raw
    .split(PARAGRAPH)
    .map((paragraph) =>
      paragraph
        .split(BREAK)
        .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
        .map((line) => (line.startsWith(MADE) ? line : escapeLineStart(line)))
        .join('\n')
        .replace(/\n{2,}/g, '\n')
        .trim(),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
    .replaceAll('****', '');
}

const restored = (text: string): string => text.replaceAll(LINE, '\n').replaceAll(INDENT, ' ').replaceAll(MADE, '');
