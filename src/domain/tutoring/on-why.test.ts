import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds, Lesson } from '../../../test/support/lesson.ts';
import { makeItem } from '../../../test/support/tutoring-fixtures.ts';
import type { Move } from './dialogue.ts';

function reasonOf(move: Move) {
  assert.ok(move.kind === 'locate error' && move.why, move.kind);
  return { answer: move.answer, feedback: move.feedback, rule: move.why.rule, rung: move.rung?.kind ?? null };
}

const ASKED = [
  'Why is that?',
  'why?',
  'but why is it wrong',
  "Why isn't it 99?",
  'why not 99?',
  'What did I do wrong?',
  "what's wrong with that",
  'where is my mistake?',
  'explain please',
  'למה?',
  'למה זה לא נכון?',
  'מה הטעות שלי?',
];

test('whoever asks why after a miss is told the reason, with the rule as the rung that it is', () => {
  for (const asked of ASKED) {
    const lesson = new Lesson();
    lesson.say('99');
    assert.deepEqual(
      reasonOf(lesson.say(asked)),
      {
        answer: '99',
        feedback: 'That is what all have together.',
        rule: 'Look at how many friends there are.',
        rung: 'pointer',
      },
      asked,
    );
    assert.equal(lesson.state.open?.rung, 1, 'a hint that is given is counted');
    assert.deepEqual([lesson.last.attempt, lesson.state.helpWithoutEffort], [null, 0]);
  }
});

test('the reason of one answer is told once; asked again, help goes on as ever', () => {
  const lesson = new Lesson();
  assert.deepEqual(kinds(lesson, '98', 'why?', 'why?', '97'), ['locate error', 'locate error', 'hint', 'locate error']);
  assert.equal(reasonOf(lesson.say('why is it wrong?')).answer, '97');
});

test('a rule that was shown is told again rather than one rung more', () => {
  const lesson = new Lesson();
  kinds(lesson, 'hint', 'hint', '98');
  assert.deepEqual(reasonOf(lesson.say('why?')), {
    answer: '98',
    feedback: null,
    rule: 'Sharing equally is dividing.',
    rung: null,
  });
});

test('the reason holds nothing that says the answer', () => {
  const wrongAnswers = [{ answer: '99', feedback: 'No, the answer is 7001.' }];
  const hints = [{ text: 'The answer is 7001.' }];
  const lesson = new Lesson([makeItem(1, { hints, wrongAnswers })]);
  lesson.say('99');
  const { feedback, rule } = reasonOf(lesson.say('why?'));
  assert.deepEqual([feedback, rule], [null, null]);
});

test('before a miss "why" is what it was, and another question stays a question', () => {
  assert.equal(new Lesson().say('why is it wrong').kind, 'hint');
  const lesson = new Lesson();
  lesson.say('98');
  assert.equal(lesson.say('why is the sky blue?').kind, 'cannot answer');
  assert.equal(lesson.say('what is wrong with the world economy?').kind, 'cannot answer');
});
