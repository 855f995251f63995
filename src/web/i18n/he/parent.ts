import type { parent as en } from '../en/parent.ts';
import type { Translated } from '../translated.ts';
import { counted } from './counted.ts';

const sessions = (n: number) => counted(n, 'מפגש אחד', 'שני מפגשים', 'מפגשים');

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
  inWords: 'השבוע במילים פשוטות',
  inWordsNote: 'נבנה לפי כללים ממפגשים שהסתיימו בשבעת הימים עד היום. הבדל שיכול להיות מקרי לא נקרא הבדל.',
  letterUpTo: (day) => `המכתב עד ${day}`,
  letterReworded: 'את המכתב הזה ניסח מודל AI חיצוני; כל מספר וכל שם בו נבדקו.',
  letterAsk: 'לקבל את זה בדוא״ל פעם בשבוע',
  letters: {
    title: 'מכתב פעם בשבוע',
    lead: 'בכל יום ראשון, השבוע של כל ילד וילדה שלך במילים פשוטות: זמן, תשובות, יחידות, שיעורים ומה הלאה. במכתב יש שם פרטי ונתונים, בלי שיחות.',
    unavailable: 'בית הספר הזה עדיין לא שולח דוא״ל. אותם דברים כתובים בדף של כל ילד וילדה.',
    noAddress: 'לחשבון שלך אין כתובת דוא״ל; בית הספר יכול להוסיף אותה.',
    wanted: 'לשלוח לי את המכתב',
    to: (email) => `המכתב נשלח אל ${email}.`,
    reword: 'מודל AI חיצוני רשאי לנסח אותו',
    rewordHint:
      'החברה שמפעילה את המודל מקבלת את נתוני השבוע תחת שם פרטי בדוי, ולא שום דבר אחר, ורק אם ניתנה הסכמה עבור הילד או הילדה. מה שהמודל כותב נבדק מספר אחר מספר; אחרת נשארות המילים שנבנו לפי כללים.',
    save: 'שמירה',
    stopTitle: 'להפסיק את המכתבים?',
    stopLead: 'בימי ראשון מגיע אליכם מכתב על השבוע של הילד או הילדה. אפשר לבקש אותו שוב בפרופיל.',
    stop: 'לא לשלוח לי עוד מכתבים',
    stopped: 'לא יישלחו אליכם עוד מכתבים. אפשר לבקש אותם שוב בפרופיל.',
  },
  time: 'זמן בבית',
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
