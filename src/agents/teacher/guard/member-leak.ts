import { hebrewInDigits } from './hebrew-numbers.ts';
import type { NumberAt } from './numbers.ts';
import { isValue, numbersIn } from './numbers.ts';
import { inSymbols } from './plain-text.ts';

const ROOT = '(?:roots?|solutions?|zeros?|zeroes|values?|answers?|elements?|members?|numbers?)';
const WHICH =
  '(?:1|one|a|an|another|the|its|either|other|first|second|third|last|larger|largest|smaller|smallest|bigger|greater|lesser|positive|negative|whole|missing|of them|of these|of those|of the (?:two|2|three|3)|of the|it has|has)';
const IS = '(?:is|=|equals|must be|has to be|would be|will be|could be|can be|:|namely|,)';
/** "One root is", "one of them is", "the larger one is", "a root of it is", "has as a root". */
const NAMED_BEFORE = new RegExp(
  `\\b${WHICH}(?: (?:${WHICH}|${ROOT}|of it|of this|(?:of|for) (?:the|this) (?:equation|question|problem)|you (?:want|need)))* ${IS} ?(?:just |exactly |simply )?$`,
  'i',
);
/** "is one of the solutions", "is a root", "works", "solves it". */
const NAMED_AFTER = new RegExp(
  `^,? (?:(?:is|must be|would be|is also) (?:indeed |also )?(?:1|one|a|an|another|the (?:other|first|second|larger|smaller|positive|negative))(?: of (?:them|these|the (?:two|2)))?(?: (?:of (?:the|its) )?(?:two |2 |other )?${ROOT})?(?=[.,;!]|$)|(?:is|must be) (?:1|one|a|another|the (?:other|larger|smaller)) (?:of (?:the |its )?)?(?:two |2 )?${ROOT}|as (?:a|one|1|its) (?:of its )?${ROOT}|(?:solves|satisfies) (?:it|the equation)|(?:belongs|is) (?:to|in) the (?:set|solution))`,
  'i',
);
const HEBREW_BEFORE =
  /(?:(?:אחד|אחת) (?:ה?פתרונות|ה?שורשים|ה?ערכים|מהם|מהן)|ה?(?:פתרון|שורש|ערך)(?: (?:אחד|הראשון|השני|הגדול|הקטן|האחר))?)(?: הוא| היא|:| =) *$/u;
/** The number is only a part of something else: "one root is 3 times the other". */
const GOES_ON = /^ ?(?:times|more|less|smaller|larger|bigger|steps?|units?|[-+*/^]|sqrt|root)/i;
const LABEL = /\b(?:steps?|lines?|hints?|parts?|rows?) $/i;

/** Whether a readable sentence names one of these values as a root, a solution, one of them. */
export function namesMember(sentence: string, values: readonly number[]): boolean {
  if (values.length === 0) return false;
  const text = hebrewInDigits(inSymbols(sentence), values);
  return numbersIn(text).some((number) => values.some((value) => isValue(number, value)) && isNamed(text, number));
}

function isNamed(text: string, number: NumberAt): boolean {
  const before = text.slice(0, number.start);
  const after = text.slice(number.end);
  if (GOES_ON.test(after) || LABEL.test(before)) return false;
  return NAMED_BEFORE.test(before) || NAMED_AFTER.test(after) || HEBREW_BEFORE.test(before);
}
