import type { lesson as en } from '../en/lesson.ts';
import type { Translated } from '../translated.ts';

/** Words of a lesson at school as its pupil sees it. */
export const lesson: Translated<typeof en> = {
  title: 'השיעור התחיל',
  invites: (classManager, className) => `${classManager} – התחיל שיעור לכיתה ${className}.`,
  until: (time) => `עד ${time}`,
  join: 'להצטרף לשיעור',
  goOn: 'חזרה לשיעור',
  feeling: 'איך ההרגשה עכשיו?',
  feelingHint: 'המחנך/ת יכולים לקרוא את זה.',
  chooseFeeling: 'צריך לבחור את מה שהכי קרוב.',
  homePaused: 'מפגש בבית שעוד פתוח ייכנס להפסקה, ואפשר להמשיך אותו אחר כך.',
  notNow: 'לא עכשיו',
  pausedForAll: 'השיעור בהפסקה, לפי החלטת המחנך/ת.',
  pausedForAllMore: 'הכול נשמר. ממשיכים כשהמחנך/ת אומרים.',
  eyesUp: 'עיניים למעלה!',
  eyesUpMore: 'מסתכלים על המחנך/ת. הכול כאן נשמר.',
  person: 'המורה מהכיתה',
  answeredBy: (name) => `עכשיו התשובות של ${name}. המילים שלך מגיעות לאדם, לא ל-AI.`,
  raiseHand: 'להרים יד',
  lowerHand: 'להוריד את היד',
  together: 'יחד בשיחה הזאת',
  togetherMore: 'כולם כאן קוראים את מה שנכתב. המורה עונה לאחד אחרי השני.',
  meAmong: (name) => `${name} (זה אני)`,
  done: 'סיימתי',
  sayHowItWas: 'לספר איך היה',
  endLead: 'שלוש שאלות קצרות, ומילה אם רוצים.',
  send: 'שליחה',
};
