import type { AnswerKey } from '../../../domain/curriculum/curriculum.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { isAsserted, standsAlone } from './contexts.ts';
import type { Known } from './number-leak.ts';
import { readable, words } from './plain-text.ts';

/** Words that answer many questions: by themselves they say nothing, only "the answer is …" does. */
const COMMON = new Set(
  'yes no true false left right up down more less always never sometimes both none all equal same different many few some before after north south east west odd even up first second third last next positive negative zero one two three it he she they we a i an in on of to and or not is'.split(
    ' ',
  ),
);
/** A key with more words than this is a sentence: it is given away by its content, not by its wording. */
const PHRASE = 6;
const CONTENT_SHARE = 0.8;
const FUNCTION_WORDS = new Set(
  'the a an of to in on at by for with from and or but is are was were be been it its this that these those as into than then so not they their them he she his her has have had which who what when where how can may will'.split(
    ' ',
  ),
);

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A phrase with loose endings: "cell membranes" is found for "cell membrane". */
function phrasePattern(phrase: readonly string[]): RegExp {
  const loose = phrase.map((word) =>
    word.length > 3 ? `${literal(word.replace(/(?:es|s)$/, ''))}(?:e?s|'s)?` : literal(word),
  );
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:the |a |an )?${loose.join('[^\\p{L}\\p{N}]{1,3}')}(?![\\p{L}\\p{N}])`,
    'giu',
  );
}

const NAMED =
  /\b(?:called|named|known as|the word|the term|the name|means|namely|i\.e\.|that is|spelled)[:,]? (?:an? |the )?["“'(]*$/i;

function phraseLeaks(sentence: string, phrase: readonly string[], known: Known): boolean {
  const pattern = phrasePattern(phrase);
  const common = phrase.every((word) => COMMON.has(word) || word.length < 3);
  const seen = pattern.test(known.text);
  pattern.lastIndex = 0;
  return [...sentence.matchAll(pattern)].some((match) => {
    const around = { before: sentence.slice(0, match.index), after: sentence.slice(match.index + match[0].length) };
    if (/\b(?:answer|solution|result)s?\b[^.?!]{0,30}\b(?:is|are|:)\s*["“'(]*$/i.test(around.before)) return true;
    if (common) return false;
    if (!seen) return true;
    return isAsserted(around) || NAMED.test(around.before) || (standsAlone(around) && phrase.length > 0);
  });
}

function contentLeaks(sentence: string, key: readonly string[], known: Known): boolean {
  const content = [...new Set(key.filter((word) => !FUNCTION_WORDS.has(word)))];
  const news = content.filter((word) => !known.words.has(word));
  if (content.length < 3 || news.length === 0) return false;
  const said = new Set(words(sentence).flatMap((word) => [word, word.replace(/s$/, ''), `${word}s`]));
  const share = (list: readonly string[]): number => list.filter((word) => said.has(word)).length / list.length;
  return share(content) >= CONTENT_SHARE && share(news) >= CONTENT_SHARE;
}

/** Whether a readable sentence gives away an answer in words. */
export function textLeaks(sentence: string, texts: readonly string[], known: Known): boolean {
  return texts.some((text) => {
    const wanted = words(readable(text));
    if (wanted.length === 0) return false;
    return wanted.length <= PHRASE ? phraseLeaks(sentence, wanted, known) : contentLeaks(sentence, wanted, known);
  });
}

const PICKS =
  /\b(?:answer|solution|choice|option|letter|one|it|that|this)(?: (?:you (?:want|need|are looking for)|to (?:pick|choose|mark|click)))?(?:'s| is| would be| must be| has to be| should be|:| =) ?(?:clearly |definitely |actually |indeed |just |simply |therefore |then |in fact |option |choice |letter |answer |the )*["“'(*]*$/i;
const TAKES =
  /\b(?:choose|pick|select|mark|click|tick|take|go (?:with|for)|write|type|enter|submit|vote for|stick with|settle on)(?: (?:just|the|down|option|choice|letter|answer|number|on))* ?["“'(*]*$/i;
const IS_RIGHT =
  /^["”')*]*(?: (?:option|choice))? (?:is|was|must be|has to be|'s|would be|looks|seems) (?:indeed |definitely |clearly |actually |therefore |the (?:only )?(?:one that is )?)*(?:right|correct|true|answer|one|winner|it\b|your (?:answer|best)|best)/i;
const NOT_AROUND = /\b(?:not|never|isn't|n't|neither|nor|wrong|except|instead of|rather than)\b[^,;.]{0,15}$/i;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

function singledOut(before: string, after: string): boolean {
  if (NOT_AROUND.test(before)) return false;
  return PICKS.test(before) || TAKES.test(before) || IS_RIGHT.test(after);
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
  const names = [ORDINALS[at], at === key.choices.length - 1 ? 'last' : undefined].filter((name) => name !== undefined);
  return names.some((name) => {
    const pattern = new RegExp(`\\bthe ${name} (?:one|choice|option|answer)\\b`, 'gi');
    return [...sentence.matchAll(pattern)].some((match) =>
      singledOut(`${sentence.slice(0, match.index)}`, sentence.slice(match.index + match[0].length)),
    );
  });
}

/** All the others are ruled out in one sentence. */
function eliminationLeaks(sentence: string, key: AnswerKey): boolean {
  if (
    !/\b(?:not|neither|nor|n't|wrong|incorrect|false|out|eliminate|cross|exclude|except|only one left|leaves)\b/i.test(
      sentence,
    )
  )
    return false;
  const wrong = key.choices.filter((choice) => choice.id !== key.answer);
  const named = (choice: { id: string; text: string }): boolean =>
    new RegExp(`(?<![\\p{L}\\p{N}'])${literal(choice.id.toUpperCase())}(?![\\p{L}\\p{N}'])`, 'u').test(sentence) ||
    (choice.text.length > 2 && sentence.toLowerCase().includes(readable(choice.text).toLowerCase()));
  return (
    wrong.length >= 2 && wrong.every(named) && !key.choices.filter((choice) => choice.id === key.answer).some(named)
  );
}

/** Whether a readable sentence says which choice is right: by letter, text, place, or by ruling out the others. */
export function choiceLeaks(sentence: string, key: AnswerKey, known: Known, checker: AnswerChecker): boolean {
  const ids = key.answer.split(',').map((id) => id.trim());
  const right = key.choices.filter((choice) => ids.includes(choice.id));
  if (ids.some((id) => id.length === 1 && letterLeaks(sentence, id))) return true;
  if (key.kind === 'choice' && (ordinalLeaks(sentence, key) || eliminationLeaks(sentence, key))) return true;
  const tail =
    /\b(?:answer|correct choice|right choice|correct option|right option)\b[^.?!]{0,12}\b(?:is|:)\s*(.{1,160})$/i.exec(
      sentence,
    )?.[1];
  if (tail && key.kind === 'choice' && checker.sameAnswer(key, tail.replace(/[.!]+$/, ''))) return true;
  return right.some((choice) => {
    const phrase = words(readable(choice.text));
    if (phrase.length === 0) return false;
    const pattern = phrasePattern(phrase);
    return [...sentence.matchAll(pattern)].some((match) => {
      const before = sentence.slice(0, match.index);
      const after = sentence.slice(match.index + match[0].length);
      if (phrase.join(' ').length < 3) return singledOut(before, after) && !known.text.includes(match[0]);
      return singledOut(before, after) || (standsAlone({ before, after }) && phrase.join('').length > 2);
    });
  });
}
