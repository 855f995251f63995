import type { WeekWords } from './week-words.ts';

function counted(n: number, one: string, two: string, many: string): string {
  if (n === 1) return one;
  return n === 2 ? two : `${n} ${many}`;
}

const sessions = (n: number) => counted(n, 'מפגש אחד', 'שני מפגשים', 'מפגשים');
const days = (n: number) => counted(n, 'יום אחד', 'יומיים', 'ימים');
const questions = (n: number) => counted(n, 'שאלה אחת', 'שתי שאלות', 'שאלות');
const lessons = (n: number) => counted(n, 'שיעור אחד', 'שני שיעורים', 'שיעורים');

/** A prefix before a number takes a hyphen: "ב־3 מפגשים", "במפגש אחד". */
const prefixed = (prefix: string, text: string) => `${prefix}${/^[\d\u2068]/.test(text) ? '־' : ''}${text}`;

/** A week in Hebrew: of nobody is said whether they are a boy or a girl. */
export const WEEK_HE: WeekWords = {
  duration: (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    const whole = hours === 0 ? '' : counted(hours, 'שעה', 'שעתיים', 'שעות');
    if (hours === 0) return `${rest} דק׳`;
    return rest === 0 ? whole : `${whole} ו־${rest} דק׳`;
  },
  name: (name) => `״${name}״`,
  say: {
    never: (name) => `עוד לא היה כאן לימוד של ${name}.`,
    quiet: (name, daysAgo) =>
      `בשבעת הימים האלה לא היה כאן לימוד של ${name}${daysAgo === null ? '' : `; הפעם האחרונה הייתה לפני ${days(daysAgo)}`}.`,
    studied: (name, time, n, on) =>
      `הלימוד של ${name} נמשך ${time}, ${prefixed('ב', sessions(n))} בבית ובבית הספר, ${prefixed('ב', days(on))}.`,
    'time more': (by, before) => `זה ${by} יותר מאשר בשבעת הימים הקודמים (${before}).`,
    'time less': (by, before) => `זה ${by} פחות מאשר בשבעת הימים הקודמים (${before}).`,
    'time same': (before) => `זה בערך כמו בשבעת הימים הקודמים (${before}).`,
    'time first': () => 'בשבעת הימים הקודמים לא היה מפגש.',
    right: (part, of, share) => `מתוך ${questions(of)}, ${part} נענו נכון בניסיון הראשון (${share}).`,
    'right few': (part, of) => `מתוך ${questions(of)}, ${part} נענו נכון בניסיון הראשון; זה מעט מדי כדי לומר איך הולך.`,
    'right more': (before) => `זה טוב יותר מאשר בשבעת הימים הקודמים (${before}).`,
    'right less': (before) => `זה פחות מאשר בשבעת הימים הקודמים (${before}).`,
    'right same': (before) => `בשבעת הימים הקודמים זה היה ${before}: הבדל כזה יכול להיות מקרי.`,
    'unit up': (unit, course, before, after) =>
      `היחידה שעלתה הכי הרבה היא ${unit} (${course}): הסיכוי המשוער לתשובה נכונה עלה מ־${before} ל־${after}.`,
    'unit down': (unit, course, before, after) =>
      `היחידה ${unit} (${course}) ירדה: מ־${before} ל־${after} סיכוי משוער לתשובה נכונה.`,
    'unit new': (unit, course, after) => `חדשה היא היחידה ${unit} (${course}), עם ${after} סיכוי משוער לתשובה נכונה.`,
    attendance: (name, part, of) => `הנוכחות של ${name} בבית הספר: ${part} מתוך ${lessons(of)}.`,
    grade: (test, course, grade) => `הציון במבחן ${test} (${course}) הוא ${grade} מתוך 100.`,
    'low feelings': (name, part, of) =>
      `לפני ${part} מתוך ${sessions(of)} נאמר מפי ${name} שההרגשה לא טובה. רגע רגוע לשאול יכול לעזור.`,
    'next test': (test, course, inDays) =>
      inDays === 0 ? `המבחן ${test} (${course}) הוא היום.` : `המבחן ${test} (${course}) בעוד ${days(inDays)}.`,
    'do test unit': (unit) => `צעד טוב לפני המבחן: לתרגל את ${unit}.`,
    'do weak unit': (unit, course) => `צעד טוב להמשך: לתרגל את ${unit} (${course}), שם התשובות עוד לא בטוחות.`,
    'do review': (due) => `צעד טוב להמשך: חזרה על ${questions(due)}.`,
    'do begin': () => 'צעד טוב להמשך: למצוא יחד זמן קבוע למפגש קצר.',
    'do ask': (name, unit) => `צעד טוב להמשך: לבקש מ${name} הסבר על ${unit}.`,
  },
};
