import type { TeachingBrief } from '../../../domain/tutoring/brief.ts';
import type { Move, RecapEvidence, SessionFacts } from '../../../domain/tutoring/dialogue.ts';
import { countWords } from './author-text.ts';
import { leadTo } from './lead-on.ts';
import { RECAP_ASK } from './recap-ask.ts';
import { paragraphs, type Talk, type Ways } from './talk.ts';

type Facts = SessionFacts;

const HELLO: Ways = {
  plain: [
    'Hello {name}, good to see you.',
    'Hi {name}, today it is {course}.',
    'Good that you are here, {name}.',
    'Welcome, {name}. I am {teacher}.',
    'Hi {name}, I am {teacher}, your tutor for {subject}.',
  ],
  gentle: [
    'Hello {name}. Good that you came, even though today feels hard.',
    'Hi {name}. Thank you for telling me how you feel; we go gently today.',
    'Welcome, {name}. It is all right not to be at your best today.',
  ],
  young: ['Hello {name}! I am {teacher}.', 'Hi {name}, good to see you!', 'Hello {name}, let us learn together!'],
};

const EXTREME: Ways = {
  plain: [
    'Hello {name}. Thank you for telling me that today is a very strong day. If something is wrong, talk to an adult you trust; you can pause here at any time.',
    'Hi {name}. Feelings can be very big some days. A grown-up you trust is good to talk to, and this session can wait whenever you want.',
  ],
};

const PLAN: Record<'homework' | 'test preparation', Ways> = {
  homework: {
    plain: [
      'Today we work on {units}.',
      'On the plan for today: {units}.',
      'Let us do some work on {units} together.',
      'We spend this session on {units}.',
    ],
  },
  'test preparation': {
    plain: [
      'We get you ready for the test with {units}.',
      'For your test we practise {units} today.',
      'Today is practice for the test: {units}.',
    ],
  },
};

const WHERE_YOU_STAND: Record<'new' | 'growing' | 'strong', Ways> = {
  new: {
    plain: [
      'We have not worked on this together yet, so we begin with something easy.',
      'We start from the beginning, and hints are there when you want them.',
      'It is our first time with this, so we start with an easy one.',
    ],
  },
  growing: {
    plain: [
      'You have done part of the way already; we pick up from there.',
      'You have worked on it before, so we go a little further today.',
    ],
  },
  strong: {
    plain: [
      'Your earlier answers there were mostly right, so we see how much you can do without hints.',
      'You have practised this well; today we find out how steady it is.',
    ],
  },
};

const GENTLE_PACE: Ways = {
  plain: [
    'We take small steps, and you can pause whenever you like.',
    'One small step after the other is enough today.',
  ],
};

const FIRST: Ways = {
  plain: [
    'The first question is below. Try it; if you are stuck, ask for a hint.',
    'Begin with the question below and write your answer.',
    'Have a go at the one below to warm up.',
    'Start with the one below. A wrong try is welcome, we learn from it.',
  ],
  young: ['Try the first one below.', 'Look at the question below and write what you think.'],
};

const NO_QUESTION: Ways = {
  plain: [
    'I have no question ready for this yet. Ask me something about {course}, and I will look it up.',
    'The question bank holds nothing new here for now. Send me a question of your own about {course}.',
    'I cannot give you an exercise on this yet. What I can do is look things up: ask me something about {course}.',
    'There is no exercise here for me to give you right now. Write a question about {course} and I will look in the question bank.',
  ],
};

function listOf(names: string[]): string {
  const some = names.slice(0, 3).map((name) => `*${name}*`);
  if (some.length < 2) return some[0] ?? 'your course';
  return `${some.slice(0, -1).join(', ')} and ${some.at(-1)}`;
}

