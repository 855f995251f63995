import type { Catalogue } from '../bilingual.ts';

/** What the tutor says, in English. */
export const LOCATE_EN = {
  /** Where to look, for each kind of slip; said when neither the author nor the ladder has something better. */
  WHERE_TO_LOOK: {
    sign: {
      plain: [
        'Look closely at the plus and minus signs: follow them from one line to the next.',
        'The signs are the place to check. Go through your lines and watch each minus.',
        'One sign went astray on the way. Find the line where a plus or minus changed without a reason.',
      ],
    },
    unit: {
      plain: [
        'Look at the unit that is asked for, and in which one the numbers of the question are given.',
        'The units are the place to check: follow them from the question to your result.',
      ],
    },
    operation: {
      plain: [
        'It looks as if you {used}. Read again what the question wants done with these two.',
        'That is what comes out when one has {used}. Ask yourself what happens to the two in the question.',
        'You seem to have {used}. Say in your own words what the question does with them, then reckon again.',
      ],
    },
    'part way': {
      plain: [
        'You are part of the way: it looks as if you {used}. One number of the question is not used yet.',
        'That is a result on the way, where one has {used}. The question goes on from there.',
      ],
    },
    'smaller question': {
      plain: [
        'That is a step on the way, and not yet what the question asks for. Go on from it.',
        'What you found belongs to it, but the question asks for more. Look what is still to be done.',
      ],
    },
    'from the question': {
      plain: [
        'That number stands in the question itself. Something has to be done with it before it is an answer.',
        'You took a number from the question as it is. Look at what it stands for, and what is asked.',
      ],
    },
    border: {
      plain: [
        'The numbers at the ends are placed well; check whether each end itself belongs to it.',
        'Look only at the brackets: put each end into the question and see whether it is allowed.',
      ],
    },
    'value missing': {
      plain: [
        'What you have does fit, but it is not all. Look for what else does.',
        'There is something missing beside that. Go on searching in the same way.',
      ],
    },
    'value too many': {
      plain: [
        'Something in it does not fit. Put each value back into the question and see which one.',
        'There is a value too many. Test them one by one.',
      ],
    },
    'place value': {
      plain: [
        'Check the place of the decimal point, or count the zeros again.',
        'The digits went to the wrong places. Follow the decimal point through each step.',
        'Look at the size of the number: somewhere a factor of ten came in or was lost.',
      ],
    },
    'turned over': {
      plain: [
        'Look at which number is divided by which: the two may have changed places.',
        'Check the order of your division. Say aloud what is shared, and among how many.',
      ],
    },
    'one off': {
      plain: [
        'Look for a small slip in the counting or the adding. Do the sum once more, slowly.',
        'Go over the counting again: check where you begin and where you stop.',
      ],
    },
    'too big': {
      plain: [
        'Your number comes out too big. See which step made it grow.',
        'The number you have is too large. Check what you added or multiplied.',
        'Your result is larger than what was asked for. Ask yourself after each step whether the number still makes sense.',
      ],
    },
    'too small': {
      plain: [
        'Your number comes out too small. See whether a part was left out.',
        'The number you have is too small. Check what you took away or divided.',
        'Your result is smaller than what was asked for. Look for something in the question that you have not used yet.',
      ],
    },
    choice: {
      plain: [
        'Test that choice: put it back into the question and see where it stops fitting.',
        'Read the question once more with that choice in mind, and find the word or number that speaks against it.',
        'Cross that one out. Compare the others: look for the exact point where they differ.',
      ],
    },
    'several choices': {
      plain: [
        'Take the choices one at a time and decide yes or no for each before you look at the next.',
        'Check two things: whether each one you marked really fits, and whether one that fits was left out.',
      ],
    },
    expression: {
      plain: [
        'Test it yourself: put an easy number in for the letter, in the question and in your answer, and compare.',
        'Go line by line and check that each line still means the same as the one before it.',
        'Look at the brackets and the signs first; that is where terms most easily get lost.',
      ],
    },
    set: {
      plain: [
        'Check each value by putting it back in, and see whether one is missing or too many.',
        'Go through your values one by one: each has to fit, and none that fits may be left out.',
      ],
    },
    interval: {
      plain: [
        'Look at the two ends: check each number, and whether the end itself belongs to it.',
        'Take a test number from inside your interval and one from outside, and try both in the question.',
      ],
    },
    number: {
      plain: [
        'Go back over your steps one at a time and find the first line that you are not sure of.',
        'Read once more what is asked for, and check that your number is that and not a step on the way.',
        'Write the calculation down in full. The slip is easier to see on paper than in the head.',
      ],
      young: [
        'Write each step down and check them one by one.',
        'Read the question again slowly, and check what it asks you to find.',
      ],
    },
    text: {
      plain: [
        'Read the question once more and look for the word that it turns on.',
        'Think about what exactly is asked: your answer goes another way.',
      ],
    },
  },
} satisfies Catalogue;
