import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { AnswerKey, Choice, QaKind } from '../../curriculum/curriculum.ts';
import type { AnswerChecker } from '../verdict.ts';
import { createAnswerChecker } from './answer-checker.ts';
import { loadMathEngine } from './math-engine.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

function keyOf(kind: QaKind, answer: string, more: Partial<AnswerKey> = {}): AnswerKey {
  return { kind, answer, acceptedAnswers: [], choices: [], ...more };
}

function choices(...texts: string[]): Choice[] {
  return texts.map((text, i) => ({ id: String.fromCharCode(97 + i), text }));
}

function verdicts(key: AnswerKey, expected: string, texts: string[]): void {
  for (const text of texts) assert.equal(checker.check(key, { text }).verdict, expected, text);
}

const graph = keyOf('choice', 'b', {
  choices: choices('The graph is a function.', 'The graph is not a function.', '$\\frac{5\\pi}{18}$'),
});

test('a choice is taken by click, by letter, by place, or by its text', () => {
  assert.equal(checker.check(graph, { text: '', choiceId: 'b' }).verdict, 'correct');
  assert.equal(checker.check(graph, { text: 'b', choiceId: 'a' }).verdict, 'incorrect');
  verdicts(graph, 'correct', ['b', 'B)', '(b)', 'option b', 'the answer is b', 'I choose b', 'the second one', 'ב']);
  verdicts(graph, 'correct', ['the graph is not a function', 'B, because it fails the line test']);
  verdicts(graph, 'incorrect', ['a', 'c', 'The graph is a function', '5pi/18', 'the first one']);
});

test('a choice is never taken by luck of a substring', () => {
  verdicts(graph, 'cannot judge', ['not b', 'it is not b', 'function', 'graph', 'abc', 'π/9', 'no idea', 'idk']);
});

test('two choices at once are asked back about', () => {
  for (const text of ['a or b', 'b or c?', 'a and b', 'not b']) {
    const verdict = checker.check(graph, { text });
    assert.ok(verdict.verdict === 'cannot judge' && verdict.reason === 'ambiguous choice', text);
  }
});

test('choices whose formulas look alike stay apart', () => {
  const intervals = keyOf('choice', 'b', {
    choices: choices('$(-\\infty,-5]$', '$[-\\infty,5]$', '$(-\\infty,5)$', '(5,inf)'),
  });
  verdicts(intervals, 'correct', ['[-inf, 5]']);
  verdicts(intervals, 'incorrect', ['(-inf,5)', '(-∞, -5]', '(5, ∞)']);
});

test('a number picks the choice with that value, and a slip the only word that is near', () => {
  const count = keyOf('choice', 'b', { choices: choices('2', '3', '4', 'Cannot be told') });
  verdicts(count, 'correct', ['3', 'three', '3.0']);
  verdicts(count, 'incorrect', ['2', 'd', 'cannot be told']);
  verdicts(count, 'cannot judge', ['5', 'e']);
  const kinds = keyOf('choice', 'a', { choices: choices('Continuous', 'Discrete', 'Symmetric', 'Asymmetric') });
  verdicts(kinds, 'correct', ['continous']);
  verdicts(kinds, 'incorrect', ['descrete', 'asymmetric']);
});

test('yes and true answer a question with these choices', () => {
  const truth = keyOf('choice', 'a', { choices: choices('True', 'False') });
  verdicts(truth, 'correct', ['true', 'yes', 't', 'it is true']);
  verdicts(truth, 'incorrect', ['false', 'no', "it's false"]);
  verdicts(truth, 'cannot judge', ['not true', 'maybe']);
});

test('a letter that is the name of one choice and the text of another is unclear', () => {
  verdicts(keyOf('choice', 'a', { choices: choices('B', 'A') }), 'cannot judge', ['a', 'B']);
});

test('choices with the same text are one choice', () => {
  const twice = keyOf('choice', 'a', { choices: choices('3 m', '4 m', '3 m') });
  assert.equal(checker.check(twice, { text: '', choiceId: 'c' }).verdict, 'correct');
  verdicts(twice, 'correct', ['3 m', 'c']);
  const metals = keyOf('several choices', 'a,d', { choices: choices('iron', 'wood', 'iron', 'tin') });
  for (const choiceId of ['c,d', 'a,d', 'a,c,d'])
    assert.equal(checker.check(metals, { text: '', choiceId }).verdict, 'correct', choiceId);
  for (const choiceId of ['c', 'a,c', 'b,d'])
    assert.equal(checker.check(metals, { text: '', choiceId }).verdict, 'incorrect', choiceId);
  verdicts(metals, 'correct', ['c,d', 'iron, tin', 'd and c']);
});

