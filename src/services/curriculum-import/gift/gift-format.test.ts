import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { sharedData } from '../../../../test/support/shared-data.ts';
import type { AnswerKey } from '../../../domain/curriculum/curriculum.ts';
import { AppError } from '../../../domain/errors/app-error.ts';
import { createAnswerChecker } from '../../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../../domain/tutoring/answer-checking/math-engine.ts';
import type { AnswerChecker } from '../../../domain/tutoring/verdict.ts';
import { GIFT_FORMAT, unitOf } from './gift-format.ts';
import { parseGift } from './parse-gift.ts';

const { path: shared, skip } = sharedData('questions/gift-pegjs');
let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

const read = (text: string, course = { name: 'Moodle', subject: 'math', gradeLevel: '7th' as const }) =>
  GIFT_FORMAT.read({ kind: 'file', fileName: 'week 3.gift', bytes: Buffer.from(text) }, { checker, ...course });

async function steps(text: string) {
  const { draft, notTaken, notes } = await read(text);
  const problems = draft.courses[0]?.units.flatMap((unit) => unit.problems) ?? [];
  return {
    steps: problems.flatMap((problem) => problem.steps),
    problems,
    notTaken,
    notes,
    units: draft.courses[0]?.units,
  };
}

for (const name of skip ? ['each file of gift-pegjs'] : readdirSync(shared).filter((file) => file.endsWith('.gift'))) {
  test(`${name} gives the questions that its JSON says`, { skip }, () => {
    const text = readFileSync(path.join(shared, name), 'utf8').replace(/\r\n?/g, '\n');
    const wanted: unknown = JSON.parse(readFileSync(path.join(shared, name.replace(/gift$/, 'json')), 'utf8'));
    const found = [...parseGift(name, text)].map((entry) => ('question' in entry ? entry.question : entry));
    assert.deepEqual(JSON.parse(JSON.stringify(found)), wanted);
  });
}

test('choices with feedback become a choice, and what is said to a wrong one stays with it', async () => {
  const {
    steps: [qa],
    units,
  } = await steps(
    '$CATEGORY: $course$/top/Algebra/Lines\n\n// [id:q7] [tag:slope] [tag:level 3]\n::Steep:: Which line is steeper?{\n=%100%$$y\\=3x$$#Yes, it rises by three.\n~$$y\\=x$$#It rises by one.\n~none\n####The factor of $$x$$ is the slope.}',
  );
  assert.equal(units?.[0]?.name, 'Algebra · Lines');
  assert.equal(units?.[0]?.problems[0]?.sourceKey, 'gift:q7');
  assert.deepEqual([qa?.kind, qa?.answer, qa?.level, qa?.aliases], ['choice', 'a', 3, ['slope']]);
  assert.deepEqual(qa?.choices?.[0], { id: 'a', text: '$y=3x$' });
  assert.deepEqual(qa?.wrongAnswers, [{ answer: 'b', feedback: 'It rises by one.' }]);
  assert.equal(qa?.explanation, 'Yes, it rises by three.\n\nThe factor of $x$ is the slope.');
});

test('choices that read the same are one, right where one of them is, and the report says so', async () => {
  const { steps: read, notes } = await steps(
    [
      'How long is it?{~3 m#Look again. =3 m ~4 m#Too long. ~5 m}',
      'Which are prime?{~%50%2 ~%50%3 ~2 ~%-100%4}',
      'Less or less?{=less ~less}',
    ].join('\n\n'),
  );
  assert.deepEqual(
    read.map(({ kind, answer, choices }) => [kind, answer, choices?.map(({ id, text }) => `${id} ${text}`).join(', ')]),
    [
      ['choice', 'a', 'a 3 m, b 4 m, c 5 m'],
      ['several choices', 'a,b', 'a 2, b 3, c 4'],
      ['choice', 'a', 'a less, b less'],
    ],
  );
  assert.deepEqual(read[0]?.wrongAnswers, [{ answer: 'b', feedback: 'Too long.' }]);
  const said = notes.map(({ note }) => note).join('\n');
  for (const twice of ['3 m', '2'])
    assert.ok(said.includes(`“${twice}” stands more than once among its choices, and is kept once`), said);
  assert.match(said, /kept as a draft, which no pupil is asked: its choices all read the same/);
});

