import type { schoolHours as en } from '../en/school-hours.ts';
import { isolated } from '../isolated.ts';
import type { Translated } from '../translated.ts';
import { counted } from './counted.ts';

const minutes = (n: number) => counted(n, 'דקה אחת', 'שתי דקות', 'דקות');

const years = (schoolYear: number): string => `${schoolYear}–${String((schoolYear + 1) % 100).padStart(2, '0')}`;

/** Words about lessons in school hours and what a quarter came to. */
export const schoolHours: Translated<typeof en> = {
  title: 'בבית הספר',
  caption: 'שיעורים בשעות הלימודים, החדשים תחילה',
  none: 'עוד לא היה שיעור עם λllamda בשעות הלימודים.',
  when: 'מתי',
  what: 'מה',
  types: { individual: 'לבד עם המורה', group: 'בקבוצה עם המורה', social: 'שיחה בקבוצה' },
  lesson: (course, type) => (course === null ? type : `${isolated(course)}, ${type}`),
  attendance: 'נוכחות',
  there: 'נוכחות',
  absent: { sick: 'היעדרות: מחלה', excused: 'היעדרות מוצדקת', unexcused: 'היעדרות לא מוצדקת' },
  absentUnknown: 'היעדרות',
  kinds: { proficiency: 'שליטה בחומר', investment: 'השקעה', social: 'צד חברתי' },
  kindNotes: {
    proficiency: 'כמה טוב החומר ידוע',
    investment: 'כמה עבודה הושקעה',
    social: 'איך הסתדרו עם אחרים',
  },
  noScore: 'אין',
  older: 'שיעורים ישנים יותר',
  newest: 'השיעורים החדשים ביותר',
  pages: 'דפים של שיעורים',
  sessionTitle: (course) => (course === null ? 'שיעור בבית הספר' : `שיעור בקורס ${course}`),
  lead: (className, type, when) => `כיתה ${className}, ${type}, ${when}`,
  with: (manager) => `עם ${manager}`,
  facts: 'בקצרה',
  time: 'זמן בשיעור',
  planned: (n) => `מתוך ${minutes(n)} שתוכננו`,
  joinedLate: (n) => `הצטרפות ${minutes(n)} אחרי ההתחלה`,
  others: (names) => `יחד עם ${names}.`,
  nobodyElse: 'במפגש הזה לא היה איש נוסף.',
  feelingBefore: 'ההרגשה לפני',
  feelingAfter: 'ההרגשה אחרי',
  difficulty: 'כמה קשה היה',
  understanding: 'כמה היה מובן',
  outOf10: (value) => `${value} מתוך 10`,
  notSaid: 'לא נאמר',
  wrote: 'מה נכתב על זה',
  evaluations: 'הערכה',
  talkNotScored: 'שיחה לא נמדדת בציון של ידע. מה שהמחנכת או המחנך נותנים עליה מופיע כאן.',
  evaluationsNone: 'אין הערכה לשיעור הזה.',
  byTeacher: 'חושב מהתשובות לפי כללים קבועים.',
  byManager: 'ניתן בידי המחנך/ת.',
  confidence: (percent) => `מידת הביטחון: ${percent}.`,
  closed: {
    'words of others': 'מה שנאמר בקבוצה לא מוצג להורים: יש בו מילים של ילדים אחרים.',
    policy: 'בית הספר לא מציג להורים את המילים שנאמרו בשיעורים.',
    'staff of the class': 'מה שנאמר בשיעורים מיועד למחנך/ת.',
    'not there': 'אין מה לקרוא: הייתה היעדרות מהשיעור.',
  },
  noted: 'הקריאה הזאת נרשמת.',
  quarters: 'רבעונים',
  quartersCaption: 'סיכום כל רבעון, לפי מקצוע',
  quartersNone: 'מאז שבית הספר הצטרף עוד לא הסתיים רבעון.',
  quartersNote:
    'נעשה מההערכות של מפגשים בבית ובבית הספר, בסוף הרבעון; חדשות ובטוחות יותר שוקלות יותר. הצד החברתי בא רק משיעורים בבית הספר.',
  quarter: (quarter, schoolYear) => `רבעון ${quarter}, ${years(schoolYear)}`,
  subject: 'מקצוע',
  why: 'ממה זה נעשה',
  schoolTitle: 'שיעורים בשעות הלימודים',
  schoolLessons: 'שיעורים',
  schoolPlaces: 'נוכחות',
  schoolNone: 'בשלושים הימים האחרונים לא היה שיעור עם λllamda.',
  schoolDays: 'בשלושים הימים האחרונים',
  of: (some, all) => `${some} מתוך ${all}`,
};
