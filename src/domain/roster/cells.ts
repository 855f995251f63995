import { GRADE_LEVELS, type GradeLevel } from '../curriculum/curriculum.ts';
import { isPhone } from '../people/person-fields.ts';
import { foldWord } from './fold-word.ts';

export const ALLOWED = {
  date: 'allowed is a day of the past: 2012-03-25, or 25/3/2012 (the day first).',
  grade: 'allowed is a grade from 1 to 12: 9, 9th, ט.',
  email: 'allowed is one e-mail address: name@school.org.',
  phone: 'allowed is one telephone number of 3 to 30 digits, spaces and + - . / ( ).',
  year: 'allowed is a year with four digits: 2026.',
  capacity: 'allowed is a whole number from 1 to 1000.',
  active: 'allowed is active or disabled.',
  locale: 'allowed is English or Hebrew.',
} as const;

/** A calendar day that exists, "2012-03-25". Without a year first, the day comes first. */
export function readDay(text: string): string | undefined {
  const plain = text.replace(/[T ]0{1,2}:00(:00(\.0+)?)?Z?$/, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain);
  const [year, month, day] = iso ? iso.slice(1) : local ? [local[3], local[2], local[1]] : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return isDay(Number(year), Number(month), Number(day))
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

const HEBREW_GRADES = ['א', 'ב', 'ג', 'ד', 'ה', 'ו', 'ז', 'ח', 'ט', 'י', 'יא', 'יב'];

/** "9", "09", "9th", "grade 9", "ט", "כיתה ט'". */
export function readGrade(text: string): GradeLevel | undefined {
  const word = foldWord(text)
    .replace(/^(grade|כיתה|שכבה|שכבת)/u, '')
    .replace(/grade$/, '');
  const number = /^0?(\d{1,2})(st|nd|rd|th)?$/.exec(word)?.[1];
  return GRADE_LEVELS[number === undefined ? HEBREW_GRADES.indexOf(word) : Number(number) - 1];
}

/** An address as it is kept, in lower case. Whether anybody reads it nobody knows. */
export function readEmail(text: string): string | undefined {
  return /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()".]{2,}$/u.test(text) ? text.toLowerCase() : undefined;
}

/** A telephone number as the form of a person takes it. */
export function readPhone(text: string): string | undefined {
  const phone = text.replace(/\s+/g, ' ');
  return isPhone(phone) ? phone : undefined;
}

export function readYear(text: string): number | undefined {
  const year = /^(\d{4})$/.exec(text)?.[1];
  return year !== undefined && Number(year) >= 1950 && Number(year) <= 2200 ? Number(year) : undefined;
}

export function readCapacity(text: string): number | undefined {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= 1000 ? number : undefined;
}

const YES = ['active', 'enabled', 'yes', 'true', '1', 'פעיל', 'פעילה', 'כן'];
const NO = ['disabled', 'inactive', 'notactive', 'no', 'false', '0', 'לאפעיל', 'לאפעילה', 'חסום', 'לא'];

export function readActive(text: string): boolean | undefined {
  const word = foldWord(text);
  return YES.includes(word) ? true : NO.includes(word) ? false : undefined;
}

export function readLocale(text: string): 'en' | 'he' | undefined {
  const word = foldWord(text);
  if (['en', 'english', 'enus', 'engb', 'אנגלית'].includes(word)) return 'en';
  return ['he', 'iw', 'hebrew', 'heil', 'עברית'].includes(word) ? 'he' : undefined;
}

/** Several values in one cell. */
export function readList(text: string | undefined): string[] {
  return [...new Set((text ?? '').split(/[;,|]/).map((one) => one.trim()))].filter((one) => one !== '');
}
