import { english, type Messages } from './english.ts';
import { hebrew } from './hebrew.ts';

export type { Messages } from './english.ts';

export const LOCALES = ['en', 'he'] as const;
export type Locale = (typeof LOCALES)[number];

const CATALOGUES: Record<Locale, Messages> = { en: english, he: hebrew };

/** The language of the pages for whoever asks, by their account or their browser's list ("he-IL,en;q=0.7"): the first there is. */
export function toLocale(text: string): Locale {
  // What an account says is one of ours as it is.
  const own = LOCALES.find((locale) => locale === text);
  if (own !== undefined) return own;
  const wanted = text
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/[-;]/, 1)[0]);
  return wanted.flatMap((one) => LOCALES.filter((locale) => locale === one))[0] ?? 'en';
}

export function messagesFor(locale: Locale): Messages {
  return CATALOGUES[locale];
}

export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'he' ? 'rtl' : 'ltr';
}
