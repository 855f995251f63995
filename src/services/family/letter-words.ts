import type { WeekLanguage } from '../../domain/week-in-words/week-words.ts';
import { type CivilDay, noonOf } from '../../shared/calendar.ts';

/** What a letter is made of. */
interface LetterParts {
  /** The child's first name. */
  name: string;
  lastDay: CivilDay;
  text: string;
  /** A model has worded it. */
  isReworded: boolean;
}

interface LetterLinks {
  child: string;
  stop: string;
}

interface LetterFrame {
  subject(name: string, day: string): string;
  lead(name: string, day: string): string;
  reworded: string;
  more(link: string): string;
  why(link: string): string;
}

const FRAMES: Record<WeekLanguage, LetterFrame> = {
  en: {
    subject: (name, day) => `${name}’s week up to ${day}`,
    lead: (name, day) => `${name}’s seven days up to ${day}, from what λllamda counted:`,
    reworded:
      'A remote AI model has worded these sentences; every number and name in them was checked against what was counted.',
    more: (link) => `All figures, and what is behind them: ${link}`,
    why: (link) =>
      `You get this letter once a week because you asked for it in your profile. To get no more of them: ${link}\nAnswers to this address are not read.`,
  },
  he: {
    subject: (name, day) => `השבוע של ${name} עד ${day}`,
    lead: (name, day) => `שבעת הימים של ${name} עד ${day}, לפי מה שנספר ב־λllamda:`,
    reworded: 'את המשפטים ניסח מודל AI חיצוני; כל מספר וכל שם בהם נבדקו מול מה שנספר.',
    more: (link) => `כל הנתונים ומה שמאחוריהם: ${link}`,
    why: (link) =>
      `המכתב הזה מגיע פעם בשבוע כי ביקשתם אותו בפרופיל שלכם. כדי להפסיק לקבל אותו: ${link}\nתשובות לכתובת הזו אינן נקראות.`,
  },
};

/** A letter as it goes out, with the way to the page and the way to end the letters. It says nothing but what was counted. */
export function letterOf(
  { name, lastDay, text, isReworded }: LetterParts,
  language: WeekLanguage,
  links: LetterLinks,
): { subject: string; text: string } {
  const frame = FRAMES[language];
  const day = new Intl.DateTimeFormat(language === 'he' ? 'he-IL' : 'en-GB', { timeZone: 'UTC', dateStyle: 'medium' });
  const shown = day.format(noonOf(lastDay));
  const parts = [frame.lead(name, shown), text, ...(isReworded ? [frame.reworded] : []), frame.more(links.child)];
  return { subject: frame.subject(name, shown), text: [...parts, '-- ', frame.why(links.stop)].join('\n\n') };
}
