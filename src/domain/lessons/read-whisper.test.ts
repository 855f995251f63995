import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { idsInForce, readWhisper, steeringOf, type WhisperOrder } from './read-whisper.ts';

const UNITS = [
  'Fractions',
  'Adding fractions with unlike denominators',
  'Ratio, rate and proportion',
  'Area',
  'שברים',
  'משוואות',
];

const order = (text: string): WhisperOrder | undefined => {
  const { orders, isFree, unknownUnit } = readWhisper(text, UNITS);
  assert.deepEqual([orders.length, isFree, unknownUnit], [1, false, null], text);
  return orders[0];
};

const SAID: [WhisperOrder, string[]][] = [
  [
    { kind: 'help', amount: 'none' },
    [
      'stop hinting',
      'No hints',
      'no more hints, please',
      "Don't give any more hints",
      'without help',
      'Let her try on her own',
      'stop giving him hints now',
      'בלי רמזים',
      'להפסיק לתת לו רמזים',
      'תפסיקי לרמוז',
      'לא לתת עזרה',
    ],
  ],
  [
    { kind: 'help', amount: 'more' },
    [
      'give more help',
      'Give him more hints.',
      'more support',
      'help her a bit more',
      'יותר עזרה',
      'תן לה עוד רמזים',
      'לעזור לו יותר',
    ],
  ],
  [
    { kind: 'help', amount: 'usual' },
    ['hints are fine again', 'You may hint again', 'help as usual', 'אפשר שוב רמזים', 'עזרה כרגיל'],
  ],
  [
    { kind: 'level', by: -1 },
    [
      'easier',
      'easier, please',
      'Make it a bit easier',
      'give them easier questions',
      'this is too hard for him',
      'יותר קל',
      'שאלות קלות יותר',
      'קשה מדי לו',
    ],
  ],
  [
    { kind: 'level', by: 1 },
    ['harder', 'something more challenging', 'harder questions', "it's too easy", 'שאלות קשות יותר', 'קל מדי'],
  ],
  [
    { kind: 'unit', name: 'Fractions' },
    [
      'go back to fractions',
      'Back to Fractions.',
      'go to the unit fractions',
      'practise fractions',
      'go back to fracions',
    ],
  ],
  [
    { kind: 'unit', name: 'Adding fractions with unlike denominators' },
    ['move on to unlike denominators', 'go to adding fractions with unlike denominators'],
  ],
  [
    { kind: 'unit', name: 'Ratio, rate and proportion' },
    ['switch to ratio, rate and proportion', 'work on proportion'],
  ],
  [{ kind: 'unit', name: 'שברים' }, ['לחזור לשברים', 'חזרי אל שברים', 'תעבור לשברים בבקשה']],
  [
    { kind: 'unit', step: 1 },
    ['next unit', 'go on to the next topic', 'move to the next unit', 'לעבור ליחידה הבאה', 'הנושא הבא'],
  ],
  [
    { kind: 'unit', step: -1 },
    ['previous unit', 'go back one unit', 'go back to the previous chapter', 'לחזור ליחידה הקודמת'],
  ],
  [
    { kind: 'example', about: null },
    [
      'use the worked example',
      'show a worked example',
      'worked example first',
      'דוגמה פתורה',
      'תראה לו את הדוגמה הפתורה',
    ],
  ],
  [
    { kind: 'example', about: 'lab' },
    ['use the lab example', 'Show them the lab example', 'use the example from the lab'],
  ],
];

test('an order is read in the words of people, in English and in Hebrew', () => {
  for (const [wanted, texts] of SAID) for (const text of texts) assert.deepEqual(order(text), wanted, text);
});

test('a note may hold several orders', () => {
  const { orders, isFree } = readWhisper('No hints and easier questions. Go back to ratio, rate and proportion', UNITS);
  assert.deepEqual(orders, [
    { kind: 'help', amount: 'none' },
    { kind: 'level', by: -1 },
    { kind: 'unit', name: 'Ratio, rate and proportion' },
  ]);
  assert.equal(isFree, false);
  assert.equal(readWhisper('בלי רמזים ויותר קל', UNITS).orders.length, 2);
  const mixed = readWhisper('No hints, he is cheating with his neighbour', UNITS);
  assert.deepEqual([mixed.orders, mixed.isFree], [[{ kind: 'help', amount: 'none' }], true]);
});

test('what is no order stays free text, and a unit that is not there is said to be none', () => {
  for (const text of [
    'She is afraid of negative numbers',
    'tell the answer',
    'be kind',
    'hints',
    'זה היום הראשון שלו כאן',
  ]) {
    const { orders, isFree } = readWhisper(text, UNITS);
    assert.deepEqual([orders, isFree], [[], true], text);
  }
  assert.deepEqual(readWhisper('go back to logarithms', UNITS), {
    orders: [],
    unknownUnit: 'logarithms',
    isFree: false,
  });
  assert.deepEqual(readWhisper('study the picture closely', UNITS), { orders: [], unknownUnit: null, isFree: true });
});

test('a later order takes the place of an earlier one of its kind, and what was taken back holds no more', () => {
  const said = (id: number, text: string) => ({ id, ...readWhisper(text, UNITS) });
  const all = [said(1, 'no hints'), said(2, 'easier'), said(3, 'easier'), said(4, 'be kind'), said(5, 'more help')];
  assert.deepEqual(steeringOf(all), { help: 'more', level: -2, unit: null, example: null });
  assert.deepEqual([...idsInForce(all)].sort(), [2, 3, 4, 5]);
  assert.equal(steeringOf(all.filter(({ id }) => id !== 5)).help, 'none');
  const turned = [...all, said(6, 'harder')];
  assert.deepEqual([steeringOf(turned).level, [...idsInForce(turned)].sort()], [1, [4, 5, 6]]);
  assert.deepEqual(steeringOf([...all, said(7, 'hints are fine again')]).help, null);
});

test('any text is read without a fault, the same each time, and small words and case change nothing', () => {
  const phrases = SAID.flatMap(([wanted, texts]) => texts.map((text) => [wanted, text] as const));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 700 }), (text) => {
      assert.deepEqual(readWhisper(text, UNITS), readWhisper(text, UNITS));
    }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...phrases),
      fc.constantFrom('', 'please ', 'Ok, now ', 'בבקשה '),
      fc.constantFrom('', '!', ' please.', ' ', ' now'),
      fc.boolean(),
      ([wanted, text], before, after, loud) => {
        const said = `${before}${text}${after}`;
        assert.deepEqual(order(loud ? said.toUpperCase() : said), wanted, said);
      },
    ),
  );
});

test('whatever is said, the level stays within two of what fits', () => {
  const whisper = fc.constantFrom('easier', 'harder', 'normal level', 'no hints', 'next unit', 'be kind');
  fc.assert(
    fc.property(fc.array(whisper, { maxLength: 12 }), (texts) => {
      const read = texts.map((text, id) => ({ id, ...readWhisper(text, UNITS) }));
      const { level } = steeringOf(read);
      assert.ok(Math.abs(level) <= 2);
      // What is not in force changes nothing.
      const inForce = idsInForce(read);
      assert.deepEqual(steeringOf(read.filter(({ id }) => inForce.has(id))), steeringOf(read));
    }),
  );
});
