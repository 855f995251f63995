import type { today as en } from '../en/today.ts';
import { isolated } from '../isolated.ts';
import type { Translated } from '../translated.ts';
import { counted } from './counted.ts';

/** Words of the pupil's first page. */
export const today: Translated<typeof en> = {
  title: 'היום',
  greeting: (hour, name) => {
    if (hour < 5) return `שלום, ${name}.`;
    if (hour < 12) return `בוקר טוב, ${name}.`;
    return hour < 18 ? `צהריים טובים, ${name}.` : `ערב טוב, ${name}.`;
  },
  suggestion: (unit) => `נמשיך עם ${unit}?`,
  suggestionNew: (unit) => `נתחיל את ${unit}?`,
  suggestionReview: (unit) => `נרענן את ${unit}?`,
  suggestionLater: (unit) => `אחר כך: ${unit}`,
  planned: (course, units, minutes) =>
    `${isolated(course)}: ${counted(units, 'יחידה אחת', 'שתי יחידות', 'יחידות')}, בערך ${minutes}.`,
  studyNow: 'ללמוד עכשיו',
  chooseElse: 'לבחור משהו אחר',
  how: 'איך זה נבחר?',
  liveTitle: 'יש מפגש שעוד לא הסתיים',
  livePaused: (course, since) => `${isolated(course)}, התחיל ${since}. הוא בהפסקה; הכול נשמר.`,
  liveActive: (course, since) => `${isolated(course)}, התחיל ${since}.`,
  livePending: (course) => `${course} מוכן ומחכה להתחלה.`,
  goOn: 'להמשיך בו',
  endIt: 'לסיים אותו',
  start: 'להתחיל אותו',
  cancel: 'לבטל אותו',
  openTest: (name) => `המבחן ${name} פתוח עכשיו`,
  openTestUntil: (course, until) =>
    until === null ? `${isolated(course)}, היום.` : `${isolated(course)}, עד ${until}.`,
  toTest: 'אל המבחן',
  tests: 'מבחנים',
  allTests: 'כל המבחנים',
  testsNone: 'אין מבחן קרוב.',
  test: 'מבחן',
  when: 'מתי',
  left: 'נשאר',
  handIn: (date) => `להגשה עד ${date}`,
  testIn: (test, when) => `${isolated(test)} ${when}`,
  moreTests: (count) => `ועוד ${counted(count, 'אחד רחוק', 'שניים רחוקים', 'רחוקים')} יותר`,
  recent: 'תוצאות אחרונות',
  recentNone: 'ב־30 הימים האחרונים לא הסתיים אף מפגש. התוצאות יופיעו כאן כשיסתיים אחד.',
  score: (score) => `${score} מתוך 10`,
  scoreLabel: 'שליטה בחומר',
  pending: 'בהערכה',
  tooLittle: 'מעט מדי כדי לתת ציון',
  needsReview: 'מישהו מסתכל על זה פעם נוספת',
  allSessions: 'כל המפגשים',
  courses: 'קורסים',
  allCourses: 'כל הקורסים',
  more: (count) => `ועוד ${count}`,
  noCourses: 'עוד אין לך קורס',
  noCoursesMore: 'בית הספר רושם לקורסים. ברגע שיהיה לך אחד, אפשר יהיה ללמוד כאן.',
  noUnits: 'עוד אין מה ללמוד',
  noUnitsMore: 'בקורסים שלך אין עדיין יחידות. הן יופיעו כאן ברגע שבית הספר יוסיף אותן.',
};
