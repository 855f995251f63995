import type * as en from '../en/curriculum-names.ts';
import type { Translated } from '../translated.ts';

/** What the parts of a curriculum, and the states of a question, are called. */
export const kinds: Translated<typeof en.kinds> = {
  number: 'מספר',
  expression: 'ביטוי',
  set: 'קבוצה',
  interval: 'תחום',
  choice: 'בחירה אחת',
  'several choices': 'כמה בחירות',
  text: 'מילים',
};

export const uses: Translated<typeof en.uses> = { 'for study': 'ללימוד', 'for test': 'למבחנים' };

export const unitTypes: Translated<typeof en.unitTypes> = { intro: 'מבוא', chapter: 'פרק', summary: 'סיכום' };

export const levels: Record<number, string> = { 1: '1 (קל)', 2: '2', 3: '3', 4: '4 (קשה)' };

export const things: Record<string, string> = {
  course: 'קורס',
  order: 'סדר היחידות',
  unit: 'יחידה',
  sequence: 'סדר השאלות',
  problem: 'שאלה',
  test: 'מבחן',
};

export const fields: Record<string, string> = {
  name: 'שם',
  subject: 'מקצוע',
  gradeLevel: 'שכבה',
  type: 'סוג',
  level: 'רמה',
  description: 'תיאור',
  prerequisites: 'נשען על',
  archived: 'בארכיון',
  order: 'סדר',
  sequence: 'סדר',
  weight: 'משקל',
  minutes: 'דקות',
  questionCount: 'מספר השאלות',
  link: 'קישור',
  units: 'יחידות',
  title: 'כותרת',
  stem: 'טקסט משותף',
  figures: 'תמונה',
  unit: 'יחידה',
  source: 'מקור',
  licence: 'רישיון',
  use: 'שימוש',
  kind: 'התשובה היא',
  question: 'שאלה',
  choices: 'אפשרות',
  answer: 'התשובה הנכונה',
  tolerance: 'סטייה מותרת',
  answerUnit: 'יחידת מידה',
  acceptedAnswers: 'נכון גם',
  aliases: 'ניסוחים אחרים',
  hints: 'רמז',
  workedExample: 'דוגמה פתורה',
  explanation: 'הסבר',
  wrongAnswers: 'תשובה שגויה ומה לומר',
};

export const verdicts: Translated<typeof en.verdicts> = {
  correct: 'נכון',
  incorrect: 'לא נכון',
  'cannot judge': 'לא נבדק',
};

export const reasons: Translated<typeof en.reasons> = {
  empty: 'לא נכתב דבר.',
  unreadable: 'הבודק לא יכול לקרוא את זה כתשובה; התלמיד/ה יתבקשו לכתוב אחרת.',
  incomplete: 'זה חלק אחד מהתשובה; התלמיד/ה יתבקשו לכתוב את כולה.',
  'free text': 'אלה מילים אחרות מאלה שבמפתח; התלמיד/ה רואים את המפתח ומשווים.',
  'too long': 'זה ארוך מדי בשביל תשובה.',
  'ambiguous choice': 'אפשר להבין מזה יותר מאפשרות אחת.',
};
