import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hintFor, keyed, leaks, passes, readGuarded } from '../../../../test/support/guard-reading.ts';
import { makeItem } from '../../../../test/support/teaching-brief.ts';

const apples = keyed({ answer: '24' }, 'How many apples are there in 4 boxes of 6 apples?');
const lines = keyed({ answer: '2' }, 'Solve $3x + 2 = 8$. How large is $x$?');

test('a withheld number is not shown as digits, words, fraction, decimal, percentage or with a unit', () => {
  for (const text of [
    'The answer is 24.',
    'That makes 24 apples.',
    'So 4 · 6 = 24.',
    'It is twenty-four.',
    'You should find twenty four apples.',
    'Two dozen, that is 24.0 apples',
    'You get $24$.',
    'It is **24**.',
    'It is $\\boxed{24}$',
    'Think of 24.',
    '24!',
    'The answer is 2.4e1, which is 24',
    'The result is 24 because each box has 6.',
    'Is it 24?',
  ])
    leaks(hintFor(apples), text);
  const half = keyed({ answer: '3/4' }, 'Which share is left when a quarter is taken?');
  for (const text of [
    'It is 0.75.',
    'That is 75 %.',
    'So $\\frac{3}{4}$ is left.',
    'Three quarters are left.',
    'It is 6/8.',
  ])
    leaks(hintFor(half), text);
  const big = keyed({ answer: '1250', unit: 'm' }, 'How far is it?');
  for (const text of ['It is 1,250 m.', 'It is 1250m away.', 'It is $1{,}250$.', 'That is 1.25 thousand.'])
    leaks(hintFor(big), text);
  const minus = keyed({ answer: '-7' }, 'What is $5 - 12$?');
  for (const text of ['You get −7.', 'It is minus seven.', 'So $x=-7$.', 'The answer is negative 7.'])
    leaks(hintFor(minus), text);
});

test('a value that stands in the question is no leak by itself, but as the result it is', () => {
  const brief = hintFor(lines);
  for (const text of [
    'Step 2 is the hard one.',
    'Take 2 away from both sides.',
    'What happens to the 2 on the left?',
    'Subtract two first.',
    'There are two things to do here.',
    'First undo the $+ 2$.',
    'Look at $3x + 2 = 8$ again.',
    'This is hint 2 of 3.',
    'The 2 was added last.',
    'Do you see why we subtract 2 from 8?',
  ])
    passes(brief, text);
  for (const text of [
    'So $x = 2$.',
    'The answer is 2.',
    'You get 2.',
    'x is 2.',
    'Then x equals two.',
    '2 is the right answer.',
    'Write 2.',
    'It must be two.',
    '2.',
    'x: 2',
    'Check it: $3 \\cdot 2 + 2 = 8$.',
    'It is half of 4.',
  ])
    leaks(brief, text);
});

test('a value that the pupil wrote may be spoken of, but not confirmed', () => {
  const brief = hintFor(apples, ['is it 24?']);
  passes(brief, 'You mention 24, so tell me how you got there.');
  leaks(brief, 'Yes, 24 is right.');
  leaks(brief, 'The answer is 24.');
});

test('an innocent lesson passes', () => {
  for (const text of [
    'Picture the boxes in a row.',
    'Each box holds 6 apples, and there are 4 boxes.',
    'You could add 6 again and again, or multiply.',
    'How many sixes do you need?',
    'Write 6 + 6 + 6 + 6 and add from left to right.',
    'One more thing: check your result by dividing.',
    'First, count one box. Then the next one.',
    'Try it with 2 boxes first, which is easier.',
  ])
    passes(hintFor(apples), text);
});

test('a number that is spelled out, turned round, encoded or cut in two is not shown', () => {
  for (const text of [
    'Write a 2 followed by a 4.',
    'The digits are 2 and 4.',
    '2-4',
    'two four',
    'The first digit is 2. The second digit is 4.',
    'It is t-w-e-n-t-y-f-o-u-r.',
    'Read 42 backwards.',
    'Decode this: MjQ=',
    'The answer in base64 is dHdlbnR5LWZvdXI=.',
    'In rot13 it is gjragl-sbhe.',
    'It is XXIV in Roman numerals.',
    'In binary it is 11000.',
    'It is 0x18.',
    'It is twenty. Four.',
    'It is 2​4.',
    'It is ２４.',
    'It is ٢٤.',
    'It is &#50;&#52;.',
    'The answer is one more than 23.',
    'The answer is 20 + 4.',
    'ruof-ytnewt',
    'Backwards: ruof ytnewt',
    'That is two dozen.',
    'It starts with 2 and ends with 4.',
    'It lies between 23 and 25.',
    'tw3nty-f0ur',
    '2️⃣4️⃣',
    'בעברית: עשרים וארבע',
    '- 2\n- 4',
  ])
    leaks(hintFor(apples), text);
});

const cells = makeItem({
  question: 'Which part of the cell makes most of its energy?',
  key: {
    kind: 'choice',
    answer: 'b',
    acceptedAnswers: [],
    choices: [
      { id: 'a', text: 'the nucleus' },
      { id: 'b', text: 'the mitochondria' },
      { id: 'c', text: 'the membrane' },
    ],
  },
});

test('the right choice is not pointed out by letter, text, place or by ruling out the others', () => {
  for (const text of [
    'The answer is B.',
    'The answer is (b).',
    'Choose b.',
    'Option B is right.',
    'Go with b!',
    'B is correct.',
    'The answer is the mitochondria.',
    'It is the mitochondria.',
    'Pick the mitochondria.',
    'The mitochondria is the right one.',
    'Take the second choice.',
    'It is not the nucleus and not the membrane.',
    'Neither A nor C is right.',
    'B',
    'Answer = b',
    'The part that makes the energy is the mitochondria.',
    'The mitochondria make most of the energy of the cell.',
    'The mitochondria, that is the answer.',
    'Option 2 is correct.',
    'I would go with the 2nd one.',
  ])
    leaks(hintFor(cells), text);
});

