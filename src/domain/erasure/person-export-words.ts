import type { RecordPart } from './record-parts.ts';

/** What an export of a person says by itself, in the language of whoever takes it out. */
export interface ExportWords {
  direction: 'ltr' | 'rtl';
  title: (name: string) => string;
  made: (day: string) => string;
  readme: string;
  nothing: string;
  parts: Record<RecordPart, string>;
}

const en: ExportWords = {
  direction: 'ltr',
  title: (name) => `What is stored about ${name}`,
  made: (day) => `Made on ${day}.`,
  readme:
    'index.html is for reading, and leads to a page for each part. Each part is also there for programs, as JSON and as CSV. Nothing of other people is in it: of talks in a group only the own words, of tests only those that were given back. Passwords are stored nowhere. Keep this file as you would keep a diary.',
  nothing: 'Nothing is stored here.',
  parts: {
    account: 'Account',
    contacts: 'Phone and address',
    classes: 'Classes',
    family: 'Family',
    consents: 'Consents',
    sessions: 'Study sessions',
    messages: 'Words',
    answers: 'Answers',
    scores: 'Scores',
    quarters: 'Quarters',
    contests: 'Words about scores',
    tests: 'Tests',
    'test-answers': 'Answers in tests',
    progress: 'Progress',
    reports: 'Reported questions',
    tablets: 'Borrowed tablets',
    lessons: 'Lessons',
    notices: 'Notifications',
    letters: 'Letters',
    looked: 'Who looked',
    deeds: 'What was done with the account',
  },
};

const he: ExportWords = {
  direction: 'rtl',
  title: (name) => `מה ששמור על ${name}`,
  made: (day) => `הוכן ב־${day}.`,
  readme:
    'את index.html קוראים, ומשם מגיעים לדף של כל חלק. כל חלק נמצא גם בשביל תוכנות, כ־JSON וכ־CSV. אין כאן שום דבר של אנשים אחרים: משיחות בקבוצה רק המילים שלך, וממבחנים רק מה שהוחזר. סיסמאות לא שמורות בשום מקום. שמרו על הקובץ כמו על יומן.',
  nothing: 'כאן לא שמור דבר.',
  parts: {
    account: 'חשבון',
    contacts: 'טלפון וכתובת',
    classes: 'כיתות',
    family: 'משפחה',
    consents: 'הסכמות',
    sessions: 'מפגשי לימוד',
    messages: 'מילים',
    answers: 'תשובות',
    scores: 'ציונים',
    quarters: 'רבעונים',
    contests: 'מה שנכתב על ציונים',
    tests: 'מבחנים',
    'test-answers': 'תשובות במבחנים',
    progress: 'התקדמות',
    reports: 'שאלות שדווחו',
    tablets: 'טאבלטים שהושאלו',
    lessons: 'שיעורים',
    notices: 'הודעות מערכת',
    letters: 'מכתבים',
    looked: 'מי הסתכל',
    deeds: 'מה נעשה מהחשבון',
  },
};

export const exportWords = (locale: string): ExportWords => (locale === 'he' ? he : en);
