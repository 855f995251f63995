import type { Catalogue } from '../bilingual.ts';

/** What the tutor says, in English. */
export const ANSWER_EN = {
  WRONG: {
    plain: [
      'Not quite yet.',
      'That is not it yet.',
      'This one is not right yet.',
      'No, that does not fit yet.',
      'Not there yet.',
      'That answer is not right yet.',
      'That is not the answer yet.',
      'No, not yet.',
    ],
    gentle: [
      'That is not it yet, and that does no harm.',
      'Not quite yet. A wrong try still shows us something.',
      'It does not fit yet; we take it in small steps.',
      'Not yet. Let us look at one small part of it.',
      'It is not that, but we can mend it.',
    ],
    young: ['Not quite yet.', 'That is not it yet.', 'Not there yet, {name}.', 'No, not yet. Let us look together.'],
  },
  WRONG_QUOTED: {
    plain: [
      'Not yet: {answer} is not right.',
      'No, {answer} is not it.',
      'It is not {answer}.',
      'You wrote {answer}; that is not it yet.',
      'As an answer {answer} does not fit yet.',
    ],
    gentle: [
      'No, {answer} is not it yet, and that does no harm.',
      'You wrote {answer}. It does not fit yet, so let us look at one small part.',
      'Not {answer}, but now we know more than before.',
    ],
  },
  /** Some of what was marked may fit, so the whole is not called wrong. */
  WRONG_MARKS: {
    plain: [
      'That is not the whole answer yet.',
      'Not the complete answer yet.',
      'These marks are not the full answer yet.',
      'It is not all there yet.',
    ],
  },
  AGAIN: {
    plain: [
      'Check that one spot and try again.',
      'Change that part and send me your new answer.',
      'Have another go with this in mind.',
      'Go over that step once more and write what you get now.',
      'Try it again from there.',
      'Mend that step, then write your answer again.',
      'Look at it once more and write what you have then.',
    ],
    gentle: [
      'Look only at this one spot, and try it again when you are ready.',
      'Put only that right for now, and write down what you find.',
      'Change this one thing and have another go. There is no hurry.',
    ],
    young: [
      'Look at that part again, then write your new answer.',
      'Fix that one step and send me your answer.',
      'Think about that for a moment and have another try.',
    ],
  },
  AGAIN_CHOOSING: {
    plain: [
      'Look at the other choices with this in mind, and choose again.',
      'Read the question once more and pick again.',
      'Compare what is left, and choose the one that you could defend.',
      'With this in mind, choose once more.',
    ],
  },
  AGAIN_MARKING: {
    plain: [
      'Go through the choices once more, one at a time, and mark again.',
      'Decide yes or no for each choice with this in mind, and send me all that fit.',
      'Look at the marked ones and at the others again, and change what has to be changed.',
      'Check each choice by itself once more, then mark all that fit.',
    ],
  },
  AGAIN_IN_WORDS: {
    plain: [
      'Keep that in mind and try another answer.',
      'Think about what is asked for, and write what comes to mind now.',
      'Read the question with that in mind, and answer again.',
      'Have another go with this in mind.',
    ],
  },
  AGAIN_OR_STOP: {
    plain: [
      'Try once more from there, or write “I give up” and I will show you the way.',
      'Have one more go. If you have had enough of it, write “I give up” and we look at the solution together.',
      'Give it another try, or ask for a hint if you are stuck.',
    ],
  },
  AGAIN_PART: {
    plain: [
      'Answer this small part first.',
      'Do just this piece and write what you get.',
      'Begin with that part alone.',
    ],
  },
  ASK_AGAIN: {
    empty: {
      plain: [
        'Your message arrived without an answer in it.',
        'I see no answer in your message yet.',
        'Nothing has reached me to check yet.',
      ],
    },
    unreadable: {
      plain: [
        'I could not read that as an answer, so I have not counted it.',
        'I am not sure how to read that; it has not been marked.',
        'That is hard for me to read as an answer. It does not count against you.',
      ],
    },
    incomplete: {
      plain: [
        'That fits, and it is one part of the answer; nothing has been marked yet.',
        'So far that fits, and the other part is missing. It is not marked yet.',
        'One part is there; I mark it when the whole answer is.',
      ],
    },
    'too long': {
      plain: [
        'That is more than I can check at once, so nothing has been marked.',
        'Your answer is too long for me to check; it has not been counted.',
        'I can only check a short answer, and this one is long, so it is not marked.',
        'So many words are too much for my checking; nothing has been counted.',
      ],
    },
    'ambiguous choice': {
      plain: [
        'I could not tell which of the choices you mean, so I have not marked it.',
        'That could be read as more than one of the choices; nothing has been counted.',
        'Two of the choices fit what you wrote, so I will not guess; it is not marked.',
      ],
    },
  },
  UNDERSTOOD: {
    plain: ['I read it as {text}.', 'As far as I can tell it says {text}.'],
  },
  /** No values but those that are not the answer (example-answer.ts). */
  HOW_TO_ANSWER: {
    number: {
      plain: [
        'Write just the number, in digits; a fraction or a decimal is fine.',
        'Send me only the result as a number; a fraction is fine.',
        'A bare number is best: whole, with a point, or as a fraction.',
      ],
    },
    expression: {
      plain: [
        'Write only the expression, for example like 2{letter} + 6.',
        'Send me just the final expression, with ^ for powers, as in {letter}^2.',
        'Leave the way out and give only the last line, for example 2{letter} + 6.',
      ],
    },
    set: {
      plain: [
        'List all the values with commas between them.',
        'Write the values one after the other, with a comma after each.',
      ],
    },
    interval: {
      plain: [
        'Write it as an interval, for example like {interval} or {ray}.',
        'Give the two ends in brackets: round where the end is left out, square where it belongs, as in {interval}.',
      ],
    },
    choice: {
      plain: [
        'Click the choice that you mean, or write its letter alone.',
        'Write just the letter of the choice you mean.',
      ],
    },
    'several choices': {
      plain: [
        'Mark every choice that you mean, or write their letters with commas between them.',
        'Write the letters of all that fit, for example like {letters}.',
      ],
    },
    text: {
      plain: [
        'Write your answer in a word or one short sentence.',
        'Send me the answer itself in a few words of your own.',
        'A word or two of what the question asks for is enough; if nothing comes to mind, write “hint” or “I give up”.',
      ],
    },
  },
  COMPARE_OPEN: {
    words: {
      plain: [
        'I do not know this answer to the question, and I will not call it wrong because of that. It does not count either way.',
        'That is not the wording that I have, so I leave it unmarked.',
        'I cannot tell whether that means the same, so it is not marked.',
      ],
    },
    sentence: {
      plain: [
        'Thank you for putting it in your own words. I cannot judge free sentences fairly, so this one is not marked.',
        'You wrote a whole answer of your own. I only compare with what the question bank holds, so I will not mark it.',
        'An answer in your own words deserves a careful reader, and I cannot judge it. It does not count either way.',
      ],
    },
  },
  COMPARE_KEY: {
    plain: ['The question bank says:', 'The answer from the question bank:', 'This is the answer that I have:'],
  },
  COMPARE_TASK: {
    plain: [
      'Put the two side by side and mark what yours has and what it lacks.',
      'Compare them line by line and note one thing that you would add.',
      'Read both and find the one point where they differ most.',
    ],
  },
  COMPARE_NAMES: {
    plain: [
      'Compare it with yours, and decide whether the two name the same thing.',
      'Say to yourself in which point yours is something else.',
      'Say aloud what the question asks, and then this answer to it.',
    ],
  },
} satisfies Catalogue;