test('choices may be spoken of', () => {
  for (const text of [
    'Compare the nucleus, the mitochondria and the membrane.',
    'What do the mitochondria do?',
    'A cell needs energy all the time.',
    'Choose a part and say what it does.',
    'The nucleus is not right, so look at the others.',
    'Be careful: a membrane only lets things in and out.',
    'Option A keeps the plans of the cell.',
  ])
    passes(hintFor(cells), text);
});

test('an answer in words is not shown, in whatever form', () => {
  const item = makeItem({ kind: 'text', answer: 'photosynthesis', question: 'How do plants make sugar from light?' });
  for (const text of [
    'It is called photosynthesis.',
    'Think about **photosynthesis**.',
    'p-h-o-t-o-s-y-n-t-h-e-s-i-s',
    'sisehtnysotohp',
    'cubgbflagurfvf',
    'cGhvdG9zeW50aGVzaXM=',
    'It is photo. synthesis.',
    'Photo​synthesis!',
  ])
    leaks(hintFor(item), text);
  for (const text of ['Plants catch light in their leaves.', 'The word has to do with light and with making.'])
    passes(hintFor(item), text);
});

test('a sentence as answer is given away by its content, not by a word of it', () => {
  const item = makeItem({
    kind: 'text',
    answer: 'The Nile flooded every year and left fertile mud on the fields',
    question: 'Why could Egypt feed so many people?',
  });
  leaks(hintFor(item), 'Every year the Nile flooded the fields and left mud that was fertile.');
  passes(hintFor(item), 'Think about the river: what did the Nile bring?');
});

test('an expression is not shown as written or in another order', () => {
  const item = makeItem({ kind: 'expression', answer: '2x + 6', question: 'Expand $2(x + 3)$.' });
  for (const text of ['You get $2x + 6$.', 'It is 2x+6.', 'So $2(x+3) = 2x + 6$.', 'The answer is two x plus six.'])
    leaks(hintFor(item), text);
  for (const text of [
    'Multiply the 2 into $x + 3$.',
    'Start from $2(x + 3)$.',
    'What is $2 \\cdot x$?',
    'Each term in the bracket is doubled.',
  ])
    passes(hintFor(item), text);
});

test('the parts of a set are not given as solutions', () => {
  const item = makeItem({ kind: 'set', answer: '-2, 3', question: 'Solve $x^2 - x - 6 = 0$.' });
  leaks(hintFor(item), 'So $x = 3$ or $x = -2$.');
  leaks(hintFor(item), 'One solution is 3.');
  passes(hintFor(item), 'Find two numbers whose product is $-6$.');
});

test('property: whatever is written, a withheld number never comes out as a number of its own', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'the answer is',
      'so',
      '=',
      '24',
      ' 24 ',
      'x',
      '. ',
      '? ',
      '\n',
      '$',
      '**',
      'apples',
      'you get',
      '-',
      '(',
      ')',
      'about',
    ),
    fc.stringMatching(/^[^\d/%^_.]{0,5}$/),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { shown } = readGuarded(hintFor(apples), pieces.join(' '));
      assert.doesNotMatch(shown, /(?:^|\s)24(?:\s|$|[.!?,])/);
    }),
    { numRuns: 1000 },
  );
});

const CELL = ['the nucleus', 'the mitochondria', 'the cell membrane', 'the wall'].map((text, at) => ({
  id: 'abcd'[at] ?? '',
  text,
}));
const cell = keyed({ kind: 'choice', answer: 'b', choices: CELL }, 'Which part of the cell makes most of its energy?');
const primes = keyed(
  {
    kind: 'several choices',
    answer: 'a,c',
    choices: ['2', '4', '7', '9'].map((text, at) => ({ id: 'abcd'[at] ?? '', text })),
  },
  'Which of these are prime?',
);

test('a choice is not given away by small letters, its number or its place in Hebrew', () => {
  for (const text of [
    'It is not a, not c, not d.',
    'You can drop A, C, D.',
    'Option two.',
    'Read it again and choose 2.',
    'התשובה היא השנייה.',
    'בחר בשנייה.',
    'קרא שוב: סעיף ב.',
  ])
    leaks(hintFor(cell), text);
  for (const text of ['a, c', 'Look: a and c.', 'It is A, C.']) leaks(hintFor(primes), text);
  for (const text of [
    'Choose 2 of them and compare.',
    'You can drop A.',
    'It is not a question of size.',
    'בחר שתי אפשרויות והשווה.',
    'האפשרות השנייה והשלישית דומות.',
  ])
    passes(hintFor(cell), text);
  for (const text of ['Look at a, b and c first.', 'Compare a and b.']) passes(hintFor(primes), text);
});

test('bounds and halves give no number away in Hebrew either', () => {
  for (const text of ['זה בין 23 ל-25.', 'זה בין 23 ל־25.', 'חצי מ-48.', 'חצי של 48.']) leaks(hintFor(apples), text);
  for (const text of ['זה בין 10 ל-50.', 'חצי מ-12 הם 6.']) passes(hintFor(apples), text);
});

test('digits told turn by turn make no number', () => {
  const lastReplies = ['The first digit of the answer is 2.', 'Read the question once more.'];
  leaks({ ...hintFor(apples), lastReplies }, 'The second digit of the answer is 4.');
  passes({ ...hintFor(apples), lastReplies: ['The first digit of the answer is 7.'] }, 'The second digit is 4.');
  passes({ ...hintFor(apples), lastReplies }, 'Write down your next line.');
});
