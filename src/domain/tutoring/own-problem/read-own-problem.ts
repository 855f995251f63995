import type { TutorLanguage } from '../brief.ts';

/** A problem that a pupil has brought, as mathematics: one side, or two with a sign of equality between them. */
export interface BroughtProblem {
  /** As the pupil wrote it, tidied: "3x + 5 = 20". */
  written: string;
  left: string;
  /** Null where there is no sign of equality: something to be worked out. */
  right: string | null;
  /** The unknown; '' in plain arithmetic. */
  letter: string;
  /** In which its hints are worded, from when it opens; English where none is said. */
  language?: TutorLanguage;
}

const LONGEST = 400;
const LONGEST_PROBLEM = 60;

const MATHS_TOKEN = /^(?:[-−–+*·×⋅÷/:^=()\d.,²%]|[a-z](?![a-z]))+$/i;

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
  return open !== null && squeeze(open).includes(squeeze(problem.written)) ? null : problem;
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
    .replace(/²/g, '^2')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/\$/g, '');
}

/** The longest run of mathematics in a message. */
function mathsIn(text: string): BroughtProblem | null {
  const tokens = text
    .replace(/%\s*of\b/gi, '%*')
    .replace(/[:;]\s/g, ' ; ')
    .trim()
    .split(/\s+/);
  const runs: string[][] = [[]];
  for (const token of tokens) {
    const bare = token.replace(/[?!.,;]+$/, '');
    if (bare !== '' && MATHS_TOKEN.test(bare)) runs.at(-1)?.push(bare);
    if (bare === '' || !MATHS_TOKEN.test(bare) || bare !== token) runs.push([]);
  }
  const weight = (run: readonly string[]) => run.join('').match(/[\d=+*/^-]/g)?.length ?? 0;
  const best = runs.toSorted((a, b) => weight(b) - weight(a))[0] ?? [];
  // "I 3x" and "a 2 + 3": words of one letter before it are none of it.
  while (best.length > 1 && /^(?:a|i)$/i.test(best[0] ?? '') && !/^[-+*/^=]/.test(best[1] ?? '')) best.shift();
  return toProblem(best.join(' '));
}

function toProblem(run: string): BroughtProblem | null {
  const shown = run.replace(/%\*/g, '% of').trim();
  let maths = plainly(run).replace(/(\d+(?:\.\d+)?)\s*%/g, '($1/100)');
  // "12 x 4" without an equation is a product.
  if (!maths.includes('=')) maths = maths.replace(/(?<=\d\s*)x(?=\s*\d)/gi, '*');
  maths = maths.replace(/(?<=\d\s*):(?=\s*\d)/g, '/');
  if (maths.length > LONGEST_PROBLEM || maths.includes(':')) return null;
  const letters = [...new Set((maths.match(/[a-z]/gi) ?? []).map((each) => each.toLowerCase()))];
  const sides = maths
    .toLowerCase()
    .split('=')
    .map((side) => side.trim());
  const [left = '', right = null] = sides;
  if (letters.length > 1 || sides.length > 2 || left === '') return null;
  const letter = letters[0] ?? '';
  // "3 + 4 =" asks what comes out; an equation has its unknown.
  if (letter === '') {
    const works = /[\d)]\s*[-+*/^]\s*[-\d(]/.test(left) && !/^\(?\d+\)?\s*\/\s*\(?\d+\)?$/.test(left);
    return works && (right ?? '') === '' ? { written: shown.replace(/\s*=\s*$/, ''), left, right: null, letter } : null;
  }
  return right === null || right === '' ? null : { written: shown, left, right, letter };
}
