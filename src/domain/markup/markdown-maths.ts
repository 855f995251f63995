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
  const { src, pos, posMax } = state;
  const fence = FENCES.find(({ open }) => src.startsWith(open, pos));
  if (!fence) return false;
  const start = pos + fence.open.length;
  const end = closing(src, fence, start, posMax);
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
  for (let line = startLine; line < endLine; line += 1) {
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

function pushFormula(state: StateInline | StateBlock, fence: (typeof FENCES)[number], tex: string): void {
  const token = state.push('maths', 'math', 0);
  token.content = tex;
  token.markup = fence.open;
  token.meta = { close: fence.close };
  token.info = fence.display ? 'display' : '';
}

/** Where the formula closes; −1 when it does not. What a backslash stands before does not close it. */
function closing(src: string, fence: (typeof FENCES)[number], start: number, end: number): number {
  const single = fence.open === '$';
  if (single && /[\s$]/.test(src.charAt(start))) return -1;
  for (let at = start; at < end; at += 1) {
    if (src.startsWith(fence.close, at)) {
      if (at === start) return -1;
      if (!single || (!/\s/.test(src.charAt(at - 1)) && !/\d/.test(src.charAt(at + 1)))) return at;
    }
    if (src.charAt(at) === '\\') at += 1;
  }
  return -1;
}
