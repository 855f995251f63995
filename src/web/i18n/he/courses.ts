import type { courses as en } from '../en/courses.ts';
import type { Translated } from '../translated.ts';
import { counted } from './counted.ts';

/** Words of the course pages. */
export const courses: Translated<typeof en> = {
  title: 'קורסים',
  lead: (count) => (count === 1 ? 'רשום לך קורס אחד.' : `רשומים לך ${count} קורסים.`),
  next: (unit) => `הבאה בתור: ${unit}`,
  allDone: 'כל היחידות הושלמו. חזרה שומרת עליהן רעננות.',
  noUnits: 'אין עדיין יחידות.',
  beads: (course, mastered) => `${course}: ${mastered}`,
  notFound: 'אין קורס כזה.',
  study: 'ללמוד את הקורס הזה',
  choose: 'לבחור יחידות ודקות',
  progress: 'התקדמות',
  notStarted: 'עוד לא התחלת.',
  progressNote: 'השליטה ביחידות הקורס, כל אחת לפי משקלה',
  mastered: 'הושלמו',
  masteredNote: 'יחידות שנרכשו פעם; מה שדוהה מאז מגיע לחזרה',
  nextTest: 'המבחן הבא',
  noTest: 'אין מבחן קרוב.',
  units: 'יחידות',
  unit: (position) => `יחידה ${position}`,
  types: { intro: 'מבוא', chapter: '', summary: 'סיכום' },
  minutes: (minutes) => `כ־${minutes} דק׳`,
  buildsOn: 'נשענת על',
  opens: 'פותחת את',
  nothingBefore: 'לא צריך לדעת דבר לפניה',
  progressIn: (unit) => `התקדמות ביחידה ${unit}`,
  nextUp: 'הבאה בתור',
  dueForReview: 'הגיע זמן לחזרה',
  questionsDue: (questions) =>
    questions === 1
      ? 'הגיע זמן לחזור על שאלה אחת.'
      : `הגיע זמן לחזור על ${counted(questions, '', 'שתי שאלות', 'שאלות')}.`,
  mapTitle: 'איך היחידות נשענות זו על זו',
  mapText: (units, links) =>
    `${units} יחידות מימין לשמאל; ${links === 1 ? 'קו אחד מראה' : `${links} קווים מראים`} מה נשען על מה. רשימת היחידות אומרת אותו הדבר במילים.`,
  mapNode: (position, name, state) => `${position}. ${name}, ${state}`,
  mapHint:
    'המספרים הם היחידות שלמטה. קו יוצא ממה שכדאי לדעת קודם. מלא: הושלמה, כלומר נרכשה פעם; טבעת ירוקה: התחילה; טבעת סגולה: הבאה בתור.',
  tests: 'מבחנים',
  coming: 'בקרוב',
  past: 'מאחורינו',
  noTests: 'בקורס הזה אין לך עדיין מבחנים.',
  grade: 'ציון',
  gradePending: {
    'not begun': 'לא נבחן/ה',
    begun: 'לא הוגש',
    submitted: 'בבדיקה',
    marked: 'עוד לא פורסם',
    released: 'אין ציון',
  },
  testMinutes: (minutes) => `${minutes} דק׳`,
  date: 'תאריך',
  test: 'מבחן',
  about: 'נושא',
};
