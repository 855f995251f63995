import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** What is rendered for a formula: its TeX, and the marks between which it was written. */
export interface Formula {
  tex: string;
  open: string;
  close: string;
  /** On a line of its own. */
  display: boolean;
}

/** How a formula may be written: what opens it, what closes it, and whether it stands on a line of its own. */
const FENCES = [
  { open: '$$', close: '$$', display: true },
  { open: '\\[', close: '\\]', display: true },
  { open: '\\(', close: '\\)', display: false },
  { open: '$', close: '$', display: false },
] as const;
type Fence = (typeof FENCES)[number];

/** Lines that a formula may have. One that was never closed is looked for no further. */
const MOST_LINES = 100;

/**
 * Teaches markdown-it formulas: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`. A single dollar opens only before a character that is no
 * space and closes only after one, and not before a digit (pandoc's rule), so "$5 and $7" stays money; so does `\$5`. What `render`
 * answers with is put into the HTML as it is.
 */
export function addMaths(md: MarkdownIt, render: (formula: Formula) => string): void {
  md.inline.ruler.before('escape', 'maths', inlineMaths);
  md.block.ruler.before('fence', 'maths_block', blockMaths, { alt: ['paragraph', 'list'] });
  md.renderer.rules.maths = (tokens, index) => {
    const token = tokens[index];
    if (!token) return '';
    const { content: tex, markup: open, info, meta } = token;
    return render({ tex, open, close: String(meta?.close ?? ''), display: info === 'display' });
  };
}

function inlineMaths(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const fence = FENCES.find(({ open }) => src.startsWith(open, pos));
  if (!fence) return false;
  const start = pos + fence.open.length;
  const end = closing(state, fence, start);
  if (end === -1) return false;
  if (!silent) pushFormula(state, fence, src.slice(start, end));
  state.pos = end + fence.close.length;
  return true;
}

/** A formula that begins a line and closes at the end of a line, over several lines that markdown would read otherwise. */
function blockMaths(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const fence = FENCES.find(({ open, display }) => display && state.src.startsWith(open, first));
  if (!fence) return false;
  for (let line = startLine; line < Math.min(endLine, startLine + MOST_LINES); line += 1) {
    const text = state.src.slice(
      line === startLine ? first + fence.open.length : state.bMarks[line],
      state.eMarks[line],
    );
    if (line > startLine && text.trim() === '') return false;
    if (!text.trimEnd().endsWith(fence.close)) {
      if (text.includes(fence.close)) return false;
      continue;
    }
    if (silent) return true;
    const end = state.src.lastIndexOf(fence.close, state.eMarks[line]);
    state.line = line + 1;
    pushFormula(state, fence, state.src.slice(first + fence.open.length, end));
    return true;
  }
  return false;
}

function pushFormula(state: StateInline | StateBlock, fence: Fence, tex: string): void {
  const token = state.push('maths', 'math', 0);
  token.content = tex;
  token.markup = fence.open;
  token.meta = { close: fence.close };
  token.info = fence.display ? 'display' : '';
}

/** Where each fence may close in a text, in order: read once, so that a text of many dollars is read in the time of its length. */
const places = new WeakMap<StateInline, Map<Fence, number[]>>();

function placesOf(state: StateInline, fence: Fence): number[] {
  const known = places.get(state) ?? new Map<Fence, number[]>();
  places.set(state, known);
  const found = known.get(fence) ?? closingPlaces(state.src, fence);
  known.set(fence, found);
  return found;
}

/** What a backslash stands before does not close. */
function closingPlaces(src: string, { open, close }: Fence): number[] {
  const found: number[] = [];
  let escaped = false;
  for (let at = src.indexOf(close) === -1 ? src.length : 0; at < src.length; at += 1) {
    const closes = !escaped && src.startsWith(close, at);
    const staysOpen = open === '$' && (/\s/.test(src.charAt(at - 1)) || /\d/.test(src.charAt(at + 1)));
    if (closes && !staysOpen) found.push(at);
    escaped = !escaped && src.charAt(at) === '\\';
  }
  return found;
}

/** Where the formula closes; −1 when it does not. */
function closing(state: StateInline, fence: Fence, start: number): number {
  if (fence.open === '$' && /[\s$]/.test(state.src.charAt(start))) return -1;
  const at = firstFrom(placesOf(state, fence), start);
  return at === undefined || at === start || at >= state.posMax ? -1 : at;
}

/** The first of these ascending numbers that is not below `start`. */
function firstFrom(numbers: readonly number[], start: number): number | undefined {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return numbers[low];
}
