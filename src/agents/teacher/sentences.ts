/** Cuts running text into sentences while it is still being written. Every character stays: the sentences joined are the text. */
export interface SentenceStream {
  /** Takes more text; returns the sentences that are certain to be over, whatever follows. */
  push(delta: string): string[];
  /** The text is over; returns what is left. */
  end(): string[];
}

/** A sentence longer than this is cut, so that nothing is held back for ever. */
const LONGEST = 2000;
/** A "$" that nobody closes within this many characters is money. */
const LONGEST_MATHS = 400;

const TERMINATORS = '.!?…。؟？！';
const CLOSERS = '"\'”’)]*_»';
const ABBREVIATIONS = new Set(
  'e.g i.e eg ie cf mr mrs ms dr prof st vs fig figs eq eqs ch vol approx ca resp incl excl max min sec dept jr sr'.split(
    ' ',
  ),
);
/** Abbreviations that may also end a sentence: they do when a capital follows. */
const MAYBE = new Set(['etc', 'a.m', 'p.m', 'u.s', 'b.c', 'a.d', 'al', 'inc', 'cm', 'kg']);
const BLOCK_START = /^[ \t]*(?:[-*+•][ \t]|\(?\d{1,3}[.)][ \t]|\(?[a-zA-Z]\)[ \t]|#{1,6}[ \t]|\||>|```|~~~)/;
const LIST_MARKER = /^[ \t]*(?:>[ \t]?)*(?:[-*+•]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])[ \t]+/;

const UNDECIDED = -1;
const NOT_HERE = 0;

interface Scan {
  text: string;
  final: boolean;
}

const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/.test(char);

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text[at])) at += 1;
  return at;
}

/** Where the paragraph that holds `from` ends, or Infinity when that is not known yet. */
function paragraphEnd(text: string, from: number): number {
  const found = /\n[ \t]*\n/.exec(text.slice(from));
  return found ? from + found.index : Number.POSITIVE_INFINITY;
}

/** Position after a span that opens at `at` and is closed by `find`; `skip` where it turns out to be no span at all. */
function closeSpan(scan: Scan, at: number, skip: number, find: (from: number) => number): number {
  const limit = Math.min(paragraphEnd(scan.text, at), at + LONGEST_MATHS);
  const close = find(at + skip);
  if (close !== UNDECIDED && close <= limit) return close;
  if (scan.final || limit <= scan.text.length) return at + skip;
  return UNDECIDED;
}

function findText(text: string, needle: string): (from: number) => number {
  return (from) => {
    const at = text.indexOf(needle, from);
    return at < 0 ? UNDECIDED : at + needle.length;
  };
}

/** A closing "$" stands after something and is not followed by a digit: "$5 and $3" is money, "$x + 5$" is maths. */
function findClosingDollar(scan: Scan): (from: number) => number {
  return (from) => {
    if (isSpace(scan.text[from])) return UNDECIDED;
    for (let at = from; at < scan.text.length; at += 1) {
      if (scan.text[at] === '\\') at += 1;
      else if (scan.text[at] === '$' && !isSpace(scan.text[at - 1])) {
        const next = scan.text[at + 1];
        if (next === undefined ? scan.final : !/\d/.test(next)) return at + 1;
      }
    }
    return UNDECIDED;
  };
}

function spanAt(scan: Scan, at: number): number {
  const { text } = scan;
  if (text.startsWith('$$', at)) return closeSpan(scan, at, 2, findText(text, '$$'));
  if (text[at] === '$') return closeSpan(scan, at, 1, findClosingDollar(scan));
  if (text[at] === '`') {
    const run = /^`+/.exec(text.slice(at))?.[0] ?? '`';
    if (at + run.length === text.length && !scan.final) return UNDECIDED;
    return closeSpan(scan, at, run.length, findText(text, run));
  }
  if (at + 1 >= text.length) return scan.final ? at + 1 : UNDECIDED;
  if (text[at + 1] === '(') return closeSpan(scan, at, 2, findText(text, '\\)'));
  if (text[at + 1] === '[') return closeSpan(scan, at, 2, findText(text, '\\]'));
  return at + 2;
}

