import type { MarkupNode } from '../../markup/markup.ts';

/** A gap of a text is one private character while the text is read; there is room for this many. */
export const MOST_GAPS = 40;
const FIRST = 0xe100;

export const gapMark = (index: number): MarkupNode & string => String.fromCharCode(FIRST + index);

const MARK = /[\ue100-\ue127]/g;

export const gapsIn = (text: string): number[] =>
  [...text.matchAll(MARK)].map((found) => found[0].charCodeAt(0) - FIRST);

/** A text with its gaps shown: a line to write on, and its number where there is more than one. */
export function showGaps(text: string, numbers: ReadonlyMap<number, number>): string {
  if (gapsIn(text).length === 0) return text;
  const shown = text.replace(MARK, (mark) => {
    const number = numbers.get(mark.charCodeAt(0) - FIRST);
    return number === undefined ? ' \\_\\_\\_\\_ ' : ` \\_\\_\\_\\_ (${number}) `;
  });
  return shown
    .replace(/ {2,}(?=\\_\\_)|(?<=\\_(?: \(\d+\))?) {2,}/g, ' ')
    .replace(/(?<=\\_\\_(?: \(\d+\))?) +(?=[.,;:!?]|$)/gm, '')
    .replace(/^ (?=\\_)/gm, '');
}

export const gapQuestion = (number: number): string => `What belongs in gap (${number})?`;
