import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { AnswerKey } from '../../curriculum/curriculum.ts';
import type { AnswerChecker } from '../verdict.ts';
import { createAnswerChecker } from './answer-checker.ts';
import { loadMathEngine } from './math-engine.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

function number(answer: string, more: Partial<AnswerKey> = {}): AnswerKey {
  return { kind: 'number', answer, acceptedAnswers: [], choices: [], ...more };
}

interface Case {
  key: AnswerKey;
  right?: string[];
  wrong?: string[];
  /** Neither right nor wrong. */
  unclear?: string[];
}

function observe(title: string, { key, right = [], wrong = [], unclear = [] }: Case): void {
  test(title, () => {
    for (const text of right) assert.equal(checker.check(key, { text }).verdict, 'correct', `right: ${text}`);
    for (const text of wrong) assert.equal(checker.check(key, { text }).verdict, 'incorrect', `wrong: ${text}`);
    for (const text of unclear) assert.equal(checker.check(key, { text }).verdict, 'cannot judge', `unclear: ${text}`);
  });
}

observe('a fraction is right however it is written', {
  key: number('3/4'),
  right: ['3/4', '0.75', '.75', '0,75', '6/8', '¾', '75%', '\\frac{3}{4}', '$\\frac34$', 'three quarters', '3 / 4.'],
  wrong: ['4/3', '0.7', '7.5', '.76', '0.749', '3'],
});

observe('a mixed number is one number', {
  key: number('1 3/4'),
  right: ['7/4', '1.75', '1¾', '1\\frac{3}{4}', 'one and three quarters', '1 and 3/4'],
  wrong: ['13/4', '3/4', '1.34'],
});

observe('a pupil may put the answer into words', {
  key: number('3'),
  right: [
    'three',
    'x = 3',
    'x=3.',
    "it's 3",
    'I got 3',
    'I think it is 3',
    'the answer is 3, I think',
    'answer: 3',
    'maybe 3?',
    'is it 3?',
    "I'm not sure but 3",
    '3 because 1 + 2 = 3',
    '1 + 2 = 3',
    'he has 3 dogs left',
    'so 3 apples',
    'f(x) = 3',
  ],
  wrong: [
    "it's 4",
    'x = -3',
    'minus three',
    '1 + 2 = 4',
    'he has 4 dogs left',
    'the answer is 33',
    '4 because 3 is odd',
  ],
});

observe('what is not an answer is never called wrong', {
  key: number('3'),
  unclear: [
    "i don't understand fractions",
    'what is 3?',
    "I don't get question 3",
    'step 3',
    'I tried 3 times',
    'can you give me 3 hints',
    'not 3',
    'it is not 3',
    'less than 3',
    'between 3 and 5',
    '3 or 4',
    'idk',
    'ok',
    'k',
    'i',
    '3 +',
    '???',
    'x > 3',
    '(3, 4)',
  ],
});

observe('the last number of a sentence is not its answer by itself', {
  key: number('3'),
  wrong: ['7√3', '7\\sqrt{3}', '7 sqrt 3'],
  unclear: ['7x3', '3x', '12 of the 3', 'x=5 and y=3'],
});

test('an answer inside a sentence is the result of its calculation, and later numbers belong to the sentence', () => {
  const said = 'Thus he pays $6.50 + $5.50 = $12 for 5 apples and 4 oranges.';
  assert.equal(checker.check(number('12'), { text: said }).verdict, 'correct');
  for (const other of ['4', '5', '6.5'])
    assert.notEqual(checker.check(number(other), { text: said }).verdict, 'correct');
});

observe('feeling, emphasis and remarks around a number do not change it', {
  key: number('12'),
  right: [
    'twelve!',
    '12!',
    '12 (twelve)',
    '**12**',
    '"12"',
    '\\boxed{12}',
    'no, 12',
    '12 is the answer',
    '3 times 4 is 12',
    'I did 3 x 4 and got 12',
  ],
  unclear: ['12:00', 'no 12', 'why is it 12?', 'did you mean 12?', '12 or so'],
  wrong: ['13!', 'neg 12'],
});

