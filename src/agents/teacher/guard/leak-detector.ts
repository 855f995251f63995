import type { AnswerKey } from '../../../domain/curriculum/curriculum.ts';
import type { TeachingBrief, WithheldAnswer } from '../../../domain/tutoring/brief.ts';
import type { Move } from '../../../domain/tutoring/dialogue.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { splitSentences } from '../sentences.ts';
import { disclosedItem } from '../withheld.ts';
import { choiceLeaks, denies, ruledOut, ruledOutByTurns } from './choice-leak.ts';
import { disguised, type Secret, toldDigits } from './disguise.ts';
import { expressionLeaks } from './expression-leak.ts';
import { hidesNumber } from './hidden-numbers.ts';
import { folded, type HiddenWords, hidesWord, isMorse } from './hidden-words.ts';
import { namesMember } from './member-leak.ts';
import { type Known, numberLeaks, prepareKnown } from './number-leak.ts';
import { englishNames } from './number-names.ts';
import { numbersIn, singleNumber, valuesOf } from './numbers.ts';
import { inSymbols, readable, squeezed } from './plain-text.ts';
import { textLeaks } from './text-leak.ts';

export interface LeakDetector {
  /** Whether this sentence, after those that were heard and said, gives a withheld answer. */
  leaks(sentence: string): boolean;
  /** The sentence was heard, shown or not: what is given in pieces goes on though a piece was held back. */
  heard(sentence: string): void;
  /** The sentence was shown. */
  said(sentence: string): void;
}

interface Watched {
  key: AnswerKey;
  /** Answers to the item that is over: said of that one, they say nothing about this one. */
  over: string[];
  known: Known;
  /** Sentences of the replies to this question in the turns before. */
  earlier: string[];
  values: number[];
  /** The values of a set, each of which is a part of the answer. */
  elements: number[];
  texts: string[];
  secret: Secret;
  /** Words that may not be hidden letter by letter or encoded. */
  hidden: HiddenWords;
}

const SHORTEST_HIDDEN = 4;

/** What the pupil has just said, and the question that was found for it; they may be spoken of. */
function pupilTexts(move: Move): string[] {
  if ('answer' in move) return [move.answer];
  if (move.kind === 'answer question') return [move.question, move.found.item.stem, move.found.item.question];
  if ('question' in move) return [move.question];
  return 'text' in move ? [move.text] : [];
}

/** What the item that is over has shown: its values are no news for the one that opens now. */
function disclosedTexts(brief: TeachingBrief): string[] {
  const item = disclosedItem(brief.move);
  if (!item) return [];
  return [
    item.stem,
    item.question,
    item.key.answer,
    ...item.key.choices.map((choice) => choice.text),
    item.explanation,
    item.workedExample,
  ];
}

function answersThatAreOver(brief: TeachingBrief): string[] {
  const item = disclosedItem(brief.move);
  if (!item) return [];
  const ids = item.key.answer.split(',').map((id) => id.trim());
  const chosen = item.key.choices.filter((choice) => ids.includes(choice.id)).map((choice) => choice.text);
  const given = 'answer' in brief.move ? [brief.move.answer] : [];
  const texts = chosen.length > 0 ? chosen : [item.key.answer, ...item.key.acceptedAnswers, ...given];
  return texts
    .map(readable)
    .filter((text) => text.length > 1)
    .toSorted((a, b) => b.length - a.length);
}

/** The sentence without those answers. */
function withoutOver(text: string, over: readonly string[]): string {
  return over.reduce((rest, answer) => rest.split(answer).join(' … '), text);
}

/** A text as it would be spelled: small letters without its article. */
const nameOf = (text: string): string => folded(readable(text).replace(/^(?:the|an?) /i, ''));

/** What was said in the turns before while this question was open, sentence by sentence. */
function earlierReplies({ move, lastReplies }: TeachingBrief, { turns }: WithheldAnswer): string[] {
  const opens = 'pose' in move && move.pose;
  const about = opens || turns === 0 ? [] : lastReplies.slice(turns === undefined ? 0 : -turns);
  return about.flatMap(splitSentences).map(readable);
}

function watch(withheld: WithheldAnswer, brief: TeachingBrief): Watched {
  const { key } = withheld;
  const isChoice = key.kind === 'choice' || key.kind === 'several choices';
  const values = key.kind === 'several choices' ? [] : valuesOf(key);
  const texts = key.kind === 'text' && values.length === 0 ? [key.answer, ...key.acceptedAnswers] : [];
  const elements =
    key.kind === 'set'
      ? key.answer.split(/[,;{}]|\bor\b|\band\b/).flatMap((part) => singleNumber(part)?.values ?? [])
      : [];
  const names = [...brief.units.map((unit) => unit.name), brief.courseName, brief.teacherName];
  const hidden = isChoice
    ? key.choices.filter((choice) => choice.id === key.answer).map((choice) => choice.text)
    : texts;
  const secretTexts = hidden
    .map((text) => squeezed(readable(text)))
    .filter((text) => text.length >= SHORTEST_HIDDEN && text.length < 60);
  const visible = [
    withheld.visible,
    ...withheld.pupilWords,
    ...names,
    ...pupilTexts(brief.move),
    ...disclosedTexts(brief),
  ];
  const question = key.choices.reduce((text, choice) => text.replaceAll(choice.text, ' '), withheld.visible);
  return {
    key,
    over: answersThatAreOver(brief),
    known: prepareKnown(visible, readable(question), [...withheld.pupilWords, ...pupilTexts(brief.move)]),
    earlier: earlierReplies(brief, withheld),
    values,
    elements,
    texts,
    secret: { values: isChoice ? [] : values, texts: isChoice ? [] : secretTexts },
    hidden: {
      words: hidden.map(nameOf).filter((name) => name.length >= SHORTEST_HIDDEN && name.length < 60),
      names: values.flatMap(englishNames),
    },
  };
}

