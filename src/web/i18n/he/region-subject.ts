import type { regionSubject as english } from '../en/region-subject.ts';
import type { Translated } from '../translated.ts';
import { counted } from './counted.ts';

/** Words of a supervisor's pages about one subject in a region: what is hard, and what is misunderstood. */
export const regionSubject: Translated<typeof english> = {
  pages: 'עמודים על המקצוע',
  figures: 'נתונים לאורך זמן',
  hardUnits: 'היחידות הקשות',
  misconceptions: 'תשובות שגויות',
  guidance: 'הנחיות',
  lead: (name, from, to, schools) =>
    `${name}, מ-${from} עד ${to}, ב${counted(schools, 'בית ספר אחד', 'שני בתי ספר', 'בתי ספר')}.`,
  noSchools: 'עוד אין מספיק תלמידים',
  noSchoolsMore: 'באף בית ספר במחוז לא למדו עשרה תלמידים את המקצוע בימים האלה. אפשר לבחור ימים אחרים.',
  unitsCaption: 'יחידות לפי מידת הקושי',
  questionsCaption: (unit) => `שאלות של ${unit} לפי מידת הקושי`,
  unit: 'יחידה',
  course: 'קורס',
  question: 'שאלה',
  pupils: 'תלמידים',
  answers: 'תשובות ראשונות',
  right: 'נכון בניסיון הראשון',
  unaided: 'נכון בלי עזרה',
  hints: 'רמזים לתשובה',
  givenUp: 'ויתרו',
  none: 'אין',
  nothing: 'לא נענה דבר בימים האלה.',
  allHidden: 'על כל אחת מהן ענו פחות מעשרה תלמידים.',
  giveOrTake: (error) => `± ${error}`,
  tooLittle: 'מעט מדי',
  hiddenUnits: (n) =>
    `${counted(n, 'יחידה אחת לא מוצגת', 'שתי יחידות לא מוצגות', 'יחידות לא מוצגות')}, כדי שאי אפשר יהיה לזהות קבוצה קטנה מעשרה.`,
  hiddenQuestions: (n) =>
    `${counted(n, 'שאלה אחת לא מוצגת', 'שתי שאלות לא מוצגות', 'שאלות לא מוצגות')}, כדי שאי אפשר יהיה לזהות קבוצה קטנה מעשרה.`,
  hardHow:
    'של כל מי שלומד היום בבתי הספר המוצגים, ושל התשובות הראשונות שנבדקו בימים האלה. הקשות ביותר למעלה; ± אומר כמה המקרה לבדו יכול להזיז שיעור, בתשע־עשרה פעמים מעשרים, כך ששכנות ברשימה יכולות בהחלט להתחלף.',
  csv: 'כקובץ (CSV)',
  edit: 'פתיחה בעורך',
  toQuestions: (unit) => `השאלות של ${unit}`,
  guide: 'כתיבת הנחיה',
  hardBack: 'היחידות הקשות',
  misconceptionsTitle: 'מה תלמידים עונים לא נכון',
  misconceptionsNone: 'אין תשובה שגויה בולטת',
  misconceptionsNoneMore: 'כשעשרה תלמידים או יותר נותנים אותה תשובה שגויה לשאלה, היא מוצגת כאן עם מה שהמורה אומר עליה.',
  answered: (n) => `ענו עליה ${counted(n, 'תלמיד אחד', 'שני תלמידים', 'תלמידים')}`,
  wrongCaption: (question) => `תשובות שגויות לשאלה: ${question}`,
  wrongAnswer: 'תשובה שגויה',
  gave: 'תלמידים',
  inSchools: 'בתי ספר',
  said: 'מה נאמר עליה',
  notSaid: 'עוד כלום',
  write: 'כתיבת תגובה',
  change: 'שינוי התגובה',
  hiddenAnswers: (n) =>
    `${counted(n, 'תשובה שגויה אחת נוספת', 'שתי תשובות שגויות נוספות', 'תשובות שגויות נוספות')} לשאלות האלה ניתנו בידי פחות מעשרה תלמידים ולא מוצגות.`,
  misconceptionsHow:
    'תשובות שמשמען זהה נספרות כאחת, כל תלמיד פעם אחת. רק תשובות לשאלה בניסוחה הנוכחי ולפי המפתח הנוכחי, של תלמידי בתי הספר המוצגים.',
};
