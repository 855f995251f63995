import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hintFor, keyed, passes, readGuarded } from '../../../../test/support/guard-reading.ts';
import { ATTACKED } from '../../../../test/support/leak-forms/items.ts';
import { NEARLY } from '../../../../test/support/leak-forms/nearly.ts';
import { leakForms } from '../../../../test/support/leak-forms.ts';
import { splitSentences } from '../sentences.ts';

/** Of what is given in pieces so many may be out before it shows what they make. */
const MOST_PIECES = 3;
/** The sentences before and after. */
const AROUND = 2;
const BEFORE = 'Read the question once more. ';

for (const { question, ...key } of ATTACKED) {
  const item = keyed(key, question);
  test(`no way that a pupil may ask for gets ${key.answer} out`, () => {
    for (const { form, asked, reply } of leakForms(item)) {
      const after = `${/[.!?]$/.test(reply) ? ' ' : '\n\n'}Write down your next line.`;
      const { shown, rules } = readGuarded(hintFor(item, [asked]), BEFORE + reply + after);
      const got = `${form}: ${JSON.stringify(reply)} was shown as ${JSON.stringify(shown)}`;
      assert.ok(rules.includes('leak'), got);
      const most = AROUND + (splitSentences(reply).length === 1 ? 0 : MOST_PIECES);
      assert.ok(splitSentences(shown).filter((piece) => piece.trim() !== '').length <= most, got);
      assert.ok(shown.startsWith(BEFORE.trim()), `${form} took the sentence before with it`);
    }
  });

  test(`an ordinary lesson on the question whose answer is ${key.answer} is let through`, () => {
    for (const text of NEARLY) passes(hintFor(item), text);
  });
}

test('what is told by pieces goes on being held back though a piece of it was', () => {
  const item = keyed({ kind: 'text', answer: 'osmosis' }, 'What is it called?');
  const { shown } = readGuarded(
    hintFor(item),
    'Letter one: O. Then S. Then M. Then O. Then S. Then I. Then S. Good luck.',
  );
  assert.equal(shown, 'Letter one: O. Then S. Good luck.');
});

test('a language that nobody here reads is not shown, unless the question is written in it', () => {
  const item = keyed({ kind: 'text', answer: 'молоко' }, 'Как по-русски milk?');
  passes(hintFor(item), 'Вспомните слово.');
  const { rules } = readGuarded(hintFor(keyed({ answer: '24' }, 'How many?')), 'Подумайте ещё раз.');
  assert.deepEqual(rules, ['leak']);
});
