import type { Catalogue } from '../bilingual.ts';

/** What the tutor says, in English. */
export const REVEAL_EN = {
  REVEAL_OPEN: {
    ladder: {
      plain: [
        'You have had every hint that I have, so let us look at the solution together.',
        'That one was stubborn. Here is how it goes.',
        'You kept trying, and now it is time to see the whole way.',
        'We have come to the end of the hints; this is the solution.',
      ],
      gentle: [
        'You kept at it through all the hints. Now you may simply read along.',
        'This one was hard going, and that happens to everyone. Here is the whole way.',
      ],
    },
    'given up': {
      plain: [
        'That is fine: some questions need to be seen once before they can be done.',
        'Then let us look at it together instead.',
        'Good to say so. Here is how this one goes.',
        'No harm done. Read along, and the next one of this kind will look familiar.',
      ],
      gentle: [
        'That is fine. You can put the pencil down and read along.',
        'It is good that you said so. I will show you, without any hurry.',
        'Letting one go is allowed. Here is the way through it.',
      ],
    },
    /** Nothing but requests for help came: it counts as given up, and that is said. */
    'set aside': {
      plain: [
        'We have stayed with this one for long, so let us count it as given up and read how it is done.',
        'More hints would not bring us further here. It counts as given up, and this is how it goes.',
      ],
      gentle: ['We let this one go; that is allowed. Here is the way through it, to read along.'],
    },
  },
  REVEAL_ANSWER: {
    plain: ['The answer is', 'The solution is', 'What comes out is', 'It is'],
  },
  REVEAL_CLOSE: {
    plain: [
      'Read it once more and find the step that was new to you.',
      'Cover it up and say the key step in your own words.',
      'Note the one line that you would want to remember.',
      'Go through it again and ask at each line why it is done.',
    ],
  },
  FRESH_LATER: {
    plain: [
      'You will meet {unit} again later, with a question to do by yourself.',
      '{unit} comes back, today or another day, and then the question is yours.',
      'Later there is more from {unit} for you to do alone.',
      'Something from {unit} comes back later, so that you can try it on your own.',
      'We come back to {unit} later; the next one from there is yours to do.',
    ],
  },
  SKIP: {
    plain: [
      'We leave that one for now.',
      'We put it aside without the solution; you can meet it on another day.',
      'Skipped. Nothing is lost.',
      'Fine, we move past it.',
      'Then not that one.',
    ],
    gentle: [
      'That is fine, we let this one go. There will be a calmer moment for it.',
      'We simply leave it. Choosing what you can do now is a good plan.',
    ],
    young: ['We leave that one. You can try it another day.', 'We skip it for now.'],
  },
  /** Not by the pupil's wish: nothing but requests for help came for too long. */
  SET_ASIDE: {
    plain: [
      'We put this one aside; your teacher at school sees that it was a hard one, and you can ask there too.',
      'We leave this one for now. It waits, and somebody who looks after your class knows of it.',
      'We leave this one here. Take it along to school, where somebody can look at it with you.',
    ],
    gentle: [
      'We let this one rest; being stuck on it is no fault of yours. Somebody at school can look at it with you.',
      'This one can wait for a person who sits down with you. We go on with something else.',
    ],
    young: ['We leave this one. Ask your teacher to look at it with you.'],
  },
  /** Before a worked example of the kind of a question that is set aside. */
  SOLVED_ONE: {
    plain: [
      'So that it is less strange the next time, here is one of its kind, solved:',
      'Here is one of that kind, solved, to read along:',
    ],
  },
  /** The lesson goes on with another unit, and nobody has failed. */
  ELSEWHERE: {
    plain: [
      'We leave this one here and do something else for a while.',
      'Let us change over: this question can wait, and there is something to do before it.',
      'We put this one down for now and go to another part.',
    ],
    gentle: [
      'We let this one rest and do something that helps with it.',
      'This one can wait. We do another thing first.',
    ],
    young: ['We leave this one and do something else first.', 'Now we do something different for a bit.'],
  },
  SKIPPED_IS_SKIPPED: {
    plain: [
      'It does not count for you or against you.',
      'It stays in the question bank for another time.',
      'Skipping is allowed; only what you try can move you forward.',
    ],
  },
} satisfies Catalogue;
