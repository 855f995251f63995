import type { AnswerKey, Choice } from '../../../domain/curriculum/curriculum.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { splitSentences } from '../sentences.ts';
import { lookLeaks } from './choice-look.ts';
import { ORDINALS, placeLeaks } from './choice-place.ts';
import { standsAlone } from './contexts.ts';
import { asWritten } from './expression-leak.ts';
import type { Known } from './number-leak.ts';
import { readable, words } from './plain-text.ts';
import { IS_RIGHT, NEGATION, singledOut } from './singled-out.ts';
import { around, FUNCTION_WORDS, literal, type Span, spansOf, stemOf } from './text-leak.ts';

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

/** Whether a sentence rules something out. */
export const denies = (sentence: string): boolean =>
  /\b(?:not|neither|nor|wrong|incorrect|false|out|drop|eliminate|cross|exclude|except|only one left|leaves|(?:all|everything|anything) but)\b|n't\b|(?<!\p{L})(?:לא|שגוי|שגויה|אינה|אינו)(?!\p{L})/iu.test(
    sentence,
  );

/** All the others are ruled out, in one sentence or with those that ruled out some before. */
export const ruledOut = (denied: string, sentence: string, key: AnswerKey): boolean =>
  denied !== '' && denies(sentence) && eliminationLeaks(`${denied} ${sentence}`, key);

const rightIds = (key: AnswerKey): string[] => key.answer.split(',').map((id) => id.trim());

/** Whether a readable text names a choice by its letter or its text. */
function names(text: string, choice: Choice): boolean {
  return (
    new RegExp(
      `(?<![\\p{L}\\p{N}'])(?:${literal(choice.id.toUpperCase())}(?![\\p{L}\\p{N}'])|${literal(choice.id)}(?=\\s*(?:[,;.)!]|$| (?:and|or|nor|is|does|was|are|cannot)\\b)))`,
      'u',
    ).test(text) ||
    (choice.text.length > 2 && text.toLowerCase().includes(readable(choice.text).toLowerCase()))
  );
}

function eliminationLeaks(sentence: string, key: AnswerKey): boolean {
  if (!denies(sentence)) return false;
  const ids = rightIds(key);
  const wrong = key.choices.filter((choice) => !ids.includes(choice.id));
  return (
    wrong.length >= 2 &&
    wrong.every((choice) => names(sentence, choice)) &&
    !key.choices.some((choice) => ids.includes(choice.id) && names(sentence, choice))
  );
}

/**
 * Whether the sentence rules out the last of the choices that replies to this question have left, those before it in other turns. What
 * the pupil tried and knows to be wrong is no news.
 */
export function ruledOutByTurns(earlier: readonly string[], sentence: string, key: AnswerKey, known: Known): boolean {
  if (!denies(sentence) || earlier.length === 0) return false;
  const ids = rightIds(key);
  const isNews = (choice: Choice): boolean =>
    !ids.includes(choice.id) && !known.tried.some((said) => isChoice(said, choice));
  const news = key.choices.filter(isNews);
  return (
    news.some((choice) => names(sentence, choice)) &&
    eliminationLeaks([...earlier.filter(denies), sentence].join(' '), key)
  );
}

/** What a pupil wrote or clicked is this choice. */
const isChoice = (said: string, { id, text }: Choice): boolean =>
  said.toLowerCase() === id.toLowerCase() || said.toLowerCase().includes(readable(text).toLowerCase());

/** All the right ones and no other, by their texts or their places, as a list or in a statement. */
function tellsAll(sentence: string, key: AnswerKey): boolean {
  const ids = rightIds(key);
  if (ids.length < 2 || sentence.trim().endsWith('?') || NEGATION.test(sentence)) return false;
  const told = new Set(key.choices.filter(({ text }) => textStands(sentence, text)).map(({ id }) => id));
  const places = new Set(
    [...sentence.matchAll(PLACES)].map(([, name = '']) => key.choices[ORDINALS.indexOf(name.toLowerCase())]?.id),
  );
  return [told, places].some((set) => set.size === ids.length && ids.every((id) => set.has(id)));
}

const PLACES = new RegExp(
  `\\bthe (${ORDINALS.join('|')})(?: (?:one|choice|option|answer))?(?=[,;.!]|$| (?:and|as well|of the|fit|belong|are)\\b)`,
  'gi',
);

/** A short or common word may be anything. */
function textStands(sentence: string, text: string): boolean {
  const phrase = words(readable(text).replace(/^(?:the|an?) (?=\p{L}{3})/iu, ''));
  return phrase.join(' ').length >= 3 && spansOf(sentence, phrase).length > 0;
}

/** "A, b and d": the letters of all that are right, and of no other. */
function listLeaks(sentence: string, ids: readonly string[]): boolean {
  const gap = '(?:\\s*[,;&+/]\\s*|\\s+)(?:(?:and|ו)[\\s־-]*)?';
  const list = ids.map((id) => `[("“']?${literal(id)}[)"”']?`).join(gap);
  return new RegExp(
    `(?:(?<![\\p{L}\\p{N}][,;&+/]?\\s*)|(?<=\\b(?:tick|mark|choose|pick|click|select|answers?(?: are| is)?) +))${list}(?!\\s*[,;&+/]?\\s*(?:and )?\\p{L}(?!\\p{L}))(?!\\p{L})`,
    'iu',
  ).test(sentence);
}

/** Whether a readable sentence says which choice is right: by letter, text, place, or by ruling out the others. */
export function choiceLeaks(sentence: string, key: AnswerKey, known: Known, checker: AnswerChecker): boolean {
  const ids = rightIds(key);
  const right = key.choices.filter((choice) => ids.includes(choice.id));
  if (ids.length > 1 && listLeaks(sentence, ids)) return true;
  if (ids.some((id) => id.length === 1 && letterLeaks(sentence, id))) return true;
  if (eliminationLeaks(sentence, key)) return true;
  if (key.kind === 'choice' && (placeLeaks(sentence, key) || lookLeaks(sentence, key, known))) return true;
  if (key.kind === 'several choices' && tellsAll(sentence, key)) return true;
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
