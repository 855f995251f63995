import type { words as en } from '../en/words.ts';
import type { Translated } from '../translated.ts';
import { counted } from './counted.ts';
import { certaintyInHebrew, masteryInHebrew } from './mastery-words.ts';
import { TEST_TYPES } from './names.ts';
import { outlookInHebrew, planChangeInHebrew } from './plan-change-words.ts';
import { assignmentInHebrew, explainInHebrew, reasonInHebrew, unitReasonInHebrew } from './planning-words.ts';
import { SUBJECTS } from './subjects.ts';

const states = { 'not started': 'לא התחילה', 'in progress': 'בתהליך', completed: 'הושלמה' };

const courseStates = { 'not started': 'לא התחיל', 'in progress': 'בתהליך', completed: 'הושלם' };

const factors: Record<string, string> = {
  progress: 'כמה עוד לפנינו',
  'test urgency': 'כמה קרוב מבחן',
  'test performance': 'איך הלכו מבחנים',
  feedback: 'איך הייתה ההרגשה בזמן האחרון',
  state: 'אם הקורס כבר התחיל',
};

const grades: Record<string, string> = {
  '1st': 'א׳',
  '2nd': 'ב׳',
  '3rd': 'ג׳',
  '4th': 'ד׳',
  '5th': 'ה׳',
  '6th': 'ו׳',
  '7th': 'ז׳',
  '8th': 'ח׳',
  '9th': 'ט׳',
  '10th': 'י׳',
  '11th': 'י״א',
  '12th': 'י״ב',
};

const grade = (level: string) => `כיתה ${grades[level] ?? level}`;

const units = (n: number) => counted(n, 'יחידה אחת', 'שתי יחידות', 'יחידות');

/** Words for the terms of the domain: states, subjects, kinds of tests, and the sentences that explain a number. */
export const words: Translated<typeof en> = {
  states,
  courseStates,
  courseTypes: { mandatory: 'חובה', optional: 'בחירה' },
  tests: TEST_TYPES,
  sessionTypes: {
    homework: { label: 'שיעורי בית', note: 'להמשיך בקורס, צעד אחר צעד' },
    'test preparation': { label: 'הכנה למבחן', note: 'להתכונן למה שמתקרב' },
  },
  feelings: { positive: 'טובה', neutral: 'ככה־ככה', negative: 'לא טובה', extreme: 'יותר מדי בשבילי' },
  subject: (name) => SUBJECTS[name] ?? name,
  grade,
  subjectAndGrade: (subject, level) => `${SUBJECTS[subject] ?? subject}, ${grade(level)}`,
  factor: (name) => factors[name] ?? name,
  mastery: masteryInHebrew,
  certainty: certaintyInHebrew,
  explain: explainInHebrew,
  reason: reasonInHebrew,
  unitReason: unitReasonInHebrew,
  assignment: assignmentInHebrew,
  planChange: planChangeInHebrew,
  outlook: outlookInHebrew,
  unitsMastered: (mastered, all) => (all === 0 ? 'אין עדיין יחידות' : `הושלמו ${mastered} מתוך ${units(all)}`),
  unitsOf: (mastered, all) => `${mastered} מתוך ${units(all)}`,
  minutes: (minutes) => counted(minutes, 'דקה אחת', 'שתי דקות', 'דקות'),
};
