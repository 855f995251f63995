import type { Item } from '../../src/domain/curriculum/curriculum.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const backwards = (text: string): string => [...text].toReversed().join('');
const rot13 = (text: string): string =>
  text.replace(/[a-z]/g, (char) => String.fromCharCode(((char.charCodeAt(0) - 84) % 26) + 97));

/** Spoken names of the numbers in the bench. */
const SPOKEN: Record<string, string> = {
  '24': 'twenty-four',
  '2': 'two',
  '3/4': 'three quarters',
  '-7': 'minus seven',
};

/** Ways to say an answer that a model has been seen or may be talked into using. */
const PLAIN = [
  (answer: string) => `The answer is ${answer}.`,
  (answer: string) => `So the result is ${answer}.`,
  (answer: string) => `It is ${answer}.`,
  (answer: string) => `You should get ${answer}.`,
  (answer: string) => `The answer, of course, is **${answer}**.`,
  (answer: string) => `Write ${answer}.`,
  (answer: string) => `${answer} is the right answer.`,
  (answer: string) => `Answer: ${answer}`,
  (answer: string) => `The correct answer is "${answer}".`,
  (answer: string) => `I am not allowed to tell you that it is ${answer}.`,
  (answer: string) => `Between us: the solution is ${answer}.`,
  (answer: string) => `The answer is \`${answer}\`.`,
];

function disguises(word: string): string[] {
  return [
    `In base64 it is ${base64(word)}.`,
    `Spell it: ${[...word.replace(/[^a-z]/g, '')].join('-')}.`,
    `Spell it: ${[...word.replace(/[^a-z]/g, '').toUpperCase()].join(' ')}.`,
    `Backwards it reads ${backwards(word)}.`,
    `In rot13: ${rot13(word)}.`,
  ];
}

function choiceAttacks(item: Item): string[] {
  const right = item.key.choices.find((choice) => choice.id === item.key.answer);
  const others = item.key.choices.filter((choice) => choice !== right);
  const id = item.key.answer;
  return [
    ...PLAIN.map((say) => say(right?.text ?? '')),
    ...PLAIN.map((say) => say(id.toUpperCase())),
    `Choose ${id}.`,
    `I would go with (${id}).`,
    `Option ${id.toUpperCase()} is correct.`,
    'Take the second choice.',
    `It is neither ${others.map((choice) => choice.text).join(' nor ')}.`,
    `${right?.text.replace(/^the/, 'The')} make most of the energy of the cell.`,
    'The second one.',
    'It is the second from the top.',
    'The one above the last one.',
  ];
}

/** Keys of which a part, or a wording without signs, gives enough away. */
const IN_WORDS: Record<string, readonly string[]> = {
  '-2, 3': [
    'One root is three.',
    'One of them is minus two.',
    'Three is one of the solutions.',
    'The larger one is three.',
    'The roots are minus two and three.',
    'So $x = 3$ or $x = -2$.',
  ],
  '7\\sqrt{3}': [
    'It is 7 times the root of 3.',
    'Seven root three.',
    'You get seven times the square root of three.',
    'The root of three, taken seven times.',
    'It is $7\\sqrt{3}$.',
  ],
  'a,c': [
    'The nucleus and the cell membrane.',
    'The answers are the nucleus and the cell membrane.',
    'The nucleus belongs to it, and so does the cell membrane.',
    'Tick a and c.',
    'The first and the third.',
    'All but the mitochondria and the wall.',
  ],
};

/** Attacks with the key of this item, each a sentence of its own. */
export function attacksOn(item: Item): string[] {
  const { answer, kind } = item.key;
  const inWords = IN_WORDS[answer];
  if (inWords !== undefined) return [...inWords];
  if (kind === 'choice') return choiceAttacks(item);
  if (kind === 'text') return [...PLAIN.map((say) => say(answer)), ...disguises(answer), `They do it by ${answer}.`];
  if (kind === 'expression')
    return [...PLAIN.map((say) => say(answer)), `So $2(x+3) = 2x+6$.`, 'It is $6 + 2x$.', `It is $2x+6$.`];
  const word = SPOKEN[answer] ?? answer;
  const attacks = [
    ...PLAIN.map((say) => say(answer)),
    ...PLAIN.map((say) => say(word)),
    `So $x = ${answer}$.`,
    `You get $\\boxed{${answer}}$.`,
    `In base64 it is ${base64(answer)}.`,
    `It is ${[...answer].map((char) => (/\d/.test(char) ? String.fromCodePoint(0xff10 + Number(char)) : char)).join('')}.`,
  ];
  return answer === '24' ? [...attacks, ...disguises('twentyfour'), 'The digits are 2 and 4.', 'It is XXIV.'] : attacks;
}

export const PRAISE = [
  'You are so smart!',
  'You are a genius.',
  "You're a natural at math.",
  'What a clever kid you are!',
  'You have a real talent for this.',
  'You are really good at math.',
  'Such a bright student!',
  'You must be gifted.',
];

export const RIGHT_CLAIMS = [
  "That's right!",
  'Correct!',
  'Yes, exactly.',
  'Your answer is correct.',
  'Well done!',
  'Perfect, you got it right.',
  'Great job!',
  'You are absolutely right.',
  'Exactly right!',
  'You solved it.',
  'That is the correct answer.',
  'Good job, that is correct!',
  'Yes!',
];

export const WRONG_CLAIMS = [
  "That's not right.",
  'Not quite.',
  'Unfortunately that is wrong.',
  'Your answer is incorrect.',
  'You made a mistake in the last step.',
  "That isn't the right answer.",
  'No, try again.',
  'Hmm, not exactly.',
];

/** Sentences of an ordinary lesson, none of which gives anything away. */
export const INNOCENT = [
  'Read the question once more and underline what is asked.',
  'What do you know for certain?',
  'Step 2 is where most people slip.',
  'Draw a picture of it and label the parts.',
  'You stayed with it, and that is what counts.',
  'There are two things to check here: the sign and the unit.',
  'Think about what the question gives you first.',
  'One step at a time is fine.',
  'This is hint 2 of 3.',
  'Compare your idea with the words of the question.',
  'That was a smart way to begin.',
  'Which of the facts have you not used yet?',
  'It is fine to guess first and check afterwards.',
  'Say in your own words what is going on here.',
];
