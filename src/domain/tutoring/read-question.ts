import type { Item, QaKind } from '../curriculum/curriculum.ts';
import { normalForm } from './match-phrase.ts';
import type { Phrases } from './phrases.ts';

/** Share of words that a pasted question has in common with the open one. */
const SAME_QUESTION = 0.85;
const MIN_WORDS = 4;

/** Whether the words are the open item's own question (pasted, shortened at the ends, or in one of its other wordings). */
export function asksAboutItem(words: string, item: Item): boolean {
  if (words === '') return false;
  const wordings = [item.question, `${item.stem} ${item.question}`, ...item.aliases].map(normalForm).filter(Boolean);
  return wordings.some((wording) => {
    if (wording === words) return true;
    const size = wording.split(' ').length;
    if (size >= MIN_WORDS && words.includes(wording)) return true;
    if (words.split(' ').length >= MIN_WORDS && size <= 2 * words.split(' ').length && wording.includes(words))
      return true;
    return size >= MIN_WORDS && overlap(words, wording) >= SAME_QUESTION;
  });
}

/** Shared words over all words; 0 when the numbers differ, for these make another question of the same words. */
function overlap(a: string, b: string): number {
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).sort().join();
  if (numbers(a) !== numbers(b)) return 0;
  const [one, two] = [new Set(a.split(' ')), new Set(b.split(' '))];
  return one.intersection(two).size / one.union(two).size;
}

/**
 * Whether the message asks something of its own. With a text item open, sentences that begin like a question but do not end
 * like one ("when it rains") may be answers.
 */
export function looksLikeQuestion(text: string, words: string, phrases: Phrases, openKind: QaKind | null): boolean {
  const marked = /[?؟？]/.test(text);
  const first = words.split(' ')[0] ?? '';
  const starts = (list: readonly string[]) => list.some((phrase) => words.startsWith(`${phrase} `));
  if (starts(phrases.wishes) || ASKS_ME.test(words)) return true;
  if (phrases.questionWords.includes(first))
    return marked || openKind !== 'text' || /^(?:what|whats|why|how)$/.test(first);
  return phrases.yesNoWords.includes(first) && (marked || asksWithoutMark(words, openKind));
}

/** Said to the teacher, and so no answer, marked or not. */
const ASKS_ME = /^(?:do|can|could|would|will|are|did|have) (?:you|u) \S/;

/** "is zero a number": a sentence about a calculation that has none of its numbers in it. */
function asksWithoutMark(words: string, openKind: QaKind | null): boolean {
  const isCalculated = openKind !== null && !['text', 'choice', 'several choices'].includes(openKind);
  return isCalculated && words.split(' ').length >= MIN_WORDS && !/\d/.test(words);
}

const MEANING =
  /^(?:(?:please|so|and|but|can you|could you|tell me) )*(?:(?:what|whats|wat|waht) (?:is|are|was|were|does|do)? ?(?:an? |the )?(?:\S+ ?){1,4}|(?:explain|define|describe|meaning of|definition of) (?:an? |the )?(?:\S+ ?){1,4})$/;

/** Whether the words ask what something is or means: "what is a variable", "explain osmosis". In normal form. */
export function asksForMeaning(words: string): boolean {
  return MEANING.test(words);
}

const A_WORD =
  /^(?:(?:please|so|and|but|sorry|ok|can you tell me|tell me) )*(?:what (?:does|do|did|is) (?:that|this|the|these|those) words? (?:mean|means|meaning)|(?:whats|what is) (?:that|this) word|(?:what|whats)(?: is)? the meaning of (?:that|this|the) word|what (?:do|does) (?:you|it|they) mean by (?:that|this) word)$/;
const A_WORD_HE =
  /^(?:מה (?:ה?פירוש|ה?משמעות)(?: של)? ה?מילה(?: (?:הזאת|הזו|זאת|זו))?|מה ה?מילה (?:הזאת|הזו|זאת|זו)(?: אומרת)?|מה זאת המילה(?: הזאת| הזו)?)$/;

