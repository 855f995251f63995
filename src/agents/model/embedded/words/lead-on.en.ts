import type { Catalogue } from '../bilingual.ts';

/** What the tutor says, in English. */
export const LEAD_ON_EN = {
  NEXT: {
    plain: [
      'Here is the next one to try.',
      'And on to the next: write what you get.',
      'Try the next one below.',
      'The next question is below: have a go.',
      'Go on with the one below.',
      'Here comes another; write your answer below.',
      'Below is the next one for you. Take your time with it.',
      'Have a look at the next question below and try it.',
      'Now try the question below.',
    ],
    gentle: [
      'When you feel ready, try the next one below.',
      'Take a breath, then try the one below. There is no hurry.',
      'The next one is below. Begin with just the first line of it.',
      'Have a quiet look at the question below and try it.',
    ],
    young: [
      'Now try the next one below.',
      'Look below and try the next one.',
      'The next one is waiting below. Give it a try.',
      'Read the one below and write what you find.',
    ],
  },
  NEXT_STEP: {
    plain: [
      'Now go on with the next step of this problem, below.',
      'The problem continues below: do its next step.',
      'Keep what you have found; the next step below builds on it.',
      'On to the following part of the same problem, below. Try it.',
    ],
  },
  NEW_UNIT: {
    plain: [
      'Next we turn to {unit}. Try the question below.',
      'Time for something else: try the question below, which is about {unit}.',
      'Now something from {unit}: try it below.',
      'We leave that for a moment and begin with {unit}: try the one below.',
    ],
  },
  OTHER_UNIT: {
    plain: [
      'Back to {unit}: try the one below.',
      'The next one is from {unit} again; have a go at it.',
      'Once more {unit}: answer the one below.',
      'We change over to {unit} again. Have a go below.',
      'Now try one from {unit}, so that both stay fresh.',
      'Switch back to {unit} and do the next one.',
      'Here is another one from {unit} to try.',
      'Now {unit} has its turn again: try the question below.',
    ],
  },
  /** The item that has just ended was the last. */
  LAST_DONE: {
    plain: [
      'That was the last question for today.',
      'With that we are through for today.',
      'No more questions for today.',
      'That was the end of the questions for today.',
    ],
  },
  NO_ITEM: {
    plain: [
      'Write “next” when you want to go on, and I will look for another question.',
      'Send me “next” as soon as you are ready, and I will find another one for you.',
      'Say “next” and I will look for another question that fits.',
    ],
  },
  REVIEW: {
    plain: [
      'Another one from earlier is due, from {unit}: try the one below.',
      'Let us see what stayed from {unit}. The question is below.',
      'The one below is from {unit}, which you met before. See what you still know.',
      'One more look back, at {unit}. Answer the one below from memory.',
    ],
    young: [
      'One more from before: it is about {unit}. What do you still know?',
      'You have met {unit} before. Try the one below.',
    ],
  },
  /** The first of a session: what they are for is said once. */
  REVIEWS_OPEN: {
    one: {
      plain: [
        'First one question from earlier that it is time to recall, from {unit}: what you recall now and then stays. It is below.',
        'Before anything new, one short look back: you met {unit} before. See below what you still know.',
      ],
      young: ['First one question from before, about {unit}. What do you still know?'],
    },
    some: {
      plain: [
        'First up to {count} short questions from earlier that it is time to recall: what you recall now and then stays. The first, from {unit}, is below.',
        'Before anything new, we look back at up to {count} questions that you met before, so that they do not fade. Begin with the one from {unit} below.',
        'We open with up to {count} questions from earlier work, as many as the first minutes allow. They are due again; answer from memory as far as you get. The first is from {unit}.',
      ],
      young: ['First up to {count} questions from before. The first is about {unit}. What do you still know?'],
    },
  },
  /** The reviews are done: on to what the session is for. */
  REVIEWS_WAIT: {
    plain: [
      'The rest of the look back can wait for another day, so that today’s work has its time. It begins with {unit}: try the one below.',
      'What else is due we leave for another day. Your time belongs to {unit} now; have a go at the one below.',
    ],
    young: ['The other old ones can wait. Now we go on with {unit}. Try the one below.'],
  },
  /** Before a worked example, or the item that closes. */
  REVIEWS_END: {
    waiting: {
      plain: [
        'The rest of the look back waits for another day.',
        'What else is due we leave for another day.',
        'The other old questions can wait.',
      ],
    },
    done: { plain: ['So much for the look back.', 'That was the review.', 'Looking back is done.'] },
  },
  REVIEWS_DONE: {
    plain: [
      'So much for the look back. Now on to {unit}: try the question below.',
      'That was the review. Today’s work begins with {unit}; have a go at the one below.',
      'Looking back is done. The next one, from {unit}, is part of today’s work: try it below.',
    ],
    young: ['That was the looking back. Now we go on with {unit}. Try the one below.'],
  },
  EXIT: {
    plain: [
      'The last one for today is below. Do it on your own, as far as you get.',
      'One more to finish with: try the one below by yourself first.',
      'To close, do the question below by yourself and see what stays.',
    ],
    gentle: [
      'One last small one is below. Try it alone; whatever you get is fine.',
      'To finish, there is one more below. See how far you come by yourself.',
    ],
  },
  /** Nothing was tried in this lesson. */
  EXIT_EASY: {
    plain: [
      'One easy question to close with is below. Any answer to it is a start; choose or write what seems right to you.',
      'To finish, here is an easier one. Try just this one: whatever you answer, we have something to begin with next time.',
    ],
  },
  /** The lesson is over, and nothing was tried in it: what is next, honestly. */
  NOTHING_TRIED: {
    plain: [
      'The time for today is over. Next time we begin with {unit} again, and one first try of yours, even a wrong one, opens the help there.',
      'We stop here for today. {unit} waits for you, and next time a single guess is enough to begin with.',
    ],
  },
  EXAMPLE: {
    plain: [
      'First read how one of this kind is solved:',
      'Before you start, follow this worked example:',
      'Look at a solved one first, line by line:',
      'Here is one of this kind, solved from start to end:',
      'Read first how a question of this kind is worked out:',
      'One that is already worked out comes first:',
    ],
    young: ['First look how one is done:', 'See how this one goes:'],
  },
  /** From another unit than the question before. */
  EXAMPLE_OF: {
    plain: [
      'Now to {unit}. First read how one from there is solved:',
      'We go over to {unit}, and begin with one that is already worked out:',
      'The next one is from {unit}. Look at a solved one from there first:',
      'On to {unit}. Here is one, solved from start to end:',
    ],
  },
  /** A question from earlier that is still hard. */
  REVIEW_EXAMPLE: {
    plain: [
      'A look back at {unit}, which you met before. First a solved one, to lean on:',
      'It is time to recall something from {unit}. Read this solved one first:',
    ],
    young: ['You have met {unit} before. First look how one goes:'],
  },
  AFTER_EXAMPLE: {
    numbers: {
      plain: [
        'Now do the one below in the same way.',
        'The one below goes the same way, with its own numbers. Try it.',
        'Use the same steps for the question below.',
        'Follow these steps with the numbers of the question below.',
      ],
    },
    words: {
      plain: [
        'Now think in the same way about the question below.',
        'Use the same thought for the question below.',
        'The question below can be thought through like this. Try it.',
        'Go the same way with the question below.',
        'Take the thought of it along to the question below, and try.',
      ],
    },
  },
  /** Where the help itself is only a word or two. */
  UNHURRIED: {
    plain: [
      'Take a moment with that, write down what you have so far, and then try the question again.',
      'Let that sink in, look at your question with it in mind, and send me what you get.',
      'Think about what that changes in the question, and then write an answer.',
    ],
  },
  BACK: {
    plain: [
      'Now back to the open question: try it and write what you get.',
      'With that in mind, have another look at your question and answer it.',
      'Your question is still open. Go on with it and send me your answer.',
      'Let us return to the question you were working on. Write what you have so far.',
    ],
    young: [
      'Now go back to your question and try it.',
      'Your question is still there. Try it and write what you get.',
      'Let us go back to your question. Write what you think.',
    ],
  },
} satisfies Catalogue;
