import { accounts } from './en/accounts.ts';
import { begin } from './en/begin.ts';
import { chat } from './en/chat.ts';
import { classTests } from './en/class-tests.ts';
import { common } from './en/common.ts';
import { courses } from './en/courses.ts';
import { curriculum } from './en/curriculum.ts';
import { curriculumExport } from './en/curriculum-export.ts';
import { curriculumImport } from './en/curriculum-import.ts';
import { desk } from './en/desk.ts';
import { devices } from './en/devices.ts';
import { fileImport } from './en/file-import.ts';
import { groupPlan } from './en/group-plan.ts';
import { parent } from './en/parent.ts';
import { people } from './en/people.ts';
import { peopleImport } from './en/people-import.ts';
import { plan } from './en/plan.ts';
import { profile } from './en/profile.ts';
import { report } from './en/report.ts';
import { reports } from './en/reports.ts';
import { schoolHours } from './en/school-hours.ts';
import { scoreAgreement } from './en/score-agreement.ts';
import { scores } from './en/scores.ts';
import { setup } from './en/setup.ts';
import { staff } from './en/staff.ts';
import { study } from './en/study.ts';
import { tests } from './en/tests.ts';
import { today } from './en/today.ts';
import { words } from './en/words.ts';

/** Every word of the pages, by area. English is the pattern: another language has the same keys, checked by the compiler. */
const en = {
  fileImport,
  curriculumImport,
  curriculumExport,
  accounts,
  common,
  words,
  today,
  courses,
  begin,
  study,
  chat,
  report,
  parent,
  people,
  plan,
  groupPlan,
  profile,
  schoolHours,
  setup,
  staff,
  desk,
  devices,
  reports,
  scoreAgreement,
  scores,
  tests,
  classTests,
  peopleImport,
  curriculum,
};

export type Messages = typeof en;

export const LOCALES = ['en', 'he'] as const;
export type Locale = (typeof LOCALES)[number];

/** Languages that have a catalogue of their own. Hebrew's pages run right to left already; its words follow here. */
const CATALOGUES: Partial<Record<Locale, Messages>> = { en };

/**
 * The language of the pages for whoever asks, by their account or their browser's list ("he-IL,en;q=0.7"): the first that has a
 * catalogue. English words on a page that says it is Hebrew would be read out wrongly, so a language without one is passed over.
 */
export function toLocale(text: string): Locale {
  const known = LOCALES.find((locale) => locale === text);
  if (known !== undefined && CATALOGUES[known]) return known;
  const wanted = text
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/[-;]/, 1)[0]);
  const available = LOCALES.filter((locale) => CATALOGUES[locale]);
  return wanted.flatMap((one) => available.filter((locale) => locale === one))[0] ?? 'en';
}

export function messagesFor(locale: Locale): Messages {
  return CATALOGUES[locale] ?? en;
}

export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'he' ? 'rtl' : 'ltr';
}
