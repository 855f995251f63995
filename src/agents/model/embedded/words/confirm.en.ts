import type { Catalogue } from '../bilingual.ts';

/** What the tutor says, in English. */
export const CONFIRM_EN = {
  RIGHT: {
    plain: [
      'Yes, that is right.',
      'Correct.',
      'That is right, {name}.',
      'Yes, your answer is correct.',
      'Your answer is right.',
      'Exactly, that is correct.',
      'Right.',
      'That is the right answer.',
      'Yes, correct.',
      'Right, {name}.',
    ],
    young: [
      'Yes, that is right!',
      'Right, {name}!',
      'Yes! Your answer is right.',
      'Correct, {name}!',
      'That is right!',
    ],
  },
  RIGHT_QUOTED: {
    plain: [
      'Yes, {answer} is right.',
      'Yes: {answer} is correct.',
      'Correct, it is {answer}.',
      'Right: {answer}.',
      'Correct: {answer}.',
      'Right, {name}: {answer}.',
    ],
  },
  /** What was seen of the work (T8); nothing is praised that was not. */
  SEEN: {
    'gave a reason': {
      plain: [
        'You also said why, and that is worth more than the result alone.',
        'Good that you wrote your reason down with it.',
        'You gave your reason, so I can follow your thought.',
      ],
    },
    'showed the way': {
      plain: [
        'You showed how you got there, so you can find your way back to it.',
        'Good that you told the steps as well.',
        'With the steps beside it, it is easy to follow.',
      ],
    },
    checked: {
      plain: [
        'You checked it yourself before you sent it; keep doing that.',
        'Checking your own answer is a strong habit.',
        'You tested it as well, and so you knew before I did.',
      ],
    },
    'alone now': {
      plain: [
        'This time you did it without help.',
        'The one before needed some help; this one you did on your own.',
        'No help this time.',
      ],
      gentle: [
        'A moment ago you needed help with this, and now you did it by yourself.',
        'This time you did it without help, one step after the other.',
      ],
    },
    'a row': {
      plain: [
        'That makes {count} in a row without help.',
        '{count} in a row now, and no hint needed.',
        'No help for {count} questions in a row.',
      ],
    },
    alone: {
      plain: [
        'You did that without any help.',
        'No hint was needed.',
        'You worked that out on your own.',
        'You found the way by yourself.',
      ],
      gentle: ['You started it and you finished it by yourself.', 'You did that on your own, in your own time.'],
      young: ['You did it all by yourself.', 'No help needed!', 'You found the way on your own.'],
    },
    mended: {
      plain: [
        'You looked at it again and changed what had to be changed.',
        'You went back over it and put the slip right.',
        'A second look was worth it.',
        'The first try was off, and you changed it.',
      ],
      young: ['You looked again and put it right.', 'You went back to it and changed it.'],
    },
    hinted: {
      plain: [
        'You took the hint and did the rest yourself.',
        'You used the help and finished it.',
        'With the hint you found the way.',
        'You asked for help when you needed it, and then used it.',
      ],
      young: ['You used the hint and did the rest yourself.', 'You took the help and finished it.'],
    },
    /** One wrong answer, and a hint. */
    'mended with help': {
      plain: [
        'The first try was off; with the hint you put it right.',
        'You took the hint and changed your answer.',
        'One try was off, and you used the help to mend it.',
        'A hint and a second look, and it fits.',
        'It took one more look and a bit of help.',
        'One answer was off; a hint and another go, and it worked out.',
        'You used what the hint says and changed what was off.',
      ],
      young: ['You used the hint and put it right.', 'You looked again, with a little help.'],
    },
    /** More than one wrong answer. */
    'stayed with it': {
      plain: [
        'You stayed with it until it worked out.',
        'It took more than one try, and you did not let go of it.',
        'You changed your answer until it fitted.',
        'The first tries were off; you went on working, and that solved it.',
      ],
      gentle: [
        'It was not easy, and you stayed with it until it worked out.',
        'It took some tries, and you got there.',
      ],
      young: ['You kept trying until it worked.', 'You did not give up on it.'],
    },
    'one choice left': {
      plain: [
        'Now make sure that you could say why it is this one.',
        'Look at the reason, so that you know it the next time without trying the others.',
        'It took some trying; the reason is what you keep.',
      ],
    },
  },
  WHY: { plain: ['{text}', 'Here is why: {text}', '{text}', '{text}', 'The reason: {text}', '{text}'] },
} satisfies Catalogue;
