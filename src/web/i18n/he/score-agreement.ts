import type { Drift } from '../../../domain/evaluation/score-agreement.ts';
import type { scoreAgreement as en } from '../en/score-agreement.ts';
import type { Translated } from '../translated.ts';
import { counted, signedNumber } from './counted.ts';

/** Words about how far the evaluator and people agree, to school managers. */
export const scoreAgreement: Translated<typeof en> = {
  title: 'מערכת ההערכה והאנשים שלך',
  link: 'כמה אנשים מסכימים איתה',
  linkLead: 'מערכת ההערכה נותנת ציון לכל מפגש. מחנכים יכולים להגיב לציון, או לתת משלהם.',
  linkTitle: 'מערכת ההערכה',
  lead: (days) =>
    `מה אמרו מחנכים על הציונים של מערכת ההערכה ב־${days} הימים האחרונים. הם בוחרים על אילו ציונים להסתכל, ולכן זה אומר מעט על האחרים.`,
  back: 'חזרה לבית הספר',
  none: 'עוד אין ציון',
  noneMore: 'ברגע שמפגשים יוערכו, הדף הזה יספור מה אנשים אומרים על הציונים.',
  beside: 'ציונים שלצדם ציון של אדם',
  besideNone: 'אף מחנך/ת עוד לא נתנו ציון משלהם.',
  difference: 'האנשים שלך נותנים',
  differenceNote: 'נקודות בממוצע, ביחס למערכת ההערכה',
  within: 'הפרש של נקודה לכל היותר',
  agreement: 'מידת ההסכמה',
  kappaNote: '1 הוא הסכמה מלאה, 0 הוא מקריות; בשקלול ריבועי',
  kappaFew: (needed) => `מעט מדי כדי לומר: דרושים ${needed} ציונים, וציונים שנבדלים זה מזה.`,
  drift: 'האם זה משתנה?',
  drifts: (drift, days, needed) => {
    const both = [period(`ב־${days} הימים האחרונים`, drift.last), period(`ב־${days} הימים שלפניהם`, drift.before)];
    if (drift.verdict === 'too few') return [...both, `מעט מדי כדי לומר אם זה שינוי: דרושים ${needed} ציונים בכל אחד.`];
    const bounds = `בוודאות של 95% השינוי הוא בין ${signedNumber(drift.from)} ל־${signedNumber(drift.to)} נקודות`;
    return drift.verdict === 'steady'
      ? [...both, `${bounds}: לא יותר ממה שמביאה המקריות.`]
      : [...both, `${bounds}: יותר ממה שמביאה המקריות. הסתכלו על כמה מהציונים החדשים.`];
  },
  signed: signedNumber,
  table: 'לפי מחוון',
  kinds: { proficiency: 'שליטה בחומר', investment: 'השקעה' },
  kind: 'ציון',
  origin: (rubric, withModel) => `מחוון ${rubric}, ${withModel ? 'גם לפי בינה מלאכותית' : 'לפי כללים בלבד'}`,
  given: 'ניתנו',
  stands: 'נשארו',
  disputed: 'בספק',
  own: 'ציון נוסף',
  meanDifference: 'הפרש',
  kappa: 'הסכמה (κ)',
  tooFew: 'מעט מדי',
  noOwn: 'לא ניתנים',
  note: 'ניתנו: ציונים של מערכת ההערכה. נשארו ובספק: התגובה האחרונה של מחנך/ת. ציון נוסף: ציוני השקעה שמחנך/ת נתנו לאותו מפגש, בבית או בבית הספר. הפרש: שלהם פחות של מערכת ההערכה. בשליטה בחומר איש לא נותן ציון משלו.',
};

function period(when: string, { scores, meanDifference }: Drift['last']): string {
  if (meanDifference === null) return `${when} לא היה אף ציון שלצדו ציון של אדם.`;
  return `${when} האנשים שלך נתנו ${more(meanDifference)} (${counted(scores, 'ציון אחד', 'שני ציונים', 'ציונים')}).`;
}

function more(points: number): string {
  const text = Math.abs(points).toFixed(1);
  if (Number(text) === 0) return 'אותו דבר בממוצע';
  return `${text} נקודות ${points > 0 ? 'יותר' : 'פחות'} בממוצע`;
}