/** Code between fences is one piece; an open fence lasts to the end of the text. */
function fenceAt(scan: Scan, at: number): number {
  const fence = /^[ \t]*(```|~~~)/.exec(scan.text.slice(at));
  if (!fence?.[1]) return NOT_HERE;
  const close = scan.text.indexOf(`\n${fence[1]}`, at + fence[0].length);
  if (close >= 0) return close + 1 + fence[1].length;
  return scan.final ? scan.text.length : UNDECIDED;
}

function isAbbreviation(text: string, dot: number, next: string | undefined): boolean {
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, dot - 20), dot))?.[0].toLowerCase() ?? '';
  if (ABBREVIATIONS.has(word)) return true;
  if (MAYBE.has(word)) return next === undefined || !/\p{Lu}/u.test(next);
  return word === 'no' && next !== undefined && /\d/.test(next);
}

function terminatorAt(scan: Scan, at: number): { end: number; next: number } {
  const { text } = scan;
  let end = at;
  while (end < text.length && TERMINATORS.includes(text[end] ?? ' ')) end += 1;
  const afterMarks = end;
  while (end < text.length && CLOSERS.includes(text[end] ?? ' ')) end += 1;
  if (end === text.length) return { end: scan.final ? end : UNDECIDED, next: end };
  if (!isSpace(text[end])) return { end: NOT_HERE, next: afterMarks };
  const start = afterSpace(text, end);
  if (start === text.length && !scan.final) return { end: UNDECIDED, next: end };
  const paragraphOver = text.slice(end, start).includes('\n\n');
  const next = text[start];
  const marks = text.slice(at, afterMarks);
  const lower = next !== undefined && /\p{Ll}/u.test(next);
  const goesOn =
    (marks === '.' && isAbbreviation(text, at, next)) ||
    (lower && (/^(\.{2,}|…)$/.test(marks) || /["”’»]/.test(text.slice(afterMarks, end))));
  return goesOn && !paragraphOver ? { end: NOT_HERE, next: end } : { end: start, next: end };
}

function newlineAt(scan: Scan, at: number, lineStart: number): number {
  const { text } = scan;
  const start = afterSpace(text, at);
  if (start === text.length) return scan.final ? start : UNDECIDED;
  if (text.slice(at, start).replace(/[ \t\r]/g, '').length > 1) return start;
  if (/^[ \t]*(#{1,6}[ \t]|\|)/.test(text.slice(lineStart, at))) return start;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1);
  if (!scan.final && line.length < 8 && !line.includes('\n')) return UNDECIDED;
  return BLOCK_START.test(line) ? start : NOT_HERE;
}

/** End of the first sentence of the text; UNDECIDED while more text could move it. */
function firstEnd(scan: Scan): number {
  const { text } = scan;
  let at = 0;
  let lineStart = -1;
  let seen = 0;
  while (at < text.length) {
    if (at >= LONGEST) return LONGEST;
    if (lineStart !== at && (at === 0 || text[at - 1] === '\n')) {
      lineStart = at;
      const fence = fenceAt(scan, at);
      if (fence === UNDECIDED) return text.length > LONGEST ? LONGEST : UNDECIDED;
      if (fence > 0) {
        at = fence;
        seen = at;
        continue;
      }
      at += LIST_MARKER.exec(text.slice(at, at + 40))?.[0].length ?? 0;
      if (at >= text.length) break;
    }
    const char = text[at] ?? '';
    let next = at + 1;
    if ('$`\\'.includes(char)) next = spanAt(scan, at);
    else if (char === '\n' && seen > 0) {
      const end = newlineAt(scan, at, lineStart);
      if (end !== NOT_HERE) return end;
    } else if (TERMINATORS.includes(char) && seen > 0) {
      const stop = terminatorAt(scan, at);
      if (stop.end !== NOT_HERE) return stop.end;
      next = stop.next;
    }
    if (next === UNDECIDED) return UNDECIDED;
    if (!isSpace(char)) seen = next;
    at = next;
  }
  return scan.final ? text.length : UNDECIDED;
}

export function createSentenceStream(): SentenceStream {
  let held = '';
  const take = (final: boolean): string[] => {
    const out: string[] = [];
    while (held !== '') {
      const end = firstEnd({ text: held, final });
      if (end === UNDECIDED) break;
      out.push(held.slice(0, end));
      held = held.slice(end);
    }
    return out;
  };
  return {
    push(delta) {
      held += delta;
      return take(false);
    },
    end: () => take(true),
  };
}

/** The sentences of a text that is complete, each with the white space after it. */
export function splitSentences(text: string): string[] {
  const stream = createSentenceStream();
  return [...stream.push(text), ...stream.end()];
}
