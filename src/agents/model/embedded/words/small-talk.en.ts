import type { Catalogue } from '../bilingual.ts';

/** What the tutor says, in English. */
export const SMALL_TALK_EN = {
  ABOUT: {
    'strong words': {
      plain: [
        'That sounds as if you have had enough, {name}, and that is all right. The pause button keeps everything as it is.',
        'I do not mind strong words, {name}. If something here annoys you, a hint or a short break may help more.',
        'You need not like this, {name}. Pause for a moment, or take the question one small step at a time.',
      ],
    },
    thirst: {
      plain: [
        'Of course, {name}. Press pause; the question waits for you.',
        'Go ahead. The pause button keeps everything as it is until you are back.',
      ],
    },
    thanks: {
      plain: [
        'You are welcome, {name}.',
        'Gladly. That is what I am here for.',
        'With pleasure. You are doing the work.',
      ],
    },
    'who are you': {
      plain: [
        'I am {teacher}, a computer program that knows your school’s question bank. There is no person behind me.',
        'My name is {teacher}. I am a program, not a person, and I only know your school’s question bank.',
      ],
    },
    'how are you': {
      plain: [
        'Kind of you to ask. I am a program, so I have no good or bad days, but I am ready for you.',
        'Thank you for asking, {name}. A program has no moods; I am here and ready.',
      ],
    },
    'what for': {
      plain: [
        'A fair question, {name}. The texts of this course do not say what it is for, and I would rather not make something up; your teacher at school can tell you where it leads.',
        'It is good to ask that. I have looked, and this course does not say when you will need it; ask your teacher at school, who knows more than I do.',
        'I cannot promise when you will need it, {name}: the course that I know says nothing about that. Your teacher at school is the one to ask.',
      ],
    },
    tired: {
      plain: [
        'That happens. A short break is a good idea: the pause button keeps everything as it is.',
        'Thank you for telling me. Stretch for a minute or press pause; nothing gets lost.',
      ],
    },
    'hard on themselves': {
      plain: [
        'That a question is hard says something about the question, {name}, and nothing about you. If you write “hint”, we make the step smaller.',
        'Being stuck is a part of learning, and it passes. Write “hint” and we look at one small piece together.',
        'I hear you. Nobody has to get it at once here; wrong tries cost nothing, and a hint is always there.',
      ],
    },
    upset: {
      plain: [
        'Thank you for saying so, {name}. Hard moments belong to learning; a hint makes the steps smaller.',
        'I hear you. It may help to talk with somebody you trust; here we go one small step at a time.',
        'That sounds heavy. You decide how fast we go, and a pause is always fine.',
      ],
    },
    goodbye: {
      plain: [
        'See you, {name}. You can end the session with the button above.',
        'Goodbye, {name}! Your work is saved.',
      ],
    },
    hello: { plain: ['Hello {name}!', 'Hi {name}, good that you are here.', 'Hey {name}, nice to read you.'] },
    hesitant: {
      plain: [
        'Take the time that you need, {name}.',
        'No hurry, {name}.',
        'Think it over in peace.',
        'You can also write “hint” or “skip”.',
      ],
    },
    glad: { plain: ['Good.', 'Glad to hear it, {name}.', 'Fine, then let us go on.'] },
  },
  /** What the course itself says that a unit is for. */
  WHAT_FOR: {
    plain: [
      'A fair question. Where you will need it the course does not say; what you learn in {unit} it does: {text}',
      'It is good to ask what something is for. I know only what the course says of {unit}, and your teacher at school knows more: {text}',
    ],
  },
  /** "ok" or "next" while a question is open: what there is to do with it. */
  STILL_OPEN: {
    plain: [
      'One question is still open on the page. Write your answer to it; a first try is enough.',
      'Then on to the question on the page. Write what you think of it, even if it is not finished.',
      'The question on the page is waiting for your answer. Send me what you have so far.',
      'Whenever you are ready, answer the question on the page, in whatever words you have.',
      'The question on the page is still yours to answer. If it is not clear where to begin, write “hint”.',
    ],
  },
  CHAT: {
    plain: [
      'I read you, {name}, but small talk is not what I do best: I only know your school’s question bank.',
      'That is beyond a program that only knows your school’s question bank, {name}.',
      'I would rather not make up an answer to that, {name}; what I know is your school’s question bank.',
    ],
  },
} satisfies Catalogue;
