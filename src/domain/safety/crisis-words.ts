import type { Crisis } from './crisis.ts';

/** Numbers that a child can call in one country. */
export interface Helplines {
  emergency: readonly string[];
  /** A line that listens, by its name in each language, and its number. */
  listening?: { name: { en: string; he: string }; number: string };
}

/**
 * By country (ISO 3166, lower case). Only numbers that somebody has looked up; where a country is missing the reply speaks of
 * "your local emergency number". Israel: police 100, ambulance (MDA) 101, ERAN emotional first aid 1201, day and night.
 */
export const HELPLINES: Readonly<Record<string, Helplines>> & { il: Helplines } = {
  il: {
    emergency: ['100', '101'],
    listening: { name: { en: 'ERAN', he: 'ער״ן' }, number: '1201' },
  },
};

/** The sentences of the fixed reply in one language, written for children: short, plain, nothing to decode. */
export interface CrisisWords {
  heard: Record<Crisis['category'], string>;
  told: string;
  turnTo: string;
  /** For harm that may come from home. */
  turnToSafe: string;
  urgent: string;
  /** `near` are the lines of the child's country; `perhaps` those of Israel where the country is not known. */
  call(near: Helplines | undefined, perhaps: Helplines | undefined): string;
  lessonsWait: string;
}

const EN: CrisisWords = {
  heard: {
    'self-harm':
      'Thank you for telling me. What you wrote sounds very hard, and I am glad that you said it. You matter, and you do not have to carry this alone.',
    abuse:
      'Thank you for telling me. That took courage. Nobody is allowed to hurt you or to touch you in a way that you do not want. It is not your fault.',
    violence:
      'Thank you for telling me. What you wrote sounds serious, and everyone should be safe, you too. It is right to tell a grown-up about this.',
    distress:
      'Thank you for telling me. It sounds as if things are really hard for you. You do not have to carry this alone.',
  },
  told: 'I am a computer program, so I cannot look after you the way a person can. I will let an adult at your school know what you wrote, so that they can help. I cannot say how soon they will read it.',
  turnTo:
    'Please do not wait for that. Tell a grown-up you trust now: someone at home, a teacher, your school counsellor or nurse, or a friend’s parent. You can show them what you wrote here.',
  turnToSafe:
    'Please do not wait for that. Tell a grown-up who feels safe to you now: a teacher, your school counsellor or nurse, a relative, or a friend’s parent. If the first one does not help, tell another.',
  urgent: 'If you or someone else could get hurt now, go to where other people are and call for help at once.',
  call: (near, perhaps) => {
    if (near) return `${emergencyEn(near)} ${listeningEn(near)}`.trim();
    const local = 'In danger, call your local emergency number.';
    return perhaps
      ? `${local} In Israel that is ${perhaps.emergency.join(' or ')}. ${listeningEn(perhaps)}`.trim()
      : `${local} A children’s helpline near you will listen too.`;
  },
  lessonsWait: 'The lesson can wait. You can come back to it whenever you like.',
};

function emergencyEn(lines: Helplines): string {
  return `In danger, call ${lines.emergency.join(' or ')}.`;
}

function listeningEn({ listening }: Helplines): string {
  return listening
    ? `When you want to talk, call ${listening.name.en}: ${listening.number}. They listen day and night.`
    : '';
}

const HE: CrisisWords = {
  heard: {
    'self-harm':
      'תודה שסיפרת לי. מה שכתבת נשמע קשה מאוד, וטוב שאמרת את זה. יש לך מקום חשוב בעולם, ולא צריך להישאר עם זה לבד.',
    abuse: 'תודה שסיפרת לי. זה דורש אומץ. אסור לאף אחד להכאיב לך או לגעת בך בלי שרצית. זו לא אשמתך.',
    violence: 'תודה שסיפרת לי. מה שכתבת נשמע רציני. לכולם מגיע להיות בטוחים, גם לך. נכון לספר על זה למבוגר.',
    distress: 'תודה שסיפרת לי. נשמע שקשה לך מאוד עכשיו. לא צריך להישאר עם זה לבד.',
  },
  told: 'אני תוכנת מחשב, ולכן אינני יכולה לשמור עליך כמו אדם. מבוגר בבית הספר יקבל הודעה על מה שכתבת, כדי שיוכל לעזור. אינני יודעת מתי הוא יקרא אותה.',
  turnTo:
    'לא כדאי לחכות לזה. אפשר לספר עכשיו למבוגר שסומכים עליו: מישהו בבית, המורה, היועצת או האחות בבית הספר, או הורה של חבר או חברה. אפשר להראות להם מה שכתבת כאן.',
  turnToSafe:
    'לא כדאי לחכות לזה. אפשר לספר עכשיו למבוגר שמרגישים איתו בטוח: המורה, היועצת או האחות בבית הספר, קרוב משפחה, או הורה של חבר או חברה. אם הראשון לא עוזר, מספרים לעוד אחד.',
  urgent: 'אם מישהו עלול להיפגע עכשיו, גם אם זה אתם, חשוב ללכת למקום שיש בו עוד אנשים ולהזעיק עזרה מיד.',
  call: (near, perhaps) => {
    const lines = near ?? perhaps;
    if (!lines) return 'בסכנה, יש להתקשר למספר החירום המקומי.';
    const { listening } = lines;
    const talk = listening
      ? ` כשרוצים לדבר: ${listening.name.he}, טלפון ${listening.number}, בכל שעה ביום ובלילה.`
      : '';
    return `בסכנה, מתקשרים ל־${lines.emergency.join(' או ל־')}.${talk}`;
  },
  lessonsWait: 'השיעור יכול לחכות. אפשר לחזור אליו מתי שרוצים.',
};

export const REPLIES: { en: CrisisWords; he: CrisisWords } = { en: EN, he: HE };
