import type { Outlook } from '../../../domain/planning/outlook.ts';
import type { OutlookChange, PlanChange } from '../../../domain/planning/plan-change.ts';
import { counted } from './counted.ts';

/** What would change in a plan, in one sentence to the pupil. */
export function planChangeInHebrew(change: PlanChange): string {
  switch (change.key) {
    case 'change.none':
      return 'שום דבר לא היה משתנה: התוכנית נשארת כמו שהיא.';
    case 'change.order-same':
      return 'סדר הקורסים שלך היה נשאר כמו שהוא.';
    case 'change.units-same':
      return 'במפגש היו אותן יחידות לאותו זמן.';
    case 'change.course':
      return `עכשיו היה תורו של ${change.params.course} במקום ${change.params.before}.`;
    case 'change.rises':
    case 'change.falls':
      return `הקורס ${change.params.course} היה ${change.key === 'change.rises' ? 'עולה' : 'יורד'} ממקום ${change.params.before} למקום ${change.params.place}.`;
    case 'change.unit-new':
      return `היחידה ${change.params.unit} הייתה נכנסת ל${minutes(change.params.minutes)}.`;
    case 'change.unit-gone':
      return `היחידה ${change.params.unit} הייתה יוצאת מהמפגש.`;
    case 'change.unit-more':
    case 'change.unit-less':
      return `היחידה ${change.params.unit} הייתה מקבלת ${minutes(change.params.minutes).replace(/^־/, '')} במקום ${change.params.before}.`;
    case 'change.outlook-new':
      return `${about(change.params.test)}: ${lift(change.params)}.`;
    case 'change.outlook':
      return `${about(change.params.test)}: ${lift(change.params)}; לפי התוכנית עכשיו, ${span(change.params.before)}.`;
  }
}

/** What a session is expected to bring, in one sentence to the pupil. */
export function outlookInHebrew({ test, without, with: then }: Pick<Outlook, 'test' | 'without' | 'with'>): string {
  return `${about(test)}: ${lift({ without: Math.round(without * 100), with: Math.round(then * 100) })}.`;
}

function about(test: string | null): string {
  return test === null ? 'הקורס כולו, בעוד ארבעה שבועות' : `״${test}״`;
}

function lift(outlook: Pick<OutlookChange, 'without' | 'with'>): string {
  if (outlook.with <= outlook.without)
    return `המפגש הזה כמעט לא היה משנה את ${outlook.with}% התשובות שצפוי שיהיו נכונות`;
  return `המפגש הזה היה מעלה את חלק התשובות שצפוי שיהיו נכונות ${span(outlook)}`;
}

function span({ without, with: then }: Pick<OutlookChange, 'without' | 'with'>): string {
  return without === then ? `${then}% כך או כך` : `מ־${without}% ל־${then}%`;
}

/** After the prefix "for": a number takes a hyphen. */
function minutes(n: number): string {
  return n === 1 || n === 2 ? counted(n, 'דקה אחת', 'שתי דקות', '') : `־${counted(n, '', '', 'דקות')}`;
}