test('several choices: all of them and no other', () => {
  const metals = keyOf('several choices', 'a,c', { choices: choices('iron', 'wood', 'copper and tin', 'air') });
  verdicts(metals, 'correct', [
    'a,c',
    'a and c',
    'C A',
    'ac',
    'iron, copper and tin',
    'a, copper and tin',
    'I think a and c',
  ]);
  verdicts(metals, 'incorrect', ['a', 'a,b', 'a, b, c', 'all of them']);
  verdicts(metals, 'cannot judge', ['not b', 'metals', 'e']);
  assert.equal(checker.check(metals, { text: '', choiceId: 'c,a' }).verdict, 'correct');
});

test('free text is right when it is near enough and otherwise left to the pupil to compare', () => {
  const key = keyOf('text', 'photosynthesis');
  verdicts(key, 'correct', ['It is called photosynthesis', 'this is known as photosynthesis.']);
  verdicts(key, 'cannot judge', ['it is not called photosynthesis']);
  verdicts(key, 'correct', [
    'Photosynthesis',
    'the photosynthesis',
    'fotosynthesis',
    'photosyntesis',
    "I think it's photosynthesis",
  ]);
  for (const text of ['respiration', 'plants make sugar', '5']) {
    const verdict = checker.check(key, { text });
    assert.ok(verdict.verdict === 'cannot judge' && verdict.reason === 'free text', text);
  }
});

test('a word that differs in meaning is no slip of the pen', () => {
  for (const [wanted, given] of [
    ['hypertonic', 'hypotonic'],
    ['endothermic', 'exothermic'],
    ['mitosis', 'meiosis'],
    ['chlorine', 'chloride'],
    ['symmetric', 'asymmetric'],
    ['cat', 'car'],
    ['1948', '1949'],
  ] as const) {
    assert.equal(
      checker.check(keyOf('text', wanted), { text: given }).verdict,
      'cannot judge',
      `${given} for ${wanted}`,
    );
  }
});

test('a foreseen wrong answer is recognised in every kind', () => {
  const foreseen = (key: AnswerKey, text: string, answer: string) =>
    checker.check(key, { text }, [
      { answer: 'something else', feedback: '' },
      { answer, feedback: 'Look again.' },
    ]);
  const known = { answer: '6', feedback: 'Look again.' };
  assert.deepEqual(foreseen(keyOf('number', '8'), 'six', '6'), { verdict: 'incorrect', understood: '6', known });
  assert.equal(foreseen(keyOf('text', 'photosynthesis'), 'respiration', 'respiration').verdict, 'incorrect');
  assert.equal(foreseen(keyOf('expression', 'x^2'), 'x+x', '2x').verdict, 'incorrect');
  const wrong = checker.check(graph, { text: 'a' }, [{ answer: 'a', feedback: 'Draw a vertical line.' }]);
  assert.ok(wrong.verdict === 'incorrect' && wrong.known?.feedback === 'Draw a vertical line.');
});

test('repeating a formula of the question is no answer', () => {
  const ask = (kind: QaKind, answer: string, text: string, question: string) =>
    checker.check(keyOf(kind, answer), { text, question }).verdict;
  assert.equal(ask('number', '3', '12/4', 'What is 12/4?'), 'cannot judge');
  assert.equal(ask('number', '3', '12/4', 'How many are there?'), 'correct');
  assert.equal(ask('expression', '(x+2)(x+3)', 'x²+5x+6', 'Factor $x^2 + 5x + 6$.'), 'cannot judge');
  assert.equal(ask('expression', '(x+2)(x+3)', '(x+3)(x+2)', 'Factor $x^2 + 5x + 6$.'), 'correct');
  assert.equal(ask('number', '3/4', '3/4', 'Which is larger, $\\frac{3}{4}$ or $\\frac{2}{3}$?'), 'correct');
});

