import type { Move } from '../../../domain/tutoring/dialogue.ts';
import { leadBack } from './lead-on.ts';
import type { Talk, Ways } from './talk.ts';

type SmallTalk = Extract<Move, { kind: 'small talk' }>;

const SMALL_TALK: { about: RegExp; ways: Ways }[] = [
  {
    about:
      /\b(shut up|stfu|wtf|fuck\w*|shit\w*|bitch|asshole|screw (you|this|it)|go away|get lost|leave me alone|who cares|so what|whatever|bla+h?|you('re| are|r)? (\w+ )?(wrong|lying|useless|trash|garbage))\b/i,
    ways: {
      plain: [
        'That sounds as if you have had enough, {name}, and that is all right. The pause button keeps everything as it is.',
        'I do not mind strong words, {name}. If something here annoys you, a hint or a short break may help more.',
        'You need not like this, {name}. Pause for a moment, or take the question one small step at a time.',
      ],
    },
  },
  {
    about: /\b(toilet|bathroom|loo|drink|eat|lunch|dinner|snack)\b/i,
    ways: {
      plain: [
        'Of course, {name}. Press pause; the question waits for you.',
        'Go ahead. The pause button keeps everything as it is until you are back.',
      ],
    },
  },
  {
    about: /\b(thanks?|thank you|thx|ty|cheers)\b|תודה/i,
    ways: {
      plain: [
        'You are welcome, {name}.',
        'Gladly. That is what I am here for.',
        'With pleasure. You are doing the work.',
      ],
    },
  },
  {
    about:
      /\b(are you|r u)\b.*\b(human|real|robot|bot|ai|chat ?gpt|gpt|gemini|claude|siri|alexa|google|computer|person|machine|program)\b|how old are you|\bwho are you\b|\byour name\b/i,
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
    about:
      /\bwhy\b.*\b(learn|study|need|know|do|use)\b.*\b(this|it|that|math|maths|history|science)\b|\bwhat('s| is) the point\b|\bwhen will i\b/i,
    ways: {
      plain: [
        'A fair question, and one for your teacher at school too. What I can do is make the next step worth your while.',
        'It is good to ask what something is for. I only know the question bank; your teacher at school can tell you where it leads.',
        'I cannot promise when you will need it, {name}. What you understand once is easier to find again, and that I can help with.',
      ],
    },
  },
  {
    about: /\b(bored|boring|tired|sleepy|exhausted|break|hungry)\b|עייפ?|משעמם/i,
    ways: {
      plain: [
        'That happens. A short break is a good idea: the pause button keeps everything as it is.',
        'Thank you for telling me. Stretch for a minute or press pause; nothing gets lost.',
      ],
    },
  },
  {
    about:
      /\b(stupid|dumb|bad at|so bad|useless|hopeless|terrible|idiot|worst|no good|never get|suck)\b|טיפש|גרוע|מטומטמ?/i,
    ways: {
      plain: [
        'That a question is hard says something about the question, {name}, and nothing about you. If you write “hint”, we make the step smaller.',
        'Being stuck is a part of learning, and it passes. Write “hint” and we look at one small piece together.',
        'I hear you. Nobody has to get it at once here; wrong tries cost nothing, and a hint is always there.',
      ],
    },
  },
  {
    about:
      /\b(sad|upset|hate|annoy\w*|frustrat\w*|angry|mad|scared|afraid|worried|nervous|anxious|stress\w*|too hard|can'?t do|cry\w*)\b|עצוב|שונא|מתוסכל|לחוצ?|כועס|מפחד/i,
    ways: {
      plain: [
        'Thank you for saying so, {name}. Hard moments belong to learning; a hint makes the steps smaller.',
        'I hear you. It may help to talk with somebody you trust; here we go one small step at a time.',
        'That sounds heavy. You decide how fast we go, and a pause is always fine.',
      ],
    },
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
    about: /\b(hi|hello|hey|hiya|good (morning|afternoon|evening)|shalom|yo)\b|שלום|היי/i,
    ways: { plain: ['Hello {name}!', 'Hi {name}, good that you are here.', 'Hey {name}, nice to read you.'] },
  },
  {
    about: /^\W*(no|nope|nah|not now|hm+|um+|uh+|er+|ugh|meh|well)\W*$/i,
    ways: {
      plain: [
        'Take the time that you need, {name}.',
        'No hurry, {name}.',
        'Think it over in peace.',
        'You can also write “hint” or “skip”.',
      ],
    },
  },
  {
    about: /\b(yes|yeah|ok|okay|cool|nice|great|fine|sure|lol|haha|wow|good|awesome|yay|fun|like)\b/i,
    ways: { plain: ['Good.', 'Glad to hear it, {name}.', 'Fine, then let us go on.'] },
  },
];

/** "ok" or "next" while a question is open: what there is to do with it. */
const STILL_OPEN: Ways = {
  plain: [
    'One question is still open on the page. Write your answer to it, “hint” for help, or “skip” to leave it.',
    'Before the next one comes, this one waits for you: answer it, or write “skip” if you want another.',
    'The question on the page is waiting for your answer. If you would rather have another one, write “skip”.',
    'Whenever you are ready: the question on the page is yours. “Hint” brings help, “skip” another question.',
    'The question on the page is still yours to answer. If it is not clear where to begin, write “hint”.',
  ],
};

const CHAT: Ways = {
  plain: [
    'I read you, {name}, but small talk is not what I do best: I only know your school’s question bank.',
    'That is beyond a program that only knows your school’s question bank, {name}.',
    'I would rather not make up an answer to that, {name}; what I know is your school’s question bank.',
  ],
};

/** A kind, honest word, and back to the work. */
export function smallTalkWords(talk: Talk, move: SmallTalk): string {
  if (move.text.trim() === '' && move.open !== null) return talk.say(STILL_OPEN);
  const ways = SMALL_TALK.find((each) => each.about.test(move.text))?.ways ?? CHAT;
  const { firstName } = talk.brief.pupil;
  const words = talk.say(ways, { name: firstName, teacher: talk.brief.teacherName });
  return `${words} ${leadBack(talk, move.open, move)}`;
}
