import type { notifications as en } from '../en/notifications.ts';
import type { Translated } from '../translated.ts';

const severities: Record<number, string> = { 1: 'מדאיגה', 2: 'חמורה', 3: 'דחופה' };
const still = (round: number) => (round === 0 ? '' : ' עדיין איש לא לקח אותה על עצמו.');

/** What people are told, and the page of it. */
export const notifications: Translated<typeof en> = {
  title: 'עדכונים',
  unread: (count) => `${count} שלא נקראו`,
  lead: 'מה שקרה ונוגע לך. פתיחה של עדכון מסמנת אותו כנקרא.',
  none: 'אין עדיין עדכונים',
  noneMore: 'כשיקרה משהו שכדאי לדעת עליו, הוא יופיע כאן.',
  list: 'עדכונים, החדש ביותר ראשון',
  isNew: 'חדש',
  readAll: 'לסמן הכול כנקרא',
  open: 'לפתוח',
  older: 'עדכונים ישנים יותר',
  newest: 'העדכונים החדשים ביותר',
  unknown: 'קרה משהו שהדף הזה כבר אינו יודע להציג.',
  told: {
    attention: ({ pupils }) =>
      pupils === 1 ? 'תלמיד או תלמידה שלך זקוקים לתשומת לב.' : `${pupils} תלמידים שלך זקוקים לתשומת לב.`,
    'attention waits': ({ pupils }) =>
      pupils === 1
        ? 'תלמיד או תלמידה זקוקים לתשומת לב כבר שבוע, ואיש עוד לא טיפל בזה.'
        : `${pupils} תלמידים זקוקים לתשומת לב כבר שבוע, ואיש עוד לא טיפל בזה.`,
    'safety alert': ({ severity, round }) =>
      `התראת בטיחות ממתינה שמישהו ייקח אותה על עצמו (${severities[severity] ?? severity}).${still(round)}`,
    'alert rehearsal': ({ severity, round }) =>
      `תרגיל: התראה ממתינה שמישהו ייקח אותה על עצמו (${severities[severity] ?? severity}).${still(round)}`,
    'ai budget': ({ percent }) => `${percent}% מתקציב ה-AI של החודש נוצלו.`,
    'alert released': () => 'בית הספר מבקש ליידע אותך במשהו על הילד או הילדה שלך.',
    guidance: ({ number }) => (number === 1 ? 'יש הנחיה חדשה לכיתות שלך.' : 'להנחיה לכיתות שלך יש גרסה חדשה.'),
    'export made': () => 'הקובץ עם המידע השמור מוכן להורדה, למשך שלושה ימים.',
  },
};
