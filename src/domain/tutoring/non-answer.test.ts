import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lesson } from '../../../test/support/lesson.ts';
import { keyOf, makeItem } from '../../../test/support/tutoring-fixtures.ts';
import { isNonAnswer } from './non-answer.ts';

const key = (answer: string, ...acceptedAnswers: string[]) => ({ answer, acceptedAnswers });
const OSMOSIS = key('water moves in by osmosis');

test('a hand on the keyboard, a letter and a letter again and again are no answers', () => {
  const none = [
    'asdf',
    'ASDF',
    'asdf.',
    'asdfgh',
    'fdsa',
    'qwerty',
    'zxcvb',
    'asdasd',
    'qweqweqwe',
    'jkljkl',
    'sdlkfj',
    'asdfjkl;',
    'asdf asdf',
    'aaaa',
    'hhh',
    'x',
    'k',
    'K.',
    'ש',
    'שדגכ',
    'דגכע',
    'כככככ',
    'йцук',
    'фыва',
  ];
  for (const text of none) assert.equal(isNonAnswer(OSMOSIS, text), true, text);
});

test('short true words of any language, symbols, numbers and names are answers', () => {
  const answers = [
    'no',
    'yes',
    'so',
    'DNA',
    'Au',
    'Na',
    'pH',
    'CO2',
    'H2O',
    '3',
    '1789',
    'were',
    'tree',
    'pop',
    'glass',
    'flask',
    'salad',
    'shall',
    'alfalfa',
    'property',
    'type',
    'rhythm',
    'strengths',
    'dad',
    'mama',
    'couscous',
    'poppy',
    'Krk',
    'smrt',
    'vlk',
    'Wert',
    'Rom',
    'eau',
    'où',
    'oui',
    'כן',
    'לא',
    'מים',
    'אור',
    'קראט',
    'נעם',
    'دم',
    'ماء',
    'да',
    'нет',
    'вода',
    '水',
    '光',
    'asdf it moves',
    'I think asdf',
    'B, A, C',
    'x and y',
    'aa',
  ];
  for (const text of answers) assert.equal(isNonAnswer(OSMOSIS, text), false, text);
});

test('a letter that the key speaks of is an answer', () => {
  assert.equal(isNonAnswer(key('vitamin C'), 'c'), false);
  assert.equal(isNonAnswer(key('potassium', 'K'), 'K'), false);
  assert.equal(isNonAnswer(key('vitamin C'), 'k'), true);
});

test('what is no answer is asked for again, kindly, and does not close the question with its key', () => {
  const item = makeItem(1, { key: keyOf('water moves in by osmosis', { kind: 'text' }) });
  const lesson = new Lesson([item, makeItem(2)]);
  for (const text of ['asdf', 'x']) {
    const move = lesson.say(text);
    assert.ok(move.kind === 'ask again' && move.reason === 'unreadable', text);
    assert.equal(lesson.open.qaId, 1);
    assert.equal(lesson.last.attempt?.verdict, 'cannot judge');
  }
  assert.equal(lesson.say('asdasd').kind, 'hint', 'a third time it is help that is wanted');
  assert.equal(lesson.say('sdlkfj hjkl').kind, 'hint', 'and it answers no smaller question either');
  assert.equal(lesson.say('water goes in').kind, 'compare');
});
