/** What an export of a person says by itself, in the language of whoever takes it out. */
export interface ExportWords {
  direction: 'ltr' | 'rtl';
  title: (name: string) => string;
  made: (day: string) => string;
  readme: string;
  nothing: string;
  parts: Record<string, string>;
}

const en: ExportWords = {
  direction: 'ltr',
  title: (name) => `What is stored about ${name}`,
  made: (day) => `Made on ${day}.`,
  readme:
    'index.html is for reading. Each part is also there for programs, as JSON and as CSV. Nothing of other people is in it: of talks in a group only the own words, of tests only those that were given back. Passwords are stored nowhere. Keep this file as you would keep a diary.',
  nothing: 'Nothing is stored here.',
  parts: {
    account: 'Account',
    contacts: 'Phone and address',
    classes: 'Classes',
    family: 'Family',
    sessions: 'Study sessions',
    messages: 'Words',
    answers: 'Answers',
    scores: 'Scores',
    tests: 'Tests',
    progress: 'Progress',
  },
};

const he: ExportWords = {
  direction: 'rtl',
  title: (name) => `מה ששמור על ${name}`,
  made: (day) => `הוכן ב־${day}.`,
  readme:
    'את index.html קוראים. כל חלק נמצא גם בשביל תוכנות, כ־JSON וכ־CSV. אין כאן שום דבר של אנשים אחרים: משיחות בקבוצה רק המילים שלך, וממבחנים רק מה שהוחזר. סיסמאות לא שמורות בשום מקום. שמרו על הקובץ כמו על יומן.',
  nothing: 'כאן לא שמור דבר.',
  parts: {
    account: 'חשבון',
    contacts: 'טלפון וכתובת',
    classes: 'כיתות',
    family: 'משפחה',
    sessions: 'מפגשי לימוד',
    messages: 'מילים',
    answers: 'תשובות',
    scores: 'ציונים',
    tests: 'מבחנים',
    progress: 'התקדמות',
  },
};

export const exportWords = (locale: string): ExportWords => (locale === 'he' ? he : en);
