import type { begin as en } from '../en/begin.ts';
import type { Translated } from '../translated.ts';

/** Words on the way into a session. */
export const begin: Translated<typeof en> = {
  nowTitle: 'לומדים עכשיו',
  feeling: 'איך ההרגשה עכשיו?',
  feelingNote: 'התשובה עוזרת למורה למצוא את הטון הנכון. היא אף פעם לא ציון, ורק אתם מחליטים מה לומר.',
  plan: 'התוכנית',
  unitMinutes: (minutes) => `${minutes} דק׳`,
  chooseElse: 'לבחור משהו אחר',
  whyThis: 'למה דווקא זה, ומה אם…',
  newTitle: 'מה ללמוד?',
  whichCourse: 'באיזה קורס?',
  whichCourseLead: 'הדחוף ביותר מופיע ראשון.',
  changeCourse: 'קורס אחר',
  type: 'לשם מה?',
  units: 'אילו יחידות?',
  unitsHint: 'אפשר לבחור עד 12 יחידות, או אף אחת: אז נבחרות הבאות בתור, לפי הזמן שיש.',
  minutes: 'כמה זמן יש?',
  minutesOf: (minutes) => `${minutes} דק׳`,
  feelingField: 'איך ההרגשה?',
  submit: 'להתחיל',
  problems: {
    type: 'צריך לבחור אחת מהשתיים.',
    feeling: 'צריך לבחור איך ההרגשה.',
    minutes: 'צריך לבחור בין 5 ל־240 דקות.',
    units: 'בקורס הזה אין יחידה כזאת. בחרו שוב.',
    tooManyUnits: 'אפשר לבחור לכל היותר 12 יחידות.',
    form: 'חסר משהו; ראו למטה.',
  },
  liveTitle: 'דבר אחד בכל פעם',
  liveLead: (course) => `יש מפגש בקורס ${course} שעוד לא הסתיים. אפשר להמשיך בו, או לסיים אותו קודם.`,
  liveSince: (when) => `התחיל ${when}`,
};
