import type { profile as en } from '../en/profile.ts';
import type { Translated } from '../translated.ts';
import { counted } from './counted.ts';

/** Words of everybody's own page. */
export const profile: Translated<typeof en> = {
  title: 'הפרופיל שלך',
  preferences: 'מה נוח לך',
  localeHint: 'כל הדפים יהיו בשפה הזאת. שאלות ושמות של קורסים נשארים בשפה שבה נכתבו.',
  stylesNote: 'אפשר לספר למורה מה נוח לך. זה משנה איך דברים נאמרים, אף פעם לא מה לומדים או איך מעריכים.',
  learningStyle: 'נוח לי ללמוד דרך',
  routineStyle: 'נוח לי לתכנן',
  collaborationStyle: 'נוח לי ללמוד',
  password: 'הסיסמה שלך',
  noPassword: 'אין לך סיסמה; הכניסה היא בכרטיס. אם רוצים סיסמה, אפשר לבקש מבית הספר קישור חד־פעמי.',
  before: 'הסיסמה הנוכחית',
  passwordWrong: 'זו אינה הסיסמה הנוכחית.',
  passwordNote: 'בכל מקום אחר תתבצע יציאה מהחשבון.',
  changePassword: 'החלפת הסיסמה',
  done: { preferences: 'נשמר.', password: 'הסיסמה הוחלפה. בכל מקום אחר התבצעה יציאה מהחשבון.', letters: 'נשמר.' },
  stored: 'מה שמור עליך',
  school: 'בית ספר',
  parents: 'הורים שרואים איך הולך לך',
  nothing: 'כלום',
  counts: ({ sessions, messages, answers, evaluations, tests }) =>
    `מהלימוד שלך: ${counted(sessions, 'מפגש אחד', 'שני מפגשים', 'מפגשים')} עם ${counted(messages, 'הודעה אחת', 'שתי הודעות', 'הודעות')} שלך, ${counted(answers, 'תשובה אחת', 'שתי תשובות', 'תשובות')}, ${counted(evaluations, 'הערכה אחת', 'שתי הערכות', 'הערכות')} ו${dashed(tests)}.`,
  who: {
    student:
      'מבוגרים מבית הספר יכולים לקרוא את המפגשים שלך: המחנכים שלך, ואחרי התראה גם הנהלת בית הספר. ההורים רואים איך הולך לך, ומהמילים עצמן כמה שבית הספר מאפשר.',
    parent: 'בית הספר רואה את השם שלך, איך ליצור איתך קשר, ומי מהתלמידים הם הילדים שלך. אף אחד אחר לא.',
    'class manager': 'הנהלת בית הספר רואה את זה; תלמידים והורים רואים את השם שלך.',
    'school manager': 'מי שמפעיל את המערכת יצר את החשבון שלך; המחנכים בבית הספר רואים את השם שלך.',
    'regional supervisor': 'מי שמפעיל את המערכת יצר את החשבון שלך.',
  },
  secrets: 'הסיסמה עצמה אינה שמורה, רק טביעת אצבע שאפשר לבדוק אותה מולה. אם משהו לא נכון, ספרו לבית הספר.',
};

/** After the prefix "and": a number takes a hyphen, a word does not. */
function dashed(tests: number): string {
  return tests === 1 || tests === 2
    ? counted(tests, 'מבחן אחד', 'שני מבחנים', '')
    : `־${counted(tests, '', '', 'מבחנים')}`;
}
