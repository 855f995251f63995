import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FLAGGED, INNOCENT } from '../../../test/support/crisis-phrases.ts';
import { screenForCrisis } from './crisis.ts';

for (const [category, bySeverity] of Object.entries(FLAGGED)) {
  for (const [severity, phrases] of Object.entries(bySeverity)) {
    for (const phrase of phrases) {
      test(`“${phrase}” is seen as ${category}, severity ${severity}`, () => {
        assert.deepEqual(screenForCrisis(phrase), { severity: Number(severity), category });
      });
    }
  }
}

for (const phrase of INNOCENT) {
  test(`“${phrase}” is ordinary`, () => {
    assert.equal(screenForCrisis(phrase), null);
  });
}

test('what is said in the middle of a lesson is seen, whatever stands around it', () => {
  for (const phrase of ['i want to kill myself', 'he hits me', 'i wish i was dead', 'אני רוצה למות']) {
    assert.ok(screenForCrisis(`x = 4. ${phrase}. Is that right?`), phrase);
    assert.ok(screenForCrisis(`The answer is 12\n${phrase}`), phrase);
    assert.ok(screenForCrisis(`i think it is 7 but ${phrase}`), phrase);
  }
});

test('a joke in the same message does not hide what is meant', () => {
  assert.equal(screenForCrisis('this homework is killing me. and i want to kill myself.')?.severity, 3);
  assert.equal(screenForCrisis('lol im dying of laughter. my dad hits me')?.category, 'abuse');
});

test('letters drawn out, in capitals, of other alphabets or with invisible marks change nothing', () => {
  for (const written of [
    'I WANT TO DIE',
    'i wаnt tо diе',
    'i wa\u200bnt to d\u00adie',
    'ｉ ｗａｎｔ ｔｏ ｄｉｅ',
    'i waaaant to diiiiie',
    'i wánt tö die',
  ]) {
    assert.equal(screenForCrisis(written)?.category, 'self-harm', written);
  }
});

test('any text is screened without failing, and words that only begin like a rule are none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const crisis = screenForCrisis(text);
      assert.ok(crisis === null || [1, 2, 3].includes(crisis.severity));
    }),
  );
  assert.equal(screenForCrisis('i i i i me me so just '.repeat(900)), null);
  assert.equal(screenForCrisis('he she they my dad '.repeat(1000)), null);
  assert.equal(screenForCrisis('אני אני לי רוצה '.repeat(1000)), null);
});
