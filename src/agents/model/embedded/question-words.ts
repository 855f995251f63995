import type { Item } from '../../../domain/curriculum/curriculum.ts';
import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { countWords, ended, firstSentences, oneQuestion, shownAnswer } from './author-text.ts';
import { leadBack } from './lead-on.ts';
import { paragraphs, type Talk, type Ways } from './talk.ts';

type AnswerQuestion = Extract<Move, { kind: 'answer question' }>;
type DidYouMean = Extract<Move, { kind: 'did you mean' }>;
type CannotAnswer = Extract<Move, { kind: 'cannot answer' }>;

const FOUND: Ways = {
  plain: [
    'Good question. I found this in your school’s question bank:',
    'That is worth asking. The question bank has something close to it:',
    'I looked it up for you. The nearest in the question bank is:',
    'Glad that you ask. This is what your school’s question bank says about it:',
  ],
  young: ['Good that you ask! I found this:', 'I looked it up for you:', 'Here is what I found for you:'],
};

const FOUND_ANSWER: Ways = {
  plain: ['The answer there is {answer}.', 'It says {answer}.', 'The answer given is {answer}.'],
};

const FOUND_OPEN: Ways = {
  plain: [
    'That is just what the open question asks, so I will not take it from you. A thought to start with:',
    'You are asking the very question that is open. Let me only point the way:',
  ],
};

const THINK_FIRST: Ways = {
  plain: [
    'Read the question once more and write down what is given and what is asked.',
    'Begin with what you know for certain, and write that down first.',
  ],
};

const ROOM = 60;

function foundText(talk: Talk, item: Item): string {
  const stem = item.stem.trim() === '' || countWords(item.stem) > 20 ? '' : `${ended(item.stem)} `;
  const asked = `> ${oneQuestion(`${stem}${item.question}`.trim()).replace(/\n/g, '\n> ')}`;
  const answer = talk.say(FOUND_ANSWER, { answer: shownAnswer(item.key) });
  const room = ROOM - countWords(asked) - countWords(answer);
  const why = oneQuestion(firstSentences(item.explanation, Math.max(room, 20)), 0);
  return paragraphs(asked, `${answer} ${why}`);
}

/** The pupil's own question, answered from the bank; the open item is never answered this way. */
export function answerQuestionWords(talk: Talk, move: AnswerQuestion): string {
  const { open, found } = move;
  if (open && open.qaId === found.item.qaId) {
    const hint = open.hints[0]?.text;
    const help = hint ? ended(oneQuestion(hint)) : talk.say(THINK_FIRST);
    return paragraphs(talk.say(FOUND_OPEN), help, leadBack(talk, open));
  }
  return paragraphs(talk.say(FOUND), foundText(talk, found.item), leadBack(talk, open, move));
}

const SEVERAL: Ways = {
  plain: [
    'I am not sure which question you mean, and I would rather not guess. I only know your school’s question bank; these come nearest.',
    'I know only what is in your school’s question bank, and your question is not there word for word. Something close is below.',
    'I did not find exactly that in your school’s question bank, but a few questions come near it.',
  ],
};
const PICK: Ways = {
  plain: [
    'Pick the one that you mean, or ask in other words.',
    'Choose the one that fits, or put your question another way.',
    'Click what you meant; if none fits, write it in other words.',
  ],
};

export function didYouMeanWords(talk: Talk, _move: DidYouMean): string {
  return `${talk.say(SEVERAL)} ${talk.say(PICK)}`;
}

const UNKNOWN: Ways = {
  plain: [
    'I only know your school’s question bank, and I found nothing about that in it.',
    'That is not in your school’s question bank, and it is all that I know, so I will not make something up.',
    'I looked, but your school’s question bank, which is all I have, says nothing about that.',
    'There I have to pass: I know only the question bank of your school, and this is not in it.',
  ],
  young: [
    'I do not know that one. I only know the questions of your school.',
    'That is not in my question bank, so I cannot tell you.',
  ],
};
const ASK_ELSEWHERE: Ways = {
  plain: [
    'Your teacher at school will be glad to be asked.',
    'Note it down for your teacher; it is a question worth keeping.',
    'Asking it with other words may help, or take it to your teacher.',
  ],
};

