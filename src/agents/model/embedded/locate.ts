import type { AnswerKey } from '../../../domain/curriculum/curriculum.ts';
import type { Ways } from './talk.ts';

/** What kind of slip a wrong answer looks like, from the key; never says the answer. */
export type Slip =
  | 'sign'
  | 'place value'
  | 'turned over'
  | 'one off'
  | 'too big'
  | 'too small'
  | 'choice'
  | 'several choices'
  | 'expression'
  | 'set'
  | 'interval'
  | 'number'
  | 'text';

/** A plain number, fraction or percentage; undefined for anything else, units included. */
export function plainNumber(text: string): number | undefined {
  const clean = text
    .trim()
    .replace(/^[a-z]\s*=\s*/i, '')
    .replace(/[−–]/g, '-')
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(/^\$|\$$/g, '');
  const fraction = /^([+-]?\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)$/.exec(clean);
  if (fraction) return Number(fraction[2]) === 0 ? undefined : Number(fraction[1]) / Number(fraction[2]);
  const number = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(%?)$/.exec(clean);
  return number ? Number(number[1]) / (number[2] ? 100 : 1) : undefined;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

function numberSlip(right: number, given: number): Slip {
  if (right !== 0 && near(given, -right)) return 'sign';
  if (right !== 0 && given !== 0) {
    const tens = Math.log10(Math.abs(given / right));
    if (given / right > 0 && Math.abs(tens) > 0.5 && near(tens, Math.round(tens))) return 'place value';
    if (near(given * right, 1) && !near(given, right)) return 'turned over';
  }
  if (Number.isInteger(right) && Math.abs(right) > 5 && near(Math.abs(given - right), 1)) return 'one off';
  if (right > 0 && given > 0 && given / right >= 1.5) return 'too big';
  if (right > 0 && given >= 0 && given / right <= 0.67) return 'too small';
  return 'number';
}

export function slipOf(key: AnswerKey, answer: string): Slip {
  if (key.kind !== 'number') return key.kind;
  const right = plainNumber(key.answer);
  const given = plainNumber(answer);
  return right === undefined || given === undefined ? 'number' : numberSlip(right, given);
}

/** Where to look, for each kind of slip; said when neither the author nor the ladder has something better. */
export const WHERE_TO_LOOK: Record<Slip, Ways> = {
  sign: {
    plain: [
      'Look closely at the plus and minus signs: follow them from one line to the next.',
      'The signs are the place to check. Go through your lines and watch each minus.',
      'One sign went astray on the way. Find the line where a plus or minus changed without a reason.',
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
      'A rough estimate helps here: your number comes out too big. See which step made it grow.',
      'The number you have is too large. Check what you added or multiplied.',
      'Your result is larger than what was asked for. Ask yourself after each step whether the number still makes sense.',
    ],
  },
  'too small': {
    plain: [
      'A rough estimate helps here: your number comes out too small. See whether a part was left out.',
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
};
