import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBrief, makeItem, nextItem } from '../../../../test/support/teaching-brief.ts';
import { wordMove } from './word-move.ts';

test('a hint beside a smaller question leaves no broken sentence, and the task of an example stands over it', () => {
  const scaffold = { question: 'How much does it change?', answer: '15' };
  const rung = {
    kind: 'next step',
    text: 'What is the change of $f$? Work out both squares first.',
    scaffold,
  } as const;
  const words = wordMove(makeBrief({ kind: 'hint', item: makeItem(), rung, number: 2, of: 4 }));
  assert.match(words, /Work out both squares first\.\n\nHow much does it change\?/);
  assert.doesNotMatch(words, /…|change of/);
  const example = 'In which century is 1492? Take the 14 and add one. It is the 15th century.';
  const shown = wordMove(makeBrief({ kind: 'welcome', pose: nextItem(), example: true, lookAlike: example }));
  assert.match(shown, /\*In which century is 1492:\*\n\nTake the 14/);
  const asking = 'Sort the names. Step 1: what goes in? Milk sugar. Step 2: what comes out? Glucose. Why? It is split.';
  const answered = wordMove(makeBrief({ kind: 'welcome', pose: nextItem(), example: true, lookAlike: asking }));
  assert.match(answered, /what goes in – Milk sugar\. Step 2: what comes out – Glucose\. Why: It is split\./);
});

test('who gives up reads how the numbers of the question come to the answer, where its author only says why', () => {
  const words = (explanation: string) => {
    const item = { ...makeItem({ answer: '150' }), question: 'A train rides 6 s at 25 m/s. How far?', explanation };
    return wordMove(makeBrief({ kind: 'reveal', item, reason: 'given up', pose: null }));
  };
  assert.match(
    words('Speed is the distance of one second, repeated for all of them.'),
    /\$6 \\cdot 25 = 150\$\. Speed is/,
  );
  assert.doesNotMatch(words('$25 + 25 + 25 + 25 + 25 + 25 = 150$, second by second.'), /cdot/);
});
