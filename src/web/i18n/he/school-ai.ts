import type { schoolAi as english } from '../en/school-ai.ts';
import type { Translated } from '../translated.ts';

/** Words of what the configured models were used for. */
export const schoolAi: Translated<typeof english> = {
  title: 'שימוש ב-AI ועלותו',
  back: 'בית הספר',
  link: 'לפי יום, כיתה, מטרה ומודל',
  lead: 'מה שהתלמידים השתמשו בו מהמודלים שהוגדרו. המורה המובנה לא עולה דבר ולא נספר.',
  none: 'אף מודל לא נשאל בימים האלה: המורה המובנה לימד.',
  calls: 'פניות',
  tokens: 'אסימונים',
  cost: 'עלות',
  noPrice: 'לא הוזן מחיר',
  partly: (n) => `${n} פניות בלי מחיר לא נכללות`,
  limit: 'לתלמיד/ה מותר ביום',
  limitNote: 'אסימונים; אחר כך ממשיך המורה המובנה',
  tables: { day: 'לפי יום', purpose: 'לפי מטרה', model: 'לפי מודל', class: 'לפי כיתה' },
  headings: { day: 'יום', purpose: 'מטרה', model: 'מודל', class: 'כיתה' },
  purposes: { teach: 'הוראה', evaluate: 'הערכה', mark: 'בדיקת מבחנים' },
  noClass: 'בלי כיתה',
  dollars: 'עלות (דולר אמריקאי)',
  withoutPrice: 'פניות בלי מחיר',
};
