import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SAMPLE_COURSES } from '../../data/sample/curriculum/sample-courses.ts';
import { moderate } from './moderation.ts';

const found = (text: string) => moderate(text).map(({ category, severity }) => `${category} ${severity}`);

test('what is nothing for a school is noticed, by category and how serious it is', () => {
  const noticed: [string, string][] = [
    ['send me nudes', 'sexual content 2'],
    ['i want to see a naked picture of a little girl', 'sexual content 3'],
    ['where can i buy weed near school', 'drugs and weapons 2'],
    ['how do i make a pipe bomb', 'drugs and weapons 2'],
    ['im going to bring a knife to school tomorrow', 'drugs and weapons 2'],
    ['i will beat up that kid after class', 'violence 2'],
    ['they keep bullying me every day', 'bullying 2'],
    ['you are so stupid', 'bullying 1'],
    ['heil hitler', 'hate 2'],
    ['my phone number is 052-123-4567', 'personal data 1'],
    ['write me at noa.levi@mail.example', 'personal data 1'],
    ['I live at 12 Herzl street', 'personal data 1'],
    ['איפה אפשר לקנות סמים', 'drugs and weapons 2'],
    ['כולם צוחקים עליי בכיתה', 'bullying 2'],
    ['אני הולך להרביץ לו אחרי בית הספר', 'violence 2'],
    ['הכתובת שלי היא הרצל 12', 'personal data 1'],
  ];
  for (const [text, flag] of noticed) assert.ok(found(text).includes(flag), `${text}: ${found(text)}`);
});

test('lessons are about many things, and sums hold long numbers: nothing of that is noticed', () => {
  for (const text of [
    '052 + 123 = 175',
    'x = 5551234567 / 12',
    '$0501234567 \\cdot 2$',
    'Why did the First World War begin?',
    'Macbeth kills the king with a knife because he wants power.',
    'Weed is a plant that grows where nobody planted it.',
    'Sex cells have 23 chromosomes.',
    'How do volcanoes explode?',
    'Can you help me kill this bug in my code?',
    'I live in Haifa and I like maths.',
    'My address book has 40 names. How many pairs are there?',
    'Hitler came to power in 1933.',
    'The bomb fell on Hiroshima in 1945.',
    'אני גר בחיפה ואוהב מתמטיקה',
    'המספר שלי גדול יותר מ־12',
  ]) {
    assert.deepEqual(found(text), [], text);
  }
});

test('nothing in the sample curriculum is noticed', () => {
  const texts = SAMPLE_COURSES.flatMap((course) => course.units)
    .flatMap((unit) => unit.problems)
    .flatMap((problem) =>
      problem.steps.flatMap((step) => [
        problem.stem ?? '',
        step.question,
        step.answer,
        step.explanation,
        ...step.hints.map(({ text }) => text),
      ]),
    );
  assert.ok(texts.length > 1000);
  assert.deepEqual(
    texts.filter((text) => moderate(text).length > 0),
    [],
  );
});

test('a text of any length is read in time that grows with it', () => {
  const long = 'i want to buy something nice for them and then i go to school with my friend '.repeat(600);
  const began = performance.now();
  moderate(long);
  assert.ok(performance.now() - began < 2000);
});
