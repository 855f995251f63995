import type { AnswerKey } from '../../../domain/curriculum/curriculum.ts';
import { standsAlone } from './contexts.ts';
import { NEGATION, singledOut } from './singled-out.ts';
import { literal } from './text-leak.ts';

export const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

const GROUP =
  '(?:(?:the|these|those|all|your) )*(?:\\w+ )?(?:choices|options|answers|possibilities|list|lot|row|them|four|three|five|six)';

/** The ways to name the choice that stands at this place: "first", "2nd", "last", "bottom". */
function placeNames(at: number, count: number): string {
  const names = [ORDINALS[at] ?? '-', `${at + 1}(?:st|nd|rd|th)`];
  if (at === 0) names.push('top', 'topmost');
  if (at === count - 1) names.push('last', 'final', 'bottom', 'lowest');
  if (at === count - 2 && count > 2) names.push('second to last', 'next to last', 'last but one');
  return `(?:${names.join('|')})`;
}

/** Whether a readable sentence points at the right choice by its place. */
export function placeLeaks(sentence: string, key: AnswerKey): boolean {
  const at = key.choices.findIndex((choice) => choice.id === key.answer);
  const count = key.choices.length;
  const name = placeNames(at, count);
  const fromBottom = `${ORDINALS[count - 1 - at] ?? '-'} (?:one |choice |option )?from (?:the )?bottom`;
  const pattern = new RegExp(
    `\\b(?:(?:the )?${name} (?:one|choice|option|answer|possibility)(?: (?:in|on|of) ${GROUP})?|the ${name} (?:of|in|on) ${GROUP}|the ${name}(?=[.!]*$)|(?:the )?(?:${ORDINALS[at] ?? '-'} (?:one |choice |option )?from (?:the )?top|${fromBottom})|(?:choice|option|number) ${at + 1})\\b`,
    'giu',
  );
  const picked = [...sentence.matchAll(pattern)].some((match) => {
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(match.index + match[0].length);
    if (TRIED.test(after)) return false;
    return singledOut(before, after) || standsAlone({ before, after });
  });
  return picked || besideLeaks(sentence, key, at);
}

/** What is taken up to be tested is not taken for the answer. */
const TRIED =
  /^["”')*]* (?:again|first|and (?:test|check|try|see|ask|put|look|read)|to (?:test|check|try|begin|start))/i;

const HEBREW_ORDINALS = ['הראשונה', 'השנייה', 'השלישית', 'הרביעית', 'החמישית', 'השישית'];

/** "The one in the middle", "the letter after A", "number 2 in the list", in Hebrew "the second option is right". */
function besideLeaks(sentence: string, key: AnswerKey, at: number): boolean {
  const neighbour = (place: number): string | undefined => {
    const choice = key.choices[place];
    return (
      choice && `(?:${literal(choice.id)}|(?:the )?${placeNames(place, key.choices.length)}(?: one| choice| option)?)`
    );
  };
  const [before, after] = [neighbour(at - 1), neighbour(at + 1)];
  const middle = key.choices.length % 2 === 1 && at === (key.choices.length - 1) / 2;
  const next = [
    before && `(?:after|below|under|behind) ${before}`,
    after && `(?:before|above) ${after}`,
    before && after && `between ${before} and ${after}`,
  ].filter(Boolean);
  const places = [
    ...(middle ? ['(?:one|choice|option|answer|letter) in the middle', 'middle (?:one|choice|option|answer)'] : []),
    ...next.map((place) => `(?:one|choice|option|answer|letter)(?: right| just| directly)? ${place}`),
  ];
  if (places.some((place) => new RegExp(`\\b${place}\\b`, 'i').test(sentence) && !NEGATION.test(sentence))) return true;
  return numberLeaks(sentence, at) || hebrewPlaceLeaks(sentence, at);
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six'];

/** "Option two.", "Choose 2." */
function numberLeaks(sentence: string, at: number): boolean {
  const which = `(?:${at + 1}|${NUMBERS[at] ?? '-'})[\\s.!)]*$`;
  return new RegExp(
    `(?:^(?:option|choice)|\\b(?:choose|pick|select|mark|tick|click)(?: (?:option|choice|number))?) ${which}`,
    'i',
  ).test(sentence);
}

/** "The answer is the second", "choose the second", "option ב". */
function hebrewPlaceLeaks(sentence: string, at: number): boolean {
  const [ordinal, letter] = [HEBREW_ORDINALS[at] ?? '-', 'אבגדהו'[at] ?? '-'];
  const named = '(?:האפשרות|התשובה|הבחירה)';
  const taken = '(?:בחר|בחרי|בחרו|סמן|סמני|סמנו)';
  const places = [
    `${named} ${ordinal}(?: היא| זו)? ?(?:ה?נכונה|[.!]|$)`,
    `${named}(?: הנכונה)?(?: היא|:) ${ordinal}`,
    `${taken} (?:את )?(?:ב?ה?אפשרות )?ב?${ordinal}`,
    `${taken} (?:ב?סעיף |ב?אפשרות )?${ordinal.replace(/^ה/, 'ב')}`,
    `(?:ה?סעיף|ה?אפשרות|התשובה(?: היא|:)|האות|${taken}) ["'׳״]?${letter}["'׳״]?(?=[\\s.!,)]*$)`,
  ];
  return places.some((place) => new RegExp(`(?<!\\p{L})${place}`, 'u').test(sentence)) && !NEGATION.test(sentence);
}