test('of the numbers in a worked sentence only the result is taken', () => {
  const said = 'She needs 16*3 = 48 halves, and each of the 24 eggs gives 2 halves.';
  const worked = 'The combined distance is 300 miles + 160 miles = 460 miles';
  for (const other of ['16', '3', '24', '2', '300', '160']) {
    assert.notEqual(checker.check(number(other), { text: said }).verdict, 'correct', other);
    assert.notEqual(checker.check(number(other), { text: worked }).verdict, 'correct', other);
  }
  assert.equal(checker.check(number('460'), { text: worked }).verdict, 'correct');
});

observe('thousands may be grouped in any common way', {
  key: number('1000'),
  right: ['1,000', '1 000', '1\u202f000', '1000.0', '1e3', '10^3', 'one thousand', '$1,000', "1'000", '1.000,00'],
  wrong: ['100', '10,000', '1.5'],
});

observe('scientific notation is compared by size, not by absolute difference', {
  key: number('9.4e-13'),
  right: ['9.4×10^-13', '9.4*10^{-13}', '$9.4\\times10^{-13}$', '9.4 x 10^-13', '9.4 · 10⁻¹³', '0.00000000000094'],
  wrong: ['0.4e-13', '9.4e-12', '9.5e-13', '9.4e13', '0'],
});

observe('a long whole number counts to its last digit', {
  key: number('87178291200'),
  right: ['87,178,291,200', '87 178 291 200'],
  wrong: ['87178291201', '87178291300'],
});

observe('a key that may be rounded takes a more exact answer, and no neighbour', {
  key: number('0.33'),
  right: ['1/3', '.333', '0.3333', '0.333...'],
  wrong: ['0.34', '0.3', '0.32', '0.339', '0.336'],
});

observe('a key that looks exact takes no longer number', { key: number('0.5'), wrong: ['0.54', '0.51', '5', '0.5%'] });

observe('an exact key takes its decimal, rounded to three digits or more', {
  key: number('2\\sqrt{3}'),
  right: ['√12', '2 sqrt(3)', '3.46', '3.464'],
  wrong: ['3√2', '3.5', '2√5'],
});

observe('a repeating decimal may be cut off', {
  key: number('1/3'),
  right: ['0.333', '0.333...', '0.\\overline{3}'],
  wrong: ['0.33', '0.334', '0.3'],
});

observe('a tolerance is relative', {
  key: number('100', { tolerance: 0.05 }),
  right: ['105', '95'],
  wrong: ['106', '94'],
});

observe('a calculation that is not done is not yet an answer', {
  key: number('16'),
  right: ['16', '4·4 = 16', '32/2', '\\frac{48}{3}'],
  wrong: ['4·5'],
  unclear: ['4·4', '10 + 6', '2^4', '√256'],
});

observe('a unit may be left out, converted, spelled out, but not be another one', {
  key: number('0.5', { unit: 'm' }),
  right: ['0.5', '50 cm', '50cm', '500 mm', '0.0005 km', '.5m', '0.5 metres long', 'fifty centimeters', '50 CM'],
  wrong: ['50', '5 cm', '0.5 kg', '0.5 s', '0.5 cm', '0.5 m²'],
  unclear: ['0.5 bananas'],
});

