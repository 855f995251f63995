import type { AnswerKey, Choice } from '../../../domain/curriculum/curriculum.ts';
import { standsAlone } from './contexts.ts';
import type { Known } from './number-leak.ts';
import { readable, words } from './plain-text.ts';
import { NEGATION, singledOut } from './singled-out.ts';

/** What is counted of how a choice looks, and what the one with most and the one with least of it is called. */
const LOOKS: readonly { size(text: string): number; most: string; least: string; hebrew: [string, string] }[] = [
  {
    size: (text) => text.length,
    most: 'longest|biggest|most detailed',
    least: 'shortest|smallest',
    hebrew: ['ה?ארוכה|ה?ארוך', 'ה?קצרה|ה?קצר'],
  },
  {
    size: (text) => words(text).length,
    most: 'wordiest|(?:one|choice|option|answer) (?:with|of|that has) the most words',
    least: '(?:one|choice|option|answer) (?:with|of|that has) the (?:fewest|least) words',
    hebrew: ['-', '-'],
  },
];

/** Marks that only one choice may have. */
const MARKS: readonly [string, RegExp][] = [
  ['commas?', /,/],
  ['hyphens?|dash(?:es)?', /[-–—]/],
  ['brackets?|parenthes[ie]s', /[()]/],
  ['numbers?|digits?', /\d/],
  ['capitals?|capital letters?', /(?<=\p{L}.*)\p{Lu}/u],
];

const THING = '(?:one|choice|option|answer|possibility|text)';
const OF_THEM =
  '(?:of|in|among) (?:(?:the|these|those|all|your) )*(?:choices|options|answers|possibilities|list|them|four|three|five|six|\\d)';

/** Whether a readable sentence points at the right choice by how it looks: "the longest one", "the one with a comma". */
export function lookLeaks(sentence: string, key: AnswerKey, known: Known): boolean {
  const right = key.choices.find((choice) => choice.id === key.answer);
  if (right === undefined || key.choices.length < 2 || NEGATION.test(sentence)) return false;
  const others = key.choices.filter((choice) => choice.id !== right.id);
  return (
    superlativesOf(right, others).some((name) => pointsAt(sentence, name, known)) || marked(sentence, right, others)
  );
}

/** What the choice is called beside the others, as patterns. */
function superlativesOf(right: Choice, others: readonly Choice[]): string[] {
  return LOOKS.flatMap(({ size, most, least, hebrew }) => {
    const own = size(readable(right.text));
    const sizes = others.map((choice) => size(readable(choice.text)));
    if (sizes.every((each) => each < own)) return [most, `(?:${hebrew[0]}) ביותר|הכי (?:${hebrew[0]})`];
    return sizes.every((each) => each > own) ? [least, `(?:${hebrew[1]}) ביותר|הכי (?:${hebrew[1]})`] : [];
  });
}

/** A superlative that the question itself is about ("Which river is the longest?") has to be said of a choice, or stand alone. */
function pointsAt(sentence: string, name: string, known: Known): boolean {
  const asked = new RegExp(`(?<!\\p{L})(?:${name})`, 'iu').test(known.question);
  const pattern = new RegExp(
    `(?<!\\p{L})(?:the |ה?(?:אפשרות|תשובה|בחירה) )?(?:${name})(?:(?: ${THING})?(?: ${OF_THEM})?)(?!\\p{L})`,
    'giu',
  );
  return [...sentence.matchAll(pattern)].some((match) => {
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(match.index + match[0].length);
    if (singledOut(before, after) || standsAlone({ before, after }))
      return !/^ \p{L}+/u.test(after) || /^ (?:is|was|must|has|היא|הוא)(?!\p{L})/u.test(after);
    return (
      !asked && new RegExp(`(?:${THING}|${OF_THEM})$`, 'iu').test(match[0]) && !/^ \p{L}+ (?:you|we|i)\b/iu.test(after)
    );
  });
}

function marked(sentence: string, right: Choice, others: readonly Choice[]): boolean {
  return MARKS.some(
    ([name, mark]) =>
      mark.test(readable(right.text)) &&
      !others.some((choice) => mark.test(readable(choice.text))) &&
      new RegExp(
        `\\b${THING} (?:with|that has|which has|containing) (?:(?:a|an|the|some|only|two) )*(?:${name})\\b`,
        'i',
      ).test(sentence),
  );
}
