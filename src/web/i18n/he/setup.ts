import type { setup as en } from '../en/setup.ts';
import type { Translated } from '../translated.ts';
import { tooLong } from './too-long.ts';

const problems = {
  missing: 'צריך לכתוב את זה כאן.',
  email: 'זו אינה כתובת דוא״ל; כתובת נראית כך: name@school.org.',
  code: 'זה לא הקוד שהודפס בהפעלה. יש בו שלוש קבוצות של ארבע אותיות וספרות.',
};

/** Words of the first page of an empty installation. */
export const setup: Translated<typeof en> = {
  title: 'הקמת בית הספר',
  lead: 'עוד אין כאן איש. צרו את בית הספר הראשון ואת החשבון של מי שמנהל אותו; כל השאר יבואו אחר כך.',
  code: 'קוד',
  codeHint: 'התוכנה הדפיסה אותו במקום שבו הופעלה.',
  school: 'שם בית הספר',
  region: 'מחוז',
  regionHint: 'למשל north, haifa, center, tel aviv, jerusalem או south.',
  manager: 'מי מנהל את בית הספר',
  managerLead: 'מכאן מוסיפים כיתות ואנשים, או מביאים אותם מקובץ.',
  firstName: 'שם פרטי',
  lastName: 'שם משפחה',
  email: 'דוא״ל',
  optional: 'לא חובה.',
  submit: 'ליצור את בית הספר',
  next: 'אחר כך מי שמנהל בוחר סיסמה, ובפנים.',
  problem: (problem) => (typeof problem === 'object' ? tooLong(problem.most, problem.read) : problems[problem]),
  needed: 'עוד אין כאן בית ספר.',
  link: 'להקים את בית הספר הראשון',
};
