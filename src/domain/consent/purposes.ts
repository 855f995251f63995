/** One wording of what is asked. A wording that was asked is never edited: another one is a version more. */
export interface ConsentText {
  title: string;
  /** What is done with what, by whom. */
  what: string;
  /** What happens without it. */
  otherwise: string;
}

/** What consent is asked for. What the program does without a remote model needs none. */
export const PURPOSES = ['remote teacher', 'remote evaluator', 'remote letter'] as const;
export type Purpose = (typeof PURPOSES)[number];

type Version = Record<'en' | 'he', ConsentText>;

/** Every version of what is asked, the oldest first: version 1, 2 … */
export const CONSENT_TEXTS: Record<Purpose, readonly [Version, ...Version[]]> = {
  'remote teacher': [
    {
      en: {
        title: 'A remote AI model may answer',
        what: 'What your child writes in a session is sent to a language model that another company runs, which words the teacher’s replies. The company gets an invented first name, the grade, the course and what is said; never the real name, date of birth, e-mail address or school.',
        otherwise:
          'Without it the tutor that is built into λllamda answers. Nothing that your child writes leaves the school’s own server.',
      },
      he: {
        title: 'מודל AI חיצוני רשאי לענות',
        what: 'מה שהילד או הילדה כותבים במפגש נשלח למודל שפה שחברה אחרת מפעילה, והוא מנסח את תשובות המורה. החברה מקבלת שם פרטי בדוי, שכבת גיל, קורס ומה שנאמר בשיחה; לעולם לא שם אמיתי, תאריך לידה, דוא״ל או בית ספר.',
        otherwise: 'בלי הסכמה עונה המורה המובנה ב־λllamda, ושום דבר ממה שנכתב לא יוצא מהשרת של בית הספר.',
      },
    },
  ],
  'remote evaluator': [
    {
      en: {
        title: 'A remote AI model may read along for scores',
        what: 'After a session or a test, what your child wrote is sent to a language model that another company runs. Its opinion counts for at most a third of a score, and for free-text answers in tests it proposes a mark. The company gets an invented first name, the grade and what was written.',
        otherwise:
          'Without it scores rest on the evidence alone: answers, hints, time. A teacher marks free-text answers.',
      },
      he: {
        title: 'מודל AI חיצוני רשאי לקרוא לצורך הערכה',
        what: 'אחרי מפגש או מבחן, מה שהילד או הילדה כתבו נשלח למודל שפה שחברה אחרת מפעילה. דעתו נחשבת לכל היותר שליש מן הציון, ובתשובות פתוחות במבחן הוא מציע ציון. החברה מקבלת שם פרטי בדוי, שכבת גיל ומה שנכתב.',
        otherwise: 'בלי הסכמה הציון נשען על הראיות בלבד: תשובות, רמזים וזמן. תשובות פתוחות בודק מורה.',
      },
    },
  ],
  'remote letter': [
    {
      en: {
        title: 'A remote AI model may word the weekly letter',
        what: 'Where a parent has asked for weekly letters by e-mail and for friendlier words in them, what the week came to is sent to a language model that another company runs: an invented first name, the units and the numbers; nothing that your child wrote. What it writes is checked against the numbers.',
        otherwise:
          'Without it the letters are worded by fixed rules on the school’s own server. The numbers are the same.',
      },
      he: {
        title: 'מודל AI חיצוני רשאי לנסח את המכתב השבועי',
        what: 'כשהורה ביקש מכתבים שבועיים בדוא״ל ובהם ניסוח נעים יותר, סיכום השבוע נשלח למודל שפה שחברה אחרת מפעילה: שם פרטי בדוי, היחידות והמספרים; שום דבר ממה שהילד או הילדה כתבו. מה שהמודל כותב נבדק מול המספרים.',
        otherwise: 'בלי הסכמה המכתבים מנוסחים לפי כללים קבועים בשרת של בית הספר. המספרים זהים.',
      },
    },
  ],
};

/** The version that is asked now. */
export function currentVersion(purpose: Purpose): number {
  return CONSENT_TEXTS[purpose].length;
}

/** What was asked in a version; undefined for one that there never was. */
export function consentText(purpose: Purpose, version: number, language: 'en' | 'he'): ConsentText | undefined {
  return CONSENT_TEXTS[purpose][version - 1]?.[language];
}