function standing(talk: Talk): string {
  const { units } = talk.brief;
  if (talk.gentle) return talk.say(GENTLE_PACE);
  const answers = units.reduce((sum, unit) => sum + unit.answers, 0);
  const mastery = units.reduce((sum, unit) => sum + unit.mastery, 0) / Math.max(1, units.length);
  if (answers < 3) return talk.say(WHERE_YOU_STAND.new);
  return talk.say(mastery < 0.7 ? WHERE_YOU_STAND.growing : WHERE_YOU_STAND.strong);
}

const BRING: Ways = {
  plain: [
    'If you have a problem from your homework with you, write it here and we look at it together.',
    'You can bring a problem of your own too: just write it down here.',
    'An exercise from school that does not work out is welcome here as well: just write it to me.',
  ],
  gentle: ['If something from your homework troubles you, write it here; we can begin with that.'],
};

/** The solver knows numbers and equations: whoever studies something else is not invited to what it cannot do. */
const canBring = ({ sessionType, subject }: TeachingBrief): boolean => sessionType === 'homework' && subject === 'math';

export function welcomeWords(talk: Talk, move: Extract<Move, { kind: 'welcome' }>): string {
  const { brief } = talk;
  const values = {
    name: brief.pupil.firstName,
    teacher: brief.teacherName,
    course: brief.courseName,
    subject: brief.subject,
    units: listOf(brief.units.map((unit) => unit.name)),
  };
  const hello = talk.say(brief.pupil.feeling === 'extreme' ? EXTREME : HELLO, values);
  const plan = talk.say(PLAN[brief.sessionType], values);
  if (move.pose === null) return paragraphs(`${hello} ${plan}`, talk.say(NO_QUESTION, values));
  const special = move.example || move.exit || move.review;
  const first = special ? leadTo(talk, move) : talk.say(FIRST);
  const bring = canBring(brief) && !special ? talk.say(BRING) : '';
  return paragraphs(`${hello} ${plan} ${standing(talk)}`, `${first} ${bring}`);
}

const ONWARD: Ways = {
  plain: [
    'Good, let us keep going while you are in it.',
    'On we go, then, one question at a time.',
    'I have picked another one that fits where you are.',
    'Then let us use what you have just practised.',
  ],
  gentle: ['We go on slowly, at your pace.', 'Good that you go on; one small question at a time is enough.'],
  young: ['Let us go on, {name}.', 'Good, here is one more for you.', 'On we go, {name}!'],
};
const TAKE_TIME: Ways = {
  plain: [
    'Write down what you know before you start.',
    'Hints are there if you want them.',
    'Think about your first step before you write.',
  ],
};

