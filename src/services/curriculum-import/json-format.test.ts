import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainChecker } from '../../../test/support/plain-checker.ts';
import { createAnswerChecker } from '../../domain/tutoring/answer-checking/answer-checker.ts';
import { loadMathEngine } from '../../domain/tutoring/answer-checking/math-engine.ts';
import { JSON_FORMAT } from './json-format.ts';

test('what is wrong with a course and what is wrong with its questions is said at once, with field, value and what is allowed', async () => {
  const step = { use: 'for study', level: 9, kind: 'riddle', question: 'How much?', answer: '1' };
  const document = {
    format: 'allamda-curriculum',
    version: 1,
    courses: [
      { name: 'Sums', subject: 'math', gradeLevel: '99th', units: [{ name: 'One', problems: [{ steps: [step] }] }] },
    ],
  };
  const bytes = Buffer.from(JSON.stringify(document));
  const read = JSON_FORMAT.read({ kind: 'file', fileName: 'sums.json', bytes }, { checker: plainChecker });
  await assert.rejects(read, ({ message }: Error) => {
    for (const line of [
      /courses\[0\]\.gradeLevel: read "99th"; /,
      /courses\[0\]\.units\[0\]\.problems\[0\]\.steps\[0\]\.level: read "9"; /,
      /courses\[0\]\.units\[0\]\.problems\[0\]\.steps\[0\]\.kind: read "riddle"; /,
    ])
      assert.match(message, line);
    return true;
  });
});

test('choices that read the same are one, also of several right ones and of smaller questions, and the report says so', async () => {
  const choices = ['iron', 'wood', 'iron', 'tin'].map((text, at) => ({ id: 'abcd'[at] ?? '', text }));
  const metal = { question: 'Which is a metal?', kind: 'choice', answer: 'c', choices: choices.slice(0, 3) };
  const step = {
    use: 'for study',
    level: 2,
    kind: 'several choices',
    question: 'Which are metals?',
    answer: 'c,d',
    choices,
    acceptedAnswers: ['a,d'],
    hints: [{ text: 'Metals shine.', scaffold: metal }],
  };
  const document = {
    format: 'allamda-curriculum',
    version: 1,
    courses: [
      {
        name: 'Matter',
        subject: 'physics',
        gradeLevel: '9th',
        units: [{ name: 'Metals', problems: [{ steps: [step] }] }],
      },
    ],
  };
  const bytes = Buffer.from(JSON.stringify(document));
  const checker = createAnswerChecker(await loadMathEngine());
  const { draft, notes } = await JSON_FORMAT.read({ kind: 'file', fileName: 'matter.json', bytes }, { checker });
  const [read] = draft.courses[0]?.units[0]?.problems[0]?.steps ?? [];
  assert.deepEqual(
    [read?.answer, read?.acceptedAnswers, read?.choices?.map(({ id, text }) => `${id} ${text}`)],
    ['a,d', [], ['a iron', 'b wood', 'd tin']],
  );
  const { answer, choices: asked } = read?.hints[0]?.scaffold ?? {};
  assert.deepEqual([answer, asked?.map(({ id }) => id)], ['a', ['a', 'b']]);
  const said = '“iron” stands more than once among its choices, and is kept once';
  assert.deepEqual(
    notes.map(({ note }) => note).filter((note) => note.includes('iron')),
    [`hint 1: ${said}`, said],
  );
});