test('several choices, ranges, wrong numbers, matching and an essay with a model answer can be answered', async () => {
  const {
    steps: all,
    problems,
    notes,
  } = await steps(
    [
      'Which are prime?{~%50%2 ~%50%3 ~%-100%4}',
      'How much is pi?{#3.141..3.142}',
      'How many?{#=9:0#Right. =%0%5:0#Too few.}',
      'Match.{=cat -> animal =rose -> plant =dog -> animal}',
      'Why?{####Because it rains.}',
      'Grant is buried in his tomb.{T#No#Yes}',
      'Two and two are {=four =4}.',
    ].join('\n\n'),
  );
  assert.deepEqual(
    all.map(({ kind, answer }) => [kind, answer]),
    [
      ['several choices', 'a,b'],
      ['number', '3.1415'],
      ['number', '9'],
      ['choice', 'a'],
      ['choice', 'b'],
      ['choice', 'a'],
      ['text', 'Because it rains.'],
      ['choice', 'a'],
      ['text', 'four'],
    ],
  );
  const key: AnswerKey = {
    kind: 'number',
    answer: '3.1415',
    tolerance: all[1]?.tolerance ?? 0,
    acceptedAnswers: [],
    choices: [],
  };
  const verdicts = ['3.141', '3.142', '3.15'].map((text) => checker.check(key, { text }).verdict);
  assert.deepEqual(verdicts, ['correct', 'correct', 'incorrect']);
  assert.deepEqual(all[2]?.wrongAnswers, [{ answer: '5', feedback: 'Too few.' }]);
  assert.equal(problems[3]?.stem, 'Match.');
  assert.deepEqual(all[7]?.wrongAnswers, [{ answer: 'b', feedback: 'No' }]);
  assert.equal(all[8]?.question, 'Two and two are \\_\\_\\_\\_\\_ .');
  assert.ok(notes.some(({ note }) => note.includes('one for each pair')));
});

test('what nobody could mark is left out, each with its line and a reason', async () => {
  const { notTaken, steps: all } = await steps('Just words.\n\nHow are you?{}\n\nBetween?{#-5..5}\n\n1 + 1?{#2}');
  assert.equal(all.length, 1);
  assert.deepEqual(
    notTaken.map(({ id }) => id),
    ['line 1', 'line 3', 'line 5'],
  );
  assert.match(notTaken.map(({ reason }) => reason).join('; '), /without a question; .*model answer.*; .*around zero/);
});

test('HTML becomes Markdown, and nothing of it runs or leads astray', async () => {
  const {
    steps: [qa],
  } = await steps(
    '[html]<p>What is <b>x</b>?<script>alert(1)</script><a href\\="javascript\\:alert(1)">here</a></p>{\\=\n=2}'.replace(
      '\\=\n',
      '',
    ),
  );
  assert.equal(qa?.question, 'What is **x**?here');
});

test('every fault of a file is named with its line and column', async () => {
  await assert.rejects(read('1 + 1?{#2}\n\nBad?{~a =b\n\nWorse } here\n\nFine?{T}'), (error) => {
    assert.ok(error instanceof AppError);
    assert.match(error.message, /week 3\.gift, line 3, column \d+/);
    assert.match(error.message, /line 5, column \d+/);
    return true;
  });
});

test('a file without a course asks for one, and categories are units', async () => {
  const bare = { kind: 'file', fileName: 'q.gift', bytes: Buffer.from('A?{T}') } as const;
  await assert.rejects(GIFT_FORMAT.read(bare, { checker, name: 'X' }), /Choose it in the form, or say --subject/);
  assert.equal(unitOf('$course$/top/Default for Unit 1: a//b'), 'Default for Unit 1: a/b');
  assert.equal(unitOf('$system$/'), 'Questions');
});

test('any text is read or refused by name', async () => {
  const part = fc.constantFrom(
    '{',
    '}',
    '=',
    '~',
    '#',
    '####',
    '->',
    '%50%',
    '::',
    '\n',
    '\n\n',
    'word',
    '5',
    '..',
    ':',
    '\\',
    '[html]',
    '<b>',
    '$CATEGORY:',
    '//',
    'T',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
        fc.string(),
      ),
      async (text) => {
        try {
          await read(text);
        } catch (error) {
          assert.ok(error instanceof AppError, String(error));
        }
      },
    ),
    { numRuns: 300 },
  );
});
