import { LEAST_MINUTES, MOST_MINUTES } from '../../../shared/courses.ts';
import type { plan as en } from '../en/plan.ts';
import { isolated } from '../isolated.ts';
import type { Translated } from '../translated.ts';

/** Words of the pupil's plan and of what if. */
export const plan: Translated<typeof en> = {
  title: 'התוכנית שלך',
  lead: 'מה בא אחר כך, למה, ומה היה משתנה עם מועדים אחרים או יותר זמן. לנסות כאן דברים לא משנה כלום.',
  tryOut: 'מה אם…',
  course: 'הקורס של המפגש',
  mostUrgent: 'הדחוף ביותר',
  minutes: 'כמה דקות יש',
  test: 'מבחן ביום אחר',
  noTest: 'בלי יום אחר',
  testOn: (test, date) => `${test}, ${date}`,
  noTests: 'אין לפניך מבחן שיכול להיות ביום אחר.',
  date: 'ביום הזה במקום',
  submit: 'להראות לי',
  reset: 'חזרה לתוכנית כמו שהיא',
  changes: 'מה היה משתנה',
  asItIs: 'כמו שזה עכשיו',
  imagined: 'כמו שדמיינת',
  session: (course, time) => `${isolated(course)}, ${time}`,
  outlook: 'מה המפגש אמור להביא',
  outlookNote:
    'מה שמפגש אמור להביא הוא חלק התשובות שצפוי שיהיו נכונות ביום המבחן: קודם בלי המפגש, ואז איתו. החישוב נשען על התשובות שלך עד עכשיו ועל מה שנשכח עד אז; זו הערכה, לא הבטחה.',
  outlookNone: 'עוד לא ידוע דבר שהערכה יכולה להישען עליו: אין תשובות שלך, ואין מבחן קרוב.',
  wholeCourse: 'הקורס כולו',
  lift: (without, then) => (without === then ? `${then} כך או כך` : `מ־${without} ל־${then}`),
  how: 'איך זה נבחר',
  howLead: 'כל קורס מקבל נקודות מ־0 עד 100. חמישה דברים נחשבים, לכל אחד חלק משלו; הקורס שיש לו הכי הרבה בא ראשון.',
  factor: 'מה נחשב',
  score: 'נקודות',
  share: 'חלק',
  adds: 'מוסיף',
  total: (course, points) => `לקורס ${course} יש ${points} נקודות.`,
  order: 'סדר הקורסים שלך',
  points: (points) => `${points} נקודות`,
  moreCourses: (count) => `ועוד ${count}`,
  none: 'עוד אין מה לתכנן',
  begin: 'ללמוד לפי התוכנית',
  problems: {
    form: 'לא הכול התקבל; ראו למטה. התוכנית מוצגת כמו שהיא.',
    minutes: `צריך לבחור בין ${LEAST_MINUTES} ל־${MOST_MINUTES} דקות.`,
    test: 'צריך לבחור מבחן שעוד לפניך ושלא התחיל.',
    testMissing: 'צריך לבחור איזה מבחן יהיה ביום הזה.',
    date: 'צריך לבחור יום מהיום והלאה, לכל היותר עוד שנה, שבו המבחן עוד לא נגמר.',
    dateMissing: 'צריך לבחור יום למבחן הזה.',
  },
};
