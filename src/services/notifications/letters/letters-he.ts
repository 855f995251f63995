import type { Letters } from './letter-of.ts';

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
    'alert released': () => ({
      subject: 'לבית הספר יש משהו לספר לך על הילד או הילדה שלך',
      lines: ['בית הספר מבקש ליידע אותך במשהו על הילד או הילדה שלך. כדי לקרוא, יש להתחבר.'],
      path: '/alerts',
    }),
  },
  foot: 'ההודעה נשלחה מ־λllamda כי יש לך חשבון בבית הספר. תשובות לכתובת הזו אינן נקראות.',
};
