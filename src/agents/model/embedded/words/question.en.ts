import type { Catalogue } from '../bilingual.ts';

/** What the tutor says, in English. */
export const QUESTION_EN = {
  FOUND: {
    plain: [
      'Good question. Your school’s question bank has this about it:',
      'That is worth asking. This is in the question bank:',
      'I looked it up in your school’s question bank and found this:',
      'The question bank of your school has a question about that:',
      'There is something about it in your school’s question bank:',
    ],
    young: ['Good that you ask! I found this:', 'I looked it up for you:', 'Here is what I found for you:'],
  },
  /** What was asked about is itself the answer: the question then says what it is. */
  FOUND_NAME: {
    plain: [
      'Good question. {answer} is the answer to this one, and so the question tells you what it is:',
      'In your school’s question bank {answer} is what this question looks for:',
      'The question bank explains {answer} the other way round:',
    ],
  },
  /** Why the last answer is what it is. */
  FOUND_WHY: {
    plain: [
      'Good that you want to know why. It was about this question:',
      'It pays to ask why. Here is the question once more, with its reason:',
      'Let us look at the reason. The question was:',
    ],
    young: ['Good that you ask why! The question was:', 'Here is why. The question was:'],
  },
  FOUND_ANSWER: {
    plain: ['The answer is', 'It is', 'What it looks for is', 'The answer to that is'],
  },
  FOUND_OPEN: {
    plain: [
      'That is just what the open question asks, so I will not take it from you. A thought to start with:',
      'You are asking the very question that is open. Let me only point the way:',
    ],
  },
  THINK_FIRST: {
    plain: [
      'Read the question once more and write down what is given and what is asked.',
      'Begin with what you know for certain, and write that down first.',
    ],
  },
  SEVERAL: {
    plain: [
      'I am not sure which question you mean, and I would rather not guess. I only know your school’s question bank; these come nearest.',
      'I know only what is in your school’s question bank, and your question is not there word for word. Something close is below.',
      'I did not find exactly that in your school’s question bank, but a few questions come near it.',
    ],
  },
  WHICH_WORD: {
    plain: [
      'Good that you ask about a word. Which word do you mean?',
      'Words are worth asking about. Tell me first: which word is it?',
      'I am glad to look a word up. Which one do you mean?',
      'Let us make the word clear. Which one is it?',
      'One unknown word can hide a whole question. Which is it?',
    ],
  },
  ONE_WORD: {
    asked: {
      plain: [
        'Write “what is …” with the word in it, and I will look it up in your course.',
        'Send me “what is …” and put the word there; then I can look for it.',
        'Put the word into “what is …” and send it; I look in your course.',
        'With “what is …” and your word I can look it up for you.',
      ],
    },
    offered: {
      plain: [
        'If it is “{word}”, choose the question below, which explains it; if not, send me “what is …” with your word in it.',
        'The question below explains “{word}”: choose it if that is the one, or write “what is …” with another word.',
      ],
    },
  },
  PICK: {
    plain: [
      'Pick the one that you mean, or ask in other words.',
      'Choose the one that fits, or put your question another way.',
      'Click what you meant; if none fits, write it in other words.',
    ],
  },
  UNKNOWN: {
    plain: [
      'I find nothing about that in this course, and I would rather not make something up.',
      'As far as I can see, that is not part of this course, so I have no sure answer to it.',
      'I looked, but the questions of this course, which are all I have, say nothing about that.',
      'There I have to pass: I know only what is in this course, and I do not find that in it.',
    ],
    young: [
      'I do not know that one. I only know the questions of this course.',
      'I do not find that in this course, so I cannot tell you.',
    ],
  },
  ASK_ELSEWHERE: {
    plain: [
      'Your teacher at school will be glad to be asked.',
      'Note it down for your teacher; it is a question worth keeping.',
      'Asking it with other words may help, or take it to your teacher.',
    ],
  },
  ABOUT_OPEN: {
    plain: [
      'Back to the open question: have a go at it, or write “hint” if you are stuck.',
      'Let us go on with the open question. If you want a hint for it, write “hint”.',
      'Now back to the question on the page: try it, or write “hint” and I will help.',
    ],
  },
} satisfies Catalogue;
