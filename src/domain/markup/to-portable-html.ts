import MarkdownIt from 'markdown-it';
import { addMaths } from './markdown-maths.ts';

const md = new MarkdownIt({ html: false, linkify: false, breaks: true, typographer: false, xhtmlOut: true });
// What other systems show as a formula: \(…\) within a line, \[…\] on a line of its own.
addMaths(md, ({ tex, display }) => md.utils.escapeHtml(display ? `\\[${tex}\\]` : `\\(${tex}\\)`));

md.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim());
md.renderer.rules.image = (tokens, index) => md.utils.escapeHtml(tokens[index]?.content ?? '');
// Marks of a formula that stand in a text as such are parted by a comment, so that nobody takes them for one.
md.renderer.rules.text = (tokens, index) =>
  md.utils.escapeHtml(tokens[index]?.content ?? '').replace(/\\(?=[([])|\$(?=\$)/g, '$&<!-- -->');
md.core.ruler.push('no_styles', (state) => {
  for (const token of state.tokens) token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
});

/**
 * Our Markdown as HTML for other programs, well-formed as XML: formulas as \(TeX\), which Moodle, Canvas and others show as formulas.
 * No styles, no pictures, no HTML of the text itself. `toMarkdown` reads it back as a text that looks the same.
 */
export function toPortableHtml(markdown: string): string {
  const html = md.render(markdown).trim();
  // One paragraph needs no element around it.
  const [, only] = /^<p>((?:(?!<\/?p>)[\s\S])*)<\/p>$/.exec(html) ?? [];
  return only ?? html;
}
