import type { GroupReason, GroupUnitReason } from '../../../domain/planning/group-units.ts';
import { LEAST_MINUTES, MOST_MINUTES } from '../../../shared/courses.ts';
import type { groupPlan as en } from '../en/group-plan.ts';
import { isolated } from '../isolated.ts';
import type { Translated } from '../translated.ts';
import { counted } from './counted.ts';

const pupils = (n: number) => counted(n, 'תלמיד/ה אחד/ת', 'שני תלמידים', 'תלמידים');

/** Why a unit is in the session of a group, to whoever plans it. */
function unitReason(reason: GroupUnitReason): string {
  switch (reason.key) {
    case 'group.next':
      return 'היא הבאה בסדר הקורס.';
    case 'group.unlocks':
      return `מה שלומדים כאן עוזר לרובם אחר כך עם ${reason.params.unit}.`;
    case 'group.tested':
      return `משקלה ${reason.params.percent}% במבחן הבא של ${pupils(reason.params.pupils)}, ותרגול מקדם בה את הקבוצה יותר מאשר ביחידות אחרות.`;
    case 'group.fading':
      return `היא דוהה אצל ${pupils(reason.params.pupils)} שכבר ידעו אותה.`;
    case 'group.new':
      return `${pupils(reason.params.pupils)} עוד לא ניסו אותה, ותרגול מקדם בה את הקבוצה יותר מאשר ביחידות אחרות.`;
    case 'group.most':
      return 'תרגול מקדם בה עכשיו את הקבוצה יותר מאשר ביחידות אחרות.';
  }
}

/** How the session of a group was filled. */
function groupReason(reason: GroupReason): string {
  switch (reason.key) {
    case 'group.none':
      return 'בקורס הזה אין עדיין יחידות.';
    case 'group.sequential':
      return 'יחידות לפי סדר הקורס: עוד לא ענו בו על שום דבר, ואין מבחן קרוב.';
    case 'group.course':
      return 'יחידות שהתרגול בהן מקדם את הקבוצה בקורס הכי הרבה; אין מבחן קרוב.';
    case 'group.tests':
      return `יחידות שהתרגול בהן מקדם את הקבוצה הכי הרבה; ל־${reason.params.pupils} מתוך ${reason.params.of} יש מבחן קרוב בקורס הזה.`;
  }
}

/** Words of the page on which a class manager plans a session together. */
export const groupPlan: Translated<typeof en> = {
  title: 'תכנון מפגש משותף',
  link: 'תכנון מפגש משותף',
  lead: (className) =>
    `איזה קורס ואילו יחידות כדאי ש${className}, או חלק ממנה, ילמדו יחד, למה, ומי מוכן לזה. ההצצה כאן לא קובעת דבר.`,
  back: 'חזרה לכיתה',
  whom: 'למי ולכמה זמן',
  pupils: 'תלמידים',
  pupilsHint: 'אם אין אף סימון, הכוונה לכל הכיתה.',
  strategy: 'הצרכים של מי קובעים איזה קורס בא קודם',
  strategies: {
    balanced: 'מאוזן: של הרוב, עם תשומת לב למי שזקוק הכי הרבה',
    average: 'ממוצע: כולם נחשבים באותה מידה',
    'weighted average': 'משוקלל: מי שציוניו נמוכים יותר נחשב יותר',
    'highest need': 'הצורך הגדול ביותר: בעיקר של מי שזקוק הכי הרבה',
    max: 'של מי שזקוק הכי הרבה',
  },
  minutes: 'דקות המפגש',
  course: 'קורס',
  mostUrgent: 'הדחוף ביותר שמשותף לכולם',
  submit: 'לתכנן',
  session: (course, time) => `${isolated(course)}, ${time}`,
  forPupils: (n, of) => (n === of ? `לכל ${of} התלמידים.` : `ל־${n} מתוך ${of} תלמידים.`),
  reason: groupReason,
  unitReason,
  allReady: (n) => (n === 1 ? 'יש מוכנות לזה.' : `כל ה־${n} מוכנים לזה.`),
  readyOf: (ready, of) => `${ready} מתוך ${of} מוכנים לזה.`,
  notReady: (n) => `מי עוד לא (${n})`,
  missing: (units) => `לא התחילו: ${units}`,
  outlook: (without, then) =>
    without === then
      ? `הצפי לתשובות נכונות בדבר הבא של כל אחד, בממוצע: ${then}, עם המפגש הזה או בלעדיו.`
      : `הצפי לתשובות נכונות בדבר הבא של כל אחד, בממוצע: ${without} בלי המפגש הזה, ${then} איתו.`,
  outlookNone: 'אין עדיין תשובות ומבחנים, ולכן אי אפשר לומר מה המפגש יביא.',
  order: 'קורסים שמשותפים לכולם',
  points: (points) => `${points} נקודות`,
  unshared: 'רק חלקם רשומים',
  enrolled: (n, of) => `${n} מתוך ${of}`,
  nobody: 'עוד אין איש בכיתה הזאת',
  noCourse: 'אין להם קורס משותף שאפשר ללמוד',
  noCourseMore: 'בחרו פחות תלמידים, או אחד הקורסים שלמטה אחרי שבוחרים רק את הרשומים בו.',
  problems: {
    form: 'לא הכול התקבל; ראו למטה.',
    minutes: `צריך לבחור בין ${LEAST_MINUTES} ל־${MOST_MINUTES} דקות.`,
    strategy: 'צריך לבחור אחת מאלה.',
    course: 'לא כל התלמידים האלה רשומים לקורס הזה. בחרו קורס אחר, או פחות תלמידים.',
  },
};
