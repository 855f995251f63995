import type { Item } from '../curriculum/curriculum.ts';
import type { AnswerChecker } from './verdict.ts';

const MAX_FRAGMENTS = 120;
const MAX_LENGTH = 80;
const MATH_SPAN = /\$\$([\s\S]*?)\$\$|\$([^$\n]+)\$/g;
const OPERATORS = /[/+*^×·÷]|\\(?:frac|dfrac|tfrac|sqrt|cdot|times|div)\b|(?<=[\w)}\]]\s*)[-−]|\)\s*\(/g;
/** A unit as authors set it: "\\ \\text{cm}^2". */
const UNIT_TEXT = /(?:\\[ ,;:]|~)*\s*\\(?:text|mathrm|textrm)\{[^{}]*\}(?:\^\{?\d\}?)?/g;
/** Says that what follows is the result. */
const ASSERTS = /(?:[=≈→]|\b(?:is|are|be|equals?|gives?|gets?|makes?|answer|solution|result|leaves|becomes))[\s:]*$/i;
const COUNTS_STEPS = /\b(?:step|hint|part|line|row|column|question|figure|chapter|rule|grade|page)\s*#?$/i;
const NUMBER =
  /(?<![\w.^\\])[-−]?\d[\d,]*(?:\.\d+)?(?:\s*\/\s*\d+)?(?:\s*[%°])?(?!\w*[a-z(]|\.\d|\s*[+*/^×·÷=]|\s*[-−]\s*\d)/gi;
const NUMBER_WORD =
  /\b(?:(?:minus|negative|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|half|thirds?|quarters?)[\s-]*)+/gi;

/** Words that are left out, or written in another way, when words are compared. */
const LOOSE =
  /^(?:an?|the|[\d.,]+|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|.*teen|.*ty|hundred|thousand)$/;

interface Fragment {
  text: string;
  /** The words around it claim that it is the result. */
  asserted: boolean;
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[\s$\\{}()*_`]|left|right/g, '');

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

/** All that stands on the page with the item anyway: values in it are no leak by themselves. */
export function visibleText(item: Item): string {
  return [item.stem, item.question, ...item.key.choices.map((choice) => choice.text)].filter(Boolean).join('\n');
}

/**
 * Whether a text that an author wrote for an item (a hint, a feedback, a worked example) says the item's answer. Errs on the
 * side of yes: such a text is left out before the ladder's end. A value that stands in the question is no leak by itself
 * ("divide by 5"), but claimed as the result it is ("so x = 5").
 */
export function statesAnswer(item: Item, text: string, checker: AnswerChecker): boolean {
  if (text.trim() === '') return false;
  const kind = item.key.kind;
  if (announced(text).some((tail) => checker.sameAnswer(item.key, tail))) return true;
  if (kind === 'choice') return singlesOutTheChoice(item, text, checker);
  if (kind === 'several choices') return false;
  const fragments = kind === 'text' ? wordWindows(item, text) : [...mathFragments(text), ...plainFragments(text)];
  const visible = kind === 'text' ? ` ${wordsOf(visibleText(item)).join(' ')} ` : squeeze(visibleText(item));
  const limit = operators(item.key.answer);
  return fragments.slice(0, MAX_FRAGMENTS).some((fragment) => {
    if (kind !== 'text' && operators(fragment.text) > limit) return false;
    if (isVisible(fragment, visible, kind === 'text')) return false;
    return checker.sameAnswer(item.key, fragment.text);
  });
}

function isVisible(fragment: Fragment, visible: string, asWords: boolean): boolean {
  if (asWords) return !fragment.asserted && visible.includes(` ${fragment.text} `);
  const plain = squeeze(fragment.text);
  return fragment.asserted ? visible.includes(`=${plain}`) : visible.includes(plain);
}

const operators = (text: string): number => text.match(OPERATORS)?.length ?? 0;

/** What stands after "the answer is", and the letter after "option". */
function announced(text: string): string[] {
  const after =
    /\b(?:answers?|solution|result|choices?|options?)\b(?:\s+(?:is|are|must be|would be|=)|\s*[=:]|\s)\s*([^.;!?\n]{1,80})/gi;
  return [...text.matchAll(after)].flatMap((match) => {
    const tail = (match[1] ?? '').replace(/\$/g, '').trim();
    const first = tail.split(/[\s,]+/)[0] ?? '';
    return /\b(?:is|are|be|[=:])\s*$/i.test(match[0].slice(0, -(match[1] ?? '').length)) ? [tail, first] : [first];
  });
}

/** Formulas and their sides. */
function mathFragments(text: string): Fragment[] {
  return [...text.matchAll(MATH_SPAN)].flatMap((match) => {
    const inner = (match[1] ?? match[2] ?? '').replace(UNIT_TEXT, '').trim();
    const claimed = ASSERTS.test(text.slice(Math.max(0, match.index - 20), match.index));
    const sides = inner.split(/=|\\approx|\\(?:Right|right)arrow|\\implies|\\to\b|≈|→/).map((side) => side.trim());
    const parts = sides.map((side, index) => ({ text: side, asserted: index > 0 || claimed }));
    return [...(sides.length > 1 ? [{ text: inner, asserted: claimed }] : []), ...parts].filter(fits);
  });
}

const fits = (fragment: Fragment): boolean => fragment.text !== '' && fragment.text.length <= MAX_LENGTH;

/** Numbers, number words and runs of mathematics outside of formulas. */
function plainFragments(text: string): Fragment[] {
  const plain = text.replace(MATH_SPAN, ' ; ');
  const numbers = [...plain.matchAll(NUMBER), ...plain.matchAll(NUMBER_WORD)]
    .filter((match) => !COUNTS_STEPS.test(plain.slice(Math.max(0, match.index - 12), match.index).trimEnd()))
    .map((match) => ({
      text: match[0].trim(),
      asserted: ASSERTS.test(plain.slice(Math.max(0, match.index - 16), match.index)),
    }));
  const runs = plain.match(
    /(?:[^\s;]*[\d+*/^=<>≤≥∞π√{}[\]()][^\s;]*|\b[a-z]\b)(?:\s+(?:[-−+*/^=<>≤≥·×]|[^\s;]*[\d∞π√{}[\]()][^\s;]*|\b[a-z]\b))*/gi,
  );
  const sides = (runs ?? []).flatMap((run) =>
    run.split(/[=≈]/).map((side, index) => ({ text: side.trim().replace(/[.,:]+$/, ''), asserted: index > 0 })),
  );
  return [...numbers, ...sides.filter((side) => /[a-z+*/^{}[\]()√π∞]/i.test(side.text))].filter(fits);
}

/** Every run of as many words as a right answer has; a long answer is only looked for as a whole. */
function wordWindows(item: Item, text: string): Fragment[] {
  const words = wordsOf(text);
  const sizes = new Set([item.key.answer, ...item.key.acceptedAnswers].map((answer) => wordsOf(answer).length));
  const windows: Fragment[] = [];
  for (const size of sizes) {
    if (size === 0) continue;
    for (let start = 0; start + size <= words.length; start += 1) {
      windows.push({
        text: words.slice(start, start + size).join(' '),
        asserted: ASSERTS.test(words[start - 1] ?? ''),
      });
    }
  }
  const shared = new Set([item.key.answer, ...item.key.acceptedAnswers].flatMap((answer) => wordsOf(answer).map(head)));
  const near = windows.filter(({ text }) =>
    text.split(' ').every((word) => shared.has(head(word)) || LOOSE.test(word)),
  );
  return [...new Map(near.map((window) => [`${window.asserted} ${window.text}`, window])).values()];
}

/** The first letters: enough to see whether a comparison is worth while, loose enough for endings. */
const head = (word: string): string => word.slice(0, 3);

/** A sentence that names the right choice and no other one. Very short choices ("True") only count when announced. */
function singlesOutTheChoice(item: Item, text: string, checker: AnswerChecker): boolean {
  const right = item.key.choices.find((choice) => choice.id === item.key.answer);
  if (right === undefined) return false;
  const wanted = wordsOf(right.text).join(' ');
  if (wanted.length < 5 || /^(?:always|never|sometimes|false|neither|both|all|none)\b/.test(wanted)) {
    return [...mathFragments(text)].some(
      (fragment) => fragment.asserted && checker.sameAnswer(item.key, fragment.text),
    );
  }
  const others = item.key.choices
    .filter((choice) => choice.id !== right.id)
    .map((choice) => wordsOf(choice.text).join(' '));
  const question = ` ${wordsOf(`${item.stem} ${item.question}`).join(' ')} `;
  if (question.includes(` ${wanted} `)) return false;
  return text.split(/(?<=[.!?])\s+/).some((sentence) => {
    const plain = ` ${wordsOf(sentence).join(' ')} `;
    return plain.includes(` ${wanted} `) && !others.some((other) => other !== '' && plain.includes(` ${other} `));
  });
}
