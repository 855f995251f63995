import type { curriculumExport as en } from '../en/curriculum-export.ts';
import type { Translated } from '../translated.ts';
import { counted } from './counted.ts';

const questions = (n: number) => counted(n, 'שאלה אחת', 'שתי שאלות', 'שאלות');

/** Words of the page on which curricula go out as files. */
export const curriculumExport: Translated<typeof en> = {
  title: 'ייצוא שאלות',
  lead: 'הקורסים של המקצועות שלך כפי שפורסמו, ובהם גם שאלות למבחנים. טיוטות ומה שבארכיון נשארים כאן.',
  noCourses: 'לאף אחד מהמקצועות שלך אין עדיין קורס שפורסם.',
  choice: 'מה לייצא',
  course: 'קורס',
  allCourses: 'כל הקורסים של המקצועות שלי',
  courseOf: (name, subject, grade) => `${name} (${subject}, ${grade})`,
  oneCourse: 'קובץ מסוג זה מכיל קורס אחד. בחרו קורס.',
  format: 'סוג הקובץ',
  formatHint: 'GIFT ו־QTI מכילים קורס אחד כל אחד.',
  formats: { json: 'JSON', csv: 'CSV', gift: 'GIFT (Moodle)', qti: 'QTI 2.1' },
  look: 'לראות מה יהיה בקובץ',
  about: {
    json: 'כל מה שתוכנית לימודים עשויה ממנו, לשמירה ולבית ספר אחר עם התוכנה הזאת.',
    csv: 'שורה לכל שאלה, לגיליונות אלקטרוניים.',
    gift: 'שאלות ל־Moodle ולאחרים. כל שאלה עומדת לבדה, עם מה שצריך כדי להבין אותה; בייבוא חזרה לכאן הן שייכות יחד כמו קודם.',
    qti: 'חבילה לפלטפורמות לימוד ולתוכנות מבחנים, עם תמונות. כל שאלה עומדת לבדה, עם מה שצריך כדי להבין אותה; בייבוא חזרה לכאן הן שייכות יחד כמו קודם.',
  },
  leftOutTitle: 'בקובץ לא יהיו',
  leftOut: {
    pictures: (n) => counted(n, 'תמונה אחת', 'שתי תמונות', 'תמונות'),
    hints: (n) => counted(n, 'רמז אחד', 'שני רמזים', 'רמזים'),
    'smaller questions': (n) => `${counted(n, 'שאלה קטנה אחת', 'שתי שאלות קטנות', 'שאלות קטנות')} בדרך, ששייכות לרמזים`,
    'worked examples': (n) => counted(n, 'דוגמה פתורה אחת', 'שתי דוגמאות פתורות', 'דוגמאות פתורות'),
    'words on wrong answers': (n) =>
      `מה שנאמר על ${counted(n, 'תשובה שגויה אחת', 'שתי תשובות שגויות', 'תשובות שגויות')}`,
    'further right answers': (n) =>
      `${counted(n, 'תשובה נכונה נוספת אחת', 'שתי תשובות נכונות נוספות', 'תשובות נכונות נוספות')} היכן שמבקשים כמה אפשרויות`,
    'other wordings': (n) =>
      `${counted(n, 'ניסוח אחר אחד', 'שני ניסוחים אחרים', 'ניסוחים אחרים')} לחיפוש, בגלל סוגריים או שבירות שורה שבהם`,
    sources: (n) => `המקור של ${questions(n)}`,
    licences: (n) => `הרישיון של ${questions(n)}: העבירו גם אותו הלאה`,
    tests: (n) => counted(n, 'מבחן אחד', 'שני מבחנים', 'מבחנים'),
    drafts: (n) =>
      counted(n, 'שאלה אחת מקובץ שנשמרה כטיוטה', 'שתי שאלות מקבצים שנשמרו כטיוטות', 'שאלות מקבצים שנשמרו כטיוטות'),
    'empty units': (n) => `${counted(n, 'יחידה אחת', 'שתי יחידות', 'יחידות')} בלי שאלות`,
    'course and units': () => 'מה שיש לקורס וליחידות מלבד השמות: מה בא קודם, משקלים, דקות, תיאורים',
  },
  complete: 'בקובץ יהיה הכול.',
  download: 'הורדה',
};
