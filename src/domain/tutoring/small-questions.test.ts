import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begun, keyOf, makeItem, plainChecker } from '../../../test/support/tutoring-fixtures.ts';
import type { Item } from '../curriculum/curriculum.ts';
import { GENERATED_HELP } from './generated-help.ts';
import { buildLadder } from './ladder.ts';
import { smallerQuestions } from './small-questions.ts';

function askedOf(more: Partial<Item>, language: 'en' | 'he' = 'en', asked: string[] = []): string[] {
  const item = makeItem(1, { hints: [], workedExample: '', ...more });
  const { open } = begun([item]).state;
  assert.ok(open !== null);
  const help = GENERATED_HELP[language];
  const ladder = buildLadder(item, plainChecker, false, help);
  return smallerQuestions(open, item, ladder, plainChecker, { help, asked }).map(({ question }) => question);
}

const EACH: [string, Partial<Item>, RegExp][] = [
  [
    'a speed',
    { question: 'A cyclist rides 120 m in 15 s at a steady speed. How fast is she, in m/s?' },
    /120 m .*15 s/,
  ],
  [
    'an angle',
    { question: 'Two angles make a straight line. One of them is $68°$. How large is the other?' },
    /\$68°\$/,
  ],
  ['a box', { question: 'A box is $5$ cm long, $4$ cm wide and $3$ cm high.' }, /\$5\$ cm.*\$4\$ cm.*\$3\$ cm/],
  ['a trace', { question: 'First `a = 5`, then `b = a * 2`, then `a = b - a`. What is `a`?' }, /`b = a \* 2`/],
  ['an order', { question: 'Work out $20 - 3 \\cdot 4$.' }, /\$20 - 3 \\cdot 4\$: .*(?:first|ראשונה)/],
  ['an equation', { question: 'For which $x$ is $f(x) = 3x + 2$ equal to $23$?' }, /\$f\(x\) = 3x \+ 2\$: .*\$x\$/],
  [
    'a choice',
    {
      question: 'Which of these years came first?',
      key: keyOf('b', {
        kind: 'choice',
        choices: ['480 BCE', '1250 BCE'].map((text, i) => ({ id: 'ab'[i] ?? '', text })),
      }),
    },
    /first two choices|שתי האפשרויות/,
  ],
  [
    'a name',
    { question: 'To whom did Montesquieu give the laws?', key: keyOf('parliament', { kind: 'text' }) },
    /“Montesquieu”/,
  ],
];

test('the first smaller question is a piece of this very question, in both languages', () => {
  for (const language of ['en', 'he'] as const)
    for (const [name, item, piece] of EACH)
      assert.match(askedOf(item, language)[0] ?? '', piece, `${name}, ${language}`);
});

test('nobody is asked for the order of operations where there are none', () => {
  for (const [name, item] of EACH)
    assert.equal(
      askedOf(item).some((question) => /first, and why/.test(question)),
      name === 'an order',
      name,
    );
});

test('of a formula nothing is asked where there is none, and a piece of the question is left after all that fit any were asked', () => {
  const [, angle] = EACH[1] ?? [];
  const years = {
    question: 'Which years make up the century? Write an interval.',
    key: keyOf('[1, 2]', { kind: 'interval' as const }),
  };
  assert.ok(!askedOf(years).some((question) => /border|in between/.test(question)));
  const general = askedOf({ question: 'How much is it?' });
  assert.ok(askedOf(angle ?? {}, 'en', general).length > 0);
});

test('smaller questions come from scaffolds first', () => {
  const scaffold = { question: 'How many friends are there?', kind: 'number' as const, answer: '4' };
  const item = makeItem(1, { hints: [{ text: 'How many friends are there?', scaffold }, { text: 'Divide.' }] });
  const ladder = buildLadder(item, plainChecker);
  const { state } = begun([item]);
  assert.ok(state.open !== null);
  const open = state.open;
  const questions = smallerQuestions(open, item, ladder, plainChecker);
  assert.deepEqual(questions[0], { question: scaffold.question, key: { kind: 'number', answer: '4', choices: [] } });
  const year = makeItem(2, { stem: '', question: 'In which year did it end?', hints: [] });
  const asked = smallerQuestions(open, year, buildLadder(year, plainChecker), plainChecker).map(
    ({ question }) => question,
  );
  assert.ok(
    asked.every((question) => !/calculation|result/.test(question)),
    'what is known is not calculated',
  );
  assert.ok(smallerQuestions({ ...open, exit: true }, item, ladder, plainChecker).every((part) => part.key === null));
});

test('help that needs no author never holds the word that is looked for', () => {
  const item = makeItem(1, {
    question: 'Which human ability did they trust instead of tradition?',
    key: keyOf('reason', { kind: 'text' }),
    hints: [],
    workedExample: '',
  });
  const { state } = begun([item]);
  assert.ok(state.open !== null);
  const ladder = buildLadder(item, plainChecker).slice(0, -1);
  const asked = smallerQuestions(state.open, item, ladder, plainChecker);
  const said = [...ladder.map(({ text }) => text), ...asked.map(({ question }) => question)];
  assert.ok(said.length > 0 && said.every((text) => !text.includes('reason')), said.join('\n'));
});

test('where nothing of the question can be asked about, nothing empty is asked instead', () => {
  for (const language of ['en', 'he'] as const)
    assert.deepEqual(askedOf({ question: 'Which is the middle one of 3, 5, 7, 9 and 11?' }, language), []);
  const years = { question: 'Which is it?', key: keyOf('reason', { kind: 'text' as const }) };
  assert.ok(askedOf(years).every((question) => !/do you know most about|Where have you met/.test(question)));
});
