import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnswerKey } from '../../../domain/curriculum/curriculum.ts';
import { PHRASING } from './phrasing.ts';
import { answerSentence, quoted, shownAnswer } from './shown-answer.ts';

const inEnglish = (of: AnswerKey) => shownAnswer(of, PHRASING.en);
const sentence = (of: AnswerKey, lead: string) => answerSentence(of, lead, PHRASING.en);

const key = (kind: AnswerKey['kind'], answer: string, choices: string[] = [], unit?: string): AnswerKey => ({
  kind,
  answer,
  acceptedAnswers: [],
  choices: choices.map((text, at) => ({ id: 'abcde'[at] ?? '', text })),
  ...(unit === undefined ? {} : { unit }),
});

test('an answer is shown as a book prints it', () => {
  assert.equal(inEnglish(key('number', '10000', [], 'cm^2')), '$10000$ cm²');
  assert.equal(inEnglish(key('number', '112', [], 'degrees')), '$112°$');
  assert.equal(inEnglish(key('expression', '42*pi')), '$42\\pi$');
  assert.equal(inEnglish(key('interval', '(6, inf)')), '$(6, \\infty)$');
  assert.equal(inEnglish(key('text', 'separation of powers')), '**separation of powers**');
  assert.equal(inEnglish(key('choice', 'b', ['It falls.', 'It rises.'])), '**It rises**');
});

test('an answer reads as a sentence with one full stop', () => {
  const sentences = [
    sentence(key('number', '7'), 'The answer is'),
    sentence(key('choice', 'b', ['It falls.', 'It lets some substances through and holds others back.']), 'It is'),
    sentence(key('text', 'The height of the flood predicts the harvest.'), 'It is'),
    sentence(key('several choices', 'a,b', ['red', 'blue']), 'It is'),
  ];
  assert.deepEqual(sentences, [
    'The answer is $7$.',
    'The right choice: **It lets some substances through and holds others back**.',
    'In short: **The height of the flood predicts the harvest**.',
    'The right ones are **red** and **blue**.',
  ]);
});

test('several long choices become a list', () => {
  const long = ['Floods left fresh soil on the fields', 'Boats carried grain, stone and timber', 'none'];
  const text = sentence(key('several choices', 'a,b', long), 'It is');
  assert.equal(text.match(/^- /gm)?.length, 2);
});

test('a pupil’s answer is repeated as a formula or in a few plain words, and never as Markdown or half a sentence', () => {
  assert.equal(quoted('i got 8x-12', key('expression', '1'), '8x − 12'), '$8x - 12$');
  assert.equal(quoted('A: It falls.', key('choice', 'b', ['It falls.', 'It rises.'])), '“It falls”');
  assert.equal(quoted('the nucleus', key('text', 'x')), '“the nucleus”');
  for (const text of ['$\\href{x}{y}$', '**bold**', 'I really do not know what this should be', '<b>5</b>', '`5`'])
    assert.equal(quoted(text, key('text', 'x')), null, text);
  for (const text of ['\\frac{1}', '$5', '**7**x `y`', 'no idea at all'])
    assert.equal(quoted(text, key('number', '1')), null, text);
});
