import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hintFor, keyed, passes, readGuarded } from '../../../test/support/guard-reading.ts';
import { plainChecker } from '../../../test/support/plain-checker.ts';
import { everyMove, makeBrief, makeItem, nextItem, withheldFor } from '../../../test/support/teaching-brief.ts';
import type { Move } from '../../domain/tutoring/dialogue.ts';
import { wordMove } from '../model/embedded/word-move.ts';
import { guardReply } from './guard.ts';

const apples = keyed({ answer: '24' }, 'How many apples are there in 4 boxes of 6 apples?');

test('only one question is asked', () => {
  const { shown, rules } = readGuarded(hintFor(apples), 'What is given? What is asked? Write it down. Ready?');
  assert.equal(shown, 'What is given? Write it down. ');
  assert.deepEqual(rules, ['question', 'question']);
});

test('effort and strategy may be praised, talent may not', () => {
  const brief = hintFor(apples);
  for (const text of [
    'You are so smart!',
    "You're a natural at this.",
    'What a clever girl!',
    'You have a real talent for numbers.',
    'You are really good at math.',
    'Genius!',
    "You're such a math whiz.",
    'Smart kid!',
  ])
    assert.deepEqual(readGuarded(brief, text).rules, ['praise'], text);
  for (const text of [
    'That is a clever way to begin.',
    'Drawing it was a smart move.',
    'You stayed with it, and that pays off.',
    'Good thinking: you checked your units.',
    'It takes practice, not talent.',
  ])
    passes(brief, text);
});

const wrong: Move = { kind: 'locate error', item: apples, answer: '10', feedback: null, wrong: 1, rung: null };
const right: Move = { kind: 'confirm', item: apples, answer: '24', alone: true, pose: nextItem() };

test('a wrong answer is not called right, nor praised without a reason', () => {
  for (const text of [
    "That's right!",
    'Correct!',
    'Yes, your answer is correct.',
    'Perfect!',
    'Great job!',
    'Well done, Noa!',
    'Exactly.',
    'You got it!',
    'You solved it correctly.',
  ])
    assert.deepEqual(readGuarded(makeBrief(wrong), text).rules, ['verdict'], text);
  for (const text of [
    'That is not right yet.',
    'Not quite, but you are on the right track.',
    'Look at the right side of the equation.',
    'Check whether your first step is correct.',
    "That's not the correct answer yet.",
    'Now write the correct units.',
    'You chose the right operation and slipped in the sum.',
  ])
    assert.deepEqual(readGuarded(makeBrief(wrong), text).rules, [], text);
});

test('a right answer is not called wrong', () => {
  for (const text of [
    "That's not right.",
    'Not quite.',
    'Unfortunately this is wrong.',
    'You made a small mistake.',
    'Try again.',
  ])
    assert.deepEqual(readGuarded(makeBrief(right), text).rules, ['verdict'], text);
  for (const text of [
    'Yes, 24 is right.',
    'No hint was needed.',
    'There is nothing wrong with counting.',
    'Try the next one below.',
  ])
    assert.deepEqual(readGuarded(makeBrief(right), text).rules, [], text);
});

test('where nothing could be judged nothing is called right or wrong', () => {
  const compare: Move = {
    kind: 'compare',
    item: makeItem({ kind: 'text', answer: 'mud' }),
    answer: 'water',
    pose: null,
  };
  for (const text of ['Your answer is correct.', 'Your answer is wrong.', "That's correct!"])
    assert.deepEqual(readGuarded(makeBrief(compare), text).rules, ['verdict'], text);
});

test('an answer that is over may be said, even when the next item has the same', () => {
  const pose = makeItem({ qaId: 50, question: 'How much is $20 + 4$?', answer: '24' });
  const brief = makeBrief({ ...right, pose }, { withheld: [withheldFor(pose)] });
  passes(brief, 'Yes, 24 is right.');
});

test('the reason of an item that is over may be given in the author’s words, whatever the next item is', () => {
  const over = makeItem({ explanation: 'Four boxes of six make twenty-four, so it is 24. No other way is shorter.' });
  const pose = makeItem({ qaId: 50, question: 'How much is $20 + 4$?', answer: '24' });
  const move: Move = { kind: 'confirm', item: over, answer: '7', alone: true, pose };
  passes(makeBrief(move, { withheld: [withheldFor(pose)] }), over.explanation);
});

test('a twin of the open item does not give it away', () => {
  const twin = makeItem({
    qaId: 60,
    question: 'How many are 4 boxes with 6 apples each?',
    answer: '24',
    explanation: 'It is 24.',
  });
  const found = { item: twin, coverage: 1, score: 1 };
  const brief = makeBrief(
    { kind: 'answer question', question: 'how many are 4 boxes?', found, open: apples, pose: null },
    { withheld: [withheldFor(apples)] },
  );
  assert.deepEqual(readGuarded(brief, 'The answer there is 24.').rules, ['leak']);
  assert.doesNotMatch(readGuarded(brief, wordMove(brief)).shown, /24/);
});

test('nothing that the embedded tutor says is dropped', () => {
  for (const move of everyMove()) {
    for (let turn = 1; turn <= 12; turn += 1) {
      const item = 'item' in move ? move.item : null;
      const over = ['confirm', 'reveal', 'compare', 'skip'].includes(move.kind);
      const posed = 'pose' in move && move.pose ? [withheldFor(move.pose)] : [];
      const withheld = item && !over ? [withheldFor(item), ...posed] : posed;
      const brief = makeBrief(move, { turn, withheld });
      passes(brief, wordMove(brief));
    }
  }
});

test('text comes out whole sentences at a time, paragraphs stay apart when a sentence is dropped', () => {
  const guard = guardReply(hintFor(apples), plainChecker);
  assert.deepEqual(guard.push('Count one box'), []);
  assert.deepEqual(guard.push('. Then'), [{ type: 'text', text: 'Count one box. ' }]);
  assert.deepEqual(readGuarded(hintFor(apples), 'Count them. It is 24.\n\nNow you.').shown, 'Count them. \n\nNow you.');
});
