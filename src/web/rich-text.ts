import MarkdownIt from 'markdown-it';
import { addMaths } from '../domain/markup/markdown-maths.ts';
import { nameFormulas } from './rich-text/spoken-maths.ts';
import { texToMathml } from './rich-text/tex.ts';

const md = new MarkdownIt({ html: false, linkify: false, breaks: true, typographer: false });
addMaths(
  md,
  ({ tex, open, close, display }) => texToMathml(tex, display) ?? md.utils.escapeHtml(`${open}${tex}${close}`),
);

/** Links lead to the web or to a mailbox; nothing that runs, nothing local. */
md.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim());

/** Pictures would be fetched from anywhere: what stands in their place is their description. */
md.renderer.rules.image = (tokens, index) => md.utils.escapeHtml(tokens[index]?.content ?? '');

const EACH_ITS_OWN_DIRECTION = new Set([
  'paragraph_open',
  'heading_open',
  'bullet_list_open',
  'ordered_list_open',
  'blockquote_open',
  'th_open',
  'td_open',
]);

md.core.ruler.push('house_rules', (state) => {
  for (const token of state.tokens) {
    if (EACH_ITS_OWN_DIRECTION.has(token.type)) token.attrSet('dir', 'auto');
    // A text may not disturb the outline of the page that it stands on.
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = 'p';
    if (token.type === 'heading_open') token.attrSet('class', 'rich-title');
    // Alignment of columns comes as a style attribute, which the pages' policy does not allow.
    if (token.type === 'th_open' || token.type === 'td_open') {
      const align = /right|center/.exec(String(token.attrGet('style') ?? ''))?.[0];
      token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
      if (align) token.attrSet('class', align === 'right' ? 'n' : 'center');
    }
    for (const child of token.children ?? []) {
      if (child.type !== 'link_open') continue;
      child.attrSet('rel', 'noopener noreferrer nofollow');
      child.attrSet('target', '_blank');
    }
  }
});

/**
 * Words of people and of models as safe HTML: markdown without HTML, and formulas as MathML. Nothing in it runs, loads or styles
 * anything; put it into an element with the class `rich`.
 */
export function toHtml(text: string): string {
  return md.render(text);
}

/**
 * The same for a text within a line: a choice, a title. No paragraphs, lists or tables. Formulas carry their words, since the line
 * may be all there is to name a box or a link.
 */
export function toInlineHtml(text: string): string {
  return nameFormulas(md.renderInline(text));
}
