/** "##figure1.gif##" or "##figure1.gif": where a text of the source shows a figure. Any folder in it is not part of the name. */
const PLACEHOLDER = /##\s*([^#\s]{1,120}\.[a-zA-Z]{3,4})\s*(?:##)?/g;

/** A text without its placeholders, and the names of the figures that they stood for, in order. */
export function withoutFigures(text: string): { text: string; names: string[] } {
  const names = [...text.matchAll(PLACEHOLDER)].map((found) => found[1] ?? '');
  return { text: text.replace(PLACEHOLDER, ' ').replace(/(?:\\n|\s)+$/, ''), names: [...new Set(names)] };
}
