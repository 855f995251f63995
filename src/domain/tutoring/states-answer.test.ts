import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyOf, makeItem, plainChecker } from '../../../test/support/tutoring-fixtures.ts';
import { statesAnswer } from './states-answer.ts';

const said = (item: Parameters<typeof statesAnswer>[0], text: string) => statesAnswer(item, text, plainChecker);

test('a number that stands in the question is no leak, unless it is claimed as the result', () => {
  const item = makeItem(1, { question: 'Solve $5x = 25$.', key: keyOf('5') });
  assert.equal(said(item, 'Divide both sides by 5.'), false);
  assert.equal(said(item, 'Look at the 5 in front of $x$.'), false);
  assert.equal(said(item, 'Then $x = 5$.'), true);
  assert.equal(said(item, 'That leaves x = 5'), true);
  assert.equal(said(item, 'so the answer is 5.'), true);
});

test('numbers that count steps, belong to a formula or to a longer number are no leak', () => {
  const item = makeItem(1, { question: 'Solve.', key: keyOf('2') });
  for (const text of [
    'Do step 2 again.',
    'Square it: $x^2$.',
    'About 2.5 fits.',
    'Take 21 of them.',
    'Compute 2 + 3 first.',
    'It is 2x here.',
  ]) {
    assert.equal(said(item, text), false, text);
  }
  assert.equal(said(item, 'There are 2 of them.'), true);
});

test('a calculation that still has to be done is not its result', () => {
  const item = makeItem(1, { question: 'Share them.', key: keyOf('3') });
  assert.equal(said(item, 'Now work out $12/4$.'), false);
  assert.equal(said(item, 'Now $12/4 = 3$.'), true);
});

test('words of a text answer are a leak where they do not stand in the question', () => {
  const item = makeItem(1, {
    question: 'Which organ pumps blood?',
    key: keyOf('the heart', { kind: 'text', acceptedAnswers: ['heart'] }),
  });
  assert.equal(said(item, 'It beats: it is the heart.'), true);
  assert.equal(said(item, 'It sits in your chest, a bit to the left.'), false);
});

test('naming only the right choice is a leak, comparing two is not', () => {
  const choices = [
    { id: 'a', text: 'the nucleus' },
    { id: 'b', text: 'the membrane' },
  ];
  const item = makeItem(1, { question: 'What controls the cell?', key: keyOf('a', { kind: 'choice', choices }) });
  assert.equal(said(item, 'Think of the nucleus.'), true);
  assert.equal(said(item, 'Compare the nucleus with the membrane.'), false);
  assert.equal(said(item, 'The answer is A.'), true);
  assert.equal(said(item, 'Not every choice is about control.'), false);
});

test('an empty text says nothing', () => assert.equal(said(makeItem(1), ''), false));
