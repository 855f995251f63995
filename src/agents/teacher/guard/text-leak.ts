import { type Around, isAsserted, standsAlone } from './contexts.ts';
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
export const FUNCTION_WORDS = new Set(
  'the a an of to in on at by for with from and or but is are was were be been it its this that these those as into than then so not they their them he she his her has have had which who what when where how can may will'.split(
    ' ',
  ),
);

export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export interface Span {
  start: number;
  end: number;
}

/** Without the ending of a form; a word that is only related (identity, identical) is another word. */
export const stemOf = (word: string): string =>
  word.length > 3 ? word.replace(/(?:'s|(?<=ss|sh|ch|x|z)es|(?<!s)s|ed|ing)$/, '').replace(/e$/, '') : word;

/** Where a phrase stands in a text, whatever the endings of its words: "cell membranes" is found for "cell membrane". */
export function spansOf(text: string, phrase: readonly string[]): Span[] {
  const found = [...text.matchAll(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu)];
  const stems = found.map((match) => stemOf(match[0].toLowerCase().replaceAll('-', '')));
  const wanted = phrase.map((word) => stemOf(word.replaceAll('-', '')));
  return stems.flatMap((_, at) => {
    const [first, last] = [found[at], found[at + wanted.length - 1]];
    if (!first || !last || wanted.some((word, step) => stems[at + step] !== word)) return [];
    const article = /(?:\b(?:the|a|an) )$/i.exec(text.slice(0, first.index))?.[0].length ?? 0;
    return [{ start: first.index - article, end: last.index + last[0].length }];
  });
}

export const around = (text: string, span: Span): Around => ({
  before: text.slice(0, span.start),
  after: text.slice(span.end),
});

const NAMED =
  /\b(?:called|named|known as|the word|the term|the name|means|namely|i\.e\.|that is|spelled)[:,]? (?:an? |the )?["“'(]*$/i;

function phraseLeaks(sentence: string, phrase: readonly string[], known: Known): boolean {
  const common = phrase.every((word) => COMMON.has(word) || word.length < 3);
  const seen = spansOf(known.text, phrase).length > 0;
  return spansOf(sentence, phrase).some((span) => {
    const place = around(sentence, span);
    if (/\b(?:answer|solution|result)s?\b[^.?!]{0,30}(?:\bis|\bare|:)\s*["“'(]*$/i.test(place.before)) return true;
    if (common) return false;
    return !seen || isAsserted(place) || NAMED.test(place.before) || standsAlone(place);
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
    // "French Revolution" is "the French Revolution".
    const [first = '', ...rest] = words(readable(text));
    const wanted = rest.length > 0 && /^(?:the|an?)$/.test(first) ? rest : [first, ...rest].filter(Boolean);
    if (wanted.length === 0) return false;
    return wanted.length <= PHRASE ? phraseLeaks(sentence, wanted, known) : contentLeaks(sentence, wanted, known);
  });
}
