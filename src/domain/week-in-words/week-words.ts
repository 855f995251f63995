import type { WeekFacts } from './week-facts.ts';
import { type WeekSentence, weekSentences } from './week-sentences.ts';
import { WEEK_EN } from './words-en.ts';
import { WEEK_HE } from './words-he.ts';

/** The words of one language: numbers come as they are, names of units and times as they are written. */
export interface WeekWords {
  duration(minutes: number): string;
  name(name: string): string;
  say: {
    never(name: string): string;
    quiet(name: string, daysAgo: number | null): string;
    studied(name: string, time: string, sessions: number, days: number): string;
    'time more'(by: string, before: string): string;
    'time less'(by: string, before: string): string;
    'time same'(before: string): string;
    'time first'(): string;
    right(part: number, of: number, share: string): string;
    'right few'(part: number, of: number): string;
    'right more'(before: string): string;
    'right less'(before: string): string;
    'right same'(before: string): string;
    'unit up'(unit: string, course: string, before: string, after: string): string;
    'unit down'(unit: string, course: string, before: string, after: string): string;
    'unit new'(unit: string, course: string, after: string): string;
    attendance(name: string, part: number, of: number): string;
    grade(test: string, course: string, grade: string): string;
    'low feelings'(name: string, part: number, of: number): string;
    'next test'(test: string, course: string, inDays: number): string;
    'do test unit'(unit: string): string;
    'do weak unit'(unit: string, course: string): string;
    'do review'(due: number): string;
    'do begin'(): string;
    'do ask'(name: string, unit: string): string;
  };
}

export type WeekLanguage = 'en' | 'he';
const WORDS: Record<WeekLanguage, WeekWords> = { en: WEEK_EN, he: WEEK_HE };

/** A name by itself, whichever way its letters run. */
const isolated = (name: string) => `\u2068${name}\u2069`;

/** The week as sentences of a language, each made of its facts alone; the same facts give the same words. */
export function weekInWords(facts: WeekFacts, language: WeekLanguage): string[] {
  const words = WORDS[language];
  return weekSentences(facts).map((sentence) => inWords(sentence, isolated(facts.name), words));
}

/** 0 and 100 only where they are exact. */
function percent(share: number): string {
  const rounded = Math.round(share * 100);
  const honest = share <= 0 || share >= 1 ? rounded : Math.min(99, Math.max(1, rounded));
  return `${honest}%`;
}

function inWords(said: WeekSentence, name: string, { say, duration, name: quoted }: WeekWords): string {
  const time = (minutes: number) => duration(Math.round(minutes));
  const thing = (of: string) => quoted(isolated(of));
  switch (said.key) {
    case 'never':
      return say.never(name);
    case 'quiet':
      return say.quiet(name, said.daysAgo);
    case 'studied':
      return say.studied(name, time(said.minutes), said.sessions, said.days);
    case 'time more':
    case 'time less':
      return say[said.key](time(said.by), time(said.before));
    case 'time same':
      return say[said.key](time(said.before));
    case 'time first':
    case 'do begin':
      return say[said.key]();
    case 'right':
      return say.right(said.part, said.of, percent(said.share));
    case 'right few':
      return say['right few'](said.part, said.of);
    case 'right more':
    case 'right less':
    case 'right same':
      return say[said.key](percent(said.before));
    case 'unit up':
    case 'unit down':
      return say[said.key](thing(said.unit), isolated(said.course), percent(said.before), percent(said.after));
    case 'unit new':
      return say['unit new'](thing(said.unit), isolated(said.course), percent(said.after));
    case 'attendance':
    case 'low feelings':
      return say[said.key](name, said.part, said.of);
    case 'grade':
      return say.grade(thing(said.test), isolated(said.course), String(Math.round(said.grade * 10) / 10));
    case 'next test':
      return say['next test'](thing(said.test), isolated(said.course), said.inDays);
    case 'do test unit':
      return say['do test unit'](thing(said.unit));
    case 'do weak unit':
      return say['do weak unit'](thing(said.unit), isolated(said.course));
    case 'do review':
      return say['do review'](said.due);
    case 'do ask':
      return say['do ask'](name, thing(said.unit));
  }
}
