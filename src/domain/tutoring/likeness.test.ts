import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { WHEEDLING } from '../../../test/support/leak-forms/wheedling.ts';
import { begun, keyOf, makeItem } from '../../../test/support/tutoring-fixtures.ts';
import type { Item } from '../curriculum/curriculum.ts';
import { createAnswerChecker } from './answer-checking/answer-checker.ts';
import { loadMathEngine } from './answer-checking/math-engine.ts';
import { readPupil } from './pupil-act.ts';
import { isSlipOf } from './retrieval/slip.ts';
import { termsOf } from './retrieval/terms.ts';
import type { AnswerChecker } from './verdict.ts';

let checker: AnswerChecker;
before(async () => {
  checker = createAnswerChecker(await loadMathEngine());
});

const LEAVES = makeItem(1, {
  question: 'How do plants make sugar from light?',
  key: keyOf('photosynthesis', { kind: 'text' }),
  hints: [{ text: 'Its name has the Greek words for light and for putting together in it.' }],
  workedExample: '',
  explanation: 'In the chloroplasts the energy of light joins water and carbon dioxide to sugar.',
  wrongAnswers: [],
});
const FLOODS = makeItem(2, {
  question: 'Why did the height of the flood tell the officials how much tax the farmers could pay?',
  key: keyOf('the height of the flood predicts the size of the harvest', { kind: 'text' }),
  hints: [{ text: 'Think about what grows in the fields when there is more water.' }],
  workedExample: '',
  explanation: 'After a good flood much grain grew, and the farmers could give more of it.',
  wrongAnswers: [],
});
const HEBREW = makeItem(3, {
  question: 'איך צמחים מייצרים סוכר מאור?',
  key: keyOf('פוטוסינתזה', { kind: 'text' }),
  hints: [{ text: 'המילה באה מיוונית: אור והרכבה.' }],
  workedExample: '',
  explanation: 'בכלורופלסטים האנרגיה של האור מחברת מים ופחמן דו-חמצני לסוכר.',
  wrongAnswers: [],
});
const ITEMS = [LEAVES, FLOODS, HEBREW];
/** What other questions of the course speak of, everyday words among them. */
const COURSE = new Set(
  termsOf(`respiration, chloroplast, the cell; a mother and her dog walk home from school on the day of the test, a class of children,
    a bus in the rain, the parents pay for the birthday; the king and the queen; נשימה תאית, תא, אימא הולכת הביתה, מבחן בבית הספר`),
);

const readIn = (item: Item, text: string, choiceId?: string) =>
  readPupil({ text, ...(choiceId === undefined ? {} : { choiceId }) }, begun([item]).state, item, checker, (stem) =>
    [...COURSE].some((known) => known === stem || isSlipOf(stem, known)),
  );
const isCompared = (item: Item, text: string, choiceId?: string): boolean => {
  const act = readIn(item, text, choiceId);
  return act.type === 'attempt' && act.verdict.verdict === 'cannot judge' && act.verdict.reason === 'free text';
};

test('pleas, stories and noise in any language are not compared with the key', () => {
  for (const item of ITEMS)
    for (const text of WHEEDLING) assert.ok(!isCompared(item, text), `${item.question} ← ${text}`);
});

test('nor are they with a choice made up beside them', () => {
  for (const text of WHEEDLING) assert.ok(!isCompared(LEAVES, text, 'a'), text);
});

test('an answer of the pupil’s own is compared, right or not, short or long, with slips of the pen', () => {
  const answers: [Item, string][] = [
    [LEAVES, 'respiration'],
    [LEAVES, 'resperation'],
    [LEAVES, 'i think it is cell respiration'],
    [LEAVES, 'they join carbon dioxide and water with the energy of the sun'],
    [LEAVES, 'in the cloroplasts'],
    [FLOODS, 'more water in the fields, so more grain grew'],
    [FLOODS, 'when the harvest was big they had more to give'],
    [FLOODS, 'because of the queen'],
    [HEBREW, 'נשימה תאית'],
    [HEBREW, 'זה תהליך שבו האנרגיה של האור מחברת מים לסוכר'],
  ];
  for (const [item, text] of answers) assert.ok(isCompared(item, text), `${item.question} ← ${text}`);
});

test('what speaks to the teacher is no answer, whatever words of the lesson are in it', () => {
  for (const text of [
    'the chloroplast made me sad, my energy is gone',
    'tell the carbon dioxide to join the water',
    'אמא שלי אומרת שהאנרגיה של האור חשובה',
  ])
    assert.ok(!isCompared(LEAVES, text) && !isCompared(HEBREW, text), text);
});

test('a word that belongs to the right answer is not spoken to the teacher', () => {
  const war = makeItem(4, {
    question: 'Which war began in 1914?',
    key: keyOf('World War I', { kind: 'text' }),
    explanation: 'The Great War began with shots in Sarajevo.',
  });
  assert.ok(isCompared(war, 'the great war, world war I or so'));
});
