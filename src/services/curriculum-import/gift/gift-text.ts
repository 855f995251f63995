import type { TextFormat } from 'gift-pegjs';
import { escapeLineStart, escapeText } from '../../../domain/markup/markdown-text.ts';
import { parseHtml } from '../../../domain/markup/parse-html.ts';
import { toMarkdown } from '../../../domain/markup/to-markdown.ts';

/** What looks like an element: Moodle's own format is HTML wherever it holds one. */
const ELEMENT = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:#?\w{2,8});/i;

/** A text of GIFT as our Markdown. Throws `MarkupRefused` for HTML that is too large or too deep. */
export function markdownOf(text: TextFormat | null | undefined): string {
  if (!text) return '';
  const { format } = text;
  const source = lineEnds(text.text);
  if (format === 'markdown') return source.trim();
  if (format === 'html' || (format === 'moodle' && ELEMENT.test(source))) return toMarkdown(parseHtml(source)).trim();
  return source.trim().split('\n').map(escapeText).map(escapeLineStart).join('\n');
}

/** The parser leaves the end of its own sign for a line's end behind. */
const lineEnds = (text: string): string => text.replaceAll('\n;', '\n');

/** The same for an answer that a pupil types: words, without any markup. */
export function plainOf(text: TextFormat | null | undefined): string {
  if (text && (text.format === 'plain' || (text.format === 'moodle' && !ELEMENT.test(text.text))))
    return lineEnds(text.text).trim();
  return markdownOf(text)
    .replace(/\\([\\`*_[\]#|~$<>.+-])/g, '$1')
    .trim();
}
