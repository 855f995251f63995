import type { TeachingBrief } from '../../../domain/tutoring/brief.ts';
import type { Move, RecapEvidence, SessionFacts } from '../../../domain/tutoring/dialogue.ts';
import { countWords } from './author-text.ts';
import { bilingual } from './bilingual.ts';
import { leadTo } from './lead-on.ts';
import { namesOf } from './party-words.ts';
import { RECAP_ASK } from './recap-ask.ts';
import { paragraphs, type Talk } from './talk.ts';
import { SESSION_EN } from './words/session.en.ts';
import { SESSION_HE } from './words/session.he.ts';

type Facts = SessionFacts;
type Recap = Extract<Move, { kind: 'recap' }>;

const {
  HELLO,
  EXTREME,
  PLAN,
  WHERE_YOU_STAND,
  GENTLE_PACE,
  FIRST,
  NO_QUESTION,
  BRING,
  ONWARD,
  TAKE_TIME,
  RECAP_OPEN,
  RECAP_CONCRETE,
  ALL_DONE,
  RECAP_THANKS,
  NOTHING_DONE,
  FINISH,
  BORNE_OUT,
  GROWTH,
} = bilingual(SESSION_EN, SESSION_HE);

function unitsOf({ brief, phrasing }: Talk): string {
  const some = brief.units.slice(0, 3).map(({ name }) => `*${name}*`);
  return some.length === 0 ? phrasing.yourCourse : phrasing.listed(some);
}

function standing(talk: Talk): string {
  const { units } = talk.brief;
  if (talk.gentle) return talk.say(GENTLE_PACE);
  const answers = units.reduce((sum, unit) => sum + unit.answers, 0);
  const mastery = units.reduce((sum, unit) => sum + unit.mastery, 0) / Math.max(1, units.length);
  if (answers < 3) return talk.say(WHERE_YOU_STAND.new);
  return talk.say(mastery < 0.7 ? WHERE_YOU_STAND.growing : WHERE_YOU_STAND.strong);
}

/** The solver knows numbers and equations: whoever studies something else is not invited to what it cannot do. */
const canBring = ({ sessionType, subject }: TeachingBrief): boolean => sessionType === 'homework' && subject === 'math';

/** A lesson goes on with what the units are about, like homework. */
const purposeOf = ({ sessionType }: TeachingBrief) => (sessionType === 'test preparation' ? sessionType : 'homework');

export function welcomeWords(talk: Talk, move: Extract<Move, { kind: 'welcome' }>): string {
  const { brief } = talk;
  const values = {
    name: namesOf(talk),
    teacher: brief.teacherName,
    course: brief.courseName,
    subject: talk.phrasing.subject(brief.subject),
    units: unitsOf(talk),
  };
  const hello = talk.say(brief.pupil.feeling === 'extreme' ? EXTREME : HELLO, values);
  const plan = talk.say(PLAN[purposeOf(brief)], values);
  if (move.pose === null) return paragraphs(`${hello} ${plan}`, talk.say(NO_QUESTION, values));
  const special = move.example || move.exit || move.review;
  const first = special ? leadTo(talk, move) : talk.say(FIRST);
  const bring = canBring(brief) && !special ? talk.say(BRING) : '';
  // A look back at what was met before is no first time, and not the easy beginning.
  // How one of several stands is not for the others.
  const stands = brief.party || (move.review && !talk.gentle) ? '' : standing(talk);
  return paragraphs(`${hello} ${plan} ${stands} ${bring}`, first);
}

export function poseWords(talk: Talk, move: Extract<Move, { kind: 'pose' }>): string {
  if (move.pose === null) return talk.say(NO_QUESTION, { course: talk.brief.courseName });
  const onward = talk.say(ONWARD, { name: talk.brief.pupil.firstName });
  return `${onward} ${talk.say(TAKE_TIME)} ${leadTo(talk, move)}`;
}

function growth(talk: Talk, facts: Facts): string {
  const up = facts.units.filter((unit) => unit.after - unit.before >= 0.03);
  const best = up.toSorted((a, b) => b.after - b.before - (a.after - a.before))[0];
  if (!best) return '';
  return talk.say(GROWTH, { unit: best.name });
}

export function askForRecapWords(talk: Talk, move: Extract<Move, { kind: 'ask for recap' }>): string {
  if (move.concrete) return talk.say(RECAP_CONCRETE);
  const open = talk.say(move.nothingLeft ? ALL_DONE : RECAP_OPEN);
  return paragraphs(`${open} ${talk.phrasing.done(move.facts)}`, talk.say(RECAP_ASK));
}

const NOTHING_SAID =
  /^(?:nothing|nothing much|no|none|nope|nah|dunno|idk|i dont know|not sure|no idea|כלום|לא יודע|לא יודעת|אין)?$/;

/** `vague`: many words, and none of them is about what was solved. */
function recapKind({ text, evidence }: Recap): 'full' | 'vague' | 'short' | 'none' {
  const words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (NOTHING_SAID.test(words)) return 'none';
  if (countWords(text) < 6) return 'short';
  return evidence ? 'full' : 'vague';
}

function borneOut(talk: Talk, evidence: RecapEvidence | null | undefined): string {
  if (!evidence) return '';
  const { unit, alone, helped } = evidence;
  const named = evidence.words.map((word) => `“${word}”`);
  const words = talk.phrasing.listed(named);
  const solved = talk.phrasing.questions(alone > 0 ? alone : helped);
  return talk.say(BORNE_OUT[alone > 0 ? 'alone' : 'helped'], { words, unit, count: solved });
}

export function recapWords(talk: Talk, move: Recap): string {
  const { solvedAlone, solvedWithHints, shown } = move.facts;
  if (move.text.trim() === '' && solvedAlone + solvedWithHints + shown === 0)
    return paragraphs(talk.say(NOTHING_DONE, { unit: unitsOf(talk) }), talk.say(FINISH));
  const thanks = `${talk.say(RECAP_THANKS[recapKind(move)])} ${borneOut(talk, move.evidence)}`;
  return paragraphs(thanks, `${talk.phrasing.done(move.facts)} ${growth(talk, move.facts)}`, talk.say(FINISH));
}

export function nothingLeftWords(talk: Talk, move: Extract<Move, { kind: 'nothing left' }>): string {
  return paragraphs(
    `${talk.say(ALL_DONE)} ${talk.phrasing.done(move.facts)} ${growth(talk, move.facts)}`,
    talk.say(FINISH),
  );
}