test('an empty answer is empty, an endless one too long', () => {
  assert.deepEqual(checker.check(keyOf('number', '3'), { text: ' \n' }), { verdict: 'cannot judge', reason: 'empty' });
  const long = checker.check(keyOf('number', '3'), { text: '3'.repeat(2001) });
  assert.deepEqual(long, { verdict: 'cannot judge', reason: 'too long' });
});

test('a fragment states the answer when it has its value, and not when it is a step on the way', () => {
  const states = (key: AnswerKey, yes: string[], no: string[]) => {
    for (const text of yes) assert.equal(checker.sameAnswer(key, text), true, `states ${key.answer}: ${text}`);
    for (const text of no) assert.equal(checker.sameAnswer(key, text), false, `does not state ${key.answer}: ${text}`);
  };
  states(
    keyOf('number', '14'),
    ['14', 'fourteen', 'x = 14', '28/2', '7*2 = 14'],
    ['3 + 11', '7*2', '4', '144', '14x', '14 or 15', ''],
  );
  states(keyOf('number', '0.33'), ['0.33', '33/100'], ['1/3', '0.333']);
  states(keyOf('number', '100', { tolerance: 0.1 }), ['100'], ['105']);
  states(keyOf('number', '0.5', { unit: 'm' }), ['50 cm', '0.5 m'], ['5 cm', '50']);
  states(keyOf('expression', '2x+6'), ['2(x+3)', '6 + 2x'], ['2x', 'x+3', 'x']);
  states(keyOf('expression', 'x=3'), ['3', 'x = 3'], ['2x = 6', 'x']);
  states(keyOf('set', '{-2,3}'), ['3 and -2'], ['3', '-2']);
  states(keyOf('interval', '(-inf,4]'), ['x ≤ 4'], ['4', '(-inf,4)']);
  states(keyOf('text', 'photosynthesis'), ['Photosynthesis'], ['photo', 'fotosynthesis']);
  states(graph, ['B', 'b)', 'option b', 'The graph is not a function.'], ['C', 'a', 'function', 'not b']);
  states({ ...graph, answer: 'a' }, ['A', 'a)', 'option a'], ['a', 'I']);
});

test('a denial of the answer is not taken for the answer', () => {
  const denials = ["it can't be X", 'it cannot be X', 'it cant be X', 'anything but X', 'rule out X', 'hardly X'];
  for (const denial of [...denials, 'אי אפשר X', 'X שגוי'])
    for (const [key, answer] of [
      [keyOf('number', '24'), '24'],
      [keyOf('expression', '2x + 6'), '2x + 6'],
    ] as const) {
      const text = denial.replace('X', answer);
      assert.notEqual(checker.check(key, { text }).verdict, 'correct', text);
    }
  assert.notEqual(checker.check(graph, { text: "it can't be b" }).verdict, 'correct');
  verdicts(keyOf('number', '24'), 'correct', ['its length can be 24', 'the area must be 24']);
});

test('what says that a value is false does not state it, and what counts false things does', () => {
  const denials = [
    'X is false',
    'X is incorrect.',
    'false: X',
    'X false',
    'I got X apples, false',
    'it is false that it is X',
  ];
  for (const denial of [
    ...denials,
    'X is too big',
    'X must be wrong',
    'X looks wrong',
    'I doubt that it is X',
    'X זו טעות',
    'X is bad',
    'X fails',
    'bad: X',
  ])
    verdicts(keyOf('number', '24'), 'cannot judge', [denial.replace('X', '24'), denial.replace('X', '25')]);
  verdicts(keyOf('number', '24'), 'correct', [
    '24 are false',
    '24 false alarms',
    '24 bad apples',
    '24 is true',
    'the Doubtfires have 24',
  ]);
  verdicts(keyOf('choice', 'b', { choices: choices('True', 'False') }), 'correct', ['false', 'it is false']);
});

test('equations of two unknowns that a pupil brings along are no answer to the open question', () => {
  verdicts(keyOf('number', '-9'), 'cannot judge', ['2x+y=7, x-y=2', 'x + y = 5 and x - y = -9']);
  verdicts(keyOf('number', '-9'), 'correct', ['x = 3 - 12 = -9', 'x - 1 = -10, x = -9']);
});
