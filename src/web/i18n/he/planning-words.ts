import type { AssignmentReason, UnitReason } from '../../../domain/planning/assign-units.ts';
import { type CoursePriority, mainReasons } from '../../../domain/planning/course-priority.ts';
import type { PriorityReason } from '../../../domain/planning/priority-reason.ts';
import { counted } from './counted.ts';
import { TEST_TYPES } from './names.ts';

/** Why a unit is in the session, in one sentence to the pupil. */
export function unitReasonInHebrew(reason: UnitReason): string {
  switch (reason.key) {
    case 'unit.continue':
      return reason.params.percent > 0
        ? `עברת ${reason.params.percent}% מהדרך לשליטה בה.`
        : 'כבר התחלת אותה; ממשיכים משם.';
    case 'unit.after':
      return `היא נשענת על ${reason.params.unit}, שבאה קודם.`;
    case 'unit.next':
      return 'היא הבאה בתור, ומה שהיא נשענת עליו כבר ידוע לך.';
    case 'unit.first':
      return 'היא הראשונה שעוד לא השלמת.';
    case 'unit.review':
      return 'כבר השלמת אותה; חזרה שומרת עליה רעננה.';
    case 'unit.unlocks':
      return `מה שלומדים כאן יעזור לך אחר כך עם ${reason.params.unit}.`;
    case 'unit.fading':
      return `תרגלת אותה לפני ${counted(reason.params.days, 'יום', 'יומיים', 'ימים')}; חזרה שומרת שלא תישכח.`;
    case 'unit.tested':
      return `משקלה במבחן ${reason.params.percent}%, ותרגול עוזר לך בה יותר מאשר ביחידות אחרות.`;
    case 'unit.tested-new':
      return `משקלה במבחן ${reason.params.percent}%, ועוד לא ניסית אותה.`;
    case 'unit.new':
      return 'עוד לא ניסית אותה, ותרגול עוזר לך בה עכשיו יותר מאשר ביחידות אחרות.';
    case 'unit.most':
      return 'תרגול עוזר לך בה עכשיו יותר מאשר ביחידות אחרות.';
  }
}

/** When a test is: "today", "tomorrow", "in 4 days"; "open now" when only its deadline is ahead. */
function until(days: number): string {
  if (days < 0) return 'פתוח עכשיו';
  if (days === 0) return 'היום';
  return days === 1 ? 'מחר' : `בעוד ${counted(days, '', 'יומיים', 'ימים')}`;
}

/** How the session was filled, in one sentence to the pupil. */
export function assignmentInHebrew(reason: AssignmentReason): string {
  switch (reason.key) {
    case 'assignment.sequential':
      return 'יחידות לפי סדר הקורס, כמה שנכנס בזמן.';
    case 'assignment.review':
      return 'כבר השלמת את כל היחידות, ולכן המפגש הזה הוא לחזרה.';
    case 'assignment.none':
      return 'בקורס הזה אין עדיין יחידות.';
    case 'assignment.course':
      return 'יחידות שהתרגול בהן מקדם אותך עכשיו הכי הרבה.';
    case 'assignment.test':
      return `יחידות שהתרגול בהן עוזר לך הכי הרבה לקראת ״${reason.params.test}״, ${until(reason.params.days)}.`;
    case 'assignment.tests':
      return `יחידות שהתרגול בהן עוזר לך הכי הרבה לקראת ${reason.params.tests} המבחנים הבאים שלך; ״${reason.params.test}״ ${until(reason.params.days)}.`;
  }
}

/** Why a course is where it is, in one sentence to the pupil. */
export function reasonInHebrew(reason: PriorityReason): string {
  switch (reason.key) {
    case 'priority.test.ahead':
      return `יש לך ${TEST_TYPES[reason.params.type]} ${until(reason.params.days)}.`;
    case 'priority.test.today':
      return `יש לך ${TEST_TYPES[reason.params.type]} היום.`;
    case 'priority.test.open':
      return `יש לך ${TEST_TYPES[reason.params.type]} שעוד מחכה להגשה.`;
    case 'priority.progress.some':
      return `עברת ${reason.params.percent}% מהקורס הזה.`;
    case 'priority.grades.low':
      return `הממוצע שלך במבחנים כאן הוא ${reason.params.mean}, ולכן תרגול יעזור כאן.`;
    case 'priority.grades.middle':
    case 'priority.grades.high':
      return `הממוצע שלך במבחנים כאן הוא ${reason.params.mean}.`;
    case 'priority.group':
      return ofGroup(reason.params);
    case 'priority.custom':
      return reason.params.text;
    default:
      return PLAIN[reason.key];
  }
}

type PlainKey = Extract<PriorityReason, { params: Record<string, never> }>['key'];

const PLAIN: Record<PlainKey, string> = {
  'priority.progress.none': 'כל הקורס הזה עוד לפניך.',
  'priority.progress.all': 'עברת על הקורס כולו.',
  'priority.test.none': 'אין כאן מבחן קרוב.',
  'priority.grades.none': 'אין לך כאן עדיין ציונים של מבחנים.',
  'priority.feedback.none': 'בזמן האחרון לא אמרת איך ההרגשה בקורס הזה.',
  'priority.feedback.hard': 'בזמן האחרון אמרת שהיה קשה לעקוב.',
  'priority.feedback.mixed': 'בזמן האחרון אמרת שזה הולך לא רע.',
  'priority.feedback.well': 'בזמן האחרון אמרת שזה הולך טוב.',
  'priority.state.current': 'הקורס הזה באמצע.',
  'priority.state.new': 'עוד לא התחלת את הקורס הזה.',
  'priority.state.done': 'השלמת את הקורס הזה.',
};

const GROUP: Record<string, string> = {
  'test urgency': 'לקבוצה שלך יש מבחן קרוב.',
  'test performance': 'תרגול לקראת המבחנים כאן עוזר לקבוצה שלך.',
  feedback: 'מה שאמרתם אחרי מפגשים מצדיק יותר זמן כאן.',
  state: 'הקבוצה שלך באמצע הקורס הזה.',
};

/** True whichever pupil it is read by: it tells of no single member. */
function ofGroup({ factor, percent }: { factor: string; percent: number }): string {
  if (factor === 'progress') return `לקבוצה שלך נשארו ${percent}% מהקורס הזה.`;
  return (percent > 0 ? GROUP[factor] : undefined) ?? 'הקבוצה שלך לומדת יחד את הקורס הזה.';
}

/** Why this course, to the pupil. */
export function explainInHebrew(priority: Pick<CoursePriority, 'factors'>): string {
  return mainReasons(priority).map(reasonInHebrew).join(' ');
}