export function cannotAnswerWords(talk: Talk, move: CannotAnswer): string {
  return `${talk.say(UNKNOWN)} ${talk.say(ASK_ELSEWHERE)} ${leadBack(talk, move.open)}`;
}

const SMALL_TALK: { about: RegExp; ways: Ways }[] = [
  {
    about: /\b(thanks?|thank you|thx|ty|cheers)\b/i,
    ways: {
      plain: [
        'You are welcome, {name}.',
        'Gladly. That is what I am here for.',
        'With pleasure. You are doing the work.',
      ],
    },
  },
  {
    about: /\b(are you|r u)\b.*\b(human|real|robot|bot|ai|computer|person|machine)\b|\bwho are you\b|\byour name\b/i,
    ways: {
      plain: [
        'I am {teacher}, a computer program that knows your school’s question bank. There is no person behind me.',
        'My name is {teacher}. I am a program, not a person, and I only know your school’s question bank.',
      ],
    },
  },
  {
    about: /\bhow are (you|u)\b|\bhow('s| is) it going\b/i,
    ways: {
      plain: [
        'Kind of you to ask. I am a program, so I have no good or bad days, but I am ready for you.',
        'Thank you for asking, {name}. A program has no moods; I am here and ready.',
      ],
    },
  },
  {
    about: /\b(bored|boring|tired|sleepy|exhausted|break)\b/i,
    ways: {
      plain: [
        'That happens. A short break is a good idea: the pause button keeps everything as it is.',
        'Thank you for telling me. Stretch for a minute or press pause; nothing gets lost.',
      ],
    },
  },
  {
    about: /\b(sad|upset|hate|annoy\w*|frustrat\w*|angry|scared|worried|nervous|stupid|too hard|can'?t do)\b/i,
    ways: {
      plain: [
        'Thank you for saying so, {name}. Hard moments belong to learning; we can make the steps smaller.',
        'I hear you. It may help to talk with somebody you trust; here we go one small step at a time.',
        'That sounds heavy. You decide how fast we go, and a pause is always fine.',
      ],
    },
  },
  {
    about: /\b(hi|hello|hey|good (morning|afternoon|evening)|shalom|yo)\b/i,
    ways: { plain: ['Hello {name}!', 'Hi {name}, good that you are here.', 'Hey {name}, nice to read you.'] },
  },
  {
    about: /\b(bye|goodbye|see you|gotta go)\b/i,
    ways: {
      plain: [
        'See you, {name}. You can end the session with the button above.',
        'Goodbye, {name}! Your work is saved.',
      ],
    },
  },
  {
    about: /\b(yes|yeah|ok|okay|cool|nice|great|fine|sure|lol|haha|wow)\b/i,
    ways: { plain: ['Good.', 'All right, {name}.', 'Fine, then let us go on.'] },
  },
];

const CHAT: Ways = {
  plain: [
    'I read you, {name}, but small talk is not what I do best: I only know your school’s question bank.',
    'That is beyond a program that only knows your school’s question bank, {name}.',
    'I would rather not make up an answer to that, {name}; what I know is your school’s question bank.',
  ],
};

/** A kind, honest word, and back to the work. */
export function smallTalkWords(talk: Talk, move: Extract<Move, { kind: 'small talk' }>): string {
  const ways = SMALL_TALK.find((each) => each.about.test(move.text))?.ways ?? CHAT;
  const { firstName } = talk.brief.pupil;
  const words = talk.say(ways, { name: firstName, teacher: talk.brief.teacherName });
  return `${words} ${leadBack(talk, move.open, move)}`;
}
