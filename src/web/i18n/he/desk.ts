import type { desk as en } from '../en/desk.ts';
import { isolated } from '../isolated.ts';
import type { Translated } from '../translated.ts';
import { counted } from './counted.ts';

/** What an import of people did, in a line: the counts that are not nought. */
const DID: Record<string, (n: number) => string> = {
  added: (n) => `${n.toLocaleString('en')} נוספו`,
  changed: (n) => `${n.toLocaleString('en')} שונו`,
  disabled: (n) => `${n.toLocaleString('en')} הושבתו`,
  enabled: (n) => `${n.toLocaleString('en')} הופעלו מחדש`,
  classesAdded: (n) => counted(n, 'כיתה חדשה אחת', 'שתי כיתות חדשות', 'כיתות חדשות'),
  moved: (n) => `${n.toLocaleString('en')} עברו לכיתה אחרת`,
  linked: (n) => counted(n, 'הורה אחד קושר', 'שני הורים קושרו', 'הורים קושרו'),
};

const pupils = (n: number) => counted(n, 'תלמיד/ה אחד/ת', 'שני תלמידים', 'תלמידים');

/** Words of the first pages of school managers and regional supervisors: what waits, and what was done last. */
export const desk: Translated<typeof en> = {
  title: 'על שולחנך',
  nothing: 'שום דבר לא מחכה כרגע.',
  withoutPassword: () => 'עוד בלי סיסמה',
  withoutPasswordMore: 'לתת להם קישור חד־פעמי או כרטיס',
  withoutClass: (n) => `${n === 1 ? 'תלמיד/ה' : 'תלמידים'} בלי כיתה`,
  withoutClassMore: 'אל התלמידים האלה',
  withoutParent: (n) => `${n === 1 ? 'תלמיד/ה' : 'תלמידים'} בלי הורה מאומת`,
  withoutParentMore: 'אל התלמידים האלה',
  broken: (n) => `${n === 1 ? 'טאבלט מקולקל' : 'טאבלטים מקולקלים'}`,
  brokenMore: 'אל הטאבלטים האלה',
  requests: (n) => `${n === 1 ? 'הורה לא ענה' : 'הורים לא ענו'} לבקשה`,
  requestOf: (pupil, username, until) => `${pupil}: ${username}, עד ${until}`,
  tests: 'המבחנים של התקופה',
  testsSince: (day) => `מאז ${day}. כל היבחנות נספרת: של כל תלמיד/ה בכל מבחן. מי שבשתי כיתות נספר/ת בשתיהן.`,
  testsNone: 'מתחילת התקופה לא נקבע מבחן לאף כיתה.',
  testsCaption: 'המבחנים של התקופה לפי כיתה',
  class: 'כיתה',
  set: 'מבחנים',
  coming: 'עוד לפניהם',
  toMark: 'לבדיקה',
  toRelease: 'לפרסום',
  average: 'ציון ממוצע',
  averageOf: (grade, n) => `${grade} (${pupils(n)})`,
  tooFew: (n) => (n === 0 ? 'לא פורסמו' : 'פחות מ־10 תלמידים'),
  nextTests: 'הבאים',
  nextTest: (course, when, n) => `${isolated(course)}; ${when}, ${pupils(n)}`,
  imports: 'ייבוא אנשים אחרון',
  importsNone: 'עוד לא הובא איש מקובץ.',
  importsMore: 'ייבוא אנשים',
  importOf: (when, by) => (by === null ? `${when}, בפקודה` : `${when}, ${by}`),
  did: (counts) =>
    Object.entries(DID)
      .flatMap(([key, words]) => ((counts[key] ?? 0) > 0 ? [words(counts[key] ?? 0)] : []))
      .join(', ') || 'לא היה חדש',
  drafts: 'מחכים לפרסום',
  draftsNone: 'שום שינוי לא מחכה לפרסום.',
  draftsOf: (changes, since) => `${counted(changes, 'שינוי אחד', 'שני שינויים', 'שינויים')}, הישן ביותר מ${since}`,
  publications: 'פורסמו לאחרונה',
  publicationsNone: 'במקצועות שלך עוד לא פורסם דבר.',
  publicationOf: (number, when, by) => `פרסום ${number}, ${when}${by === null ? '' : `, ${by}`}`,
  imported: 'מקובץ',
  reports: (week, month, older, oldest) =>
    `דיווחים על שאלות שמחכים: ${[
      ...(older > 0 ? [`${older} יותר מ־30 יום`] : []),
      ...(month > 0 ? [`${month} בין 8 ל־30 יום`] : []),
      ...(week > 0 ? [`${week} עד שבוע`] : []),
    ].join(', ')}; הראשון מ${oldest}.`,
  subjectTests: 'מבחנים בתקופה',
  subjectTestsNote: (day) => `מאז ${day}`,
  subjectTestsNone: (day) => `אין מאז ${day}`,
  comingPupils: 'תלמידים שמבחן לפניהם',
  comingNone: 'אין',
  small: 'פחות מ־10',
  released: 'ציונים שפורסמו',
  releasedNone: 'אין עדיין',
  releasedValue: (grade) => `${grade} מתוך 100`,
  releasedNote: (n) => `הממוצע של ${pupils(n)}`,
};
