import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toHtml } from '../../web/rich-text.ts';
import { isElement, type MarkupElement, textOf } from './markup.ts';
import { parseHtml } from './parse-html.ts';
import { parseXml } from './parse-xml.ts';
import { toMarkdown } from './to-markdown.ts';
import { toPortableHtml } from './to-portable-html.ts';

const back = (markdown: string) => toMarkdown(parseHtml(toPortableHtml(markdown)));

for (const [what, markdown, html] of [
  ['a formula', 'Solve $3x < 4$ & more.', 'Solve \\(3x &lt; 4\\) &amp; more.'],
  ['money', 'It costs \\$5.', 'It costs $5.'],
  ['two paragraphs', 'One\n\n**Two**', '<p>One</p>\n<p><strong>Two</strong></p>'],
  ['a line break', 'One\ntwo', 'One<br />\ntwo'],
  ['marks that are no formula', 'Not \\\\(a\\\\)', 'Not \\<!-- -->(a\\)'],
  ['HTML that is text', '<b>no</b>', '&lt;b&gt;no&lt;/b&gt;'],
] as const)
  test(`other programs get ${what} as they know it, and it comes back`, () => {
    assert.equal(toPortableHtml(markdown), html);
    assert.equal(toHtml(back(markdown)), toHtml(markdown));
  });

test('what another program gets is well-formed XML and comes back with the same words, whatever was written', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\\\\(',
      '\\\\[',
      '\\$',
      ' $x^2$ ',
      '<b>',
      '&amp;',
      ' **a** ',
      '\n\n',
      '\n',
      '- ',
      '1. ',
      '# ',
      '~',
    ),
    fc.constantFrom('=', '{', '}', ':', '#', '|', 'שלום', '🙂', ' ', 'word', ' `code` ', '> ', '---'),
  );
  const words = (markdown: string) =>
    textOf({ name: '', attributes: new Map(), children: parseHtml(toHtml(markdown)) });
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      (markdown) => {
        const html = toPortableHtml(markdown);
        const root: MarkupElement = parseXml(new TextEncoder().encode(`<div>${html}</div>`));
        assert.ok(isElement(root));
        assert.equal(squeezed(words(back(markdown))), squeezed(words(markdown)));
      },
    ),
    { numRuns: 500 },
  );
});
