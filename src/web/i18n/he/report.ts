import type { MasteryFacts } from '../../../domain/mastery/mastery.ts';
import type { report as en } from '../en/report.ts';
import type { Translated } from '../translated.ts';
import { counted } from './counted.ts';

const sessions = (n: number) => counted(n, 'מפגש אחד', 'שני מפגשים', 'מפגשים');
const answers = (n: number) => counted(n, 'תשובה אחת', 'שתי תשובות', 'תשובות');

const verdicts = {
  correct: 'נכון',
  incorrect: 'לא נכון',
  'cannot judge': 'לא ניתן היה לבדוק',
  'given up': 'ויתור',
  skipped: 'דילוג',
};

/** What can be said of a pupil in a unit, to somebody else. */
function mastery(facts: MasteryFacts): string {
  switch (facts.key) {
    case 'mastery.none':
      return 'אין עדיין תשובות.';
    case 'mastery.helped':
      return `${answers(facts.params.answers)} עד עכשיו, הכול עם עזרה.`;
    case 'mastery.mastered':
    case 'mastery.recent':
      if (facts.params.of === 1) return `תשובה אחת בלי עזרה, ${facts.params.right === 1 ? 'נכונה' : 'לא נכונה'}.`;
      if (facts.params.right === 0) return `מתוך ${facts.params.of} הניסיונות האחרונים בלי עזרה, אף אחד לא היה נכון.`;
      return `מתוך ${facts.params.of} הניסיונות האחרונים בלי עזרה, ${facts.params.right === 1 ? 'אחד היה נכון' : `${facts.params.right} היו נכונים`}.`;
  }
}

