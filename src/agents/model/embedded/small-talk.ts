import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { firstSentences, withoutQuestions } from './author-text.ts';
import { bilingual } from './bilingual.ts';
import { leadBack } from './lead-on.ts';
import { paragraphs, type Talk } from './talk.ts';
import { SMALL_TALK_EN } from './words/small-talk.en.ts';
import { SMALL_TALK_HE } from './words/small-talk.he.ts';

type SmallTalk = Extract<Move, { kind: 'small talk' }>;

const { ABOUT, WHAT_FOR, STILL_OPEN, CHAT } = bilingual(SMALL_TALK_EN, SMALL_TALK_HE);

/** What the small talk is about, by its words in either language; the first that fits. */
const TOPICS: readonly [keyof typeof ABOUT, RegExp][] = [
  [
    'strong words',
    /\b(shut up|stfu|wtf|fuck\w*|shit\w*|bitch|asshole|screw (you|this|it)|go away|get lost|leave me alone|who cares|so what|whatever|bla+h?|you('re| are|r)? (\w+ )?(wrong|lying|useless|trash|garbage))\b|סתום|עזוב אותי|עזבי אותי|לא אכפת לי|מעצבן אותי/i,
  ],
  ['thirst', /\b(toilet|bathroom|loo|drink|eat|lunch|dinner|snack)\b|שירותים|לאכול|לשתות|לשירותים/i],
  ['thanks', /\b(thanks?|thank you|thx|ty|cheers)\b|תודה/i],
  [
    'who are you',
    /\b(are you|r u)\b.*\b(human|real|robot|bot|ai|chat ?gpt|gpt|gemini|claude|siri|alexa|google|computer|person|machine|program)\b|how old are you|\bwho are you\b|\byour name\b|רובוט|מי אתה|מי את|(?:אתה|את) (?:באמת )?(?:אמיתית?|אנושית?|מחשב|תוכנה|בוט|מכונה|בינה)|בן ?אדם|בת ?אדם|איך קוראים לך|בן כמה|בת כמה/i,
  ],
  ['how are you', /\bhow are (you|u)\b|\bhow('s| is) it going\b|מה שלומך|מה נשמע|מה קורה|מה המצב/i],
  [
    'what for',
    /\bwhy\b.*\b(learn|study|need|know|do|use)\b.*\b(this|it|that|math|maths|history|science)\b|\bwhat('s| is) the point\b|\bwhen will i\b|למה (?:צריך|אני צריך|לומדים|ללמוד)|בשביל מה/i,
  ],
  ['tired', /\b(bored|boring|tired|sleepy|exhausted|break|hungry)\b|עייפ?|משעמם|רעב|צריך הפסקה|צריכה הפסקה/i],
  [
    'hard on themselves',
    /\b(stupid|dumb|bad at|so bad|useless|hopeless|terrible|idiot|worst|no good|never get|suck)\b|טיפש|גרוע|מטומטמ?|לא מצליח/i,
  ],
  [
    'upset',
    /\b(sad|upset|hate|annoy\w*|frustrat\w*|angry|mad|scared|afraid|worried|nervous|anxious|stress\w*|too hard|can'?t do|cry\w*)\b|עצוב|שונא|מתוסכל|לחוצ?|כועס|מפחד/i,
  ],
  ['goodbye', /\b(bye|goodbye|see you|gotta go)\b|להתראות|ביי/i],
  ['hello', /\b(hi|hello|hey|hiya|good (morning|afternoon|evening)|shalom|yo)\b|שלום|היי|בוקר טוב|ערב טוב|אהלן/i],
  ['hesitant', /^\W*(no|nope|nah|not now|hm+|um+|uh+|er+|ugh|meh|well)\W*$|^\W*לא\W*$|אהה?|אממ|הממ?|רגע/i],
  [
    'glad',
    /\b(yes|yeah|ok|okay|cool|nice|great|fine|sure|lol|haha|wow|good|awesome|yay|fun|like)\b|יופי|מגניב|סבבה|אוקיי?|בסדר|כן|כיף/i,
  ],
];

/** A kind, honest word, and back to the work. */
export function smallTalkWords(talk: Talk, move: SmallTalk): string {
  if (move.text.trim() === '' && move.open !== null) return talk.say(STILL_OPEN);
  const topic = TOPICS.find(([, pattern]) => pattern.test(move.text))?.[0];
  const { firstName } = talk.brief.pupil;
  const values = { name: firstName, teacher: talk.brief.teacherName };
  const purpose = topic === 'what for' ? purposeOf(talk, move) : null;
  if (purpose !== null)
    return paragraphs(talk.say(WHAT_FOR, { ...values, ...purpose }), leadBack(talk, move.open, move));
  return `${talk.say(topic === undefined ? CHAT : ABOUT[topic], values)} ${leadBack(talk, move.open, move)}`;
}

const PURPOSE = 45;

/** What the course says of the unit at hand; null where its author wrote nothing. */
function purposeOf({ brief: { units } }: Talk, { open, pose }: SmallTalk): { unit: string; text: string } | null {
  const name = (open ?? pose)?.unitName;
  const unit = units.find((one) => one.name === name) ?? units[0];
  const text = firstSentences(withoutQuestions(unit?.description ?? ''), PURPOSE);
  return unit === undefined || text === '' ? null : { unit: `*${unit.name}*`, text };
}