observe('speeds, areas, times, money, angles and temperatures have their ways of writing: speed', {
  key: number('60', { unit: 'km/h' }),
  right: ['60 km/h', '60 kilometers per hour', '60kph', '60 kilometres an hour', '1 km/min', '60 \\frac{km}{h}'],
  wrong: ['60 m/s', '60 km', '60 mph'],
});
observe('an area', {
  key: number('12', { unit: 'cm²' }),
  right: ['12 cm^2', '12 square centimeters', '0.0012 m²', '12 cm2', '12 sq cm', '12 centimeters squared'],
  wrong: ['12 cm', '12 m²', '12 cm³'],
});
observe('a time in two units', {
  key: number('1.5', { unit: 'h' }),
  right: ['90 min', '1 h 30 min', '1 hour and 30 minutes', '1½ hours'],
  wrong: ['1 h 50 min', '90 h'],
});
observe('money', {
  key: number('5', { unit: '$' }),
  right: ['$5', '5$', '\\$5', '5 dollars', '500 cents'],
  wrong: ['€5', '$6', '5 cents'],
});
observe('an angle', {
  key: number('90', { unit: '°' }),
  right: ['90°', '90 degrees', '90^\\circ', '90'],
  wrong: ['45°'],
});
observe('a temperature', {
  key: number('20', { unit: '°C' }),
  right: ['20°C', '20 degrees', '293.15 K', '68°F'],
  wrong: ['20 K'],
});

observe('a percentage is its fraction, and .5 for 50 % could mean two things', {
  key: number('50%'),
  right: ['50', '50 percent', 'fifty percent', '1/2'],
  wrong: ['5%', '500'],
  unclear: ['0.5'],
});

observe('"1,234" is a thousand, and unclear where the key is 1.234', {
  key: number('1.234'),
  unclear: ['1,234'],
  wrong: ['1,235'],
});

test('other accepted answers count like the key', () => {
  const key = number('8', { acceptedAnswers: ['9', 'none of them'] });
  for (const text of ['8', '9.0', 'nine', 'none of them'])
    assert.equal(checker.check(key, { text }).verdict, 'correct', text);
});

test('the pupil is shown how the number was read', () => {
  const read = (text: string) => checker.check(number('7'), { text });
  assert.deepEqual(read('I think it is three quarters'), { verdict: 'incorrect', understood: '3/4' });
  assert.deepEqual(read('3, 5'), { verdict: 'cannot judge', reason: 'unreadable', understood: '3, 5' });
  assert.deepEqual(read('5 apples'), { verdict: 'incorrect', understood: '5 apples' });
});

observe('a sentence after the answer that does not take it back changes nothing', {
  key: number('-10'),
  right: ['-10. I checked it by putting it back in.', '-10, I checked', '-10. That was easy', '-10 and I tested it'],
  wrong: ['-11. I checked it by putting it back in.'],
  unclear: ['-10. No wait, that is wrong', '-10. Or maybe not'],
});

observe('who thinks aloud has answered with what they come to in the end', {
  key: number('18'),
  right: [
    'Oh, I see. 12 plus 6 is 18, so she started with 18 vacuum cleaners.',
    'Then I divided 36 by 2 to get 18 boxes. So, Billy bought 18 boxes.',
    '12 are left and 6 were sold; that means there were 18 in the beginning.',
    '36 halves are equal to 18',
  ],
  wrong: [
    '12 plus 5 is 17, so she started with 17 vacuum cleaners.',
    '18 boxes cost 5 dollars, so altogether 90 dollars.',
  ],
  unclear: [
    'There were 12, so it is not 18.',
    'There were 12, so is it 18?',
    'I had 12, so I think it is more than 18.',
    'She sold 6 of 18.',
    'It is 12. So why 18?',
  ],
});

observe('dozens are counted', {
  key: number('24'),
  right: ['two dozen', '2 dozen', '24', 'twenty-four'],
  wrong: ['a dozen', 'three dozen'],
  unclear: [],
});

observe('a time is read as clocks show it and as people say it', {
  key: number('90', { unit: 'min' }),
  right: ['1:30', '1:30 h', 'an hour and a half', '1.5 h', '90'],
  wrong: ['1:20', 'half an hour', '2:30'],
  unclear: [],
});

observe('an angle in the other measure is neither right nor wrong', {
  key: number('90', { unit: 'degrees' }),
  right: ['90', '90°'],
  wrong: ['1.57', 'pi'],
  unclear: ['pi/2', 'π/2'],
});