export function poseWords(talk: Talk, move: Extract<Move, { kind: 'pose' }>): string {
  if (move.pose === null) return talk.say(NO_QUESTION, { course: talk.brief.courseName });
  const onward = talk.say(ONWARD, { name: talk.brief.pupil.firstName });
  return `${onward} ${talk.say(TAKE_TIME)} ${leadTo(talk, move)}`;
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** What was done, in one sentence of counts; empty when nothing was. */
function doneSentence(facts: Facts): string {
  const { solvedAlone: alone, solvedWithHints: helped } = facts;
  const noun = (n: number) => count(n, 'question', 'questions');
  const withHelp = 'with a hint or after another try';
  const solved =
    alone > 0
      ? `You solved ${noun(alone)} without help${helped > 0 ? ` and ${helped} ${withHelp}` : ''}.`
      : helped > 0
        ? `You solved ${noun(helped)} ${withHelp}.`
        : '';
  const seen = facts.shown > 0 ? ` We went through ${count(facts.shown, 'solution', 'solutions')} together.` : '';
  return `${solved}${seen}`.trim();
}

function growth(talk: Talk, facts: Facts): string {
  const up = facts.units.filter((unit) => unit.after - unit.before >= 0.03);
  const best = up.toSorted((a, b) => b.after - b.before - (a.after - a.before))[0];
  if (!best) return '';
  return talk.say(
    [
      'Your answers show that *{unit}* sits better than when you began.',
      'In *{unit}* you are further along than at the start.',
      '*{unit}* has moved forward through your work today.',
    ],
    { unit: best.name },
  );
}

const RECAP_OPEN: Ways = {
  plain: ['Let us look back before you go.', 'We are nearly at the end.', 'Time to gather up what you did.'],
};

const ALL_DONE: Ways = {
  plain: [
    'You have been through every question that I have for these units.',
    'That was the last question that I have here for now.',
    'The question bank has nothing new left for these units today.',
  ],
};

export function askForRecapWords(talk: Talk, move: Extract<Move, { kind: 'ask for recap' }>): string {
  const open = talk.say(move.nothingLeft ? ALL_DONE : RECAP_OPEN);
  return paragraphs(`${open} ${doneSentence(move.facts)}`, talk.say(RECAP_ASK));
}

const RECAP_THANKS: Record<'full' | 'short' | 'none', Ways> = {
  full: {
    plain: [
      'Thank you: putting it in your own words is what makes it stay.',
      'Good that you wrote that down. Saying it yourself is the best way to keep it.',
      'Thank you. You can come back to these lines before a test.',
    ],
  },
  short: {
    plain: [
      'Thank you, that is the heart of it in a few words. An example of your own would make it stay even longer.',
      'Thank you. Keep that, and put one example to it when you have a moment.',
    ],
  },
  none: {
    plain: [
      'That is fine. If something comes to mind later, write it down: what you can say in your own words stays longest.',
      'All right, we leave it at that. Perhaps you tell somebody at home about one of the questions.',
    ],
  },
};
const FINISH: Ways = {
  plain: [
    'You can end the session now with the button above.',
    'Press “End session” when you are ready, and tell us how it was.',
    'End the session now, and give your head a rest.',
  ],
};

const NOTHING_SAID =
  /^(?:nothing|nothing much|no|none|nope|nah|dunno|idk|i dont know|not sure|no idea|כלום|לא יודע|לא יודעת|אין)?$/;

function recapKind(text: string): 'full' | 'short' | 'none' {
  const words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (NOTHING_SAID.test(words)) return 'none';
  return countWords(text) >= 6 ? 'full' : 'short';
}

/** What the session bears out of it; the sentence itself is not judged. */
const BORNE_OUT: Record<'alone' | 'helped', Ways> = {
  alone: {
    plain: [
      'You name {words}, and your work bears it out: in *{unit}* you solved {count} without help.',
      'What you write about {words} is what you used in *{unit}*, where {count} came out right without help.',
      'You picked {words}. In *{unit}* you showed it too, with {count} solved on your own.',
    ],
    young: ['You wrote about {words}. In *{unit}* you solved {count} all by yourself.'],
  },
  helped: {
    plain: [
      'You name {words}. You worked on that in *{unit}* and solved {count} there, with some help on the way.',
      'What you write about {words} belongs to *{unit}*, where you stayed with {count} until it came out.',
    ],
  },
};

function borneOut(talk: Talk, evidence: RecapEvidence | null | undefined): string {
  if (!evidence) return '';
  const { unit, alone, helped } = evidence;
  const named = evidence.words.map((word) => `“${word}”`);
  const words = named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
  const solved = count(alone > 0 ? alone : helped, 'question', 'questions');
  return talk.say(BORNE_OUT[alone > 0 ? 'alone' : 'helped'], { words, unit, count: solved });
}

export function recapWords(talk: Talk, move: Extract<Move, { kind: 'recap' }>): string {
  const thanks = `${talk.say(RECAP_THANKS[recapKind(move.text)])} ${borneOut(talk, move.evidence)}`;
  const done = doneSentence(move.facts) || 'You took the time to sit down with it today.';
  return paragraphs(thanks, `${done} ${growth(talk, move.facts)}`, talk.say(FINISH));
}

export function nothingLeftWords(talk: Talk, move: Extract<Move, { kind: 'nothing left' }>): string {
  return paragraphs(`${talk.say(ALL_DONE)} ${doneSentence(move.facts)} ${growth(talk, move.facts)}`, talk.say(FINISH));
}
