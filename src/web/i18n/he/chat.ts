import type { ChatWords } from '../en/chat.ts';
import { lesson } from './lesson.ts';
import { SUBJECTS } from './subjects.ts';

/** Words of the chat page. Plain data and functions: the island loads them too. */
export const chat: ChatWords = {
  you: 'אני',
  teacher: (name, subject) => `${name}, הוראת ${SUBJECTS[subject] ?? subject}`,
  log: 'המפגש',
  thinking: (name) => `תשובה מאת ${name} בדרך`,
  interrupted: 'התשובה נקטעה.',
  askAgain: 'לשאול שוב',
  notSent: 'עוד לא נשלח. מנסים שוב…',
  sendAgain: 'לשלוח שוב',
  asked: 'השאלה שנשאלה',
  question: (n) => `שאלה ${n}`,
  step: (step, steps) => `שלב ${step} מתוך ${steps}`,
  exit: 'עכשיו לבד',
  hints: 'רמזים',
  hintsUsed: (used, total) => `${used} מתוך ${total} רמזים`,
  hint: 'רמז, בבקשה',
  stuck: 'נתקעתי',
  giveUp: 'לוותר על השאלה ולראות איך פותרים',
  giveUpLabel: 'לוותר ולראות איך פותרים',
  skip: 'אפשר לדלג',
  reportQuestion: 'משהו לא בסדר בשאלה הזאת',
  next: 'הבאה',
  finish: 'בואו נסיים',
  compose: 'ההודעה שלך',
  composeHint: 'אפשר לענות, או לשאול כל דבר על זה',
  talkHint: 'אפשר לכתוב משהו, או לכתוב „פס”',
  send: 'שליחה',
  didYouMean: 'האם הכוונה היא ל',
  pause: 'הפסקה',
  resume: 'להמשיך',
  end: 'סיום המפגש',
  pending: 'המפגש מוכן.',
  pendingMore: 'הוא ממתין חמש דקות.',
  start: 'להתחיל',
  paused: 'המפגש בהפסקה.',
  pausedMore: 'הכול נשמר. אפשר להמשיך מתי שרוצים.',
  over: 'המפגש הסתיים.',
  toSummary: 'לראות מה יצא ממנו',
  minutes: (minutes) => `${minutes} דק׳`,
  types: {
    homework: 'שיעורי בית',
    'test preparation': 'הכנה למבחן',
    individual: 'לבד',
    group: 'בקבוצה',
    social: 'שיחה',
  },
  whereYouAre: 'איפה אנחנו עומדים',
  units: 'המפגש הזה',
  mastered: 'נרכשה',
  lost: 'החיבור נותק. מה שכתבת נשמר, ויישלח ברגע שהחיבור יחזור.',
  back: 'החיבור חזר.',
  adults: 'מבוגרים מבית הספר יכולים לקרוא את המפגשים.',
  tutorModel: (name) =>
    `${name} – בינה מלאכותית, ויכולות להיות טעויות; אם תשובה נכונה קובע מאגר השאלות של בית הספר, ולא הבינה המלאכותית.`,
  tutorEmbedded: (name) =>
    `${name} – המורה שמובנה בתוכנה הזאת. הידע כולו בא ממאגר השאלות של בית הספר, ולא כל מחשבה אפשר להבין.`,
  heldBack: {
    consent:
      'ה-AI שמחוץ לבית הספר לא רשאי לקרוא את מה שנכתב כאן: איש לא אישר זאת עבורך. לכן מלמד אותך המורה המובנה בתוכנה. אפשר ללמוד כאן הכול בדיוק אותו דבר.',
    pupil: 'מכסת ה-AI שלך להיום נגמרה, ולכן ממשיך המורה המובנה. שום דבר לא הלך לאיבוד: העבודה שמורה, וה-AI יחזור מחר.',
    class:
      'מכסת ה-AI של הכיתה להיום נגמרה, ולכן ממשיך המורה המובנה. שום דבר לא הלך לאיבוד: העבודה שמורה, וה-AI יחזור מחר.',
    school: 'תקציב ה-AI של בית הספר לחודש הזה נגמר, ולכן ממשיך המורה המובנה. שום דבר לא הלך לאיבוד: העבודה שמורה.',
  },
  tutorOfTalk: (name) =>
    `את הדברים של ${name} בשיחה הזאת כתבו אנשים. שום בינה מלאכותית לא קוראת את מה שנכתב כאן ולא עונה עליו.`,
  lesson,
  moved: 'המפגש התקדם במקום אחר. טענו את הדף מחדש.',
};
