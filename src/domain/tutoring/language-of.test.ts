import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from './language-of.ts';

test('a pupil whose page is in Hebrew is answered in Hebrew, whatever they type', () => {
  for (const words of [[], ['polis'], ['I do not know this one']]) assert.equal(languageOf('he', words), 'he');
  assert.equal(languageOf('he-IL', []), 'he');
});

test('others are answered in the language of their last message that is prose', () => {
  assert.equal(languageOf('en', []), 'en');
  assert.equal(languageOf('en', ['אני לא מבין']), 'he');
  assert.equal(languageOf('en', ['אני לא מבין', '42', 'a)', '-3x', '2x+y=7, x-y=2']), 'he');
  assert.equal(languageOf('en', ['אני לא מבין', 'can I have a hint']), 'en');
  assert.equal(languageOf('en', ['what does שלום mean in English']), 'en');
});