/** Whether the words ask what a word means and do not say which: "what does that word mean". In normal form. */
export function asksAboutAWord(words: string): boolean {
  return A_WORD.test(words) || A_WORD_HE.test(words);
}

const WHY =
  /^(?:(?:but|and|so|ok|okay|please|can you|could you|explain|tell me|i (?:do not|dont) (?:get|understand)) )*(?:why|how come|how so|why so|why not)(?: (?:is|was|does|did) (?:that|this|it|the answer))?(?: (?:so|true|right|correct|wrong|the answer|like that|work|the case))?$|^(?:(?:please|can you|could you) )?explain(?: (?:that|this|it|why|the answer))?(?: please)?$/;
const WHY_HE =
  /^(?:אבל )?(?:למה|מדוע)(?: (?:ככה|זה|זה ככה|זה נכון|כך))?$|^(?:את |אתה )?(?:תסביר|תסבירי|להסביר)(?: (?:את זה|לי|לי למה))?$/;

/** Whether the words only ask why, about what was just said: "why is that", "explain it". In normal form. */
export function asksWhy(words: string): boolean {
  return WHY.test(words) || WHY_HE.test(words);
}

const ANSWER = '(?:it|that|this|(?:my|the) answer|\\d[\\d ]*(?: \\p{L}{1,10})?)';
const REFUSED = '(?:wrong|false|incorrect|not (?:it|right|correct|true|ok))';
const WHY_WRONG = new RegExp(
  `^(?:(?:but|and|so|ok|okay|please|can you|could you|explain|tell me|i (?:do not|dont) (?:get|understand|see)) )*(?:${[
    `(?:why|how come|how) (?:(?:is|was) )?(?:${ANSWER}|[\\p{L} ]{2,30}) ${REFUSED}`,
    `(?:why|how come) (?:(?:is|was) )?(?:${ANSWER} )?not(?: ${ANSWER})?`,
    `why (?:isnt|wasnt|cant|couldnt)(?: ${ANSWER}){1,2}(?: (?:be|right|correct|ok))*(?: ${ANSWER})?`,
    '(?:why|how come)(?: (?:is|was))? (?:wrong|incorrect|did i get (?:it|this|that) wrong|am i wrong)',
    '(?:what|where)(?:s| is| was) (?:my|the) (?:mistake|error|slip)',
    '(?:what|where) (?:did|do) i (?:do|go|make)(?: (?:it|a|the|this|my))? (?:wrong|mistake|error)',
    `what(?:s| is| was) (?:so )?wrong(?: (?:with|about|in) ${ANSWER})?`,
  ].join('|')})(?: (?:then|please))?$`,
  'u',
);
const WHY_WRONG_HE =
  /^(?:אבל |אז )?(?:(?:למה|מדוע) (?:זה |התשובה(?: שלי)? )?(?:לא(?: נכון| נכונה)?|שגוי|שגויה|טעות)|(?:מה|איפה)(?: ה?טעות)(?: שלי)?|במה טעיתי|איפה טעיתי|למה טעיתי|מה לא נכון)$/;

/** Whether the words ask why an answer is wrong: "what did I do wrong", "why isn't it 19". In normal form. */
export function asksWhyWrong(words: string): boolean {
  return WHY_WRONG.test(words) || WHY_WRONG_HE.test(words);
}

/** Whether "why" is asked of something that was said, and not only into the blue. */
export function pointsBack(words: string): boolean {
  return /(?:^| )(?:that|this|it|answer|זה|ככה|כך)(?: |$)/.test(words);
}

const OF_TUTOR =
  /^(?:(?:how old|who|what|where|why) (?:are|were)|are) (?:you|u)\b|\byour (?:name|age|favou?rite|birthday|mother|father|hobby|hobbies)\b|^what (?:time|day|date) is it\b|^(?:whats?|what is|how is) the weather\b/;

/** Whether the words ask about the tutor, or the hour: no question of any bank comes near that. In normal form. */
export function asksOfTutor(words: string): boolean {
  return OF_TUTOR.test(words);
}
