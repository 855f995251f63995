import { toHtml, toInlineHtml } from '../rich-text.ts';

/** Words of people, authors and models: markdown and formulas, safe, in the direction that they are written in. */
export function RichText({ text }: { text: string }) {
  return <div class="rich" dir="auto" dangerouslySetInnerHTML={{ __html: toHtml(text) }} />;
}

/** The same within a line. */
export function RichLine({ text }: { text: string }) {
  return <span dir="auto" dangerouslySetInnerHTML={{ __html: toInlineHtml(text) }} />;
}