/** Words about a pupil's work, to parents and to staff alike. */
export const report: Translated<typeof en> = {
  week: 'שבעת הימים האחרונים',
  weekChart: 'דקות לימוד בכל אחד משבעת הימים האחרונים',
  weekTotal: (time, n) => `${time}, ${sessions(n)}.`,
  weekNone: 'בשבעת הימים האחרונים לא היה כאן לימוד.',
  asTable: 'כטבלה',
  day: 'יום',
  time: 'זמן',
  nothing: 'כלום',
  course: 'קורס',
  unit: 'יחידה',
  questions: 'שאלות',
  outcomes: { alone: 'נכון לבד', helped: 'נכון עם עזרה', shown: 'הוצג הפתרון' },
  outcomesNote:
    'נכון לבד: בניסיון הראשון, בלי רמז. נכון עם עזרה: אחרי רמז או ניסיון נוסף. שאלות שדילגו עליהן לא נספרות.',
  standing: 'כמה טוב ידועה כל יחידה',
  standingNote:
    'האחוז הוא הסיכוי המוערך לתשובה נכונה על שאלה ממוצעת של היחידה, לפי כל התשובות עד עכשיו. נרכשה: גם הערכה זהירה היא 80% ומעלה, אחרי שלוש תשובות או יותר בלי עזרה. דורשת תרגול: תשובה שגויה סבירה יותר מנכונה. לחזרה: היא נרכשה פעם, ותשובות מאוחרות יותר או הזמן שעבר הפכו אותה לפחות ודאית. פחות משלוש תשובות עוד לא אומרות דבר.',
  words: {
    strong: 'נרכשה',
    weak: 'דורשת תרגול',
    'due for review': 'לחזרה',
    'on the way': 'בדרך',
    'too early to say': 'מוקדם לומר',
    'not started': 'לא התחילה',
  },
  none: {
    strong: 'עוד לא נרכשה אף יחידה.',
    weak: 'אין: היכן שיש די תשובות כדי לומר, תשובה נכונה סבירה יותר משגויה.',
  },
  chance: (percent) => `${percent} צפוי נכון`,
  mastery,
  moreUnits: (n) => `ועוד ${n}`,
  notStarted: (units) =>
    units === 1 ? 'יחידה אחת עוד לא התחילה.' : `${counted(units, '', 'שתי יחידות', 'יחידות')} עוד לא התחילו.`,
  courses: 'קורסים',
  noCourses: 'עוד אין רישום לקורס.',
  noUnits: 'אין עדיין יחידות.',
  courseLine: (mastered, progress) => `${mastered}, התקדמות ${progress}`,
  tests: 'מבחנים',
  testsNone: 'אין עדיין מבחנים.',
  testsComing: 'בקרוב',
  testsPast: 'נעשו',
  testsEarlier: 'קודם',
  moreTests: (n) => counted(n, 'מבחן קודם אחד', 'שני מבחנים קודמים', 'מבחנים קודמים'),
  testsNoneComing: 'אין מבחן קרוב.',
  test: 'מבחן',
  when: 'מתי',
  left: 'נשאר',
  grade: 'ציון',
  gradeMissing: {
    'not begun': 'לא נעשה',
    begun: 'לא הוגש',
    submitted: 'בבדיקה',
    marked: 'עוד לא פורסם',
    released: 'אין ציון',
  },
  sessions: 'מפגשים',
  sessionsCaption: 'מפגשי לימוד, החדשים תחילה',
  sessionsNone: 'אין עדיין מפגשי לימוד.',
  what: 'מה',
  proficiency: 'שליטה בחומר',
  investment: 'השקעה',
  proficiencyNote: 'כמה טוב החומר ידוע',
  investmentNote: 'כמה עבודה הושקעה',
  managerNote: 'לפי המחנך/ת',
  score: (score) => `${score} מתוך 10`,
  noScore: 'אין ציון',
  tooLittle: 'מעט מדי',
  pending: 'בהערכה',
  underWay: 'מתקיים עכשיו',
  pausedNow: 'בהפסקה',
  expired: 'הסתיים מעצמו, כי כבר לא היה שם איש',
  older: 'מפגשים ישנים יותר',
  newest: 'המפגשים החדשים ביותר',
  pages: 'דפים של מפגשים',
  sessionTitle: (course) => `מפגש בקורס ${course}`,
  sessionLead: (type, when, time) => `${type}, ${when}, ${time} של לימוד`,
  facts: 'בקצרה',
  solvedAlone: 'נכון לבד',
  solvedWithHelp: 'נכון עם עזרה',
  shown: 'הוצג הפתרון',
  noQuestions: 'במפגש הזה אף שאלה לא הגיעה לסופה.',
  moved: 'מה התקדם',
  movedNote: 'הסיכוי המוערך לתשובה נכונה, לפני ואחרי.',
  movedNone: 'אף הערכה לא זזה: לא הייתה במפגש הזה תשובה שאפשר להחשיב.',
  movedLine: (before, after) => (before === after ? `עדיין ${after}` : `מ־${before} ל־${after}`),
  evaluations: 'הערכה',
  evaluationPending: 'ההערכה של המפגש הזה נכתבת עכשיו. טענו את הדף שוב בעוד רגע.',
  evaluationLive: 'המפגש נמשך; הוא יוערך כשיסתיים.',
  reasons: { 'too little evidence': 'היה מעט מדי כדי לתת ציון.' },
  confidence: (percent) => `מידת הביטחון: ${percent}.`,
  byEvidence: 'חושב מהתשובות לפי כללים קבועים, בלי בינה מלאכותית.',
  byModel: 'חושב מהתשובות לפי כללים קבועים; בינה מלאכותית הוסיפה את דעתה.',
  byManager: 'ניתן בידי המחנך/ת.',
  recounted: (day, before) =>
    `חושב מחדש ב־${day}, אחרי שמפתח התשובות של שאלה תוקן. ${before === null ? 'קודם לא היה ציון.' : `הציון הקודם היה ${before}.`}`,
  restsOn: (n, messages) => {
    const parts = [
      ...(n > 0 ? [answers(n)] : []),
      ...(messages > 0 ? [counted(messages, 'הודעה אחת', 'שתי הודעות', 'הודעות')] : []),
    ];
    return parts.length === 0 ? 'לא היה על מה להישען.' : `נשען על ${parts.join(', ')} מהמפגש הזה.`;
  },
  evidence: 'על מה זה נשען, בתוך השיחה',
  evidenceAnswer: (n) => `תשובה ${n}`,
  evidenceMessage: (n) => `הודעה ${n}`,
  transcript: 'השיחה',
  transcriptNone: 'במפגש הזה לא נאמר דבר.',
  transcriptRemoved: 'מילות המפגש הזה כבר לא נשמרות, לפי מדיניות בית הספר. מה שיצא ממנו נשאר.',
  teacher: 'המורה',
  classManager: 'מחנך/ת',
  asked: 'השאלה שנשאלה',
  interrupted: 'התשובה נקטעה.',
  hidden: 'מוסתר מההורים',
  questionsTitle: 'השאלות, אחת אחת',
  question: 'שאלה',
  ended: 'איך הסתיימה',
  verdict: (verdict, tries, hints, revealed) => {
    const how = verdict === 'correct' ? 'נכון' : revealed ? 'הוצג הפתרון' : verdicts[verdict];
    const help = hints === 0 ? 'בלי רמזים' : counted(hints, 'רמז אחד', 'שני רמזים', 'רמזים');
    return verdict === 'skipped' ? how : `${how}: ${counted(tries, 'ניסיון אחד', 'שני ניסיונות', 'ניסיונות')}, ${help}`;
  },
};
