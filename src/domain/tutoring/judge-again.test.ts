import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Item } from '../curriculum/curriculum.ts';
import { createAnswerChecker } from './answer-checking/answer-checker.ts';
import { loadMathEngine } from './answer-checking/math-engine.ts';
import { asksTheSame, judgeAgain } from './judge-again.ts';
import type { AnswerChecker } from './verdict.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

function item(question: string, answer: string, more: Partial<Item['key']> = {}): Item {
  return {
    qaId: 1,
    revisionId: 1,
    problemId: 1,
    courseId: 1,
    unitName: 'U',
    use: 'for study',
    level: 1,
    stem: '',
    question,
    stepIndex: 0,
    stepCount: 1,
    figures: [],
    aliases: [],
    hints: [],
    workedExample: '',
    explanation: '',
    wrongAnswers: [],
    source: '',
    licence: '',
    key: { kind: 'number', answer, acceptedAnswers: [], choices: [], ...more },
  };
}

const choices = [
  { id: 'a', text: 'Rome' },
  { id: 'b', text: 'Paris' },
];

test('who was told "wrong" by a wrong key is right by the corrected one, and the other way round', () => {
  const corrected = item('What is 7 · 8?', '56');
  const given = (answer: string, verdict: 'correct' | 'incorrect') => ({ answer, choiceId: null, verdict });
  assert.deepEqual(judgeAgain(given('56', 'incorrect'), corrected, checker), { verdict: 'correct', understood: '56' });
  assert.equal(judgeAgain(given('54', 'correct'), corrected, checker)?.verdict, 'incorrect');
  assert.equal(judgeAgain(given('54', 'incorrect'), corrected, checker), null);
  assert.equal(judgeAgain(given('56', 'correct'), corrected, checker), null);
});

test('a choice is judged by its letter', () => {
  const corrected = item('Capital of France?', 'b', { kind: 'choice', choices });
  const clicked = (choiceId: string, verdict: 'correct' | 'incorrect') => ({ answer: '', choiceId, verdict });
  assert.equal(judgeAgain(clicked('b', 'incorrect'), corrected, checker)?.verdict, 'correct');
  assert.equal(judgeAgain(clicked('a', 'correct'), corrected, checker)?.verdict, 'incorrect');
});

test('what the new key cannot tell stays as it was judged', () => {
  const corrected = item('Why?', 'because plants turn light into sugar', { kind: 'text' });
  assert.equal(judgeAgain({ answer: 'they eat', choiceId: null, verdict: 'correct' }, corrected, checker), null);
});

test('other words or other choices make another question, other spaces do not', () => {
  const before = item('What is  7 · 8?', '54');
  assert.equal(asksTheSame(before, item('What is 7 · 8? ', '56')), true);
  assert.equal(asksTheSame(before, item('What is 7 · 9?', '63')), false);
  const asked = item('Capital?', 'a', { kind: 'choice', choices });
  assert.equal(asksTheSame(asked, item('Capital?', 'b', { kind: 'choice', choices })), true);
  const swapped = choices.map(({ id }, index) => ({ id, text: choices[1 - index]?.text ?? '' }));
  assert.equal(asksTheSame(asked, item('Capital?', 'b', { kind: 'choice', choices: swapped })), false);
});
