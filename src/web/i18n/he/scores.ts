import type { scores as en } from '../en/scores.ts';
import type { Translated } from '../translated.ts';

const kinds = { proficiency: 'שליטה בחומר', investment: 'השקעה' };

/** Words about contested scores, to pupils, parents and class managers. */
export const scores: Translated<typeof en> = {
  kinds,
  hours: { home: 'בבית', school: 'שיעור בבית הספר' },
  contest: 'לא נכון? אפשר לומר',
  contestTitle: (kind) => `${kinds[kind]}: מה לא נכון?`,
  contestLead: 'המחנך/ת קוראים את זה ועונים. הציון נשאר רשום כך או כך, ושום דבר לא קורה בגלל ציון לבדו.',
  contestLeadParent:
    'המחנך/ת של הילד או הילדה קוראים את זה ועונים. הציון נשאר רשום כך או כך, ושום דבר לא קורה בגלל ציון לבדו.',
  scoreWas: (score) => `מערכת ההערכה נתנה ${score} מתוך 10.`,
  why: 'למה זה לא נכון?',
  whyHint: 'למשל: קראו לי באמצע.',
  whyProblem: (most) => `כתבו למה, לכל היותר ${most} תווים.`,
  send: 'שליחה',
  back: 'חזרה',
  contestedByYou: (day) => `אמרת ב־${day} שזה לא נכון. המחנך/ת עוד לא ענו.`,
  contestedBy: (name, day) => `נאמר ב־${day} שזה לא נכון (${name}).`,
  contestedByFamily: (day) => `המשפחה שלך אמרה ב־${day} שזה לא נכון. המחנך/ת עוד לא ענו.`,
  contestedByChild: (day) => `הילד/ה שלך אמרו ב־${day} שזה לא נכון. המחנך/ת עוד לא ענו.`,
  somebody: 'מישהו',
  answered: {
    stands: (day) => `המחנך/ת בדקו את זה ב־${day}: הציון נשאר.`,
    disputed: (day) => `לדעת המחנך/ת הציון הזה מוטל בספק, מאז ${day}. אל תסתמכו עליו.`,
    scored: (day) => `המחנך/ת בדקו את זה ב־${day}, ונתנו ציון משלהם.`,
  },
  answer: (kind, asked) => {
    if (asked) return 'תשובה';
    return kind === 'proficiency' ? 'לסמן כמוטל בספק' : 'לתת ציון משלך';
  },
  decision: 'מה דעתך?',
  decisions: {
    stands: { label: 'הציון נשאר', note: 'הסתכלת עליו, והוא נראה לך הוגן.' },
    disputed: { label: 'הציון מוטל בספק', note: 'הוא יסומן כך בכל מקום שבו הוא מוצג.' },
    scored: { label: 'אני נותן/ת ציון משלי', note: 'הוא יופיע לצד הציון של מערכת ההערכה.' },
  },
  ownScore: 'הציון שלך',
  ownScoreHint: 'כמה השקיעו: 1 כמעט כלום, 10 הכול. נכון ולא נכון לא משחקים תפקיד.',
  words: 'למה?',
  wordsHint: 'התלמיד/ה וההורים קוראים את זה.',
  save: 'שמירה',
  problems: {
    action: 'צריך לבחור אחת.',
    score: 'צריך לבחור מספר מ־1 עד 10.',
    words: (most) => `כתבו למה, לכל היותר ${most} תווים.`,
  },
  queueTitle: 'הערכות',
  queueLead: 'ציונים שמישהו מערער עליהם באים ראשונים. אף ציון לא מכריע דבר מעצמו.',
  contested: 'בערעור',
  contestedNone: 'איש לא מערער על ציון.',
  contestedMore: (shown, total) => `${shown} שמחכים הכי הרבה זמן, מתוך ${total}.`,
  flagged: 'כדאי להסתכל שוב',
  flaggedLead: 'מ־30 הימים האחרונים: הבינה המלאכותית והעדויות רחוקות זו מזו, או שאי אפשר היה להשתמש במה שאמרה.',
  flaggedNone: 'אין דבר מ־30 הימים האחרונים.',
  by: (pupil, day) => `${pupil ? 'התלמיד/ה' : 'הורה'}, ${day}:`,
  line: (kind, score) => (score === null ? `${kinds[kind]}: אין ציון` : `${kinds[kind]}: ${score} מתוך 10`),
  open: 'להסתכל ולענות',
  look: 'להסתכל',
};
