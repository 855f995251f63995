import type { SameNames } from '../bilingual.ts';
import type { REASON_EN } from './reason.en.ts';

/** The same in Hebrew; written so that it speaks to boys and girls alike. */
export const REASON_HE: SameNames<typeof REASON_EN> = {
  ASK_REASON: {
    plain: [
      'רגע לפני שממשיכים: איך יודעים את זה? מספיק משפט במילים שלך, והוא לא נבדק.',
      'קודם דבר קטן: מה שכנע אותך? מספיקות כמה מילים, ושום דבר לא נספר.',
      'אפשר לספר כמו לחבר: למה זה יוצא כך? מספיקות כמה מילים שלך, והן לא נבדקות.',
    ],
    gentle: ['אם רוצים, אפשר לומר בכמה מילים: איך יודעים את זה? זה לא נבדק, ואפשר גם לכתוב ״הבא״.'],
  },
  REASON_HEARD: {
    plain: [
      'תודה; מה שאומרים במילים שלנו נשאר יותר זמן.',
      'תודה על הניסוח; הוא לא נבדק.',
      'תודה; לומר את זה לבד זה מה שעושה את זה שלך.',
    ],
  },
  REASON_LEFT: { plain: ['לא חייבים לנסח את זה עכשיו.', 'זה בסדר; נשאיר את זה כך.'] },
  REASON_COMPARE: {
    plain: ['להשוואה, במאגר השאלות כתוב: {text}', 'אפשר לשים את זה ליד זה: {text}', 'כך זה במאגר: {text}'],
  },
};
