import { begin } from './en/begin.ts';
import { chat } from './en/chat.ts';
import { common } from './en/common.ts';
import { courses } from './en/courses.ts';
import { parent } from './en/parent.ts';
import { report } from './en/report.ts';
import { staff } from './en/staff.ts';
import { study } from './en/study.ts';
import { today } from './en/today.ts';
import { words } from './en/words.ts';

/** Every word of the pages, by area. English is the pattern: another language has the same keys, checked by the compiler. */
const en = { common, words, today, courses, begin, study, chat, report, parent, staff };

export type Messages = typeof en;

export const LOCALES = ['en', 'he'] as const;
export type Locale = (typeof LOCALES)[number];

/** Languages that have a catalogue of their own. Hebrew's pages run right to left already; its words follow here. */
const CATALOGUES: Partial<Record<Locale, Messages>> = { en };

export function toLocale(text: string): Locale {
  return LOCALES.find((locale) => text.toLowerCase().startsWith(locale)) ?? 'en';
}

export function messagesFor(locale: Locale): Messages {
  return CATALOGUES[locale];
}

export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'he' ? 'rtl' : 'ltr';
}
