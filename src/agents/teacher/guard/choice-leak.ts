import type { AnswerKey, Choice } from '../../../domain/curriculum/curriculum.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { splitSentences } from '../sentences.ts';
import { standsAlone } from './contexts.ts';
import { asWritten } from './expression-leak.ts';
import type { Known } from './number-leak.ts';
import { readable, words } from './plain-text.ts';
import { around, FUNCTION_WORDS, literal, type Span, spansOf, stemOf } from './text-leak.ts';

const PICKS =
  /\b(?:answer|solution|choice|option|letter|one|it|that|this)(?: (?:you (?:want|need|are looking for)|to (?:pick|choose|mark|click)))?(?:'s| is| would be| must be| has to be| should be|:| =) ?(?:clearly |definitely |actually |indeed |just |simply |therefore |then |in fact |option |choice |letter |answer |the )*["“'(*]*$/i;
const TAKES =
  /\b(?:choose|pick|select|say|shout|mark|click|tick|take|go (?:with|for)|write|type|enter|submit|vote for|stick with|settle on|get|end up with|arrive at|want|looking for)(?: (?:just|the|down|option|choice|letter|answer|number|on))* ?["“'(*]*$/i;
const IS_RIGHT =
  /^["”')*]*(?: (?:option|choice))?(?:, (?:that|this|which|it))?(?:'s| is| was| must be| has to be| would be| looks| seems) (?:indeed |definitely |clearly |actually |therefore |the (?:only )?(?:one that is )?)*(?:right|correct|true|answer|one|winner|it\b|your (?:answer|best)|best|what (?:you|we))/i;
const NOT_AROUND = /\b(?:not|never|isn't|n't|neither|nor|wrong|except|instead of|rather than)\b[^,;.]{0,15}$/i;
const NEGATION = /\b(?:not|never|no|n't|isn't|aren't|don't|doesn't|neither|nor|if|whether|could|might)\b/i;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

const HEBREW_PICKS =
  /(?:התשובה|הפתרון|האפשרות|הבחירה|האות)(?: הנכונה| הנכון)?(?: היא| הוא|:)? *["“'(*]*$|(?<!\p{L})(?:בחר|בחרי|בחרו|סמן|סמני|לך על|זה|זו|זאת) *["“'(*]*$/u;
const inHebrewPicks = (before: string, after: string): boolean =>
  HEBREW_PICKS.test(before) || /^["”')*]* (?:היא |הוא |זו |זה )?(?:ה?נכונה|ה?נכון)(?!\p{L})/u.test(after);

function singledOut(before: string, after: string): boolean {
  if (NOT_AROUND.test(before)) return false;
  if (/[:!]\s*["“'(*]*$/.test(before) && /^["”')*]*(?:[.!]|$)/.test(after)) return true;
  return PICKS.test(before) || TAKES.test(before) || IS_RIGHT.test(after) || inHebrewPicks(before, after);
}

/** "B", "(b)", "option b": the article "a" and the word "I" are letters only where they cannot be words. */
function letterLeaks(sentence: string, id: string): boolean {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}'])(${literal(id)})(?![\\p{L}\\p{N}']|\\.\\p{L})`, 'giu');
  return [...sentence.matchAll(pattern)].some((match) => {
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(match.index + 1);
    const isWord = /^[ai]$/i.test(id);
    const marked =
      /(?:[("“'*]|\b(?:option|choice|letter|answer)(?: is)?:? ?["“'(*]*)$/i.test(before) ||
      /^\s*(?:[.,;:!?)”"*]|$)/.test(after);
    if (isWord && !marked && !(match[0] === match[0].toUpperCase() && IS_RIGHT.test(after))) return false;
    return (
      singledOut(before, after) ||
      (standsAlone({ before, after }) && /[A-Z(]/.test(sentence.slice(Math.max(0, match.index - 1), match.index + 1)))
    );
  });
}

function ordinalLeaks(sentence: string, key: AnswerKey): boolean {
  const at = key.choices.findIndex((choice) => choice.id === key.answer);
  const last = at === key.choices.length - 1 ? '|last' : '';
  const pattern = new RegExp(
    `\\b(?:the (?:${ORDINALS[at] ?? '-'}|${at + 1}(?:st|nd|rd|th)${last}) (?:one|choice|option|answer)|(?:choice|option|number) ${at + 1})\\b`,
    'gi',
  );
  const picked = [...sentence.matchAll(pattern)].some((match) =>
    singledOut(sentence.slice(0, match.index), sentence.slice(match.index + match[0].length)),
  );
  return picked || placeLeaks(sentence, key, at);
}

const HEBREW_ORDINALS = ['הראשונה', 'השנייה', 'השלישית', 'הרביעית', 'החמישית', 'השישית'];

/** "The one in the middle", "the letter after A", "number 2 in the list", in Hebrew "the second option is right". */
function placeLeaks(sentence: string, key: AnswerKey, at: number): boolean {
  const [before, after] = [key.choices[at - 1]?.id, key.choices[at + 1]?.id];
  const middle = key.choices.length % 2 === 1 && at === (key.choices.length - 1) / 2;
  const next = [
    before && `(?:after|below|under|behind) ${literal(before)}`,
    after && `(?:before|above) ${literal(after)}`,
    before && after && `between ${literal(before)} and ${literal(after)}`,
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

/** Whether a sentence rules something out. */
export const denies = (sentence: string): boolean =>
  /\b(?:not|neither|nor|wrong|incorrect|false|out|drop|eliminate|cross|exclude|except|only one left|leaves)\b|n't\b|(?<!\p{L})(?:לא|שגוי|שגויה|אינה|אינו)(?!\p{L})/iu.test(
    sentence,
  );

/** All the others are ruled out, in one sentence or with those that ruled out some before. */
export const ruledOut = (denied: string, sentence: string, key: AnswerKey): boolean =>
  key.kind === 'choice' && denied !== '' && denies(sentence) && eliminationLeaks(`${denied} ${sentence}`, key);

function eliminationLeaks(sentence: string, key: AnswerKey): boolean {
  if (!denies(sentence)) return false;
  const wrong = key.choices.filter((choice) => choice.id !== key.answer);
  const named = (choice: { id: string; text: string }): boolean =>
    new RegExp(
      `(?<![\\p{L}\\p{N}'])(?:${literal(choice.id.toUpperCase())}(?![\\p{L}\\p{N}'])|${literal(choice.id)}(?=\\s*(?:[,;.)!]|$| (?:and|or|nor)\\b)))`,
      'u',
    ).test(sentence) ||
    (choice.text.length > 2 && sentence.toLowerCase().includes(readable(choice.text).toLowerCase()));
  return (
    wrong.length >= 2 && wrong.every(named) && !key.choices.filter((choice) => choice.id === key.answer).some(named)
  );
}

/** "A, b and d": the letters of all that are right, and of no other. */
function listLeaks(sentence: string, ids: readonly string[]): boolean {
  const gap = '(?:\\s*[,;&+/]\\s*|\\s+)(?:(?:and|ו)[\\s־-]*)?';
  const list = ids.map((id) => `[("“']?${literal(id)}[)"”']?`).join(gap);
  return new RegExp(
    `(?<![\\p{L}\\p{N}][,;&+/]?\\s*)${list}(?!\\s*[,;&+/]?\\s*(?:and )?\\p{L}(?!\\p{L}))(?!\\p{L})`,
    'iu',
  ).test(sentence);
}

/** Whether a readable sentence says which choice is right: by letter, text, place, or by ruling out the others. */
export function choiceLeaks(sentence: string, key: AnswerKey, known: Known, checker: AnswerChecker): boolean {
  const ids = key.answer.split(',').map((id) => id.trim());
  const right = key.choices.filter((choice) => ids.includes(choice.id));
  if (ids.length > 1 && listLeaks(sentence, ids)) return true;
  if (ids.some((id) => id.length === 1 && letterLeaks(sentence, id))) return true;
  if (key.kind === 'choice' && (ordinalLeaks(sentence, key) || eliminationLeaks(sentence, key))) return true;
  const tail =
    /\b(?:answer|correct choice|right choice|correct option|right option)\b[^.?!]{0,12}\b(?:is|:)\s*(.{1,160})$/i.exec(
      sentence,
    )?.[1];
  if (tail && key.kind === 'choice' && checker.sameAnswer(key, tail.replace(/[.!]+$/, ''))) return true;
  return right.some((choice) => choiceTextLeaks(sentence, choice, key, known));
}

const IS_THE = /\b(?:is|are|was|were|be) (?:called |named |the )?$/i;
const QUESTION_SHARE = 0.6;

/** Most of what the question asks about is said again, with this choice in it: "the mitochondria make most of the energy". */
function answersQuestion(sentence: string, key: AnswerKey, known: Known): boolean {
  const choiceWords = new Set(key.choices.flatMap((choice) => words(readable(choice.text))).map(stemOf));
  const asked = [
    ...new Set(
      words(known.question)
        .filter((word) => !FUNCTION_WORDS.has(word) && word.length > 2)
        .map(stemOf),
    ),
  ];
  const content = asked.filter((word) => !choiceWords.has(word));
  const said = new Set(words(sentence).map(stemOf));
  return content.length >= 2 && content.filter((word) => said.has(word)).length / content.length >= QUESTION_SHARE;
}

/** Where a choice that is a formula stands as it is written. */
function formulaSpans(sentence: string, choice: Choice): Span[] {
  const text = readable(choice.text);
  if (words(text).length > 0 && !/[=^()<>√π∞/\d]/.test(text)) return [];
  const match = asWritten(text)?.exec(sentence);
  return match ? [{ start: match.index, end: match.index + match[0].length }] : [];
}

const LONG_CHOICE = 8;
const LEAD = 5;

/** A long choice is given away by its first words where it is picked, or by a whole sentence of it. */
function longChoiceLeaks(sentence: string, choice: Choice, key: AnswerKey): boolean {
  const phrase = words(readable(choice.text));
  if (phrase.length <= LONG_CHOICE) return false;
  const own = (part: readonly string[]): boolean =>
    part.length >= LEAD &&
    !key.choices.some((each) => each.id !== choice.id && words(readable(each.text)).join(' ').includes(part.join(' ')));
  const lead = phrase.slice(0, LEAD);
  if (own(lead) && spansOf(sentence, lead).some((span) => singledOut(around(sentence, span).before, ''))) return true;
  return splitSentences(choice.text).some((part) => {
    const said = words(readable(part));
    return own(said) && said.length > LEAD && spansOf(sentence, said).length > 0;
  });
}

function choiceTextLeaks(sentence: string, choice: Choice, key: AnswerKey, known: Known): boolean {
  const phrase = words(readable(choice.text).replace(/^(?:the|an?) (?=\p{L}{3})/iu, ''));
  const short = phrase.join(' ').length < 3;
  const spans = [...(phrase.length === 0 ? [] : spansOf(sentence, phrase)), ...formulaSpans(sentence, choice)];
  if (longChoiceLeaks(sentence, choice, key)) return true;
  if (spans.length === 0) return false;
  const others = key.choices.filter((each) => each.id !== choice.id);
  const alone = !others.some((each) => spansOf(sentence, words(readable(each.text))).length > 0);
  const claims = alone && !short && !sentence.trim().endsWith('?') && !NEGATION.test(sentence);
  return spans.some((span) => {
    const { before, after } = around(sentence, span);
    if (singledOut(before, after)) return true;
    if (short) return false;
    if (standsAlone({ before, after })) return true;
    const inQuestion = phrase.length > 0 && spansOf(known.question, phrase).length > 0;
    return claims && !inQuestion && (IS_THE.test(before) || answersQuestion(sentence, key, known));
  });
}
