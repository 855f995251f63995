import { type GIFTQuestion, SyntaxError as GiftSyntaxError, parse } from 'gift-pegjs';
import type { FileIssue } from '../import-format.ts';

/** One question, or the category that those after it belong to, and where it begins. */
export interface GiftEntry {
  question: GIFTQuestion;
  line: number;
}

/** Longest question, in characters: the grammar takes longer the longer a question is, by its square. */
const LONGEST = 16_000;

interface Block {
  text: string;
  /** From 1. */
  line: number;
}

/**
 * Reads GIFT a question at a time: blank lines part questions, and so one that is written wrong hides no other. `text` has plain
 * line ends. Never throws.
 */
export function* parseGift(file: string, text: string): Generator<GiftEntry | FileIssue> {
  for (const block of blocksOf(text)) yield* parseBlock(file, block);
}

function* parseBlock(file: string, { text, line }: Block): Generator<GiftEntry | FileIssue> {
  if (text.length > LONGEST) {
    yield { file, line, problem: `a question of ${text.length} characters; allowed are ${LONGEST}` };
    return;
  }
  try {
    for (const question of parse(text)) yield { question, line: line + leadingComments(text) };
  } catch (error) {
    yield { file, ...placeOf(error, line), problem: problemOf(error) };
  }
}

/** Pieces between blank lines that hold more than comments; a category stands alone even without a blank line after it. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  const close = () => {
    if (open && !open.text.split('\n').every((line) => /^\s*(?:\/\/.*)?$/.test(line))) blocks.push(open);
    open = undefined;
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') {
      close();
      continue;
    }
    open = open ? { ...open, text: `${open.text}\n${line}` } : { text: line, line: index + 1 };
    if (/^\s*\$CATEGORY:/.test(line)) close();
  }
  close();
  return blocks;
}

function leadingComments(text: string): number {
  const first = text.split('\n').findIndex((line) => !/^\s*\/\//.test(line));
  return Math.max(0, first);
}

function placeOf(error: unknown, line: number): { line: number; column?: number } {
  if (!(error instanceof GiftSyntaxError)) return { line };
  const { start } = error.location;
  return { line: line + start.line - 1, column: start.column };
}

function problemOf(error: unknown): string {
  if (!(error instanceof GiftSyntaxError)) return 'this is no question in GIFT';
  if (error.expected?.some((one) => one.type === 'literal' && one.text === '}') && error.found === null)
    return 'the answers have no closing brace }, or a blank line stands inside them';
  const found = error.found === null ? 'the end of the question' : JSON.stringify(error.found);
  return `${found} is not understood here; a special character (~ = # { } :) that belongs to the text is written with \\ before it`;
}
