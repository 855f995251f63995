import type { keyChanges as en } from '../en/key-changes.ts';
import type { Translated } from '../translated.ts';
import { kinds } from './curriculum-names.ts';

const JUDGED =
  'המילים והאפשרויות נשארות, ולכן תשובות שכבר ניתנו להן, במפגשים, בשיעורים ובמבחנים, נבדקות מחדש לפי המפתח החדש.';
const KEPT = 'הקביעה נשארת היכן שהמפתח החדש לא יכול לבדוק את התשובה, והיכן שמחנך/ת קבעו אותה.';
const WORDS = 'מילים יכולות רק להפוך לנכונות, אף פעם לא לשגויות: היכן שהן אינן של המפתח, הקביעה נשארת.';
const OTHER_KIND =
  'גם מה שבוחרים ממנו או המילים משתנים, ולכן זו שאלה אחרת: תשובות שכבר ניתנו שומרות על הקביעה שלהן, גם במבחנים. רק תשובות חדשות נבדקות לפי המפתח החדש.';
const OTHER_WORDS =
  'גם המילים או האפשרויות משתנות, ולכן זו שאלה אחרת: תשובות שכבר ניתנו שומרות על הקביעה שלהן, גם במבחנים. כדי שייבדקו מחדש, פרסמו את המפתח החדש לבדו.';

/** What becomes of answers that were given when a key changes, said before it is published. */
export const keyChanges: Translated<typeof en> = {
  keyChangesTitle: 'תשובות שניתנו קודם',
  keyChange: (step, { before, after }, judgedAgain) => {
    const becomes = before === after ? 'מפתח אחר' : `במקום ${kinds[before]} – ${kinds[after]}`;
    const what = `שאלה ${step + 1}: ${becomes}.`;
    if (!judgedAgain) return `${what} ${before === after ? OTHER_WORDS : OTHER_KIND}`;
    return `${what} ${JUDGED} ${KEPT}${after === 'text' ? ` ${WORDS}` : ''}`;
  },
};