function stated(sentence: string, watched: Watched, checker: AnswerChecker): boolean {
  const { key, known } = watched;
  if (numberLeaks(sentence, watched.values, key.tolerance ?? 0, known)) return true;
  if (numberLeaks(sentence, watched.elements, 0, { ...known, numbers: numbersOf(watched.elements) })) return true;
  if (namesMember(sentence, watched.elements)) return true;
  if (textLeaks(sentence, watched.texts, known)) return true;
  if (key.choices.length > 0 && choiceLeaks(sentence, key, known, checker)) return true;
  const mathematical =
    key.kind === 'expression' ||
    key.kind === 'set' ||
    key.kind === 'interval' ||
    key.kind === 'number' ||
    (key.kind === 'text' && /[\d=^√]/.test(key.answer));
  return mathematical && watched.values.length === 0 && expressionLeaks(sentence, key, known, checker);
}

const numbersOf = (values: readonly number[]) => numbersIn(values.join(' ; '));

const ENDS_IN_NUMBER = /(?:^|\s)(-?\d+(?:\.\d+)?)\W*$/;
const BEGINS_WITH_NUMBER = /^\W*(?:and |then |comma |point |plus )?(\d+)(?![\d.]*\d)\b/i;

/** A number that is cut by a full stop: "It is twenty. Four." */
function cutInTwo(before: string, sentence: string, watched: Watched): boolean {
  const first = ENDS_IN_NUMBER.exec(inSymbols(before))?.[1];
  const second = BEGINS_WITH_NUMBER.exec(inSymbols(sentence))?.[1];
  if (first === undefined || second === undefined) return false;
  const joined = [`${first}${second}`, `${first}.${second}`, String(Number(first) + Number(second))];
  const sums = Number(first) >= 20 && Number(first) % 10 ** second.length === 0;
  return joined.slice(0, sums ? 3 : 2).some((text) => watched.values.includes(Number(text)));
}

/** The digits that were told one by one: two of a number from its beginning or its end, in either direction. */
function toldByDigits(told: string, fresh: number, values: readonly number[]): boolean {
  if (fresh === 0) return false;
  return values.some((value) => {
    const digits = String(Math.abs(value));
    const turned = [...digits].toReversed().join('');
    return (
      digits.length > 1 &&
      [digits, turned].some((each) => {
        const lengths = Array.from({ length: each.length - 1 }, (_, at) => at + 2);
        return lengths.some((length) => told.endsWith(each.slice(0, length)));
      })
    );
  });
}

function wordCutInTwo(before: string, sentence: string, watched: Watched): boolean {
  const tail = squeezed(before).slice(-40);
  const joined = tail + squeezed(sentence).slice(0, 40);
  return watched.secret.texts.some((text) => {
    const at = joined.indexOf(text);
    return text.length >= 6 && at >= 0 && at < tail.length && at + text.length > tail.length;
  });
}

const toldIn = (replies: readonly string[]): string => replies.flatMap(splitSentences).map(toldDigits).join('');

/** Letters that this guard cannot read, three in a row. What cannot be read is not shown where the pupil does not read it already. */
const UNREAD = /(?:(?![\p{Script=Latin}\p{Script=Hebrew}])\p{L}){3,}/u;

/** The last part of what was heard in the turn: longer secrets are not given in pieces. */
const REMEMBERED = 2000;

/** Watches for the keys that the brief withholds, in everything that is said in one turn. */
export function createLeakDetector(brief: TeachingBrief, checker: AnswerChecker): LeakDetector {
  const disclosed = disclosedItem(brief.move);
  const watchedKeys = brief.withheld
    .filter(
      ({ key }) =>
        !(
          disclosed &&
          disclosed.key.kind === key.kind &&
          disclosed.key.answer === key.answer &&
          key.choices.length === 0
        ),
    )
    .map((withheld) => watch(withheld, brief));
  const pseudonym = brief.pupil.pseudonym;
  const plain = (sentence: string): string =>
    readable(pseudonym === '' ? sentence : sentence.replaceAll(pseudonym, 'Pupil'));
  let before = '';
  let heard = '';
  // A number may be told digit by digit over several turns about the same question.
  let digits = 'pose' in brief.move && brief.move.pose ? '' : toldIn(brief.lastReplies.map(plain));
  let denied = '';

  const leaksKey = (text: string, watched: Watched): boolean =>
    stated(withoutOver(text, watched.over), watched, checker) ||
    disguised(text, watched.secret) ||
    cutInTwo(before, text, watched) ||
    wordCutInTwo(before, text, watched) ||
    toldByDigits(`${digits}${toldDigits(text)}`, toldDigits(text).length, watched.values) ||
    isMorse(text) ||
    (UNREAD.test(text) && !UNREAD.test(watched.known.text)) ||
    ruledOut(denied, text, watched.key) ||
    ruledOutByTurns(watched.earlier, `${denied} ${text}`, watched.key, watched.known) ||
    hidesNumber(heard, text, watched.secret.values, watched.known) ||
    hidesWord(heard, text, watched.hidden, (token) => watched.known.words.has(token));

  return {
    leaks(sentence) {
      const text = plain(sentence);
      return text !== '' && watchedKeys.some((watched) => leaksKey(text, watched));
    },
    heard(sentence) {
      const text = plain(sentence);
      heard = `${heard}\n${text}`.slice(-REMEMBERED);
      digits += toldDigits(text);
      if (denies(text)) denied = `${denied} ${text}`.slice(-REMEMBERED);
    },
    said(sentence) {
      before = plain(sentence) || before;
    },
  };
}
