import type { TutorLanguage } from '../brief.ts';

export type Relation = '<' | '<=' | '>' | '>=';

export interface Sides {
  left: string;
  right: string;
}

/** A problem that a pupil has brought, as mathematics: one side, or two with a sign of equality between them. */
export interface BroughtProblem {
  /** As the pupil wrote it, tidied: "3x + 5 = 20". */
  written: string;
  left: string;
  /** Null where there is no sign of equality: something to be worked out. */
  right: string | null;
  /** The unknown; '' in plain arithmetic. */
  letter: string;
  /** The sign between the sides where it is not the one of equality. */
  relation?: Relation;
  /** The other equation of a system of two, with the other unknown. */
  second?: Sides & { letter: string };
  /** In which its hints are worded, from when it opens; English where none is said. */
  language?: TutorLanguage;
}

const LONGEST = 400;
const LONGEST_PROBLEM = 60;

const MATHS_TOKEN = /^(?:[-−–+*·×⋅÷/:^=<>≤≥()\d.,²%]|[a-z](?![a-z]))+$/i;

/** Says that something of the pupil's own is to be done, not the question that is open. */
const BROUGHT =
  /\b(?:help (?:me )?(?:with|on|to solve|solve|solving)|solve|solving|work out|calculate|compute|evaluate|simplify this|my (?:own )?(?:home ?work|problem|exercise|task|equation)|home ?work|worksheet|i (?:have|got|need) (?:a|an|this|to|the) (?:problem|question|exercise|equation|solve|do|find)|how (?:do|can|would|should|to) (?:i |we |you )?(?:solve|do|find|work out|calculate))\b|תעזור|תעזרי|לפתור|שיעורי בית|תרגיל/i;
const ASKS = /\b(?:what(?:['’]?s| is)|how much is|find)\b|[?؟]\s*$|כמה זה/i;

/**
 * The problem in a message, where it is mathematics that can be read. With `open` a question is open: then only a message that says
 * that it brings a problem is read as one, and none that is in the open question. Null for anything else; never throws.
 */
export function readOwnProblem(text: string, open: string | null): BroughtProblem | null {
  if (text.length > LONGEST) return null;
  const says = BROUGHT.test(text);
  if (open !== null && !says) return null;
  const problem = mathsIn(text);
  if (problem === null || !(says || ASKS.test(text) || problem.right !== null)) return null;
  const parts = problem.written.split(', ').map(squeeze);
  return open !== null && parts.every((part) => squeeze(open).includes(part)) ? null : problem;
}

const squeeze = (text: string): string =>
  plainly(text)
    .replace(/[\s$\\{}]/g, '')
    .toLowerCase();

function plainly(text: string): string {
  return text
    .replace(/[−–]/g, '-')
    .replace(/[·×⋅]|\\cdot|\\times/g, '*')
    .replace(/÷/g, '/')
    .replace(/≤|\\leq?(?![a-z])|=</g, '<=')
    .replace(/≥|\\geq?(?![a-z])|=>/g, '>=')
    .replace(/²/g, '^2')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/\$/g, '');
}

/** Two equations, where there are just two of them in two letters; else the longest run of mathematics in a message. */
function mathsIn(text: string): BroughtProblem | null {
  const tokens = text
    .replace(/%\s*of\b/gi, '%*')
    .replace(/[:;]\s|\n/g, ' ; ')
    .trim()
    .split(/\s+/);
  const runs: string[][] = [[]];
  for (const token of tokens) {
    const bare = token.replace(/[?!.,;]+$/, '');
    if (bare !== '' && MATHS_TOKEN.test(bare)) runs.at(-1)?.push(bare);
    if (bare === '' || !MATHS_TOKEN.test(bare) || bare !== token) runs.push([]);
  }
  const both = toSystem(runs.map(withoutWords).filter((run) => run.includes('=')));
  if (both !== null) return both;
  const weight = (run: readonly string[]) => run.join('').match(/[\d=<>≤≥+*/^-]/g)?.length ?? 0;
  const best = runs.toSorted((a, b) => weight(b) - weight(a))[0] ?? [];
  return toProblem(withoutWords(best));
}

/** "I 3x" and "a 2 + 3": words of one letter before it are none of it. */
function withoutWords(run: readonly string[]): string {
  const own = run.findIndex((word, at) => !/^(?:a|i)$/i.test(word) || /^[-+*/^=<>≤≥]/.test(run[at + 1] ?? ''));
  return run.slice(own < 0 ? run.length - 1 : own).join(' ');
}

const lettersOf = (...texts: string[]): string[] => [...new Set(texts.join(' ').match(/[a-z]/g) ?? [])].toSorted();

/** What a run says, taken apart at its sign; null where it has several, or is too long. */
function taken(run: string) {
  const shown = run.replace(/%\*/g, '% of').trim();
  let maths = plainly(run)
    .replace(/(\d+(?:\.\d+)?)\s*%/g, '($1/100)')
    .toLowerCase();
  // "12 x 4" without an equation is a product.
  if (!/[=<>]/.test(maths)) maths = maths.replace(/(?<=\d\s*)x(?=\s*\d)/g, '*');
  maths = maths.replace(/(?<=\d\s*):(?=\s*\d)/g, '/');
  if (maths.length > LONGEST_PROBLEM || maths.includes(':')) return null;
  const [left = '', sign, right = null, ...more] = maths.split(/(<=|>=|[<>=])/).map((part) => part.trim());
  if (more.length > 0 || left === '') return null;
  return { shown, left, sign: SIGNS.find((each) => each === sign), right, letters: lettersOf(left, right ?? '') };
}

const SIGNS = ['=', '<', '<=', '>', '>='] as const;

function toProblem(run: string): BroughtProblem | null {
  const read = taken(run);
  if (read === null || read.letters.length > 1) return null;
  const { shown, left, sign, right } = read;
  const letter = read.letters[0] ?? '';
  // "3 + 4 =" asks what comes out; an equation has its unknown.
  if (letter === '') {
    const works = /[\d)]\s*[-+*/^]\s*[-\d(]/.test(left) && !/^\(?\d+\)?\s*\/\s*\(?\d+\)?$/.test(left);
    const asks = works && (sign === undefined || sign === '=') && (right ?? '') === '';
    return asks ? { written: shown.replace(/\s*=\s*$/, ''), left, right: null, letter } : null;
  }
  if (right === null || right === '') return null;
  return { written: shown, left, right, letter, ...(sign === undefined || sign === '=' ? {} : { relation: sign }) };
}

/** Two equations that have two letters between them. */
function toSystem(runs: readonly string[]): BroughtProblem | null {
  const [one, other, ...more] = runs.map(taken);
  if (!one || !other || more.length > 0) return null;
  if (one.sign !== '=' || other.sign !== '=' || !one.right || !other.right) return null;
  const [letter, rest, ...others] = lettersOf(one.left, one.right, other.left, other.right);
  if (letter === undefined || rest === undefined || others.length > 0) return null;
  const second = { left: other.left, right: other.right, letter: rest };
  return { written: `${one.shown}, ${other.shown}`, left: one.left, right: one.right, letter, second };
}
