import type { Letters } from './letter-of.ts';

const SEVERITY: Record<number, string> = { 1: 'מדאיגה', 2: 'חמורה', 3: 'דחופה' };
const again = (round: number) => (round === 0 ? '' : ' עדיין איש לא לקח אותה על עצמו.');

export const LETTERS_HE: Letters = {
  of: {
    attention: () => ({
      subject: 'תלמידים שלך זקוקים לתשומת לב',
      lines: ['יש משהו חדש לראות בכיתות שלך. כדי לקרוא, יש להתחבר.'],
      path: '/class/attention',
    }),
    'attention waits': () => ({
      subject: 'תלמידים בבית הספר זקוקים לתשומת לב',
      lines: ['משהו מחכה כבר שבוע בבית הספר. כדי לקרוא, יש להתחבר.'],
      path: '/class/attention',
    }),
    'safety alert': ({ alertId, severity, round }) => ({
      subject: round === 0 ? 'התראה ממתינה לך' : 'התראה עדיין ממתינה לטיפול',
      lines: [
        `התראת בטיחות ממתינה לך. חומרה: ${SEVERITY[severity] ?? severity}.${again(round)}`,
        'במה מדובר נאמר רק אחרי כניסה למערכת. נא לקחת אותה על עצמך שם בהקדם האפשרי.',
      ],
      path: `/alerts/${alertId}`,
    }),
    'alert rehearsal': ({ rehearsalId, severity, round }) => ({
      subject: 'תרגיל: התראה ממתינה לך',
      lines: [
        'זהו תרגיל. הוא אינו נוגע לאף תלמיד או תלמידה.',
        `התראת בטיחות מתורגלת ממתינה לך. חומרה: ${SEVERITY[severity] ?? severity}.${again(round)}`,
        'נא לקחת אותה על עצמך כמו התראה אמיתית.',
      ],
      path: `/alerts/rehearsals/${rehearsalId}`,
    }),
    'ai budget': ({ percent }) => ({
      subject: 'רוב תקציב ה-AI של החודש נוצל',
      lines: [`בית הספר ניצל ${percent}% מתקציב ה-AI של החודש. כשהתקציב ייגמר, ימשיך המורה המובנה.`],
      path: '/school/ai',
    }),
    'alert released': () => ({
      subject: 'לבית הספר יש משהו לספר לך על הילד או הילדה שלך',
      lines: ['בית הספר מבקש ליידע אותך במשהו על הילד או הילדה שלך. כדי לקרוא, יש להתחבר.'],
      path: '/alerts',
    }),
    guidance: ({ guidanceId }) => ({
      subject: 'הנחיה לכיתות שלך',
      lines: ['פורסמה הנחיה לכיתות שלך. כדי לקרוא, יש להתחבר.'],
      path: `/class/guidance/${guidanceId}`,
    }),
    'export made': () => ({
      subject: 'הקובץ שלך מוכן להורדה',
      lines: ['הקובץ שביקשת מוכן, למשך שלושה ימים. כדי להוריד אותו, יש להתחבר.'],
      path: '/notifications',
    }),
  },
  foot: 'ההודעה נשלחה מ־λllamda כי יש לך חשבון בבית הספר. תשובות לכתובת הזו אינן נקראות.',
};
