import type { parent as en } from '../en/parent.ts';
import type { Translated } from '../translated.ts';
import { counted } from './counted.ts';

const sessions = (n: number) => counted(n, 'מפגש אחד', 'שני מפגשים', 'מפגשים');
const questions = (n: number) => counted(n, 'שאלה אחת', 'שתי שאלות', 'שאלות');

/** A prefix before a number takes a hyphen: "ב־3 מפגשים", "במפגש אחד". */
const prefixed = (prefix: string, text: string) => `${prefix}${/^\d/.test(text) ? '־' : ''}${text}`;

/** Words of the parents' pages. */
export const parent: Translated<typeof en> = {
  title: 'הילדים שלך',
  back: 'כל הילדים',
  requestTitle: (school) => `${school}: האם יש כאן ילד/ה שלך?`,
  requestWords: (child, day) =>
    `השם הפרטי הוא ${child}; בית הספר שאל ב־${day}. אם זה ילד/ה שלך, אשרו ותראו איך הולך בלימודים. אם לא, סרבו; איש לא יקבל על כך הודעה.`,
  requestAccept: 'זה הילד שלי / זו הילדה שלי',
  requestRefuse: 'לא הילד/ה שלי',
  backToChild: (name) => `חזרה אל ${name}`,
  none: 'לחשבון שלך לא קושרו ילדים',
  noneMore: 'בית הספר מקשר הורים לילדים. אם מישהו חסר כאן, פנו למזכירות בית הספר.',
  school: (school, className, grade) =>
    [className === null ? grade : `כיתה ${className}`, school]
      .filter((part) => part !== null && part !== '')
      .join(', '),
  weekLabel: 'שבעת הימים האחרונים',
  weekSessions: (n) => prefixed('ב', sessions(n)),
  weekNone: 'לא היה לימוד',
  lastLabel: 'לימוד אחרון',
  lastNone: 'עוד לא',
  testLabel: 'המבחן הבא',
  testNone: 'לא נקבע',
  testNote: (test, course) => `${test}, ${course}`,
  unread: (alerts) => counted(alerts, 'הודעה מבית הספר', 'שתי הודעות מבית הספר', 'הודעות מבית הספר'),
  childTitle: (name) => `שבעת הימים האחרונים של ${name}`,
  weekStudied: (name, time, n, days) =>
    `בשבעת הימים האחרונים הלימוד של ${name} נמשך ${time}, ${prefixed('ב', sessions(n))}, ${prefixed('ב', counted(days, 'יום אחד', 'יומיים', 'ימים'))}.`,
  weekMost: (unit, some, all) =>
    some === all
      ? all === 1
        ? `השאלה היחידה הייתה על ${unit}.`
        : `כל השאלות (${all}) היו על ${unit}.`
      : some * 2 > all
        ? `רוב השאלות היו על ${unit}: ${some} מתוך ${all}.`
        : `היחידה שחזרה הכי הרבה הייתה ${unit}, עם ${some} מתוך ${all} שאלות.`,
  weekOutcomes: (alone, helped, shown, all) =>
    `מתוך ${questions(all)}, ${alone} נענו נכון בניסיון הראשון בלי עזרה${
      helped > 0 ? `, ${helped} עם רמז או ניסיון נוסף` : ''
    }${shown > 0 ? `; הפתרון של ${shown} הוצג` : ''}.`,
  weekNoQuestions: 'אף שאלה לא הגיעה לסופה.',
  weekQuiet: (name) => `בשבעת הימים האחרונים לא היה כאן לימוד של ${name}.`,
  weekQuietLast: (when) => `הפעם האחרונה הייתה ${when}.`,
  weekNever: (name) => `עוד לא היה כאן לימוד של ${name}. מה שיקרה כאן יסופר בדף הזה.`,
  time: 'זמן',
  studied: 'במה הושקע הזמן',
  studiedCaption: 'יחידות שעבדו עליהן בשבעת הימים האחרונים',
  studiedNone: 'בשבעת הימים האחרונים אף שאלה לא הגיעה לסופה.',
  policy: {
    off: 'בית הספר לא מציג שיחות להורים. אתם רואים מה יצא מכל מפגש, ואיך הוא הוערך.',
    summary: 'בית הספר מציג להורים את השאלות של כל מפגש ואיך הן הלכו, ולא את מילות השיחה.',
    full: 'בית הספר מאפשר להורים לקרוא את השיחות. כל קריאה נרשמת, והילד או הילדה יכולים לשאול מי קרא.',
  },
  alertTitle: 'בית הספר מבקש שתדעו',
  alertWords: (name, when) =>
    `ב־${when} נכתב במפגש לימוד של ${name} משהו שהמבוגרים בבית הספר התייחסו אליו ברצינות. הם בדקו את העניין ורוצים שתדעו. פנו זמן בשביל ${name}, הקשיבו, ודברו עם המחנך/ת על מה שקרה.`,
  alertSeen: 'אישרתם שקראתם את זה.',
  alertConfirm: 'קראתי',
  alertsTitle: 'מבית הספר',
  alertsNone: 'אין הודעות מבית הספר',
  alertsNoneMore: 'כשהמבוגרים בבית הספר ירצו שתדעו על משהו שילד או ילדה שלכם כתבו, זה יופיע כאן.',
  transcriptOff: 'בית הספר לא מציג שיחות להורים.',
  summaryNone: 'במפגש הזה לא נענתה אף שאלה.',
};
