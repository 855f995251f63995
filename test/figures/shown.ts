import { all, type Element, first, isFigureCell, main, textOf, treeOf } from './tree.ts';

/** A figure as somebody reads it on a page, and where: a large number by its label, a cell by table, row and column. */
export interface Shown {
  /** `label` of a large number, `label · note` of what stands below it; `caption | row | column` of a cell. */
  place: string;
  text: string;
}

/** Every large number of a page, every cell of its tables that holds numbers, and every column of pictures without a table; texts that hold none say why there is none. */
export function figuresOn(html: string): Shown[] {
  const tree = main(html);
  if (!tree) return [];
  const stats = all(tree, (one) => one.attribs.class === 'stat').flatMap((one): Shown[] => {
    const label = textOf(first(one, 'dt') ?? one);
    const [value = '', ...notes] = all(one, ({ name }) => name === 'dd').map(textOf);
    return [{ place: label, text: value }, ...notes.map((text) => ({ place: `${label} · note`, text }))];
  });
  const columns = all(tree, ({ attribs }) => attribs.class === 'bars').flatMap(columnsOf);
  return [...stats, ...all(tree, (one) => one.name === 'table').flatMap(cellsOf), ...columns];
}

/** What is written below the columns of a picture, under its title and the name of each; nothing where a table says the same. */
function columnsOf(bars: Element): Shown[] {
  const part = bars.parent;
  if (!part || !('attribs' in part) || first(part, 'table')) return [];
  const title = first(part, 'h3');
  return all(bars, ({ name }) => name === 'li').map((one) => {
    const [value, name] = [first(one, 'strong'), first(one, 'span')];
    const place = [title, name].map((element) => (element ? textOf(element) : '')).join(' | ');
    return { place, text: value ? textOf(value) : '' };
  });
}

/** Where a page offers its tables as files. */
export function filesOn(html: string): string[] {
  const links = all(treeOf(html), (one) => one.name === 'a').map((one) => one.attribs.href ?? '');
  return [...new Set(links.filter((href) => /\.csv(\?|$)/.test(href)))];
}

function cellsOf(table: Element): Shown[] {
  const caption = first(table, 'caption');
  const [head, ...lines] = all(table, (one) => one.name === 'tr');
  const titles = head ? all(head, isCell).map(textOf) : [];
  return lines.flatMap((line) => {
    const cells = all(line, isCell);
    const name = cells.find((one) => one.name === 'th');
    return cells.flatMap((cell, at) => {
      const place = [caption, name].map((one) => (one ? textOf(one) : '')).concat(titles[at] ?? '');
      return isFigureCell(cell) ? [{ place: place.join(' | '), text: textOf(cell) }] : [];
    });
  });
}

const isCell = (one: Element) => one.name === 'th' || one.name === 'td';

const NUMBER = /(?:(\d+) h)(?: (\d+) min)?|(< )?(\d+) min|(-|−)?\$?(\d[\d,]*(?:\.\d+)?)(%?)/g;

/** A number as a page writes it: its value (a share for percents, minutes for times), and how far off rounding may have moved it. */
export interface Written {
  value: number;
  within: number;
}

/** The numbers in a text, in their order: "1 h 5 min" is 65, "64%" is .64, "7.4 ± 0.3" are two. */
export function numbersIn(text: string): Written[] {
  return [...text.matchAll(NUMBER)].map(([, hours, rest, less, minutes, minus, plain = '0', percent]) => {
    if (hours !== undefined) return { value: Number(hours) * 60 + Number(rest ?? 0), within: 0.5 };
    if (minutes !== undefined) return less ? { value: 0.25, within: 0.25 } : { value: Number(minutes), within: 0.5 };
    const sign = minus === undefined ? 1 : -1;
    const value = sign * Number(plain.replaceAll(',', ''));
    const decimals = plain.split('.')[1]?.length ?? 0;
    // One percent is also what is nearly none, 99 what is nearly all: 0 and 100 are said where they are exact.
    const edge = percent && (value === 1 || value === 99) ? 1 : 0.5;
    if (percent) return { value: value / 100, within: (edge * 10 ** -decimals) / 100 };
    return { value, within: 0.5 * 10 ** -decimals };
  });
}

/** Whether what is written is this value, rounded as it is written. */
export function isWritten({ value, within }: Written, counted: number): boolean {
  return Math.abs(value - counted) <= within + 1e-9;
}
