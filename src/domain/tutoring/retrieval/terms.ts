import { stem } from './stem.ts';

/** Words that say nothing about what a question is about; those of a pupil's way of asking among them; English, Hebrew, Arabic. */
const STOP_WORDS = new Set(
  `a about after again all also am an and any are as at be because been before being between both but by can could did do
  does doing done down during each else ever few for from get gets give given got had has have having he her here hers him
  his how i if in into is isn it its itself just know let like ll lot m make me mean means more most much must my myself no
  nor not now of off on once only or other our out over own please pls re s same she should so some such t tell than that
  the their theirs them then there these they this those through to too u up us ve very was we were what whats when where
  which while who whom whose why will with would you your yours explain help show understand work works want wanna need
  meaning define defined definition describe stand stands wat wats waht wht whts
  של על את זה זו זאת הוא היא הם הן אני אתה אתם אנחנו לי לך לו לה לנו להם שלי שלך שלו שלה שלנו שלהם מה מהו מהי מי איך למה מתי כמה איזה
  איזו איפה האם אם או גם רק לא כן יש אין עם אל כל כי אבל היה הייתה היו להיות בו בה אז כבר עוד מאוד בבקשה כמו בין אחרי לפני
  من في على إلى الى عن ما هو هي هذا هذه أن ان إن لا أو مع كان كانت التي الذي لي`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Plain words of Markdown with TeX: commands and marks go, letters and numbers stay. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\\[a-z]+/g, ' ')
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(/[’']s\b/g, '')
    .replace(/[’']/g, '');
}

/** Words and numbers of a text in order, in small letters, stop words left out. */
export function wordsOf(text: string): string[] {
  const words = plain(text).match(/\d+(?:\.\d+)?|\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return words.filter((word) => !STOP_WORDS.has(word));
}

/** Stems of the words of a text. */
export function termsOf(text: string): string[] {
  return wordsOf(text).map(stem);
}

/** The pieces of four letters of a word with its ends marked: what a typing error leaves in place. */
export function gramsOf(word: string): string[] {
  const marked = `^${word}$`;
  if (marked.length <= 4) return [marked];
  return Array.from({ length: marked.length - 3 }, (_, at) => marked.slice(at, at + 4));
}
