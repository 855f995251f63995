import type { TutorLanguage } from '../../../domain/tutoring/brief.ts';
import type { SessionFacts } from '../../../domain/tutoring/dialogue.ts';
import type { Operation } from '../../../domain/tutoring/slip.ts';

/** What a language puts together out of parts: lists, counts, and sentences that depend on them. */
export interface Phrasing {
  /** "a, b and c". */
  listed(parts: readonly string[]): string;
  yourCourse: string;
  /** A subject of the school, as one speaks of it; a name that is not known here as it is. */
  subject(name: string): string;
  /** Small counts as words, from 0; of questions. */
  counts: readonly string[];
  /** "3 questions". */
  questions(count: number): string;
  /** What was done, in sentences of counts; empty when nothing was. */
  done(facts: SessionFacts): string;
  unhurried: string;
  /** What was reckoned, as the sentences about where to look take it in; `after` is what stands before it. */
  used(operation: Operation, numbers: readonly [string, string], after: string): string;
  theseAreRight: string;
  rightOnes(list: string): string;
  rightChoice(text: string): string;
  inShort(text: string): string;
  /** The bank is in another language than the tutor: said once. */
  bankSpeaksOtherwise: string;
}

function joined(parts: readonly string[], last: (list: string, one: string) => string): string {
  return parts.length < 2 ? (parts[0] ?? '') : last(parts.slice(0, -1).join(', '), parts.at(-1) ?? '');
}

const DID_EN: Record<Operation, string> = {
  added: 'added {a} and {b}',
  subtracted: 'taken {b} from {a}',
  multiplied: 'multiplied {a} by {b}',
  divided: 'divided {a} by {b}',
};
const DID_HE: Record<Operation, string> = {
  added: 'חיבור של {a} ו-{b}',
  subtracted: 'חיסור של {b} מ-{a}',
  multiplied: 'כפל של {a} ב-{b}',
  divided: 'חילוק של {a} ב-{b}',
};

const SUBJECTS_HE: ReadonlyMap<string, string> = new Map([
  ['math', 'מתמטיקה'],
  ['english', 'אנגלית'],
  ['literature', 'ספרות'],
  ['hebrew', 'עברית'],
  ['music', 'מוזיקה'],
  ['history', 'היסטוריה'],
  ['civics', 'אזרחות'],
  ['science', 'מדעים'],
  ['computer science', 'מדעי המחשב'],
  ['physical education', 'חינוך גופני'],
  ['art', 'אמנות'],
  ['bible studies', 'תנ״ך'],
]);

const filled = (words: string, [a, b]: readonly [string, string]): string => words.replace('{a}', a).replace('{b}', b);

const english: Phrasing = {
  listed: (parts) => joined(parts, (list, one) => `${list} and ${one}`),
  yourCourse: 'your course',
  subject: (name) => name,
  counts: ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  questions: (count) => `${count} ${count === 1 ? 'question' : 'questions'}`,
  done({ solvedAlone: alone, solvedWithHints: helped, shown }) {
    const withHelp = 'with a hint or after another try';
    const solved =
      alone > 0
        ? `You solved ${this.questions(alone)} without help${helped > 0 ? ` and ${helped} ${withHelp}` : ''}.`
        : helped > 0
          ? `You solved ${this.questions(helped)} ${withHelp}.`
          : '';
    const seen = shown > 0 ? ` We went through ${shown} ${shown === 1 ? 'solution' : 'solutions'} together.` : '';
    return `${solved}${seen}`.trim();
  },
  unhurried: 'Take your time with what comes next.',
  // "have taken", "one has taken", but "you took".
  used: (operation, numbers, after) =>
    operation === 'subtracted' && !/(?:have|has) $/.test(after)
      ? filled('took {b} away from {a}', numbers)
      : filled(DID_EN[operation], numbers),
  theseAreRight: 'These are right:',
  rightOnes: (list) => `The right ones are ${list}.`,
  rightChoice: (text) => `The right choice: ${text}.`,
  inShort: (text) => `In short: ${text}.`,
  bankSpeaksOtherwise:
    'The questions and hints of this course are written in another language; I leave them as they are.',
};

const hebrew: Phrasing = {
  listed: (parts) => joined(parts, (list, one) => `${list} ו-${one}`),
  yourCourse: 'הקורס שלך',
  subject: (name) => SUBJECTS_HE.get(name) ?? name,
  counts: ['', 'שאלה', 'שתי', 'שלוש', 'ארבע', 'חמש', 'שש', 'שבע', 'שמונה', 'תשע', 'עשר'],
  questions: (count) => (count === 1 ? 'שאלה אחת' : count === 2 ? 'שתי שאלות' : `${count} שאלות`),
  done({ solvedAlone: alone, solvedWithHints: helped, shown }) {
    const withHelp = 'עם רמז או אחרי ניסיון נוסף';
    const solved =
      alone > 0
        ? `פתרת ${this.questions(alone)} בלי עזרה${helped > 0 ? `, ועוד ${this.questions(helped)} ${withHelp}` : ''}.`
        : helped > 0
          ? `פתרת ${this.questions(helped)} ${withHelp}.`
          : '';
    const seen = shown > 0 ? ` עברנו יחד על ${shown === 1 ? 'פתרון אחד' : `${shown} פתרונות`}.` : '';
    return `${solved}${seen}`.trim();
  },
  unhurried: 'אפשר להמשיך הלאה בלי למהר.',
  used: (operation, numbers) => filled(DID_HE[operation], numbers),
  theseAreRight: 'אלה נכונות:',
  rightOnes: (list) => `הנכונות הן ${list}.`,
  rightChoice: (text) => `האפשרות הנכונה: ${text}.`,
  inShort: (text) => `בקצרה: ${text}.`,
  bankSpeaksOtherwise: 'השאלות והרמזים של הקורס הזה כתובים באנגלית, וכך אשאיר אותם; כל השאר יהיה בעברית.',
};

export const PHRASING: Record<TutorLanguage, Phrasing> = { en: english, he: hebrew };
